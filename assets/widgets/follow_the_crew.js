// "Follow the crew": what is left of a dose, looked up in the model's tables. Dots are read.
import {el, fill, fold} from "./kit.js";
import {frame, show} from "./explorable.js";
import {chart} from "./chart.js";

// a share is sent in 0.01 %
const percent = (share) => share / 100;
const short = (share) => Number(percent(share).toPrecision(3)).toString();

const marks = (length, step) =>
  Array.from({ length: length / step + 1 }, (_, at) => [at * step, at * step]);

function make(spec, S) {
  const V = S.views;
  const T = spec.tables;
  const picture = chart(300);
  const said = el("p.ws-result", {});
  const tally = el("p.ws-tally", {});
  const list = el("ul.ws-tasks", {});
  const y = { label: V.left, min: 0, max: 100, ticks: [0, 25, 50, 75, 100].map((at) => [at, at]) };

  function draw([c, h, p]) {
    const length = T.length[c];
    const unit = V.units[V.unit_of[c]];
    const curve = T.curve[c][h];
    const step = length / (curve.length - 1);
    const both = p === 1 ? T.phases[c] : null;
    const read = T.read[c].map(([time, share]) => [time / 10, percent(share)]);
    const x = { label: unit, min: 0, max: length, ticks: marks(length, T.step[c]) };
    const layers = both
      ? [
        { kind: "band", look: 1, name: V.band[c], points: both.map(([low, , high], at) => [at * step, percent(low), percent(high)]) },
        { kind: "line", look: 1, name: V.phases_line[c], points: both.map(([, middle], at) => [at * step, percent(middle)]) },
      ]
      : [{ kind: "line", look: 1, name: V.line, points: curve.map((share, at) => [at * step, percent(share)]) }];
    layers.push({ kind: "dots", look: 2, name: V.dots, points: read });
    picture.draw({ x, y, layers });
    const half = spec.controls[1];
    const words = {
      crew: spec.controls[0].options[c].text, unit, length, half: half.stops[h], mark: half.marks[h],
      end: short(both ? both.at(-1)[1] : curve.at(-1)),
    };
    said.textContent = fill(both ? V.said_both : V.said, words);
    tally.textContent = p === 1 && !both ? V.no_phases : V.why[c];
    list.replaceChildren(...T.read[c].slice(1).map(([time, share], at) =>
      el("li", {}, fill(V.residual, { time: time / 10, unit, read: short(share), curve: short(T.there[c][h][at + 1]) }))));
    if (!list.children.length) list.append(el("li", {}, V.none));
    return fill(S.spoken, { ...words, said: said.textContent });
  }

  return {
    nodes: [frame(V.title, picture.node, said, tally), fold(V.residuals, list)],
    draw,
    close: picture.close,
  };
}

export default { render: (context) => show(context, make) };
