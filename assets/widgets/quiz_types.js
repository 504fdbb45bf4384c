// The seven kinds of question, as native form controls.
// Each maker takes (question, strings, legend) and gives a control:
//   node       what stands in the card, the legend inside its first fieldset
//   read()     the learner's response, in the form the graders take
//   write(r)   puts a response back
//   rows       key -> row that can carry a mark; its data-name is its short name
//   problem()  a reason not to grade yet, or nothing
//   entry      a box in which Enter checks; after: what is shown below the feedback
import {el, rich} from "./kit.js";
import {options, set, words} from "./quiz_options.js";

function truthForm(q, S, legend) {
  const values = ["true", "false"].map((key) => ({key, plain: S[key]}));
  const first = options(values, false, legend);
  const second = options(q.reasons, false, el("legend.ws-choose", {}, S.reason));
  first.node.classList.add("ws-short");
  return {
    node: el("div", {}, first.node, second.node),
    rows: new Map([...first.rows, ...second.rows]),
    read: () => ({answer: first.read(), reason: second.read()}),
    write: ({answer, reason}) => {
      first.write(answer);
      second.write(reason);
    },
  };
}

function choices(S, list) {
  const all = [{key: "", plain: S.choose}, ...list];
  return el("select.ws-box", {}, ...all.map(({key, plain}) => el("option", {value: key}, plain)));
}

const field = (text, input) => el("label.ws-field", {}, text, input);

function numberForm(q, S, legend) {
  const box = el("input.ws-box", {inputmode: "decimal"});
  const unit = choices(S, q.units.map((name) => ({key: name, plain: name})));
  // With one unit there is nothing to choose.
  const only = q.units.length === 1 ? q.units[0] : "";
  unit.value = only;
  return {
    node: set(legend, el("div.ws-numbers", {}, field(S.your_number, box), q.units.length > 0 && field(S.unit, unit))),
    entry: box,
    read: () => ({value: box.value, unit: unit.value || null}),
    write: (given) => {
      box.value = given.value;
      unit.value = given.unit || only;
    },
    problem: () => (q.units.length && box.value.trim() && !unit.value && S.unit_missing),
  };
}

// What is chosen, in full below a select that is too narrow for it. Drawn only for the eye: the
// select says the same. write() sets the select and says so; a new width is seen by itself.
function chosenLine(select) {
  const line = el("span.ws-chosen", {"aria-hidden": "true", hidden: true});
  const pen = document.createElement("canvas").getContext("2d");
  function update() {
    const {font} = getComputedStyle(select);
    const text = select.value && select.selectedOptions[0].textContent;
    pen.font = font;
    // Its own padding and its arrow take the rest.
    line.hidden = !select.clientWidth || pen.measureText(text).width <= select.clientWidth - 48;
    line.textContent = line.hidden ? "" : text;
  }
  select.addEventListener("change", update);
  new ResizeObserver(update).observe(select);
  return {line, update};
}

// One labelled select an item.
function selects(items, list, S, legend, kind = "") {
  const rows = new Map();
  const picks = items.map(({key, html, plain}) => {
    const select = choices(S, list);
    const chosen = chosenLine(select);
    const row = el(`label.ws-row${kind}`, {}, words(html), select, chosen.line, el("span.ws-chip"));
    const put = (value) => {
      select.value = value;
      chosen.update();
    };
    row.dataset.name = plain;
    rows.set(key, row);
    return [key, select, put];
  });
  return {node: set(legend, ...rows.values()), rows, picks};
}

function matchForm(q, S, legend) {
  // A year or a letter leaves its room to the choices.
  const brief = q.rows.every(({plain}) => plain.length < 13) ? ".ws-few" : "";
  const made = selects(q.rows, q.choices, S, legend, brief);
  return {
    ...made,
    read: () => Object.fromEntries(made.picks.map(([key, select]) => [key, select.value || null])),
    write: (given) => {
      for (const [key, , put] of made.picks) put(given[key] || "");
    },
  };
}

function orderForm(q, S, legend) {
  const places = q.items.map((_, at) => ({key: at + 1, plain: at + 1}));
  const made = selects(q.items, places, S, legend, ".ws-place");
  const chosen = () => made.picks.map(([, select]) => select.value).filter(Boolean);
  return {
    ...made,
    read: () => places.map(({key}) => made.picks.find(([, select]) => select.value === `${key}`)?.[0] ?? null),
    write: (given) => {
      for (const [key, , put] of made.picks) put(given.indexOf(key) + 1 || "");
    },
    problem: () => (new Set(chosen()).size < chosen().length && S.same_place),
  };
}

// A box for own words; the model answer and the list to tick come once something is written.
function ownForm(q, S, legend) {
  const area = el("textarea.ws-box", {rows: 4});
  const points = options(q.checklist_html.map((html, key) => ({key, html})), true, el("legend.ws-choose", {}, S.checklist));
  const after = el("div.ws-compared", {hidden: true},
    el("p.ws-small", {}, S.model_answer), rich(el("div.ws-model"), q.model_answer_html), points.node);
  return {
    node: set(legend, field(S.own_label, area)),
    after,
    read: () => ({text: area.value, ticks: points.read().map(Number)}),
    write: ({text, ticks}) => {
      area.value = text;
      points.write((ticks || []).map(String));
      after.hidden = false;
    },
  };
}

export const TYPES = {
  one: (q, S, legend) => options(q.options, false, legend),
  many: (q, S, legend) => options(q.options, true, legend),
  true_false: truthForm,
  number: numberForm,
  match: matchForm,
  order: orderForm,
  own: ownForm,
};
