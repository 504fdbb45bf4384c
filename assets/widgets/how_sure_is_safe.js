// "How sure is 'safe'?": the range of risks that fit what was seen, looked up in the model's table.
import {el, fill, rich} from "./kit.js";
import {frame, show} from "./explorable.js";
import {chart} from "./chart.js";

const RISK_SHOWN = 100;
// The table is in 0.0001 %, fine enough that no second rounding shows.
const PERCENT = 10_000;
const percent = (value) => `${Number((value / PERCENT).toPrecision(2))} %`;

function make(spec, S) {
  const V = S.views;
  const picture = chart(280);
  const said = el("p.ws-result", {});
  const tally = el("p.ws-tally", {});
  const people = spec.controls[1].stops;
  const x = { label: V.people, log: true, min: people[0], max: people.at(-1), ticks: [5, 10, 100, 1000].map((at) => [at, at.toLocaleString("en")]) };
  const y = { label: V.risk, min: 0, max: RISK_SHOWN, ticks: [0, 25, 50, 75, 100].map((at) => [at, at]) };

  function draw([e, n]) {
    const rows = spec.tables.risk[e];
    const [point, low, high] = rows[n];
    const line = (which) => rows.map((row, at) => [people[at], row[which] / PERCENT]);
    picture.draw({ x, y, layers: [
      { kind: "band", look: 1, name: V.band, points: rows.map((row, at) => [people[at], row[1] / PERCENT, row[2] / PERCENT]) },
      { kind: "line", look: 2, name: V.line, points: line(0) },
      { kind: "dots", look: 4, name: V.here, points: [[people[n], ...[point, low, high].map((one) => one / PERCENT)]] },
    ] });
    const events = Math.min(spec.controls[0].stops[e], people[n]);
    const words = { events, people: people[n].toLocaleString("en"), point: percent(point), low: percent(low), high: percent(high), three: percent(spec.tables.three[n]) };
    said.textContent = fill(V.said, words);
    tally.textContent = fill(events ? V.some : V.none, words);
    return fill(S.spoken, { ...words, tally: tally.textContent });
  }

  return {
    nodes: [frame(V.title, picture.node, said, tally), rich(el("div.ws-beside", {}), spec.beside_html)],
    draw,
    close: picture.close,
  };
}

export default { render: (context) => show(context, make) };
