// The seven kinds of question, as native form controls.
// Each maker takes (question, strings, legend) and gives a control:
//   node       what stands in the card, the legend inside its first fieldset
//   read()     the learner's response, in the form the graders take
//   write(r)   puts a response back
//   rows       key -> element that can carry a mark
//   lines(result, response)   what to say about this answer: [{mark, label, html}]
//   answer()   the right answer, as nodes
//   problem()  a reason not to grade yet, or nothing
import {el, fill, rich, uid} from "./kit.js";

const SIGNS = {
  "right-chosen": "\u2713",
  "right-missed": "!",
  "wrong-chosen": "\u2717",
  right: "\u2713",
  wrong: "\u2717",
  partly: "\u00bd",
  unit: "!",
  noted: "\u2713",
  open: "\u2013",
};

export function sign(mark) {
  return el("span", { class: "ws-sign", "aria-hidden": "true" }, SIGNS[mark]);
}

function wordOf(mark, S) {
  return S[`mark_${mark.replace("-", "_")}`];
}

// Puts the marks of a graded response on the rows: a sign and a word, colour only on top of them.
export function stamp(control, marks, S) {
  for (const row of control.rows.values()) {
    row.removeAttribute("data-mark");
    row.querySelector(".ws-chip").replaceChildren();
  }
  for (const { key, mark } of marks) {
    const row = control.rows.get(key);
    if (!row) continue;
    row.setAttribute("data-mark", mark);
    row.querySelector(".ws-chip").append(sign(mark), ` ${wordOf(mark, S)}`);
  }
}

const chip = () => el("span", { class: "ws-chip" });
const words = (plain) => el("span", { class: "ws-text" }, plain);
const text = (html) => rich(words(""), html);

// Radios or checkboxes as full rows with their letters.
function optionSet(options, multiple, legend) {
  const name = uid("ws-options");
  const rows = new Map();
  const inputs = options.map(({ key, letter, html, plain }) => {
    const input = el("input", { type: multiple ? "checkbox" : "radio", name, value: key });
    const badge = letter && el("span", { class: "ws-letter" }, letter);
    const said = plain ? words(plain) : text(html);
    rows.set(key, el("label", { class: "ws-option" }, input, badge, said, chip()));
    return input;
  });
  const ticked = () => inputs.filter((input) => input.checked).map((input) => input.value);
  return {
    node: el("fieldset", { class: "ws-set" }, legend, ...rows.values()),
    rows,
    read: () => (multiple ? ticked() : (ticked()[0] ?? null)),
    write: (response) => {
      const wanted = multiple ? response || [] : [response];
      for (const input of inputs) input.checked = wanted.includes(input.value);
    },
  };
}

function optionLines(options, feedback, marks) {
  return marks.map(({ key, mark }) => ({
    mark,
    label: options.find((option) => option.key === key)?.letter,
    html: feedback[mark === "right-missed" ? `missed:${key}` : key],
  }));
}

function optionAnswer(options, right) {
  const items = options.filter(({ key }) => right.includes(key));
  return items.map(({ letter, html }) =>
    el("div", { class: "ws-pair" }, el("span", { class: "ws-letter" }, letter), text(html)),
  );
}

function choice(multiple) {
  return (q, S, legend) => ({
    ...optionSet(q.options, multiple, legend),
    lines: (result) => optionLines(q.options, q.feedback, result.marks),
    answer: () => optionAnswer(q.options, q.key.right),
  });
}

function trueFalse(q, S, legend) {
  const said = { true: S.true, false: S.false };
  const values = ["true", "false"].map((key) => ({ key, plain: said[key] }));
  const first = optionSet(values, false, legend);
  const second = optionSet(q.reasons, false, el("legend", { class: "ws-choose" }, S.reason));
  first.node.classList.add("ws-short");
  return {
    node: el("div", {}, first.node, second.node),
    rows: new Map([...first.rows, ...second.rows]),
    read: () => ({ answer: first.read(), reason: second.read() }),
    write: (response) => {
      first.write(response?.answer);
      second.write(response?.reason);
    },
    lines: ({ marks }) =>
      optionLines(q.reasons, q.feedback, marks).map((line, at) => ({
        ...line,
        label: line.label || said[marks[at].key],
      })),
    answer: () => [
      el("p", {}, el("strong", {}, said[q.key.answer])),
      ...optionAnswer(q.reasons, q.key.right),
    ],
  };
}

// 8000000 -> "8 000 000", with no-break thin spaces: no comma that could be read two ways.
function spaced(value) {
  const [whole, ...rest] = String(value).split(".");
  return [whole.replace(/\B(?=(\d{3})+$)/g, "\u202f"), ...rest].join(".");
}

