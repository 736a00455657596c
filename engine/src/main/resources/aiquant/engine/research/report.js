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
