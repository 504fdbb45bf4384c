// "Open the briefcase": a tray of vesicles and the chance of a message, from the model's tables.
import {el, fill, svg} from "./kit.js";
import {frame, show} from "./explorable.js";
import {chart} from "./chart.js";

// pixels from one vesicle to the next
const STEP = 20;
const square = (x, y) => `M${x - 6} ${y - 5}h12v11h-12zM${x - 3} ${y - 5}v-3h6v3`;
const diamond = (x, y) => `M${x} ${y - 9}l9 9l-9 9l-9 -9z`;

function trayView(spec, V) {
  const [size, row] = spec.tables.tray;
  const full = new Set(spec.tables.full);
  const kinds = { shut: square, empty: square, full: diamond };
  const paths = Object.keys(kinds).map((kind) => svg("path", { class: `ws-case-${kind}` }));
  const picture = svg("svg", { viewBox: `0 0 ${row * STEP + 8} ${(size / row) * STEP + 8}`, class: "ws-view", "aria-hidden": "true" }, ...paths);
  const key = el("ul.ws-tray-key", {}, ...Object.entries(kinds).map(([kind, draw]) =>
    el("li", {}, svg("svg", { viewBox: "0 0 24 22", width: 24, height: 22, "aria-hidden": "true" }, svg("path", { d: draw(12, 11), class: `ws-case-${kind}` })), V[kind])));
  return {
    node: frame(V.tray, picture, key),
    draw(opened) {
      const drawn = { shut: [], empty: [], full: [] };
      for (let at = 0; at < size; at++) {
        const kind = at >= opened ? "shut" : full.has(at) ? "full" : "empty";
        drawn[kind].push(kinds[kind]((at % row) * STEP + 14, Math.floor(at / row) * STEP + 16));
      }
      Object.keys(kinds).forEach((kind, one) => paths[one].setAttribute("d", drawn[kind].join("")));
      return [...full].filter((at) => at < opened).length;
    },
  };
}

function make(spec, S) {
  const V = S.views;
  const tray = trayView(spec, V);
  const picture = chart(240);
  const said = el("p.ws-result", {});
  const tally = el("p.ws-tally", {});
  const x = { label: V.opened, log: true, min: 1, max: 20000, ticks: [1, 10, 100, 1000, 10000].map((at) => [at, at.toLocaleString("en")]) };
  const y = { label: V.chance, min: 0, max: 100, ticks: [0, 25, 50, 75, 100].map((at) => [at, at]) };
  const share = (permille) => (permille < 1 ? V.hardly : permille > 994 ? V.sure : `${Math.round(permille / 10)} %`);

  function draw([n, w]) {
    const opened = spec.controls[0].stops[n];
    const chance = spec.tables.chance[w][n];
    picture.draw({ x, y, layers: [
      { kind: "rule", look: 4, y: 95, name: V.ninety_five },
      { kind: "line", look: 1, name: V.curve, points: spec.tables.curve[w].map(([a, b]) => [a, b / 10]) },
      { kind: "dots", look: 2, name: V.here, points: [[opened, chance / 10]] },
    ] });
    const [half, most, nearly] = spec.tables.needed[w].map((count) => count.toLocaleString("en"));
    const words = {
      opened: opened.toLocaleString("en"), chance: share(chance), wanted: spec.controls[1].options[w].text,
      copies: Number((spec.tables.copies[n] / 1000).toPrecision(3)), found: tray.draw(opened), half, most, nearly,
    };
    said.textContent = fill(V.said, words);
    tally.textContent = fill(V.tally, words);
    return fill(S.spoken, words);
  }

  return {
    nodes: [el("div.ws-views", {}, tray.node, frame(V.title, picture.node)), said, tally],
    draw,
    close: picture.close,
  };
}

export default { render: (context) => show(context, make) };
