// Several questions: one at a time or all, where you are, and a summary by objective in words.
import {button, dress, el, fill, live, rich} from "./kit.js";
import {sign} from "./quiz_types.js";

function stateOf(entry) {
  const states = { unit: "wrong", noted: "right" };
  return entry ? states[entry.verdict] || entry.verdict : "open";
}

// One line an objective: how many questions are right, and where to look again.
function summaryOf(spec, S, store, go) {
  const byObjective = new Map();
  spec.questions.forEach((q, at) => {
    const key = q.objective;
    byObjective.set(key, [...(byObjective.get(key) || []), { q, at, state: stateOf(store.get(q.ref)) }]);
  });
  const count = (list, wanted) => list.filter(({ state }) => state === wanted).length;
  return [...byObjective].map(([objective, list]) => {
    const right = count(list, "right");
    const open = count(list, "open");
    const again = list.filter(({ state }) => state === "wrong" || state === "partly");
    const mark = open === list.length ? "open" : right === list.length ? "right"
      : right + open ? "partly" : "wrong";
    return el("li", { "data-mark": mark }, sign(mark), el("div", {},
      el("span", { class: "ws-goal" }, spec.objectives[objective] || ""),
      el("span", { class: "ws-small" }, fill(S.summary_line, { right, total: list.length }),
        open ? ` ${fill(S.summary_open, { open })}` : ""),
      again.length ? el("span", { class: "ws-again" }, S.summary_again,
        ...again.map(({ q, at }) => button(q.number, () => go(at), { class: "ws-button ws-jump" })))
        : null));
  });
}

export function questionGroup(spec, S, cards, store) {
  const total = cards.length;
  let at = 0;
  let told = "";
  let whole = spec.mode === "all";
  const where = live("p", { class: "ws-where" });
  const done = el("p", { class: "ws-small" });
  const dots = cards.map((_, to) => button("", () => go(to), { class: "ws-dot" }));
  const back = button(S.back, () => step(-1));
  const next = button(S.next, () => step(1), { class: "ws-button ws-main" });
  const swap = button("", () => ((whole = !whole), draw()), { class: "ws-button ws-swap" });
  const list = el("ul", { class: "ws-summary-list" });
  const summary = el("section", { class: "ws-summary", tabindex: "-1", "aria-label": S.summary_title },
    el("p", { class: "ws-title" }, S.summary_title),
    el("p", {}, S.summary_lead), list);
  const steps = el("div", { class: "ws-steps" }, back, next);
  for (const { node } of cards) dress(node, { tabindex: "-1" });

  function tell() {
    const states = spec.questions.map((q) => stateOf(store.get(q.ref)));
    states.forEach((state, to) => {
      const n = to + 1;
      dots[to].replaceChildren(String(n), state === "open" ? "" : sign(state));
      dots[to].setAttribute("data-mark", state);
      const label = fill(S.dot, { n, total, state: S[`state_${state}`] });
      dots[to].setAttribute("aria-label", label);
      dots[to].toggleAttribute("aria-current", false);
      if (!whole && to === at) dots[to].setAttribute("aria-current", "step");
    });
    const answered = states.filter((state) => state !== "open").length;
    done.textContent = fill(S.answered, { answered, total });
    // Only when something changed: a button in the list may have the focus.
    if (told === (told = states.join())) return;
    list.replaceChildren(...summaryOf(spec, S, store, go));
  }

  function draw() {
    cards.forEach(({ node }, to) => (node.hidden = !whole && to !== at));
    summary.hidden = !whole && at < total;
    steps.hidden = whole;
    // Neither ever has the focus when it goes: go() has moved it on.
    back.hidden = at === 0;
    next.hidden = at >= total;
    next.textContent = at >= total - 1 ? S.to_summary : S.next;
    swap.textContent = whole ? S.one_at_a_time : S.show_all;
    where.say(whole ? fill(S.where_all, { total })
      : at < total ? fill(S.where, { n: at + 1, total }) : S.to_summary);
    tell();
  }

  // Focus goes to what has just appeared: the next Tab is its first control.
  function go(to) {
    at = to;
    draw();
    (cards[at]?.node || summary).focus();
  }

  function step(by) {
    if (at + by >= 0 && at + by <= total) go(at + by);
  }

  draw();
  const title = rich(el("div", { class: "ws-title" }), spec.title_html);
  const bar = el("div", { class: "ws-bar" }, el("div", { class: "ws-dots" }, ...dots), swap);
  return {
    nodes: [
      el("header", { class: "ws-head" }, title, el("div", { class: "ws-places" }, where, done), bar),
      ...cards.map(({ node }) => node), summary, steps,
    ],
    tell,
  };
}
