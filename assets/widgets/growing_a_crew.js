// "Growing a crew": days for each source, looked up in the model's tables.
import {el, fill} from "./kit.js";
import {frame, show} from "./explorable.js";
import {chart} from "./chart.js";

const TOPS = [10, 20, 50, 100, 200, 400, 800];

function make(spec, S) {
  const V = S.views;
  const picture = chart(280);
  const said = el("p.ws-result", {});
  const tally = el("p.ws-tally", {});
  const [source] = spec.controls;
  const x = { label: V.sources, min: 0, max: source.options.length, ticks: V.short.map((name, at) => [at + 0.5, name]) };

  function draw([from, s, g]) {
    const at = (name, one) => spec.tables[name][one][s][g];
    const days = source.options.map((_, one) => at("days", one) / 10);
    const top = TOPS.find((value) => value >= Math.max(...days)) ?? TOPS.at(-1);
    const y = { label: V.days, min: 0, max: top, ticks: [0, 1, 2, 3, 4].map((step) => [(step * top) / 4, (step * top) / 4]) };
    const bars = (worn) => days.flatMap((value, one) => (at("worn", one) === worn ? [[one + 0.18, one + 0.82, value]] : []));
    picture.draw({ x, y, layers: [
      { kind: "bars", look: 1, name: V.done, bars: bars(0) },
      { kind: "bars", look: 2, name: V.worn, bars: bars(1) },
      { kind: "dots", look: 4, name: V.chosen, points: [[from + 0.5, days[from]]] },
    ] });
    const words = {
      source: source.options[from].text, start: spec.controls[1].stops[s].toLocaleString("en"),
      goal: spec.controls[2].stops[g].toLocaleString("en"), doublings: spec.tables.doublings[s][g] / 10,
      days: Math.round(days[from]).toLocaleString("en"), passages: spec.tables.passages[s][g],
    };
    said.textContent = fill(V.said, words);
    tally.textContent = fill(at("worn", from) ? V.too_late : source.options[from].note ? V.unknown : V.in_time, words);
    return fill(S.spoken, { ...words, end: tally.textContent });
  }

  return { nodes: [frame(V.title, picture.node, said, tally)], draw, close: picture.close };
}

export default { render: (context) => show(context, make) };
