// "Release clock": the time until a billion vesicles are out, looked up in the model's table.
import {el, fill} from "./kit.js";
import {frame, show} from "./explorable.js";
import {chart} from "./chart.js";

const LARGEST = 1e12;

// Seconds in the largest unit that fits, with two digits that count.
function inWords(seconds, units) {
  const unit = units.find((one) => seconds >= one.seconds) ?? units.at(-1);
  const value = Number((seconds / unit.seconds).toPrecision(2));
  return `${value.toLocaleString("en")} ${unit.name}`;
}

function make(spec, S) {
  const V = S.views;
  const picture = chart(320);
  const said = el("p.ws-result", {});
  const tally = el("p.ws-tally", {});
  const [rates, cells] = spec.controls.map((each) => each.stops);
  const x = { label: V.cells, log: true, min: cells[0], max: cells.at(-1), ticks: V.counts };
  const y = { label: V.time, log: true, min: 1, max: LARGEST, ticks: V.times };

  function draw([r, c]) {
    const seconds = spec.tables.seconds[r][c];
    picture.draw({ x, y, layers: [
      { kind: "band", look: 1, name: V.band, points: spec.tables.band },
      { kind: "line", look: 2, name: V.line, points: cells.map((count, at) => [count, spec.tables.seconds[r][at]]) },
      { kind: "dots", look: 4, name: V.here, points: [[cells[c], seconds]] },
    ] });
    const words = {
      rate: rates[r], cells: cells[c].toLocaleString("en"), time: inWords(seconds, S.units),
      mark: spec.controls[0].marks[r],
    };
    said.textContent = fill(cells[c] === 1 ? V.one : V.many, words);
    tally.textContent = fill(V.tally, words);
    return fill(S.spoken, words);
  }

  return { nodes: [frame(V.title, picture.node, said, tally)], draw, close: picture.close };
}

export default { render: (context) => show(context, make) };
