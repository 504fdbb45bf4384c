// "How big is a foreman?": looks the state up in tables made by the model, and draws it to scale.
import {dress, el, fill, svg, uid} from "./kit.js";
import {frame, show} from "./explorable.js";

// pixels a micrometre, in the view at true scale
const PX = 6.4;
// times larger inside its lens
const LENS = 60;
// pixels a millimetre, in the view at human scale
const STEP = 0.1;
// times larger inside that lens
const GLASS = 30;
// where a lens stands
const X = 284;
// a centimetre inside it
const CM = 10 * STEP * GLASS;
// the ground inside the lens at human scale
const FLOOR = 163;
// pixels a block: what was there at the start
const BLOCK = 16;

// A person with a helmet, 180 high, standing on (0, 0); the foreman has a briefcase.
function person(foreman) {
  return svg("g", { class: foreman ? "ws-foreman" : "ws-worker" },
    svg("path", { d: "M-14 0L-12 -72H12L14 0H3L0 -54L-3 0Z", class: "ws-legs" }),
    svg("path", { d: "M-20 -70Q-24 -142 0 -142Q24 -142 20 -70Z", class: "ws-body" }),
    foreman ? svg("path", { d: "M20 -66h26v-24h-26zM27 -90v-7h12v7", class: "ws-case" }) : null,
    svg("circle", { cx: 0, cy: -157, r: 14, class: "ws-face" }),
    svg("path", { d: "M-20 -160Q-16 -180 0 -180Q16 -180 20 -160Z", class: "ws-helmet" }));
}

function lens(r, ...inside) {
  const [cx, cy] = [X, 115];
  const id = uid("ws-lens");
  return svg("g", {},
    svg("clipPath", { id }, svg("circle", { cx, cy, r })),
    svg("circle", { cx, cy, r, class: "ws-glass" }),
    svg("g", { "clip-path": `url(#${id})` }, ...inside),
    svg("circle", { cx, cy, r, class: "ws-rim" }));
}

function lensTag(S, times) {
  return svg("text", { x: 354, y: 207, class: "ws-tag-text" }, fill(S.lens, { times }));
}

function view(title, note, ...shapes) {
  return frame(title, svg("svg", { viewBox: "0 0 360 230", class: "ws-view", "aria-hidden": "true" }, ...shapes), note);
}

// The cell and its vesicle as they are, and the place where they meet through a lens.
function scaleView(S) {
  const cell = svg("circle", { cy: 115, class: "ws-cell" });
  const dot = svg("circle", { cy: 115, class: "ws-dot-true" });
  const arrow = svg("path", { class: "ws-arrow" });
  const near = svg("circle", { cy: 115, class: "ws-cell" });
  const big = svg("circle", { cy: 115, cx: X + 12, class: "ws-vesicle" });
  const rays = svg("path", { class: "ws-ray" });
  const note = el("figcaption.ws-frame-note", {});
  const tag = lensTag(S, LENS);
  const node = view(S.scale, note, rays, cell, dot, arrow, lens(58, near, big), tag);
  return {
    node,
    draw(um, nm) {
      const r = (um * PX) / 2;
      const v = ((nm / 1000) * PX) / 2;
      const x = 8 + 2 * r + 6;
      dress(cell, { cx: 8 + r, r });
      dress(dot, { cx: x, r: v });
      dress(arrow, { d: `M${x} 78V108M${x - 5} 100L${x} 108L${x + 5} 100` });
      dress(rays, { d: `M${x} 115L${X - 4} 57M${x} 115L${X - 4} 173` });
      dress(near, { cx: X - 34 - r * LENS, r: r * LENS });
      dress(big, { r: v * LENS });
      note.textContent = fill(S.scale_text, { cell: um, vesicle: nm });
    },
  };
}

// The worker of 1.8 m and the foreman at the same scale, and through a lens beside a ruler.
function humanView(S) {
  const small = person(true);
  const large = person(true);
  const note = el("figcaption.ws-frame-note", {});
  const line = svg("path", { class: "ws-guess-line" });
  const said = svg("text", { x: 98, class: "ws-guess-text" }, S.guess);
  const guess = svg("g", {}, line, said);
  const ruler = svg("path", { d: `M326 ${FLOOR}v-${CM}M320 ${FLOOR}h12M320 ${FLOOR - CM}h12`, class: "ws-arrow" });
  const node = view(S.human, note,
    svg("path", { d: `M196 208L${X - 4} 45M196 208L${X - 4} 185`, class: "ws-ray" }),
    svg("path", { d: "M8 208H206", class: "ws-ground" }),
    svg("g", { transform: "translate(70 208)" }, person(false)), small,
    svg("path", { d: "M196 168V200M191 192L196 200L201 192", class: "ws-arrow" }), guess,
    lens(70, svg("path", { d: `M220 ${FLOOR}H355`, class: "ws-ground" }), large, ruler,
      svg("text", { x: 346, y: FLOOR - CM - 8, class: "ws-tag-text" }, S.ruler)),
    lensTag(S, GLASS));
  return {
    node,
    // The guess stands beside the worker as long as the state is the one that was asked for.
    guess(mm) {
      const high = mm * STEP;
      dress(guess, { visibility: high > 4 ? "inherit" : "hidden" });
      dress(line, { d: `M98 ${208 - high}H126M112 208v-${high}` });
      dress(said, { y: 201 - high });
    },
    draw(mm, height, like) {
      const share = (mm * STEP) / 180;
      dress(small, { transform: `translate(196 208) scale(${share})` });
      dress(large, { transform: `translate(276 ${FLOOR}) scale(${share * GLASS})` });
      note.textContent = fill(S.human_text, { height, like });
    },
  };
}

