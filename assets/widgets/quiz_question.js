// One question: its control, hints, confidence, check, feedback, answer and the word that it is kept.
import {button, el, fill, live, rich, uid} from "./kit.js";
import {grade} from "./grading.js";
import {TYPES, sign, stamp, verdictWords} from "./quiz_types.js";

const SURE = ["sure", "think", "guess"];

function confidenceSet(S) {
  const name = uid("ws-sure");
  const inputs = SURE.map((value) => el("input", { type: "radio", name, value }));
  const rows = inputs.map((input) =>
    el("label", { class: "ws-pill" }, input, S[`confidence_${input.value}`]),
  );
  return {
    node: el("fieldset", { class: "ws-sure" }, el("legend", {}, S.confidence), ...rows),
    read: () => inputs.find((input) => input.checked)?.value ?? null,
    write: (value) => inputs.forEach((input) => (input.checked = input.value === value)),
  };
}

// What an answer is told: the verdict, then a line for each thing there is to say about it.
function feedback(q, S, control, result, entry) {
  const lines = control.lines(result, entry.response).filter(({ html }) => html);
  const later = { sure: "sure_but_wrong", guess: "guess_but_right" }[entry.confidence];
  const fits = later && (later === "guess_but_right") === (result.verdict === "right");
  return [
    el("p", { class: "ws-verdict" }, sign(result.verdict), " ", verdictWords(result, S)),
    ...lines.map(({ mark, label, html }) =>
      el("div", { class: "ws-line", "data-mark": mark },
        label ? el("strong", {}, label) : null, rich(el("div"), html)),
    ),
    fits && S[later] ? el("p", {}, S[later]) : null,
  ].filter(Boolean);
}

// Hints, one step at a time; the button stays where it is when the last one is out.
function hintSteps(q, S) {
  const list = live("div", { class: "ws-hints", "aria-atomic": "false" });
  const total = q.hints_html.length;
  let shown = 0;
  const press = button("", () => show(shown + 1), { "aria-disabled": null });
  function show(wanted) {
    for (; shown < Math.min(wanted, total); shown++) {
      const name = el("strong", {}, fill(S.hint_name, { n: shown + 1 }));
      list.append(el("div", { class: "ws-hint" }, name, rich(el("div"), q.hints_html[shown])));
    }
    press.textContent = shown < total ? fill(S.hint, { n: shown + 1, total }) : S.no_more_hints;
    press.setAttribute("aria-disabled", String(shown >= total));
  }
  show(0);
  return { list, press: total ? press : null, show, count: () => shown };
}

// The right answer and the reason, once earned or asked for.
function answerBox(q, S, control) {
  const said = live("div", { class: "ws-answer" });
  const sources = rich(el("p", { class: "ws-small", hidden: true }), q.claims_html);
  sources.prepend(`${S.sources} `);
  let given = null;
  return {
    nodes: [said, sources],
    show(answer, reason, loud) {
      const wanted = `${answer}${reason}`;
      if (wanted === given) return;
      given = wanted;
      said.setAttribute("aria-live", loud ? "polite" : "off");
      said.say(
        ...(answer ? [el("p", { class: "ws-verdict" }, S.answer_is), ...control.answer()] : []),
        ...(reason && q.explain_html ? [rich(el("div"), q.explain_html)] : []),
      );
      sources.hidden = !(reason && q.claims_html);
    },
  };
}

