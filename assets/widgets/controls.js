// The control kit of every explorable: sliders with a number box and steps, a guess before the
// numbers, spoken words, the data as a table. Nothing here knows a model.
import {button, el, fill, fold, live, rich, uid} from "./kit.js";

// A typed number: spaces, a unit after it, a decimal comma and commas in thousands are all read.
function typedNumber(text) {
  const bare = text.replace(/\s/g, "").replace("\u2212", "-").replace(/[a-zµμ]+$/i, "");
  const plain = /^-?\d{1,3}(,\d{3})+$/.test(bare) ? bare.replaceAll(",", "") : bare.replace(",", ".");
  return plain === "" ? NaN : Number(plain);
}

function nearest(stops, value) {
  let best = 0;
  stops.forEach((stop, at) => {
    if (Math.abs(stop - value) < Math.abs(stops[best] - value)) best = at;
  });
  return best;
}

// One control: {label, unit, stops, start, read_at, marks}. onchange(index) runs at every step.
export function control(spec, strings, onchange) {
  const { stops } = spec;
  const id = uid("ws-control");
  let at = spec.start;
  const range = el("input", { type: "range", id, min: 0, max: stops.length - 1, step: 1, class: "ws-range" });
  const box = el("input", { type: "text", inputmode: "decimal", class: "ws-number-box", "aria-label": `${spec.label}, ${spec.unit}` });
  const mark = el("span.ws-read", {});
  const note = live("span.ws-note");
  const less = button("\u2212", () => set(at - 1), { "aria-label": fill(strings.less, spec) });
  const more = button("+", () => set(at + 1), { "aria-label": fill(strings.more, spec) });

  function draw() {
    const read = spec.read_at.includes(at);
    range.value = at;
    range.setAttribute("aria-valuetext", `${stops[at]} ${spec.unit}, ${spec.marks[at]}`);
    if (box.value !== String(stops[at])) box.value = stops[at];
    mark.textContent = `${read ? "\u25cf" : "\u25cb"} ${spec.marks[at]}`;
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
    const value = typedNumber(box.value);
    if (!Number.isFinite(value)) {
      draw();
      note.textContent = fill(strings.unreadable, { value: stops[spec.start] });
      return;
    }
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
  const node = el("div.ws-control", {},
    el("label", { for: id, class: "ws-control-label" }, spec.label),
    el("div.ws-control-row", {}, less, range, more,
      el("span.ws-value", {}, box, ` ${spec.unit}`)),
    el("p.ws-control-note", {}, mark, note));
  return { node, set, index: () => at, reset: () => set(spec.start) };
}

// A control of a few named options: {label, options: [{text, note}], start}. onchange(index) runs at
// every choice.
export function choice(spec, strings, onchange) {
  const name = uid("ws-choice");
  const note = el("span.ws-read", {});
  let at = spec.start;
  const inputs = spec.options.map((_, index) =>
    el("input", { type: "radio", name, value: index, onchange: () => set(index) }));
  const rows = inputs.map((input, index) =>
    el("label.ws-option", {}, input, el("span.ws-text", {}, spec.options[index].text)));

  function draw() {
    inputs[at].checked = true;
    note.textContent = spec.options[at].note;
  }

  function set(index) {
    const changed = index !== at;
    at = index;
    draw();
    if (changed) onchange(at);
  }

  draw();
  const node = el("fieldset.ws-control", {}, el("legend.ws-control-label", {}, spec.label),
    el("div.ws-choices", {}, ...rows), spec.options.some((one) => one.note) && el("p.ws-control-note", {}, note));
  return { node, set, index: () => at, reset: () => set(spec.start) };
}

// Asks for a guess before the numbers: onguess(option) at every guess, onguess(null) when skipped.
export function predictFirst(spec, strings, onguess) {
  const name = uid("ws-guess");
  const inputs = spec.options.map((_, at) => el("input", { type: "radio", name, value: at }));
  const rows = inputs.map((input, at) =>
    el("label.ws-option", {}, input, el("span.ws-text", {}, spec.options[at].text)));
  const said = live("p.ws-guess-said");
  const skip = button(strings.skip, () => reveal(null));
  const set = el("fieldset.ws-set", {},
    el("legend", {}, el("span.ws-ask", {}, spec.question)), ...rows);

  function reveal(option) {
    if (option) said.say(`${option.right ? "\u2713" : "\u2717"} ${option.feedback}`);
    else said.say();
    said.setAttribute("data-mark", option ? (option.right ? "right" : "wrong") : "");
    onguess(option);
    if (option) said.scrollIntoView({ block: "nearest" });
    skip.hidden = true;
  }

  // A radio changes at each arrow key: the guess counts when the button is pressed.
  function commit() {
    const option = spec.options[inputs.findIndex((input) => input.checked)];
    if (option) reveal(option);
    else said.say(strings.choose_first);
  }
  const go = button(strings.commit, commit, { class: "ws-button ws-main" });
  return el("div.ws-predict", {}, el("p.ws-small", {}, strings.lead), set,
    el("div.ws-actions", {}, go, skip), said);
}

// A line in the learner's own words, kept nowhere, and a model answer to hold it against.
export function ownWords(question, strings, summary, html) {
  const id = uid("ws-own");
  return el("div.ws-own", {},
    el("p.ws-frame-title", {}, strings.own_title), el("p", {}, question),
    el("label", { for: id, class: "ws-small" }, strings.own_label),
    el("textarea", { id, rows: 2, class: "ws-own-box" }),
    el("p.ws-small", {}, strings.own_note),
    fold(summary, rich(el("div"), html)));
}

// Words for listeners: said once the hand rests, not at every step.
export function spoken() {
  const node = live("p.ws-spoken.ws-hidden");
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
  const table = el("table.ws-table", {}, el("caption", {}, caption), el("thead", {}, top), el("tbody", {}, ...body));
  return fold(summary, el("div.ws-scroll", {}, table));
}
