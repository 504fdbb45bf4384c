// The parts a stage is made of: rows to vote on, bars, what the votes say, the answer.
import {button, el, fill, rich} from "./widgets/kit.js";
import {advice, last, people, percent, pull, share, sum} from "./present_votes.js";

function html(tag, source) {
  return rich(el(tag), source);
}

// The counter of one option: minus, number, plus. `put(key, count)` is told what it becomes.
function counter(option, words, put) {
  const says = {letter: option.letter};
  const field = el("input", {type: "text", inputmode: "numeric", maxlength: "3", "aria-label": fill(words.count_label, says)});
  const step = (by) => put(option.key, (Number(field.value) || 0) + by);
  field.addEventListener("input", () => put(option.key, Number(field.value.replace(/\D/g, "")) || 0, field));
  const minus = button("−", () => step(-1), {"aria-label": fill(words.take, says), class: "step"});
  const plus = button("+", () => step(1), {"aria-label": fill(words.add, says), class: "step"});
  return {node: el("div.counter", {}, minus, field, plus), field};
}

function bar(kind, name) {
  const filled = el("i");
  const said = el("span.said");
  const node = el("div.bar", {class: kind}, name && el("span.when", {}, name), el("span.track", {}, filled), said);
  const set = (count, total, words) => {
    filled.style.width = `${percent(count, total)}%`;
    said.textContent = fill(words.share, {count, percent: percent(count, total)});
  };
  return {node, set};
}

// All options as rows. `round` is the vote that can be changed, "" when none can.
export function rows(question, state, words, {round, rounds, put}) {
  const made = question.options.map((option) => {
    const bars = rounds.map((each) => ({each, ...bar(each, {first: rounds[1] && words.before, second: words.after}[each])}));
    const count = round && counter(option, words, put);
    const node = el("li", {}, el("b.letter", {}, option.letter), html("span", option.html),
      el("div.bars", {}, ...bars.map((one) => one.node)), count && count.node);
    return {option, bars, count, node};
  });
  const node = el("ol.options", {class: round ? "voting" : "shown"}, ...made.map((row) => row.node));
  const update = (typing) => {
    for (const {option, bars, count} of made) {
      for (const one of bars) one.set(state[one.each][option.key] || 0, people(question, state, one.each), words);
      if (count && count.field !== typing) count.field.value = state[round][option.key] || 0;
    }
  };
  update();
  return {node, update};
}

export function question(one) {
  const box = html("div", one.text_html);
  box.classList.add("asked");
  (box.querySelector("p:last-child") || box).append(" ", el("span.choose", {}, one.choose));
  return box;
}

export function advised(one, state, words, limits) {
  const value = share(one, state, "first");
  return value === null ? null : advice(value, limits);
}

function gain(one, state, words) {
  const [before, after] = ["first", "second"].map((round) => share(one, state, round));
  if (before === null && after === null) return [];
  if (before === null || after === null) return [fill(words.gain_one, {share: Math.round(before ?? after)})];
  const points = Math.round(after) - Math.round(before);
  const said = words[points > 0 ? "gain_up" : points < 0 ? "gain_down" : "gain_same"];
  return [fill(said, {before: Math.round(before), after: Math.round(after), points: Math.abs(points)})];
}

function wrong(one, state, words) {
  if (!sum(state[last(state)])) return [];
  const found = pull(one, state);
  if (!found) return [words.wrong_none];
  const {letter, thought} = found.option;
  const says = {letter, count: found.count, thought: el("p", {}, thought).innerHTML};
  return [fill(thought ? words.wrong_won : words.wrong_won_bare, says)];
}

// What both votes say: how many moved, and which thought won among those who missed it.
export function findings(one, state, words) {
  const told = [...gain(one, state, words).map((said) => (one.several ? `${said} ${words.gain_most}` : said)), ...wrong(one, state, words)];
  return el("div.findings", {}, ...(told.length ? told : [words.none_yet]).map((said) => html("p", said)));
}

// Every part of the answer, right ones first to be found: each fits a screen by itself.
export function answers(one, state, words) {
  const part = (letter, each) => el("li.answer", {class: each.right ? "right" : "wrong"},
    el("b.letter", {}, letter), el("div", {},
      el("p.option", {}, el("strong.mark", {}, `${each.right ? "✓" : "✗"} ${each.right ? words.right : words.wrong}`), " ", html("span", each.html)),
      html("div", each.feedback_html)));
  const parts = one.options.map((option) => part(option.letter, option));
  if (one.reasons.length) parts.push(el("li.why", {}, words.reasons), ...one.reasons.map((each) => part("", each)));
  const end = el("li.end", {}, html("div", one.explain_html));
  if (one.claims_html) end.append(el("p.sources", {}, `${words.sources} `, html("span", one.claims_html)));
  return [...parts, end];
}