// Blocks seen from a corner, standing at (cx, 182): a long, b deep and high, with a joint at each
// whole block.
function blocks(cx) {
  const shapes = ["top", "left", "right", "joint"].map((side) => svg("path", { class: `ws-block-${side}` }));
  const tag = svg("text", { x: cx, y: 207, class: "ws-tag-text ws-tag-mid" });
  return {
    shapes: [...shapes, tag],
    draw(a, b, text) {
      const at = ([x, y, z]) => [cx + (x - y - (a - b) / 2) * 0.866 * BLOCK, 182 - ((a + b - x - y) / 2 + z) * BLOCK];
      const line = (...points) => `M${points.map(at).join("L")}`;
      const [west, near, east, foot] = [[0, b, b], [a, b, b], [a, 0, b], [a, b, 0]];
      const joints = [];
      for (let k = 1; k < a; k++) {
        joints.push(line([k, 0, b], [k, b, b], [k, b, 0]));
        if (k < b) joints.push(line([0, k, b], [a, k, b], [a, k, 0]), line([0, b, k], [a, b, k], [a, 0, k]));
      }
      dress(shapes[0], { d: `${line([0, 0, b], east, near, west)}Z` });
      dress(shapes[1], { d: `${line(west, near, foot, [0, b, 0])}Z` });
      dress(shapes[2], { d: `${line(east, near, foot, [a, 0, 0])}Z` });
      dress(shapes[3], { d: joints.join("") });
      tag.textContent = text;
    },
  };
}

// The two ratios: a row, and the same row in three directions. One block is the start.
function ratioView(S) {
  const row = el("p", {});
  const cube = el("strong.ws-cube-text", {});
  const body = el("span", {});
  const change = el("p.ws-change", {});
  const line = blocks(84);
  const box = blocks(246);
  const node = el("div.ws-views.ws-ratios", {},
    view(S.ratio, el("figcaption.ws-frame-note", {}, S.block), ...line.shapes, ...box.shapes),
    el("div.ws-ratio", {}, row, el("p.ws-body-text", {}, cube, body), change));
  return {
    node,
    draw(words, fold) {
      line.draw(fold, 1, fill(S.row_tag, words));
      box.draw(fold, fold, fill(S.body_tag, words));
      row.textContent = fill(S.length, words);
      cube.textContent = fill(S.cube, words);
      body.textContent = fill(S.volume, words);
      change.textContent = words.change;
    },
  };
}

const grouped = (value) => value.toLocaleString("en");

function written(strings) {
  const units = strings.units;
  return {
    length: (tenths) => (tenths >= 1000 ? grouped(Math.round(tenths / 10)) : String(tenths / 10)),
    volume: (count) => count >= 1e9 ? fill(strings.billion, { value: count / 1e9 })
      : count >= 1e6 ? fill(strings.million, { value: count / 1e6 }) : grouped(count),
    height: (tenths) => (tenths >= 100 ? fill(units.cm, { value: tenths / 100 }) : fill(units.mm, { value: tenths / 10 })),
    fold: (hundredths) => fill(hundredths < 0 ? strings.views.over : strings.views.times,
      { value: Number(Math.abs(hundredths / 100).toPrecision(3)) }),
    like: (mm) => strings.like.find(({ below }) => mm < below).text,
  };
}

function make(spec, S) {
  const say = written(S);
  const views = [scaleView(S.views), humanView(S.views), ratioView(S.views)];
  let guessed = 0;

  function draw([c, v]) {
    const [um, nm] = [spec.controls[0].stops[c], spec.controls[1].stops[v]];
    const at = (name) => spec.tables[name][c][v];
    const height = at("height");
    const [row, body] = [say.fold(at("row")), say.fold(at("body"))];
    const begin = [c, v].every((place, one) => place === spec.controls[one].start);
    const change = begin ? S.views.begin : fill(S.views.change, { row, body });
    const words = {
      cell: um, vesicle: nm, length: say.length(at("length")), volume: say.volume(at("volume")),
      height: say.height(height), like: say.like(height / 10), change, row, body,
    };
    views[0].draw(um, nm);
    views[1].draw(height / 10, words.height, words.like);
    views[1].guess(begin ? guessed : 0);
    views[2].draw(words, at("row") > 0 ? at("row") / 100 : -100 / at("row"));
    return fill(S.spoken, words);
  }

  return {
    nodes: [el("div.ws-views", {}, views[0].node, views[1].node), views[2].node],
    draw,
    guess: (option) => { guessed = option?.mm ?? 0; },
  };
}

export default { render: (context) => show(context, make) };
