// "Crew size": eight pools of stem cells by the same rules, looked up in the model's tables.
import {el, fill} from "./kit.js";
import {frame, show} from "./explorable.js";
import {chart} from "./chart.js";

// stem cells at the upper edge of the chart
const POOL_SHOWN = 40;
// the largest pool that is sent
const MANY = 9999;

// A line ends where it leaves the chart.
function inPairs(values, scale = 1) {
  const points = values.map((value, at) => [at, value / scale]);
  const out = points.findIndex(([, value]) => value > POOL_SHOWN);
  return out < 0 ? points : points.slice(0, out + 1);
}

function make(spec, S) {
  const V = S.views;
  const picture = chart(300);
  const said = el("p.ws-result", {});
  const tally = el("p.ws-tally", {});
  const rounds = spec.tables.mean[0][0].length - 1;
  const x = { label: V.rounds, min: 0, max: rounds, ticks: [0, 5, 10, 15, 20].map((at) => [at, at]) };
  const y = { label: V.pool, min: 0, max: POOL_SHOWN, ticks: [0, 10, 20, 30, 40].map((at) => [at, at]) };
  const count = (value) => (value >= MANY ? fill(V.more, { value: MANY.toLocaleString("en") }) : value.toLocaleString("en"));

  function draw([e, s]) {
    const at = (name) => spec.tables[name][e][s];
    const pools = at("pools");
    const ends = pools.map((pool) => pool[rounds]);
    const layers = pools.map((points, one) => ({ kind: "line", look: 1, name: one ? "" : V.crew, points: inPairs(points) }));
    layers.push({ kind: "line", look: 2, name: V.average, points: inPairs(at("mean"), 10) });
    picture.draw({ x, y, layers });
    const words = {
      even: spec.controls[0].stops[e], stem: spec.controls[1].stops[s],
      lost: ends.filter((end) => end === 0).length, share: Math.round(at("lost") / 10),
      low: count(Math.min(...ends)), high: count(Math.max(...ends)),
      mean: count(Math.round(at("mean")[rounds] / 10)), built: at("built").toLocaleString("en"),
    };
    said.textContent = fill(words.low === words.high ? V.said_alike : V.said, words);
    tally.textContent = fill(V.tally, words);
    return fill(S.spoken, words);
  }

  return { nodes: [frame(V.title, picture.node, said, tally)], draw, close: picture.close };
}

export default { render: (context) => show(context, make) };
