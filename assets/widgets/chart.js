// A chart in plain SVG, drawn at the width it has, so that its letters keep their size.
//   axis: {label, min, max, log, ticks: [[at, text], …]}
//   layer: {kind, look: 1–4, name, …}; a name puts it in the legend, and
//     line: points [[x, y], …]      dots: points [[x, y, low, high], …], low and high optional
//     band: points [[x, low, high], …]      bars: bars [[from, to, height], …]
//     rule: x or y, text: a straight line with words
import {el, svg} from "./kit.js";

const [RIGHT, TOP, FOOT] = [14, 14, 46];
const [WIDEST, NARROWEST] = [760, 260];
// pixels a letter, about
const LETTER = 7.6;
// Second signal beside colour: what a dot of each look is. The fifth is hollow.
const MARKS = [
  "M-5 0A5 5 0 1 0 5 0A5 5 0 1 0 -5 0Z", "M-4.5 -4.5H4.5V4.5H-4.5Z", "M0 -5.5L5 4H-5Z", "M0 -6L5 0L0 6L-5 0Z",
  "M-4.5 0A4.5 4.5 0 1 0 4.5 0A4.5 4.5 0 1 0 -4.5 0Z",
];

function scale({ min, max, log }, from, to) {
  const f = log ? Math.log10 : (value) => value;
  return (value) => {
    const clipped = Math.max(min, Math.min(max, value));
    return from + ((f(clipped) - f(min)) / (f(max) - f(min))) * (to - from);
  };
}

const joined = (points) => `M${points.map((point) => point.map((n) => n.toFixed(1)).join(" ")).join("L")}`;

export function mark(look, x, y) {
  return svg("path", { d: MARKS[look - 1], transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})`, class: `ws-dot ws-look-${look}` });
}

const LAYERS = {
  line: ({ points, look }, x, y) =>
    [svg("path", { d: joined(points.map(([a, b]) => [x(a), y(b)])), class: `ws-line ws-look-${look}` })],
  band: ({ points, look }, x, y) => {
    const low = points.map(([a, b]) => [x(a), y(b)]);
    const high = points.map(([a, , c]) => [x(a), y(c)]).reverse();
    return [svg("path", { d: `${joined([...low, ...high])}Z`, class: `ws-band ws-look-${look}` })];
  },
  dots: ({ points, look }, x, y) => points.flatMap(([a, b, low, high]) => [
    low === undefined ? null
      : svg("path", { d: `M${x(a)} ${y(low)}V${y(high)}m-4 0h8M${x(a) - 4} ${y(low)}h8`, class: `ws-line ws-thin ws-look-${look}` }),
    mark(look, x(a), y(b))]),
  bars: ({ bars, look }, x, y) => bars.map(([from, to, height]) => {
    const top = y(height);
    return svg("rect", { x: x(from), width: Math.max(0, x(to) - x(from)), y: top, height: Math.max(0, y(-Infinity) - top), class: `ws-bar ws-look-${look}` });
  }),
  rule: ({ x: at, y: level, text, look }, x, y, box) => {
    const across = at === undefined;
    const far = !across && x(at) > box.width * 0.6;
    const words = { class: "ws-tick ws-rule-text", x: across ? box.width - RIGHT - 4 : x(at) + (far ? -6 : 6), y: across ? y(level) - 6 : TOP + 12, "text-anchor": across || far ? "end" : "start" };
    const d = across ? `M${box.left} ${y(level)}H${box.width - RIGHT}` : `M${x(at)} ${TOP}V${box.height - FOOT}`;
    return [svg("path", { d, class: `ws-line ws-thin ws-look-${look}` }), svg("text", words, text ?? "")];
  },
};

function axes(xs, ys, x, y, box) {
  const { left, width, height } = box;
  const floor = height - FOOT;
  // Of ticks that would run into each other the later one keeps its line but not its words.
  let free = -Infinity;
  const words = xs.ticks.map(([at, text]) => {
    const half = (String(text).length * LETTER) / 2;
    const middle = Math.min(x(at), width - half - 2);
    if (middle - half < free) return null;
    free = middle + half + 6;
    return svg("text", { class: "ws-tick", x: middle, y: floor + 18, "text-anchor": "middle" }, String(text));
  });
  return [
    ...ys.ticks.map(([at]) => svg("path", { d: `M${left} ${y(at)}H${width - RIGHT}`, class: "ws-grid" })),
    ...xs.ticks.map(([at]) => svg("path", { d: `M${x(at)} ${floor}v5`, class: "ws-axis" })),
    ...ys.ticks.map(([at, text]) => svg("text", { class: "ws-tick", x: left - 6, y: y(at) + 4, "text-anchor": "end" }, String(text))),
    ...words,
    svg("path", { d: `M${left} ${TOP}V${floor}H${width - RIGHT}`, class: "ws-axis" }),
    svg("text", { class: "ws-axis-name", x: (left + width - RIGHT) / 2, y: height - 8, "text-anchor": "middle" }, xs.label),
  ];
}

export function sample({ kind, look, name }) {
  const shapes = {
    line: () => svg("path", { d: "M1 8H27", class: `ws-line ws-look-${look}` }),
    rule: () => svg("path", { d: "M1 8H27", class: `ws-line ws-thin ws-look-${look}` }),
    dots: () => mark(look, 14, 8),
    band: () => svg("rect", { x: 1, y: 2, width: 26, height: 12, class: `ws-band ws-look-${look}` }),
    bars: () => svg("rect", { x: 7, y: 1, width: 14, height: 14, class: `ws-bar ws-look-${look}` }),
  };
  return el("li", {}, svg("svg", { viewBox: "0 0 28 16", width: 28, height: 16, "aria-hidden": "true" }, shapes[kind]()), name);
}

// A chart with nothing drawn yet. draw({x, y, layers}) shows a state; .node is what to put in the page.
export function chart(height = 300) {
  const picture = svg("svg", { class: "ws-view ws-chart", "aria-hidden": "true" });
  const name = el("p.ws-axis-above", {});
  const legend = el("ul.ws-legend", {});
  let state = null;
  let width = 0;

  function paint() {
    if (!state || !width) return;
    const { x: xs, y: ys, layers } = state;
    const longest = Math.max(...ys.ticks.map(([, text]) => String(text).length));
    const box = { left: 16 + longest * LETTER, width, height };
    const x = scale(xs, box.left, width - RIGHT);
    const y = scale(ys, height - FOOT, TOP);
    picture.setAttribute("viewBox", `0 0 ${width} ${height}`);
    picture.replaceChildren(...axes(xs, ys, x, y, box),
      ...layers.flatMap((layer) => LAYERS[layer.kind](layer, x, y, box)).filter(Boolean));
  }

  const watch = new ResizeObserver(([{ contentRect }]) => {
    const now = Math.round(Math.max(NARROWEST, Math.min(WIDEST, contentRect.width)));
    if (now === width) return;
    width = now;
    paint();
  });
  const node = el("div.ws-chart-box", {}, name, picture, legend);
  watch.observe(node);
  return {
    node,
    close: () => watch.disconnect(),
    draw(next) {
      state = next;
      name.textContent = next.y.label;
      const named = next.layers.filter((layer) => layer.name);
      const key = JSON.stringify(named.map(({ kind, look, name: said }) => [kind, look, said]));
      if (legend.dataset.key !== key) {
        legend.dataset.key = key;
        legend.replaceChildren(...named.map(sample));
      }
      paint();
    },
  };
}
