  const usd = (v, d = 2) => v.toLocaleString("en-US", { minimumFractionDigits: d, maximumFractionDigits: d });
  const signed = v => (v > 0 ? "+" : "") + usd(v || 0);
  const short = v => v === null ? "–" : v.toLocaleString("en-US", { maximumSignificantDigits: 7 });
  const time = ms => new Date(ms).toISOString().slice(0, 16).replace("T", " ");
  const by = id => document.getElementById(id);
  const data = id => { const e = document.getElementById(id); return e ? JSON.parse(e.textContent) : []; };
  const compare = (a, b) => typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b));

  // A click on a heading sorts; numbers start with the largest, text with A.
  const nextDirection = (th, isNumber) => {
    const now = th.getAttribute("aria-sort");
    for (const other of th.parentNode.children) other.setAttribute("aria-sort", "none");
    const direction = now === "none" ? (isNumber ? "descending" : "ascending")
        : now === "ascending" ? "descending" : "ascending";
    th.setAttribute("aria-sort", direction);
    return direction === "ascending" ? 1 : -1;
  };

  for (const table of document.querySelectorAll("table.sortable")) {
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((th, column) => th.querySelector("button").addEventListener("click", () => {
      const isNumber = th.classList.contains("number");
      const direction = nextDirection(th, isNumber);
      const key = row => isNumber ? Number(row.cells[column].dataset.value) : row.cells[column].textContent;
      const rows = [...table.tBodies[0].rows].sort((a, b) => direction * compare(key(a), key(b)));
      table.tBodies[0].append(...rows);
    }));
  }

  const points = data("points");
  const chart = document.querySelector("#chart svg");
  if (chart && points.length) {
    const readout = document.getElementById("readout");
    const idle = readout.textContent;
    const cursor = document.getElementById("cursor");
    const [line, equity, drawdown] = cursor.children;
    const { left, right, from, to } = Object.fromEntries(Object.entries(chart.dataset).map(([k, v]) => [k, Number(v)]));
    const nearest = t => {
      let low = 0, high = points.length - 1;
      while (high - low > 1) {
        const middle = (low + high) >> 1;
        if (points[middle][0] <= t) low = middle; else high = middle;
      }
      return t - points[low][0] < points[high][0] - t ? points[low] : points[high];
    };
    chart.addEventListener("pointermove", event => {
      const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(chart.getScreenCTM().inverse());
      const t = from + (at.x - left) / (right - left) * (to - from);
      const [ms, value, down, y, yDown] = nearest(t);
      const x = left + (ms - from) / (to - from) * (right - left);
      line.setAttribute("x1", x); line.setAttribute("x2", x);
      equity.setAttribute("cx", x); equity.setAttribute("cy", y);
      drawdown.setAttribute("cx", x); drawdown.setAttribute("cy", yDown);
      cursor.setAttribute("visibility", "visible");
      readout.textContent = `${time(ms)} UTC · equity ${usd(value)} USD · drawdown ${usd(down * 100)} %`;
    });
    chart.addEventListener("pointerleave", () => {
      cursor.setAttribute("visibility", "hidden");
      readout.textContent = idle;
    });
  }
