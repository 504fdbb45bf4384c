// One question: its control, hints, confidence, check, feedback, answer and the word that it is kept.
import {button, el, fill, live, rich, speaks} from "./kit.js";
import {grade} from "./grading.js";
import {keptNotice} from "./quiz_keep.js";
import {confidenceSet, kindOf, sign, stamp} from "./quiz_options.js";
import {TYPES} from "./quiz_types.js";

const verdictLine = (verdict, text) => el("p.ws-verdict", {}, sign(verdict), ` ${text}`);

// What there is to say about each part of an answer: [{mark, label, html}].
function linesOf(q, form, {verdict, marks}, response) {
  const words = q.feedback;
  const lines = marks.map(({key, mark}) => ({
    mark: kindOf(mark),
    label: form.rows?.get(key)?.dataset.name,
    html: mark === "right-missed" ? words[`missed:${key}`]
      : /^(right|open)$/.test(mark) ? ""
      : words[`extra:${response[key]}`] || words[key],
  })).filter(({html}) => html);
  return lines.length || q.type !== "number" ? lines : [{mark: kindOf(verdict), html: words[verdict]}];
}

function feedback(q, S, form, result, {response, confidence}) {
  const right = result.verdict === "right";
  const surprise = {sure: !right && "sure_but_wrong", guess: right && "guess_but_right"}[confidence];
  return [
    verdictLine(result.verdict, S[`verdict_${result.verdict}`]),
    ...linesOf(q, form, result, response).map(({mark, label, html}) =>
      el("div.ws-line", {"data-mark": mark}, label && el("strong", {}, label), rich(el("div"), html))),
    surprise ? el("p", {}, S[surprise]) : "",
  ];
}

// Hints, one step at a time; the button stays where it is when the last one is out.
function hintSteps(q, S) {
  const list = live("div.ws-hints", {"aria-atomic": "false"});
  const total = q.hints_html.length;
  const count = () => list.children.length;
  const press = button("", () => show(count() + 1));
  function show(wanted) {
    for (const html of q.hints_html.slice(count(), wanted)) {
      const name = el("strong", {}, fill(S.hint_name, {n: count() + 1}));
      list.append(el("div.ws-hint", {}, name, rich(el("div"), html)));
    }
    const n = count() + 1;
    press.textContent = n > total ? S.no_more_hints : fill(S.hint, {n, total});
    press.ariaDisabled = n > total;
  }
  show(0);
  return {list, press: total > 0 && press, show, count};
}

export function questionCard(q, S, store) {
  const legend = el("legend", {},
    el("span.ws-tag", {}, el("span.ws-number", {}, q.number), el("span.ws-choose", {}, q.choose)),
    rich(el("span.ws-ask"), q.text_html));
  const form = TYPES[q.type](q, S, legend);
  const sure = q.confidence && confidenceSet(S);
  const hints = hintSteps(q, S);
  const status = live("div.ws-status");
  const given = el("div", {}, el("p.ws-verdict", {}, S.answer_is), rich(el("div"), q.answer_html));
  const sources = q.claims_html && el("p.ws-small", {}, `${S.sources} `, rich(el("span"), q.claims_html));
  const answer = live("div.ws-answer", {hidden: true}, given, rich(el("div"), q.explain_html), sources);
  const kept = keptNotice(q.ref, S, store);
  const check = button(form.after ? S.compare : S.check, press, {class: "ws-main"});
  const reveal = button("", () => earned(!revealed, true), {hidden: true});
  let [revealed, solved, loud, shown, known] = [false, false, false];

  const entry = () => store.get(q.ref) || {};
  function tell(mark, ...nodes) {
    status.dataset.mark = mark;
    speaks(status, loud).say(...nodes);
  }

  // Keeps an answer; everything that is shown follows from what then stands in the store.
  function keep(response, {verdict, credit}, tries) {
    const confidence = sure ? sure.read() : null;
    store.answer(q.ref, {response, verdict, credit, tries, confidence, hints: hints.count()});
  }

  function press() {
    loud = true;
    const response = form.read();
    const result = grade(q.key, response);
    const stop = form.problem?.() || (/^un[ar]/.test(result.verdict) && S[`verdict_${result.verdict}`]);
    if (stop) {
      stamp(form, [], S);
      tell("open", verdictLine("open", stop));
    } else {
      keep(response, result, (entry().tries || 0) + 1);
    }
    loud = false;
    // What came of it is on the screen, its beginning first, moved no further than that needs.
    for (const node of [answer, status]) node.scrollIntoView({block: "nearest"});
  }

  // What the learner has earned: the reason after a right answer, the answer after enough tries.
  function earned(wanted, aloud) {
    const {verdict, tries} = entry();
    solved ||= verdict === "right" || verdict === "noted";
    reveal.hidden = solved || tries < q.reveal_after;
    revealed = wanted && !reveal.hidden;
    reveal.textContent = revealed ? S.hide_answer : S.show_answer;
    reveal.ariaExpanded = revealed;
    speaks(answer, aloud).hidden = !solved && !revealed;
    given.hidden = !revealed;
  }

  function update() {
    const now = entry();
    if (!now.verdict) return;
    kept.tell(now);
    const {response, tries, confidence} = now;
    const key = JSON.stringify([response, confidence, tries]);
    if (key === shown) return;
    // Ticks on a checklist are kept, but there is nothing new to read out.
    const ticks = form.after && known === tries;
    [shown, known] = [key, tries];
    const result = grade(q.key, response);
    form.write(response);
    if (sure) sure.write(confidence);
    hints.show(now.hints || 0);
    stamp(form, result.marks, S);
    if (!ticks) tell(result.verdict, ...feedback(q, S, form, result, now));
    earned(revealed, loud);
  }

  // A changed answer is a new try: the marks on it go, the words of the last one stay, paler.
  form.node.addEventListener("input", () => {
    stamp(form, [], S);
    status.dataset.mark = "past";
  });
  form.after?.addEventListener("change", () => keep(form.read(), grade(q.key, form.read()), entry().tries));
  form.entry?.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.isComposing) press();
  });
  const node = el("div.ws-question", {role: "group", "aria-label": fill(S.question, q), "data-type": q.type},
    form.node, sure && sure.node, el("div.ws-actions", {}, check, hints.press, reveal, kept.node),
    hints.list, status, form.after, answer);
  update();
  return {node, update};
}
