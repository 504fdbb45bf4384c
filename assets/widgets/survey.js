// What somebody believes, statement by statement, kept as it is answered; after the course also
// what they said before and what the evidence says.
import {button, el, fill, live, rich, root, speaks} from "./kit.js";
import {answerStore, keptNotice} from "./quiz_keep.js";
import {confidenceSet, options} from "./quiz_options.js";
import {save} from "./save.js";
import {compare} from "./survey_compare.js";

function beliefCard(q, spec, store) {
  const S = spec.strings;
  const legend = el("legend", {}, el("span.ws-number", {"aria-hidden": "true"}, q.number), el("span.ws-ask", {}, q.text));
  const form = options(spec.answers.map((key) => ({key, plain: S[key]})), false, legend);
  const sure = confidenceSet(S);
  const hint = el("p.ws-small");
  const kept = keptNotice(q.ref, S, store);
  let shown;
  form.node.classList.add("ws-short");

  // Who does not know is not asked how sure; an answer is whole once that is said.
  function complete() {
    const [response, confidence] = [form.read(), sure.read()];
    const asked = response !== null && response !== "unknown";
    sure.node.disabled = !asked;
    if (!asked) sure.write(null);
    hint.textContent = asked && !confidence ? S.say_how_sure : "";
    return response && (!asked || confidence) ? {response, confidence: asked ? confidence : null} : null;
  }

  function changed() {
    const whole = complete();
    const tries = (store.get(q.ref)?.tries || 0) + 1;
    if (whole) store.answer(q.ref, {...whole, verdict: "opinion", credit: null, hints: 0, tries});
  }

  function update() {
    const now = store.get(q.ref);
    if (now) kept.tell(now);
    const key = now && JSON.stringify([now.response, now.confidence, now.tries]);
    if (key === shown) return;
    shown = key;
    form.write(now.response);
    sure.write(now.confidence);
    complete();
  }

  const node = el("div.ws-belief", {role: "group", "aria-label": fill(S.statement, q)},
    form.node, el("div.ws-how-sure", {}, sure.node, el("div.ws-belief-said", {}, hint, kept.node)));
  node.addEventListener("change", changed);
  complete();
  update();
  return {node, update};
}

const told = (S, given) => (!given ? S.no_answer
  : given.confidence ? fill(S.belief, {answer: S[given.response], confidence: S[`confidence_${given.confidence}`].toLowerCase()})
  : S[given.response]);

function comparedRow(S, q, row, state) {
  const pair = (name, ref) => el("div", {}, el("dt", {}, S[name]), el("dd", {}, told(S, state[ref])));
  return el("li", {"data-verdict": q.verdict},
    el("p.ws-goal", {}, q.text),
    el("dl.ws-pair", {}, state[q.before_ref] && pair("was", q.before_ref), pair("is", q.ref),
      row && el("div.ws-change", {"data-change": row}, el("dt.ws-hidden", {}, S.compared), el("dd", {}, S[`row_${row}`]))),
    el("p.ws-finding", {}, el("strong", {}, q.verdict_text), " ", rich(el("span"), q.finding_html)),
    !q.fits && el("p.ws-finding", {}, S.both_fair),
    el("p.ws-small", {}, q.weighed));
}

// What changed, in words, and the verdicts; only once every statement is answered.
function comparison(spec) {
  const S = spec.strings;
  const words = live("div.ws-change-words");
  const list = el("ol.ws-compared-list");
  const node = el("div.ws-compared-all", {role: "group", "aria-label": S.compared, hidden: true},
    el("p.ws-title", {}, S.compared), words, list);
  let shown;
  function draw(state, loud) {
    const key = JSON.stringify(spec.questions.flatMap(({ref, before_ref}) =>
      [ref, before_ref].map((one) => [state[one]?.response, state[one]?.confidence])));
    if (key === shown) return;
    shown = key;
    const {rows, counts, lines} = compare(spec.questions, state);
    node.hidden = false;
    speaks(words, loud).say(...lines.map((name) => el("p", {}, fill(S[`line_${name}`], counts))));
    list.replaceChildren(...spec.questions.map((q, at) => comparedRow(S, q, rows[at], state)));
  }
  return {node, draw};
}

// A copy to take along. Silence for two seconds means that nobody is there to make one.
function takeAlong(model, S) {
  const said = live("p.ws-said");
  let waiting;
  const silent = () => said.say(S.silent);
  function press() {
    clearTimeout(waiting);
    waiting = setTimeout(silent, 2000);
    try {
      Promise.resolve(model.send({kind: "export"})).catch(silent);
    } catch {
      silent();
    }
  }
  function heard(content) {
    if (content?.kind === "file") {
      clearTimeout(waiting);
      save(content);
    }
    if (content?.kind === "said") said.say(content.text);
  }
  model.on("msg:custom", heard);
  return {
    node: el("div.ws-along", {}, el("p", {}, S.copy_lead), button(S.copy, press), said),
    close: () => {
      clearTimeout(waiting);
      model.off("msg:custom", heard);
    },
  };
}

function render({model, el: host}) {
  const spec = model.get("spec");
  const S = spec.strings;
  const store = answerStore(model);
  const cards = spec.questions.map((q) => beliefCard(q, spec, store));
  const count = live("p.ws-count");
  const along = takeAlong(model, S);
  const after = spec.when === "after" && comparison(spec);
  const total = cards.length;
  let [last, ready] = [-1, false];

  function tell() {
    const answered = spec.questions.filter(({ref}) => store.get(ref)).length;
    const whole = answered === total;
    if (last !== (last = answered)) {
      // After the course the comparison that then appears speaks for itself.
      speaks(count, ready && !(whole && after)).say(fill(whole && !after ? S.done_before : S.count, {answered, total}));
    }
    if (after && whole) after.draw(model.get("state"), ready);
  }

  const refresh = () => {
    for (const card of cards) card.update();
    tell();
  };
  root(host, "ws-quiz ws-survey",
    el("div.ws-head", {}, el("p.ws-title", {}, S[`title_${spec.when}`]), el("p", {}, S[`lead_${spec.when}`])),
    ...cards.map(({node}) => node), count, after && after.node, along.node);
  tell();
  ready = true;
  store.watch(refresh);
  return () => {
    along.close();
    store.close(refresh);
  };
}

export default {render};
