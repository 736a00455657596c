"use strict";
(() => {
  const usd = (v, d = 2) => v.toLocaleString("en-US", { minimumFractionDigits: d, maximumFractionDigits: d });
  const signed = v => (v > 0 ? "+" : "") + usd(v || 0);
  const short = v => v === null ? "–" : v.toLocaleString("en-US", { maximumSignificantDigits: 7 });
  const time = ms => new Date(ms).toISOString().slice(0, 16).replace("T", " ");
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

  const PAGE = 200;
  const columns = [
    ["Time, UTC", time, ""], ["Symbol", String, "name"], ["Action", String, ""], ["Price", short, "number"],
    ["Size", short, "number"], ["Notional, USD", v => usd(v), "number"], ["PnL, USD", signed, "number"],
    ["Fee, USD", v => usd(v, 4), "number"], ["Balance, USD", v => usd(v), "number"], ["Confidence", String, ""],
    ["Reason", String, "reason"]
  ];
  const PNL = 6;
  const all = data("trade-data");
  const table = document.getElementById("trades");
  const by = id => document.getElementById(id);
  let shown = all, page = 0, sort = null;

  const draw = () => {
    const body = document.createDocumentFragment();
    for (const trade of shown.slice(page * PAGE, (page + 1) * PAGE)) {
      const exit = /^(CLOSE|REDUCE|FUNDING)/.test(trade[2]);
      const row = document.createElement("tr");
      columns.forEach(([, format, style], i) => {
        const cell = row.insertCell();
        const value = trade[i];
        cell.className = style;
        if (i === PNL) {
          if (exit) cell.classList.add(value > 0 ? "gain" : value < 0 ? "loss" : "flat");
          cell.textContent = exit ? signed(value) : "";
        } else {
          cell.textContent = value === null ? "–" : format(value);
        }
        if (style === "reason") cell.title = value;
      });
      body.append(row);
    }
    table.tBodies[0].replaceChildren(body);
    const last = Math.min(shown.length, (page + 1) * PAGE);
    by("trade-range").textContent = shown.length === 0 ? "nothing found"
        : `${(page * PAGE + 1).toLocaleString("en-US")}–${last.toLocaleString("en-US")} of ${shown.length.toLocaleString("en-US")}`;
    by("trade-previous").disabled = page === 0;
    by("trade-next").disabled = last >= shown.length;
  };

  const select = () => {
    const words = by("trade-filter").value.toLowerCase().split(/\s+/).filter(Boolean);
    const kinds = by("trade-kind").value.split(" ").filter(Boolean);
    shown = all.filter(trade => {
      if (kinds.length && !kinds.some(kind => trade[2].startsWith(kind))) return false;
      const text = `${time(trade[0])} ${trade[1]} ${trade[2]} ${trade[9]} ${trade[10]}`.toLowerCase();
      return words.every(word => text.includes(word));
    });
    if (sort) shown.sort((a, b) => sort.direction * compare(a[sort.column], b[sort.column]));
    page = 0;
    draw();
  };

  columns.forEach(([title, , style], column) => {
    const th = document.createElement("th");
    th.scope = "col";
    th.className = style === "number" ? style : "";
    th.setAttribute("aria-sort", "none");
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = title;
    button.addEventListener("click", () => {
      sort = { column, direction: nextDirection(th, style === "number") };
      select();
    });
    th.append(button);
    table.tHead.rows[0].append(th);
  });
  by("trade-filter").addEventListener("input", select);
  by("trade-kind").addEventListener("change", select);
  by("trade-previous").addEventListener("click", () => { page--; draw(); });
  by("trade-next").addEventListener("click", () => { page++; draw(); });
  by("trade-tools").hidden = false;
  draw();
})();
