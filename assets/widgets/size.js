// "How big is a foreman?": looks the state up in tables made by the model, and draws it to scale.
import {button, el, fill, rich, root, svg, uid} from "./kit.js";
import {control, dataTable, predictFirst, spoken, textFold} from "./controls.js";

const PX = 6.4; // pixels a micrometre, in the view at true scale
const LENS = 60; // times larger inside its lens
const STEP = 0.1; // pixels a millimetre, in the view at human scale
const GLASS = 30; // times larger inside that lens
const R = 58; // radius of a lens

// A person with a helmet, 180 high, standing on (0, 0); the foreman has a briefcase.
function person(foreman) {
  return svg("g", { class: foreman ? "ws-foreman" : "ws-worker" },
    svg("path", { d: "M-14 0L-12 -72H12L14 0H3L0 -54L-3 0Z", class: "ws-legs" }),
    svg("path", { d: "M-20 -70Q-24 -142 0 -142Q24 -142 20 -70Z", class: "ws-body" }),
    foreman ? svg("path", { d: "M20 -66h26v-24h-26zM27 -90v-7h12v7", class: "ws-case" }) : null,
    svg("circle", { cx: 0, cy: -157, r: 14, class: "ws-face" }),
    svg("path", { d: "M-20 -160Q-16 -180 0 -180Q16 -180 20 -160Z", class: "ws-helmet" }));
}

function lens(cx, cy, ...inside) {
  const id = uid("ws-lens");
  return svg("g", {},
    svg("clipPath", { id }, svg("circle", { cx, cy, r: R })),
    svg("circle", { cx, cy, r: R, class: "ws-glass" }),
    svg("g", { "clip-path": `url(#${id})` }, ...inside),
    svg("circle", { cx, cy, r: R, class: "ws-rim" }));
}

function frame(title, note, ...shapes) {
  const picture = svg("svg", { viewBox: "0 0 360 230", class: "ws-view", "aria-hidden": "true", focusable: "false" }, ...shapes);
  return el("figure", { class: "ws-frame" }, el("p", { class: "ws-frame-title" }, title), picture, note);
}

// The cell and its vesicle as they are, and the place where they meet through a lens.
function scaleView(S) {
  const cell = svg("circle", { cy: 115, class: "ws-cell" });
  const dot = svg("circle", { cy: 115, class: "ws-dot-true" });
  const arrow = svg("path", { class: "ws-arrow" });
  const near = svg("circle", { cy: 115, class: "ws-cell" });
  const big = svg("circle", { cy: 115, cx: 308, class: "ws-vesicle" });
  const rays = svg("path", { class: "ws-ray" });
  const note = el("figcaption", { class: "ws-frame-note" });
  const tag = svg("text", { x: 296, y: 196, class: "ws-tag-text" }, fill(S.lens, { times: LENS }));
  const node = frame(S.scale, note, rays, cell, dot, arrow, lens(296, 115, near, big), tag);
  return {
    node,
    draw(um, nm) {
      const r = (um * PX) / 2;
      const v = ((nm / 1000) * PX) / 2;
      const x = 8 + 2 * r + 6;
      cell.setAttribute("cx", 8 + r);
      cell.setAttribute("r", r);
      dot.setAttribute("cx", x);
      dot.setAttribute("r", v);
      arrow.setAttribute("d", `M${x} 78V108M${x - 5} 100L${x} 108L${x + 5} 100`);
      rays.setAttribute("d", `M${x} 115L292 57M${x} 115L292 173`);
      near.setAttribute("cx", 262 - r * LENS);
      near.setAttribute("r", r * LENS);
      big.setAttribute("r", v * LENS);
      note.textContent = fill(S.scale_text, { cell: um, vesicle: nm });
    },
  };
}

// The worker of 1.8 m and the foreman at the same scale, and through a lens beside a ruler.
function humanView(S) {
  const small = person(true);
  const large = person(true);
  const note = el("figcaption", { class: "ws-frame-note" });
  const ruler = svg("path", { d: `M326 148v-${10 * STEP * GLASS}M320 148h12M320 ${148 - 10 * STEP * GLASS}h12`, class: "ws-arrow" });
  const node = frame(S.human, note,
    svg("path", { d: "M132 208L292 57M132 208L292 173", class: "ws-ray" }),
    svg("path", { d: "M8 208H230", class: "ws-ground" }),
    svg("g", { transform: "translate(70 208)" }, person(false)), small,
    svg("path", { d: "M132 168V200M127 192L132 200L137 192", class: "ws-arrow" }),
    lens(296, 115, svg("path", { d: "M230 148H360", class: "ws-ground" }), large, ruler,
      svg("text", { x: 324, y: 138 - 10 * STEP * GLASS, class: "ws-tag-text" }, S.ruler)),
    svg("text", { x: 296, y: 196, class: "ws-tag-text" }, fill(S.lens, { times: GLASS })));
  return {
    node,
    draw(mm, height, like) {
      const share = (mm * STEP) / 180;
      small.setAttribute("transform", `translate(132 208) scale(${share})`);
      large.setAttribute("transform", `translate(282 148) scale(${share * GLASS})`);
      note.textContent = fill(S.human_text, { height, like });
    },
  };
}