function number(q, S, legend) {
  const names = q.units || [];
  const ids = [uid("ws-number"), uid("ws-unit")];
  const box = el("input", {
    id: ids[0], type: "text", inputmode: "decimal", autocomplete: "off", spellcheck: "false",
    class: "ws-box",
  });
  const options = ["", ...names].map((name) => el("option", { value: name }, name || S.choose));
  const unit = el("select", { id: ids[1], class: "ws-box" }, ...options);
  const field = (id, label, input) =>
    el("div", { class: "ws-field" }, el("label", { for: id }, label), input);
  const row = el(
    "div", { class: "ws-numbers" },
    field(ids[0], S.your_number, box), names.length ? field(ids[1], S.unit, unit) : null, chip(),
  );
  return {
    node: el("fieldset", { class: "ws-set" }, legend, row),
    rows: new Map([["number", row]]),
    entry: box,
    read: () => ({ value: box.value, unit: names.length ? unit.value || null : null }),
    write: (response) => {
      box.value = response?.value ?? "";
      unit.value = response?.unit ?? "";
    },
    problem: () => (names.length && box.value.trim() && !unit.value ? S.unit_missing : null),
    lines: ({ verdict, marks }) => {
      const near = marks.find(({ key }) => q.feedback[key]);
      const mark = verdict === "right" ? "right" : "wrong";
      return [{ mark, html: q.feedback[near ? near.key : verdict] }];
    },
    answer: () => [el("p", {}, [spaced(q.key.answer), q.key.unit].filter(Boolean).join(" "))],
  };
}

// A label, a select and a place for a mark.
function selectRow(item, options, S, extra) {
  const id = uid("ws-pick");
  const all = [el("option", { value: "" }, S.choose), ...options];
  const select = el("select", { id, class: "ws-box" }, ...all);
  const label = el("label", { for: id }, text(item.html));
  const row = el("div", { class: `ws-row ${extra}` }, label, select, chip());
  return { row, select };
}

function match(q, S, legend) {
  const made = q.rows.map((item) => {
    const options = q.choices.map((choice) => el("option", { value: choice.key }, choice.plain));
    return { key: item.key, ...selectRow(item, options, S, "") };
  });
  const said = (key) => q.choices.find((choice) => choice.key === key)?.plain;
  return {
    node: el("fieldset", { class: "ws-set" }, legend, ...made.map(({ row }) => row)),
    rows: new Map(made.map(({ key, row }) => [key, row])),
    read: () => Object.fromEntries(made.map(({ key, select }) => [key, select.value || null])),
    write: (response) => {
      for (const { key, select } of made) select.value = response?.[key] ?? "";
    },
    lines: ({ marks }, response) =>
      marks.filter(({ mark }) => mark === "wrong").map(({ key, mark }) => ({
        mark,
        label: q.rows.find((row) => row.key === key).plain,
        html: q.feedback[`extra:${response[key]}`] || q.feedback[key],
      })),
    answer: () =>
      q.rows.map((row) =>
        el("div", { class: "ws-pair" }, el("strong", {}, row.plain), said(q.key.right[row.key])),
      ),
  };
}

function order(q, S, legend) {
  const made = q.items.map((item) => {
    const options = q.items.map((_, at) => el("option", { value: at + 1 }, String(at + 1)));
    return { key: item.key, ...selectRow(item, options, S, "ws-place") };
  });
  const plain = (key) => q.items.find((item) => item.key === key).plain;
  const places = () => made.map(({ select }) => select.value).filter(Boolean);
  return {
    node: el("fieldset", { class: "ws-set" }, legend, ...made.map(({ row }) => row)),
    rows: new Map(made.map(({ key, row }) => [key, row])),
    read: () => {
      const response = q.items.map(() => null);
      for (const { key, select } of made) if (select.value) response[Number(select.value) - 1] = key;
      return response;
    },
    write: (response) => {
      for (const { key, select } of made) {
        select.value = (response || []).indexOf(key) + 1 || "";
      }
    },
    problem: () => (new Set(places()).size < places().length ? S.same_place : null),
    lines: ({ marks }) =>
      marks.filter(({ key, mark }) => mark === "wrong" && q.feedback[key]).map(({ key, mark }) => ({
        mark, label: plain(key), html: q.feedback[key],
      })),
    answer: () => [el("ol", {}, ...q.key.right.map((key) => el("li", {}, plain(key))))],
  };
}

// A box for own words; the model answer and the list to tick come once something is written.
function own(q, S, legend) {
  const id = uid("ws-own");
  const area = el("textarea", { id, class: "ws-box", rows: 4 });
  const points = q.checklist_html.map((html) => {
    const input = el("input", { type: "checkbox" });
    return { input, row: el("label", { class: "ws-option" }, input, text(html), chip()) };
  });
  const compared = el(
    "div", { class: "ws-compared", hidden: true },
    el("p", { class: "ws-small" }, S.model_answer),
    rich(el("div", { class: "ws-model" }), q.model_answer_html),
    el("fieldset", { class: "ws-set" },
      el("legend", { class: "ws-choose" }, S.checklist), ...points.map(({ row }) => row)),
  );
  return {
    node: el("fieldset", { class: "ws-set" }, legend, el("label", { for: id }, S.own_label), area),
    after: compared,
    rows: new Map(),
    read: () => ({
      text: area.value,
      ticks: points.flatMap(({ input }, at) => (input.checked ? [at] : [])),
    }),
    write: (response) => {
      area.value = response?.text ?? "";
      points.forEach(({ input }, at) => (input.checked = Boolean(response?.ticks?.includes(at))));
      compared.hidden = !response;
    },
    lines: () => [],
    answer: () => [],
  };
}

export const TYPES = {
  one: choice(false),
  many: choice(true),
  true_false: trueFalse,
  number,
  match,
  order,
  own,
};

// The words of a verdict; {percent} may stand in them.
export function verdictWords(result, S) {
  return fill(S[`verdict_${result.verdict}`], { percent: Math.round((result.credit || 0) * 100) });
}
