// "Batch lottery": ten batches of one recipe, looked up in the model's tables.
import {el, fill} from "./kit.js";
import {frame, show} from "./explorable.js";
import {chart} from "./chart.js";

function make(spec, S) {
  const V = S.views;
  const picture = chart(260);
  const said = el("p.ws-result", {});
  const tally = el("p.ws-tally", {});
  const many = spec.tables.works[0].length;
  const x = { label: V.batch, min: 0.3, max: many + 0.7, ticks: spec.tables.works[0].map((_, at) => [at + 1, at + 1]) };
  const y = { label: V.left, min: 0, max: 100, ticks: [0, 25, 50, 75, 100].map((at) => [at, at]) };

  function draw([s, t, d]) {
    const left = 100 - spec.tables.lost[t];
    const works = spec.tables.works[s];
    const bars = (kind) => works.flatMap((one, at) => (one === kind ? [[at + 0.66, at + 1.34, left]] : []));
    picture.draw({ x, y, layers: [
      { kind: "bars", look: 1, name: V.works, bars: bars(1) },
      { kind: "bars", look: 2, name: V.fails, bars: bars(0) },
    ] });
    const words = {
      share: spec.controls[0].stops[s], left, lost: spec.tables.lost[t], works: works.filter(Boolean).length,
      doses: spec.controls[2].stops[d], all: Number((spec.tables.all[s][d] / 10).toPrecision(2)), many,
    };
    said.textContent = fill(V.said, words);
    tally.textContent = fill(V.tally, words);
    return fill(S.spoken, words);
  }

  return { nodes: [frame(V.title, picture.node, said, tally)], draw, close: picture.close };
}

export default { render: (context) => show(context, make) };