// The two ratios: a row, and the same row in three directions.
function ratioView(S) {
  const row = el("span", {});
  const cube = el("strong", { class: "ws-cube-text" });
  const body = el("span", {});
  const dots = Array.from({ length: 9 }, (_, at) => svg("circle", { cx: 8 + at * 11, cy: 30, r: 4.5, class: "ws-vesicle" }));
  const line = svg("svg", { viewBox: "0 0 108 60", class: "ws-icon", "aria-hidden": "true" }, ...dots);
  const box = svg("svg", { viewBox: "0 0 108 60", class: "ws-icon", "aria-hidden": "true" },
    svg("path", { d: "M54 4L80 16V44L54 56L28 44V16Z", class: "ws-box-face" }),
    svg("path", { d: "M28 16L54 28L80 16M54 28V56", class: "ws-box-edge" }));
  const node = el("div", { class: "ws-ratios" },
    el("p", { class: "ws-frame-title" }, S.ratio),
    el("div", { class: "ws-ratio" }, line, row),
    el("div", { class: "ws-ratio" }, box, el("span", {}, cube, body)));
  return {
    node,
    draw(length, volume) {
      row.textContent = fill(S.length, { length });
      cube.textContent = fill(S.cube, { length });
      body.textContent = fill(S.volume, { volume });
    },
  };
}

const grouped = (value) => value.toLocaleString("en");

function written(strings) {
  const units = strings.units;
  return {
    length: (tenths) => (tenths >= 1000 ? grouped(Math.round(tenths / 10)) : String(tenths / 10)),
    volume: (count) => (count >= 1e6 ? fill(strings.million, { value: count / 1e6 }) : grouped(count)),
    height: (tenths) => (tenths >= 100 ? fill(units.cm, { value: tenths / 100 }) : fill(units.mm, { value: tenths / 10 })),
    like: (mm) => strings.like.find(({ below }) => mm < below).text,
  };
}

function render({ model, el: host }) {
  const spec = model.get("spec");
  const S = spec.strings;
  const say = written(S);
  const views = [scaleView(S.views), humanView(S.views), ratioView(S.views)];
  const voice = spoken();
  const inputs = spec.controls.map((each) => control(each, S, () => draw(true)));

  function draw(moved) {
    const [c, v] = inputs.map((input) => input.index());
    const [um, nm] = [spec.controls[0].stops[c], spec.controls[1].stops[v]];
    const height = spec.tables.height[c][v];
    const words = {
      cell: um, vesicle: nm, length: say.length(spec.tables.length[c][v]),
      volume: say.volume(spec.tables.volume[c][v]), height: say.height(height), like: say.like(height / 10),
    };
    views[0].draw(um, nm);
    views[1].draw(height / 10, words.height, words.like);
    views[2].draw(words.length, words.volume);
    if (moved) voice.say(fill(S.spoken, words));
  }

  const guess = el("p", { class: "ws-small" });
  const again = button(S.reset, () => inputs.forEach((input) => input.reset()));
  const lab = el("div", { class: "ws-lab", hidden: true, tabindex: "-1" },
    guess,
    el("div", { class: "ws-views" }, views[0].node, views[1].node),
    views[2].node,
    el("div", { class: "ws-controls" }, ...inputs.map((input) => input.node)),
    el("div", { class: "ws-actions" }, again), voice.node,
    el("p", { class: "ws-frame-title" }, S.tasks_title),
    el("ol", { class: "ws-tasks" }, ...S.tasks.map((task) => el("li", {}, task))),
    textFold(S.why, spec.why_html), dataTable(spec.table));
  const predict = predictFirst(S.predict, (option) => {
    lab.hidden = false;
    if (option) guess.textContent = fill(S.your_guess, { guess: option.text });
    else lab.focus();
    draw(true);
  });
  root(host, "ws-explore",
    el("p", { class: "ws-title" }, spec.title),
    rich(el("div", { class: "ws-small" }), spec.model_html), predict.node, lab);
  draw(false);
  return () => voice.stop();
}

export default { render };