export function questionCard(q, S, store) {
  const legend = el("legend", {},
    el("span", { class: "ws-tag" },
      el("span", { class: "ws-number" }, q.number),
      q.choose ? el("span", { class: "ws-choose" }, q.choose) : null),
    rich(el("span", { class: "ws-ask" }), q.text_html));
  const control = TYPES[q.type](q, S, legend);
  const sure = q.confidence ? confidenceSet(S) : null;
  const hints = hintSteps(q, S);
  const box = answerBox(q, S, control);
  const status = live("div", { class: "ws-status" });
  const kept = live("p", { class: "ws-kept" });
  const check = button(q.type === "own" ? S.compare : S.check, press, { class: "ws-button ws-main" });
  const reveal = button(S.show_answer, toggle, { hidden: true, "aria-expanded": "false" });
  let revealed = false;
  let solved = false;
  let loud = false;
  let shown = "";

  const entry = () => store.get(q.ref);
  const say = (tone, ...nodes) => {
    status.setAttribute("aria-live", loud ? "polite" : "off");
    status.setAttribute("data-tone", tone);
    status.say(...nodes);
  };

  // Keeps an answer; everything that is shown follows from what then stands in the store.
  function keep(response, result, tries) {
    const { verdict, credit } = result;
    const confidence = sure ? sure.read() : null;
    store.answer(q.ref, { response, verdict, credit, tries, confidence, hints: hints.count() });
  }

  function press() {
    loud = true;
    const response = control.read();
    const stop = control.problem?.();
    const result = grade(q.key, response);
    if (stop || ["unanswered", "unreadable"].includes(result.verdict)) {
      stamp(control, [], S);
      say("open", el("p", { class: "ws-verdict" }, sign("open"), " ", stop || verdictWords(result, S)));
    } else {
      keep(response, result, (entry()?.tries || 0) + 1);
    }
    loud = false;
  }

  function toggle() {
    revealed = !revealed;
    loud = true;
    earned(entry());
    loud = false;
  }

  // What the learner has earned: the reason after a right answer, the answer after enough tries.
  function earned({ verdict, tries }) {
    solved ||= verdict === "right" || verdict === "noted";
    reveal.hidden = solved || tries < (q.reveal_after ?? 2);
    revealed &&= !reveal.hidden;
    reveal.textContent = revealed ? S.hide_answer : S.show_answer;
    reveal.setAttribute("aria-expanded", String(revealed));
    box.show(revealed, solved || revealed, loud);
  }

  function tellKept({ kept: where }) {
    const once = where === "memory" && store.tellsMemory(q.ref);
    const key = { disk: "kept", memory: once ? "kept_in_memory" : "kept_for_now", not_kept: "not_kept" };
    const words = key[where] ? S[key[where]] : "";
    if (kept.textContent === words) return;
    kept.setAttribute("aria-live", once || where === "not_kept" ? "assertive" : "off");
    kept.setAttribute("data-kept", where || "");
    kept.say(words);
  }

  function update() {
    const now = entry();
    if (!now) return;
    tellKept(now);
    const { response, tries, confidence } = now;
    const key = JSON.stringify([response, tries, confidence]);
    if (key === shown) return;
    const result = grade(q.key, response);
    // Ticks on a checklist are kept, but there is nothing new to read out.
    const news = q.type !== "own" || JSON.parse(shown || "[]")[1] !== tries;
    shown = key;
    control.write(response);
    sure?.write(confidence);
    hints.show(now.hints || 0);
    stamp(control, result.marks, S);
    if (news) say(result.verdict, ...feedback(q, S, control, result, now));
    earned(now);
  }

  // A changed answer is a new try: the marks on it go, the words of the last one stay, paler.
  function changed() {
    if (!status.hasChildNodes()) return;
    stamp(control, [], S);
    status.setAttribute("data-tone", "past");
  }

  control.node.addEventListener("input", changed);
  control.after?.addEventListener("change", () =>
    keep(control.read(), grade(q.key, control.read()), entry()?.tries || 1),
  );
  control.entry?.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.isComposing) {
      event.preventDefault();
      press();
    }
  });
  const node = el("div",
    { class: `ws-question ws-type-${q.type}`, role: "group", "aria-label": fill(S.question, q) },
    control.node, sure?.node, el("div", { class: "ws-actions" }, check, hints.press, reveal, kept),
    hints.list, status, control.after, ...box.nodes);
  update();
  return { node, update, ref: q.ref };
}
