// Several questions: one at a time or all, where you are, and a summary by objective in words.
import {button, dress, el, fill, live, rich} from "./kit.js";
import {sign} from "./quiz_options.js";

// One line an objective: how many questions are right, and where to look again.
function summaryOf(spec, states, go) {
  const S = spec.strings;
  return Object.entries(spec.objectives).flatMap(([id, goal]) => {
    const mine = spec.questions.map((q, at) => ({q, at, state: states[at]})).filter(({q}) => q.objective === id);
    const count = (...wanted) => mine.filter(({state}) => wanted.includes(state)).length;
    const [total, right, open] = [mine.length, count("right"), count("open")];
    const again = mine.filter(({state}) => state === "wrong" || state === "partly");
    const mark = open === total ? "open" : right === total ? "right" : again.length === total ? "wrong" : "partly";
    return total ? el("li", {"data-mark": mark}, sign(mark), el("div", {},
      rich(el("span.ws-goal"), goal),
      el("span.ws-small", {}, fill(S.summary_line, {right, total}), open ? ` ${fill(S.summary_open, {open})}` : ""),
      again.length > 0 && el("span.ws-again", {}, S.summary_again,
        ...again.map(({q, at}) => button(q.number, () => go(at), {class: "ws-jump"}))))) : [];
  });
}

// Whether a corner of a node is on the screen: not above, not below, not cut off by what scrolls.
const seen = (node, x, y) => node.contains(document.elementFromPoint(x, y));

// Puts the beginning of a place on the screen; where it can be read already, nothing moves.
function bring(place) {
  const {top} = place.getBoundingClientRect();
  const {left, bottom} = place.querySelector("legend, .ws-title").getBoundingClientRect();
  if (!seen(place, left + 2, top + 2) || !seen(place, left + 2, bottom - 2)) {
    place.scrollIntoView({block: "start", behavior: "instant"});
  }
}

export function questionGroup(spec, cards, store) {
  const S = spec.strings;
  const total = cards.length;
  let [at, told, whole] = [0, "", spec.mode === "all"];
  const where = live("p.ws-where");
  const done = el("p.ws-small");
  const dots = cards.map((_, to) => button("", () => go(to), {class: "ws-dot"}));
  const back = button(S.back, () => go(at - 1));
  const next = button("", () => go(at + 1), {class: "ws-main"});
  const swap = button("", () => draw(!whole), {class: "ws-swap"});
  const list = el("ul.ws-summary-list");
  // A group, not a landmark: a lesson has several groups, and landmarks need different names.
  const summary = el("div.ws-summary", {role: "group", tabindex: "-1", "aria-label": S.summary_title},
    el("p.ws-title", {}, S.summary_title), el("p", {}, S.summary_lead), list);
  const steps = el("div.ws-steps", {}, back, next);
  const places = [...cards.map(({node}) => dress(node, {tabindex: "-1"})), summary];

  function tell() {
    const states = spec.questions.map((q) => {
      const verdict = store.get(q.ref)?.verdict || "open";
      return {unit: "wrong", noted: "right"}[verdict] || verdict;
    });
    states.forEach((state, to) => {
      const dot = dots[to];
      dot.replaceChildren(`${to + 1}`, state === "open" ? "" : sign(state));
      dot.dataset.mark = state;
      dot.ariaLabel = fill(S.dot, {n: to + 1, total, state: S[`state_${state}`]});
      dot.ariaCurrent = !whole && to === at ? "step" : "false";
    });
    const answered = states.filter((state) => state !== "open").length;
    done.textContent = fill(S.answered, {answered, total});
    // Only when something changed: a button in the list may have the focus.
    if (told !== (told = states.join())) list.replaceChildren(...summaryOf(spec, states, go));
  }

  function draw(all) {
    whole = all;
    places.forEach((place, to) => (place.hidden = !whole && to !== at));
    steps.hidden = whole;
    // One that has the focus when it goes gives it up: go() moves it on at once.
    back.hidden = !at;
    next.hidden = at === total;
    next.textContent = at === total - 1 ? S.to_summary : S.next;
    swap.textContent = whole ? S.one_at_a_time : S.show_all;
    where.say(fill(whole ? S.where_all : at < total ? S.where : S.to_summary, {n: at + 1, total}));
    tell();
  }

  // Focus goes to what has just appeared: the next Tab is its first control.
  function go(to) {
    at = to;
    draw(whole);
    places[at].focus({preventScroll: true});
    bring(places[at]);
  }

  draw(whole);
  const head = el("div.ws-head", {}, rich(el("div.ws-title"), spec.title_html), el("div.ws-places", {}, where, done),
    el("div.ws-bar", {}, el("div.ws-dots", {}, ...dots), swap));
  return {nodes: [head, ...places, steps], tell};
}
