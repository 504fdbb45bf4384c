// "Would you notice?": two curves, and a hundred people sorted by what brought them past the line.
import {el, fill, svg} from "./kit.js";
import {frame, show} from "./explorable.js";
import {chart, mark, sample} from "./chart.js";

const [ACROSS, STEP] = [20, 20];
const signed = (count) => (count < 0 ? `−${-count}` : String(count));

// A hundred people in rows of twenty; groups: {look, count, name}.
function crowd() {
  const picture = svg("svg", { class: "ws-view ws-chart", viewBox: `0 0 ${ACROSS * STEP} ${(100 / ACROSS) * STEP}`, "aria-hidden": "true" });
  const legend = el("ul.ws-legend", {});
  return {
    node: el("div.ws-chart-box", {}, picture, legend),
    draw(groups) {
      const looks = groups.flatMap(({ look, count }) => Array(count).fill(look));
      picture.replaceChildren(...looks.map((look, at) =>
        mark(look, STEP * ((at % ACROSS) + 0.5), STEP * (Math.floor(at / ACROSS) + 0.5))));
      legend.replaceChildren(...groups.map(({ look, count, name }) =>
        sample({ kind: "dots", look, name: `${String(count).padStart(2, "\u2007")}: ${name}` })));
    },
  };
}

function make(spec, S) {
  const V = S.views;
  const T = spec.tables;
  const [extras, spreads] = spec.controls.map((each) => each.stops);
  const none = extras.indexOf(0);
  const picture = chart(240);
  const people = crowd();
  const said = el("p.ws-result", {});
  const tally = el("p.ws-tally", {});
  const x = { label: V.relief, min: -6, max: 10, ticks: [-6, -4, -2, 0, 2, 4, 6, 8, 10].map((at) => [at, signed(at)]) };
  const points = (e, s) => T.curve[e][s].map(([at, height]) => [at / 1000, height / 10000]).filter(([at]) => at >= x.min && at <= x.max);

  function draw([e, s]) {
    // The tallest curve of a spread fills the chart: heights are shares, and need no figures.
    const y = { label: V.height, min: 0, max: 1.15 * Math.max(...T.curve[none][s].map(([, height]) => height / 10000)), ticks: [] };
    picture.draw({ x, y: { ...y, ticks: [[0, ""]] }, layers: [
      { kind: "rule", look: 4, x: T.noticed / 1000, text: V.noticed },
      { kind: "line", look: 1, name: V.salt, points: points(none, s) },
      { kind: "line", look: 2, name: V.treated, points: points(e, s) },
    ] });
    const [anyway, because] = [T.anyway[s], T.because[e][s]];
    const reached = anyway + because;
    people.draw([
      { look: 1, count: Math.min(anyway, reached), name: V.anyway },
      { look: 2, count: Math.max(0, because), name: V.because },
      { look: 3, count: Math.max(0, -because), name: V.fewer },
      { look: 5, count: 100 - Math.max(anyway, reached), name: V.not },
    ]);
    const [least, most] = T.range[e];
    said.textContent = fill(V.said, { anyway, because: signed(because) });
    tally.textContent = e === none ? V.nobody
      : fill(V.tally, { low: spreads[0], high: spreads.at(-1), least: signed(least), most: signed(most) });
    return fill(S.spoken, { said: said.textContent, tally: tally.textContent });
  }

  return { nodes: [frame(V.title, el("div", {}, picture.node, people.node), said, tally)], draw, close: picture.close };
}

export default { render: (context) => show(context, make) };
