// One question on the wall: first vote, talk, second vote, what changed, the answer.
import {button, el, fill, live, rich} from "./widgets/kit.js";
import {fresh, keep, people, recall, sum} from "./present_votes.js";
import {fit, paginate} from "./present_fit.js";
import * as view from "./present_view.js";

const STAGES = ["ask", "talk", "again", "compare", "answer"];
const main = document.getElementById("main");
let data, words, one, state, sure;
let at = 0; // page of the answer
let pages = 1;
let update = () => {};

function back() {
  const wanted = new URLSearchParams(location.search).get("back");
  if (!wanted) return null;
  const target = new URL(wanted, location.href);
  return target.origin === location.origin && /^https?:$/.test(target.protocol) ? target.href : null;
}

// Where Back leads: to the deck one came from, else to the list of questions, else nowhere.
function leave() {
  const target = back() || (Object.keys(data.questions).length > 1 ? "#" : null);
  if (target === "#") location.hash = "";
  else if (target) location.href = target;
}

function round() {
  return {ask: "first", again: "second"}[state.stage] || "";
}

function put(key, count, typing) {
  state[round()][key] = Math.min(Math.max(count, 0), 999);
  sure = false;
  keep(one.ref, state);
  update(typing);
}

function go(stage) {
  state.stage = stage;
  state.shown = false;
  at = 0;
  sure = false;
  keep(one.ref, state);
  draw();
}

function onward() {
  if (state.stage === "answer") at < pages - 1 && page(at + 1);
  else if (state.stage === "ask" && !sum(state.first)) main.querySelector("[role=status]").focus();
  else go(STAGES[STAGES.indexOf(state.stage) + 1]);
}

function backward() {
  if (state.stage === "answer" && at) page(at - 1);
  else if (state.stage !== "ask") go(STAGES[STAGES.indexOf(state.stage) - 1]);
}

function fullScreen() {
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen().catch(() => {});
}

function page(number) {
  at = number;
  draw();
}

function status() {
  const told = live("p", {class: "status", tabindex: "-1"});
  const field = el("input", {type: "text", inputmode: "numeric", maxlength: "3", "aria-label": words.people_label});
  field.addEventListener("input", () => {
    state.people[round()] = Number(field.value.replace(/\D/g, "")) || null;
    keep(one.ref, state);
    update(field);
  });
  const say = (typing) => {
    const count = sum(state[round() || "first"]);
    if (one.several) told.textContent = count ? fill(words.votes_people, {count}) : words.none_yet;
    else told.textContent = !count ? words.none_yet : count === 1 ? words.votes_one : fill(words.votes, {count});
    if (typing !== field) field.value = people(one, state, round());
  };
  return {nodes: one.several ? [told, el("span.people", {}, field, " ", words.people)] : [told], say};
}

function clear() {
  if (sure) {
    state = fresh();
    go("ask");
    return;
  }
  sure = true;
  draw("clear");
}

function buttons(level) {
  const {stage, shown} = state;
  const next = (label, target, primary) => button(label, () => go(target), {"data-key": target, ...(primary && {class: "ws-main"})});
  const votes = button(shown ? words.hide_votes : words.show_votes, () => {
    state.shown = !shown;
    keep(one.ref, state);
    draw("votes");
  }, {"data-key": "votes"});
  const more = () => button(fill(words.more, {at: at + 1, pages}), () => page((at + 1) % pages), {"data-key": "more", class: "ws-main"});
  return {
    ask: () => [votes, button(words.what_now, onward, {"data-key": "talk", class: "ws-main"})],
    talk: () => [next(words.to_votes, "ask"), next(words.vote_again, "again", level !== "high"), next(words.show_answer, "answer", level === "high")],
    again: () => [votes, next(words.compare, "compare", true)],
    compare: () => [next(words.vote_again, "again"), next(words.show_answer, "answer", true)],
    answer: () => [next(words.compare, "compare"), pages > 1 && more(), following()],
  }[stage]();
}

// From the answer to the next question asked for, unless one came from a deck and goes back there.
function following() {
  const known = Object.keys(data.questions);
  const after = known[known.indexOf(one.ref) + 1];
  return !back() && after && button(words.next_question, () => { location.hash = after; }, {"data-key": "next"});
}

