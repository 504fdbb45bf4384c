// "How big is a foreman?": looks the state up in tables made by the model, and draws it to scale.
import {button, el, fill, rich, root, svg, uid} from "./kit.js";
import {control, dataTable, ownWords, predictFirst, spoken} from "./controls.js";

const PX = 6.4; // pixels a micrometre, in the view at true scale
const LENS = 60; // times larger inside its lens
const STEP = 0.1; // pixels a millimetre, in the view at human scale
const GLASS = 30; // times larger inside that lens
const X = 284; // where a lens stands
const CM = 10 * STEP * GLASS; // a centimetre inside it
const FLOOR = 163; // the ground inside the lens at human scale

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

function frame(title, note, ...shapes) {
  const picture = svg("svg", { viewBox: "0 0 360 230", class: "ws-view", "aria-hidden": "true", focusable: "false" }, ...shapes);
  return el("figure.ws-frame", {}, el("p.ws-frame-title", {}, title), picture, note);
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
  const node = frame(S.scale, note, rays, cell, dot, arrow, lens(58, near, big), tag);
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
      rays.setAttribute("d", `M${x} 115L${X - 4} 57M${x} 115L${X - 4} 173`);
      near.setAttribute("cx", X - 34 - r * LENS);
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
  const note = el("figcaption.ws-frame-note", {});
  const line = svg("path", { class: "ws-guess-line" });
  const said = svg("text", { x: 98, class: "ws-guess-text" }, S.guess);
  const guess = svg("g", {}, line, said);
  const ruler = svg("path", { d: `M326 ${FLOOR}v-${CM}M320 ${FLOOR}h12M320 ${FLOOR - CM}h12`, class: "ws-arrow" });
  const node = frame(S.human, note,
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
      guess.setAttribute("visibility", high > 4 ? "visible" : "hidden");
      line.setAttribute("d", `M98 ${208 - high}H126M112 208v-${high}`);
      said.setAttribute("y", 201 - high);
    },
    draw(mm, height, like) {
      const share = (mm * STEP) / 180;
      small.setAttribute("transform", `translate(196 208) scale(${share})`);
      large.setAttribute("transform", `translate(276 ${FLOOR}) scale(${share * GLASS})`);
      note.textContent = fill(S.human_text, { height, like });
    },
  };
}

// The two ratios: a row, and the same row in three directions.
function ratioView(S) {
  const row = el("span", {});
  const cube = el("strong.ws-cube-text", {});
  const body = el("span", {});
  const change = el("p.ws-change", {});
  const dots = Array.from({ length: 9 }, (_, at) => svg("circle", { cx: 8 + at * 11, cy: 30, r: 4.5, class: "ws-vesicle" }));
  const line = svg("svg", { viewBox: "0 0 108 60", class: "ws-icon", "aria-hidden": "true" }, ...dots);
  const box = svg("svg", { viewBox: "0 0 108 60", class: "ws-icon", "aria-hidden": "true" },
    svg("path", { d: "M54 4L80 16V44L54 56L28 44V16Z", class: "ws-box-face" }),
    svg("path", { d: "M28 16L54 28L80 16M54 28V56", class: "ws-box-edge" }));
  const node = el("div.ws-ratios", {},
    el("p.ws-frame-title", {}, S.ratio),
    el("div.ws-ratio", {}, line, row),
    el("div.ws-ratio", {}, box, el("span", {}, cube, body)), change);
  return {
    node,
    draw(length, volume, changed) {
      change.textContent = changed;
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
    volume: (count) => count >= 1e9 ? fill(strings.billion, { value: count / 1e9 })
      : count >= 1e6 ? fill(strings.million, { value: count / 1e6 }) : grouped(count),
    height: (tenths) => (tenths >= 100 ? fill(units.cm, { value: tenths / 100 }) : fill(units.mm, { value: tenths / 10 })),
    fold: (hundredths) => fill(hundredths < 0 ? strings.views.over : strings.views.times,
      { value: Number(Math.abs(hundredths / 100).toPrecision(3)) }),
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

  let guessed = 0;

  function draw(moved) {
    const [c, v] = inputs.map((input) => input.index());
    const [um, nm] = [spec.controls[0].stops[c], spec.controls[1].stops[v]];
    const at = (name) => spec.tables[name][c][v];
    const height = at("height");
    const begin = inputs.every((input, one) => input.index() === spec.controls[one].start);
    const change = begin ? S.views.begin : fill(S.views.change, { row: say.fold(at("row")), body: say.fold(at("body")) });
    const words = {
      cell: um, vesicle: nm, length: say.length(at("length")), volume: say.volume(at("volume")),
      height: say.height(height), like: say.like(height / 10), change,
    };
    views[0].draw(um, nm);
    views[1].draw(height / 10, words.height, words.like);
    views[1].guess(begin ? guessed : 0);
    views[2].draw(words.length, words.volume, change);
    if (moved) voice.say(fill(S.spoken, words));
  }

  const again = button(S.reset, () => inputs.forEach((input) => input.reset()));
  const lab = el("div", { class: "ws-lab", hidden: true, tabindex: "-1" },
    el("div.ws-controls", {}, ...inputs.map((input) => input.node)),
    el("div.ws-views", {}, views[0].node, views[1].node),
    views[2].node,
    el("div.ws-actions", {}, again), voice.node,
    el("p.ws-frame-title", {}, S.tasks_title),
    el("ol.ws-tasks", {}, ...S.tasks.map((task) => el("li", {}, task))),
    ownWords(S.own, S, S.why, spec.why_html), dataTable(spec.table));
  const predict = predictFirst(S.predict, S, (option) => {
    lab.hidden = false;
    guessed = option?.mm ?? 0;
    if (!option) lab.focus();
    draw(true);
  });
  root(host, "ws-explore",
    el("p.ws-title", {}, spec.title),
    rich(el("div.ws-small", {}), spec.model_html), predict, lab);
  draw(false);
  return () => voice.stop();
}

export default { render };
