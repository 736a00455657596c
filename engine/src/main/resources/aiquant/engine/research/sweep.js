  const { pnl, axes } = data("heat-data");
  if (!axes) return;
  const brief = v => {
    const size = Math.abs(v);
    const [unit, by] = size >= 999.5e6 ? ["G", 1e9] : size >= 999.5e3 ? ["M", 1e6] : size >= 9999.5 ? ["k", 1e3] : ["", 1];
    return (v / by).toLocaleString("en-US", by === 1 ? { maximumFractionDigits: size < 10 ? 1 : 0 } : { maximumSignificantDigits: 3 }) + unit;
  };
  const svgNode = (name, attributes, text) => {
    const node = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    if (text !== undefined) node.textContent = text;
    return node;
  };
  const median = sorted => {
    const n = sorted.length;
    return (sorted[(n - 1) >> 1] + sorted[n >> 1]) / 2;
  };

  // Profits by cell; rows come best first, so a cell's first is its best.
  const cells = (x, y) => {
    const table = Array.from({ length: y ? y.cells.length : 1 }, () => x.cells.map(() => []));
    pnl.forEach((value, row) => table[y ? y.at[row] : 0][x.at[row]].push(value));
    return table;
  };

  // Blue for gain and orange for loss on one scale; a one-sided range starts pale at its end nearest to zero.
  const colours = (low, high) => v => {
    if (low < 0 && high > 0) {
      const share = v / Math.max(high, -low) * 100;
      return [Math.max(-share, 0), Math.max(share, 0)];
    }
    const share = high > low ? 12 + 88 * (low >= 0 ? v - low : high - v) / (high - low) : 60;
    return low >= 0 ? [0, share] : [share, 0];
  };
  const paint = (node, [loss, gain]) => {
    node.style.setProperty("--loss-share", loss + "%");
    node.style.setProperty("--gain-share", gain + "%");
  };

  const LEFT = 96, TOP = 14, WIDTH = 1200, LEGEND = 110;
  const draw = () => {
    const x = axes[by("heat-x").value];
    const y = axes[by("heat-y").value];
    const wanted = by("heat-of").value;
    const table = cells(x, y);
    const value = cell => wanted === "best" ? cell[0] : median(cell);
    const shown = table.flat().filter(cell => cell.length).map(value);
    const low = Math.min(...shown), high = Math.max(...shown);
    const colour = colours(low, high);

    const columns = x.cells.length, lines = table.length;
    const left = Math.max(LEFT, y ? 34 + 7.2 * Math.max(...y.cells.map(label => label.length)) : 34);
    const width = Math.min(130, (WIDTH - left - LEGEND) / columns);
    const height = Math.min(56, Math.max(22, 520 / lines));
    const slanted = Math.max(...x.cells.map(label => label.length)) * 7.2 > width - 6;
    const bottom = TOP + height * lines;
    const deep = slanted ? 20 + 5.2 * Math.max(...x.cells.map(label => label.length)) : 22;
    const svg = svgNode("svg", { viewBox: `0 0 ${WIDTH} ${bottom + deep + 26}`, role: "img",
        "aria-label": `Profit over ${x.path}${y ? " and " + y.path : ""}` });

    table.forEach((line, j) => line.forEach((cell, i) => {
      const cx = left + i * width, cy = bottom - (j + 1) * height;
      const rect = svgNode("rect", { x: cx, y: cy, width, height, class: cell.length ? "cell" : "cell none" });
      const place = `${x.path} = ${x.cells[i]}${y ? `, ${y.path} = ${y.cells[j]}` : ""}`;
      if (!cell.length) {
        rect.append(svgNode("title", {}, `${place}: no row`));
        svg.append(rect);
        return;
      }
      const share = colour(value(cell));
      const told = `${place}: best ${usd(cell[0])}, median ${usd(median(cell))} USD of `
          + (cell.length === 1 ? "1 row" : `${cell.length.toLocaleString("en-US")} rows`);
      paint(rect, share);
      rect.append(svgNode("title", {}, told));
      rect.addEventListener("pointerenter", () => { by("heat-readout").textContent = told; });
      svg.append(rect);
      if (width >= 42) {
        svg.append(svgNode("text", { x: cx + width / 2, y: cy + height / 2 + 4, "text-anchor": "middle",
            class: Math.max(...share) > 68 ? "value strong" : "value" }, brief(value(cell))));
      }
    }));
    const top = table.flatMap((line, j) => line.map((cell, i) => ({ cell, i, j }))).filter(c => c.cell.length)
        .reduce((a, b) => value(b.cell) > value(a.cell) ? b : a);
    svg.append(svgNode("rect", { x: left + top.i * width, y: bottom - (top.j + 1) * height, width, height,
        class: "cell top", style: "fill:none;pointer-events:none" }));

    x.cells.forEach((label, i) => {
      const at = left + (i + .5) * width;
      svg.append(slanted
          ? svgNode("text", { class: "tick", "text-anchor": "end", transform: `translate(${at + 4} ${bottom + 14}) rotate(-40)` }, label)
          : svgNode("text", { class: "tick", "text-anchor": "middle", x: at, y: bottom + 17 }, label));
    });
    svg.append(svgNode("text", { class: "name", "text-anchor": "middle", x: left + width * columns / 2, y: bottom + deep + 18 }, x.path));
    if (y) {
      y.cells.forEach((label, j) => svg.append(svgNode("text", { class: "tick", "text-anchor": "end", x: left - 8,
          y: bottom - (j + .5) * height + 4 }, label)));
      svg.append(svgNode("text", { class: "name", "text-anchor": "middle",
          transform: `translate(16 ${(TOP + bottom) / 2}) rotate(-90)` }, y.path));
    }
    legend(svg, colour, low, high, left + width * columns + 26, Math.max(bottom, TOP + 120));
    const caption = by("heat-readout");
    by("heat").replaceChildren(svg, caption);
  };

  const legend = (svg, colour, low, high, x, bottom) => {
    const steps = high > low ? 24 : 1, height = Math.min(200, bottom - TOP - 16) / steps;
    for (let i = 0; i < steps; i++) {
      const rect = svgNode("rect", { x, y: TOP + 8 + i * height, width: 14, height: height + .5, class: "cell", "stroke-width": 0, style: "stroke:none" });
      paint(rect, colour(steps === 1 ? high : high - (high - low) * i / (steps - 1)));
      svg.append(rect);
    }
    const label = (value, share) => svg.append(svgNode("text", { class: "tick", x: x + 20, y: TOP + 12 + share * height * steps }, brief(value)));
    label(high, 0);
    if (high > low) label(low, 1);
    const zero = high / (high - low);
    if (low < 0 && high > 0 && zero > .1 && zero < .9) label(0, zero);
  };

  const fill = (select, chosen, withNone) => {
    axes.forEach((axis, i) => select.add(new Option(axis.path, i, false, i === chosen)));
    if (withNone) select.add(new Option("nothing (one parameter only)", "", false, chosen === undefined));
    select.addEventListener("change", draw);
  };
  fill(by("heat-x"), 0, false);
  fill(by("heat-y"), axes.length > 1 ? 1 : undefined, true);
  by("heat-of").addEventListener("change", draw);
  by("heat-tools").hidden = false;
  draw();
