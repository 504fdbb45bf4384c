// Rows to choose from, and the marks on rows: what questions, their confidence and the survey share.
import {el, rich, uid} from "./kit.js";

const SIGNS = {wrong: "✗", missed: "!", unit: "!", partly: "½", open: "–"};

// "wrong-chosen" and "wrong" look and read the same; "right-missed" is a thing of its own.
export const kindOf = (mark) => (mark.endsWith("missed") ? "missed" : mark.split("-")[0]);

export const sign = (kind) => el("span.ws-sign", {"aria-hidden": "true"}, SIGNS[kind] || "✓");

// Puts the marks of a graded given on the rows: a sign and a word, colour only on top of them.
export function stamp(control, marks, S) {
  for (const [key, row] of control.rows || []) {
    const mark = marks.find((one) => one.key === key)?.mark;
    const kind = mark && kindOf(mark);
    row.dataset.mark = kind || "";
    row.lastChild.replaceChildren(...(kind ? [sign(kind), ` ${S[`mark_${kind}`]}`] : []));
  }
}

export const words = (html) => rich(el("span.ws-text"), html);
export const set = (legend, ...parts) => el("fieldset.ws-set", {}, legend, ...parts);

// Radios or checkboxes as full rows with their letters; the chip for a mark is always last.
export function options(list, multiple, legend) {
  const name = uid("ws");
  const rows = new Map();
  const inputs = list.map(({key, letter, html, plain}) => {
    const input = el("input", {type: multiple ? "checkbox" : "radio", name, value: key});
    const badge = letter && el("span.ws-letter", {}, letter);
    const row = el("label.ws-option", {}, input, badge, plain || words(html), el("span.ws-chip"));
    row.dataset.name = letter || plain;
    rows.set(key, row);
    return input;
  });
  const ticked = () => inputs.filter((input) => input.checked).map((input) => input.value);
  return {
    node: set(legend, ...rows.values()),
    rows,
    read: () => (multiple ? ticked() : (ticked()[0] ?? null)),
    write: (given) => {
      for (const input of inputs) input.checked = [given].flat().includes(input.value);
    },
  };
}

export function confidenceSet(S) {
  const list = ["sure", "think", "guess"].map((key) => ({key, plain: S[`confidence_${key}`]}));
  const made = options(list, false, el("legend.ws-small", {}, S.confidence));
  made.node.classList.add("ws-sure");
  return made;
}