function body(level) {
  const {stage, shown} = state;
  const rounds = {ask: ["first"], again: ["first", "second"]}[stage];
  const voted = ["first", ...(sum(state.second) ? ["second"] : [])];
  const visible = stage === "compare" ? voted : (shown && rounds) || [];
  if (stage === "answer") return [el("ol.answers", {}, ...view.answers(one, state, words))];
  const list = view.rows(one, state, words, {round: round(), rounds: visible, put});
  const parts = [view.question(one), list.node];
  if (stage === "talk") parts.push(rich(el("div.advice", {}), words[`advice_${level}`]));
  if (stage === "compare") parts.push(view.findings(one, state, words));
  update = list.update;
  return parts;
}

// Who has voted so far, on the left of the foot.
function counted() {
  const told = status();
  const list = update;
  update = (typing) => {
    list(typing);
    told.say(typing);
  };
  told.say();
  return el("div.counted", {}, ...told.nodes, el("p.keys", {}, words.keys));
}

function frame(title, content, foot) {
  const leaves = back() || (one && Object.keys(data.questions).length > 1);
  const head = el("header", {}, el("h1", {}, title),
    state && button(sure ? words.clear_sure : words.clear, clear, {"data-key": "clear"}),
    leaves && button(words.back, leave, {"data-key": "back"}), button(words.full_screen, fullScreen, {"data-key": "full"}));
  const box = el("div.stage", {tabindex: "0", role: "region", "aria-label": title}, ...content);
  main.replaceChildren(head, box, el("footer", {}, ...foot.filter(Boolean)));
  return box;
}

function draw(focus) {
  const level = state.stage === "talk" ? view.advised(one, state, words, data) : "";
  const said = `${one.number} · ${words[`stage_${state.stage}`]}`;
  const content = body(level || "low");
  const box = frame(said, content, [round() && counted(), ...buttons(level)]);
  if (state.stage === "answer") {
    ({at, pages} = paginate(main, box, at));
    main.querySelector("footer").replaceChildren(...buttons().filter(Boolean));
  } else fit(main, box);
  main.querySelector(`[data-key="${focus}"], footer .ws-main, footer button:last-child`)?.focus();
}

function plainPage(title, ...lines) {
  one = state = null;
  const links = Object.values(data.questions).map(({ref, number, text_html}) =>
    el("li", {}, el("a", {href: `#${ref}`}, el("b", {}, number), rich(el("div"), text_html || ""))));
  fit(main, frame(title, [...lines.map((line) => el("p", {}, line)), el("ul.list", {}, ...links)], []));
}

function route() {
  const known = Object.keys(data.questions);
  const asked = decodeURIComponent(location.hash.slice(1)) || (known.length === 1 ? known[0] : "");
  one = data.questions[asked];
  document.title = one ? one.number : document.title;
  if (!one) plainPage(words.present_list, ...(asked ? [fill(words.present_unknown, {name: asked})] : []));
  else if (one.not_votable) {
    state = null;
    fit(main, frame(one.number, [el("p", {}, one.not_votable)], []));
  } else {
    state = recall(one.ref);
    draw();
  }
}

function pressed(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const letter = event.key.toLowerCase();
  const turns = event.target.matches("input") ? /^Page(Up|Down)$/ : /^(Page(Up|Down)|Arrow(Left|Right))$/;
  const option = state && round() && one.options.find((each) => each.key === letter);
  if (option) put(option.key, (state[round()][option.key] || 0) + (event.shiftKey ? -1 : 1));
  else if (letter === "f") fullScreen();
  else if (event.key === "Escape") leave();
  else if (state && turns.test(event.key)) /Down|Right/.test(event.key) ? onward() : backward();
  else return;
  event.preventDefault();
}

async function start() {
  const needs = main.textContent;
  try {
    data = await (await fetch("present.json")).json();
  } catch {
    main.textContent = needs; // The page's own line says how to start it.
    return;
  }
  words = data.strings;
  addEventListener("hashchange", route);
  addEventListener("keydown", pressed);
  addEventListener("resize", () => (state ? draw(document.activeElement?.dataset.key) : route()));
  route();
}

start();
