// "The shrinking effect": published averages and thirty trials, looked up in the model's tables.
import {el, fill} from "./kit.js";
import {frame, show} from "./explorable.js";
import {chart} from "./chart.js";

const [LOW, HIGH] = [-0.8, 1.6];
const short = (thousandths) => (thousandths / 1000).toFixed(2);

function make(spec, S) {
  const V = S.views;
  const T = spec.tables;
  const picture = chart(320);
  const said = el("p.ws-result", {});
  const tally = el("p.ws-tally", {});
  const people = spec.controls[1].stops;
  const x = { label: V.people, log: true, min: people[0], max: people.at(-1), ticks: [20, 100, 500, 1000].map((at) => [at, at.toLocaleString("en")]) };
  const y = { label: V.effect, min: LOW, max: HIGH, ticks: [-0.5, 0, 0.5, 1, 1.5].map((at) => [at, at]) };
  // Thirty trials of one size stand side by side, a little apart.
  const beside = (size, at) => size * (0.9 + (0.2 * at) / 29);

  function draw([t, n, q]) {
    const truth = spec.controls[0].stops[t];
    const results = T.found[t][n];
    const seen = T.seen[t][n][q];
    const points = (kind) => results.flatMap((value, at) =>
      (seen[at] === kind ? [[Math.max(people[0], beside(people[n], at)), value / 1000]] : []));
    const mean = T.mean[t][n][q];
    picture.draw({ x, y, layers: [
      { kind: "rule", look: 4, y: truth, text: V.truth },
      { kind: "line", look: 2, name: V.mean, points: T.mean[t].map((row, at) => [people[at], row[q] / 1000]) },
      { kind: "dots", look: 3, name: V.hidden, points: points(0) },
      { kind: "dots", look: 1, name: V.published, points: points(1) },
      { kind: "dots", look: 4, name: V.here, points: [[people[n], mean / 1000]] },
    ] });
    const words = {
      truth, people: people[n].toLocaleString("en"), mean: short(mean), seen: seen.filter(Boolean).length,
      of: seen.length, power: Math.round(T.power[t][n] / 10), times: truth ? Number((mean / 1000 / truth).toFixed(1)) : 1,
    };
    said.textContent = fill(V.said, words);
    tally.textContent = fill(truth ? V.tally : V.none, words);
    return fill(S.spoken, { ...words, tally: tally.textContent });
  }

  return { nodes: [frame(V.title, picture.node, said, tally)], draw, close: picture.close };
}

export default { render: (context) => show(context, make) };
