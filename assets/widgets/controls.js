// The control kit of every explorable: sliders with a number box and steps, a guess before the
// numbers, spoken words, the data as a table. Nothing here knows a model.
import {button, el, fill, fold, live, rich, uid} from "./kit.js";

function nearest(stops, value) {
  let best = 0;
  stops.forEach((stop, at) => {
    if (Math.abs(stop - value) < Math.abs(stops[best] - value)) best = at;
  });
  return best;
}

// One control: {label, unit, stops, start, read, read_at}. onchange(index) runs at every step.
export function control(spec, strings, onchange) {
  const { stops } = spec;
  const id = uid("ws-control");
  let at = spec.start;
  const range = el("input", { type: "range", id, min: 0, max: stops.length - 1, step: 1, class: "ws-range" });
  const box = el("input", { type: "text", inputmode: "decimal", class: "ws-number-box", "aria-label": `${spec.label}, ${spec.unit}` });
  const mark = el("span", { class: "ws-read" });
  const note = live("span", { class: "ws-note" });
  const less = button("\u2212", () => set(at - 1), { "aria-label": fill(strings.less, spec) });
  const more = button("+", () => set(at + 1), { "aria-label": fill(strings.more, spec) });

  function draw() {
    const read = spec.read_at.includes(at);
    range.value = at;
    range.setAttribute("aria-valuetext", `${stops[at]} ${spec.unit}${read ? `, ${spec.read}` : ""}`);
    if (box.value !== String(stops[at])) box.value = stops[at];
    mark.textContent = read ? `\u25cf ${spec.read}` : "";
    less.setAttribute("aria-disabled", String(at === 0));
    more.setAttribute("aria-disabled", String(at === stops.length - 1));
  }

  function set(index) {
    const wanted = Math.max(0, Math.min(stops.length - 1, index));
    note.textContent = "";
    if (wanted === at) return draw();
    at = wanted;
    draw();
    onchange(at);
  }

  function typed() {
    if (box.value === String(stops[at])) return;
    const value = Number(box.value.replace(",", ".").replace(/[^0-9.]/g, "") || NaN);
    if (Number.isNaN(value)) return draw();
    const found = nearest(stops, value);
    set(found);
    draw();
    if (stops[found] !== value) note.textContent = fill(strings.nearest, { value: stops[found], unit: spec.unit });
  }

  range.addEventListener("input", () => set(Number(range.value)));
  box.addEventListener("change", typed);
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter") typed();
  });
  draw();
  const node = el("div", { class: "ws-control" },
    el("label", { for: id, class: "ws-control-label" }, spec.label),
    el("div", { class: "ws-control-row" }, less, range, more,
      el("span", { class: "ws-value" }, box, ` ${spec.unit}`)),
    el("p", { class: "ws-control-note" }, mark, note));
  return { node, set, index: () => at, reset: () => set(spec.start) };
}

// Asks for a guess first; onreveal(option or null) runs once, and again never.
export function predictFirst(spec, onreveal) {
  const name = uid("ws-guess");
  const inputs = spec.options.map((_, at) => el("input", { type: "radio", name, value: at }));
  const rows = inputs.map((input, at) =>
    el("label", { class: "ws-option" }, input, el("span", { class: "ws-text" }, spec.options[at].text)));
  const said = live("p", { class: "ws-guess-said" });
  const skip = button(spec.skip, () => reveal(null));
  const set = el("fieldset", { class: "ws-set" },
    el("legend", {}, el("span", { class: "ws-ask" }, spec.question)), ...rows);
  let open = false;

  function reveal(option) {
    if (option) said.say(`${option.right ? "\u2713" : "\u2717"} ${option.feedback}`);
    said.setAttribute("data-mark", option ? (option.right ? "right" : "wrong") : "");
    if (open) return;
    open = true;
    onreveal(option);
    skip.hidden = true;
  }

  // A radio changes at each arrow key; the guess counts when it is pressed or left standing.
  const commit = () => reveal(spec.options[inputs.findIndex((input) => input.checked)] ?? null);
  const go = button(spec.commit, commit, { class: "ws-button ws-main" });
  const node = el("div", { class: "ws-predict" }, el("p", { class: "ws-small" }, spec.lead), set,
    el("div", { class: "ws-actions" }, go, skip), said);
  return { node, skip };
}

// Words for listeners: said once the hand rests, not at every step.
export function spoken() {
  const node = live("p", { class: "ws-spoken" });
  let timer = null;
  return {
    node,
    say(text) {
      clearTimeout(timer);
      timer = setTimeout(() => node.say(text), 400);
    },
    stop: () => clearTimeout(timer),
  };
}

export function dataTable({ summary, caption, heads, rows }) {
  const top = el("tr", {}, ...heads.map((head) => el("th", { scope: "col" }, head)));
  const body = rows.map(([first, ...rest]) =>
    el("tr", {}, el("th", { scope: "row" }, first), ...rest.map((cell) => el("td", {}, cell))));
  const table = el("table", { class: "ws-table" }, el("caption", {}, caption), el("thead", {}, top), el("tbody", {}, ...body));
  return fold(summary, el("div", { class: "ws-scroll" }, table));
}

export function textFold(summary, html) {
  return fold(summary, rich(el("div"), html));
}
