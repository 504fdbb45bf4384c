// What is done, what is weak, what is due: draws the spec, again whenever Python sends a new one.
import {button, el, fill, fold, live, rich, root} from "./kit.js";
import {print} from "./paper.js";
import {save} from "./save.js";

// Questions of a list that stand open: what is next, on one screen.
const FIRST = 3;

function bar(right, answered, total) {
  const share = (part) => `${total ? (100 * part) / total : 0}%`;
  const filled = el("span.ws-bar-right", {});
  const begun = el("span.ws-bar-begun", {});
  filled.style.width = share(right);
  begun.style.width = share(answered - right);
  return el("span.ws-progress-bar", {"aria-hidden": "true"}, filled, begun);
}

// One lesson of the grid: its line opens to what it wants you to be able to do.
function lessonRow(S, lesson) {
  const {right, answered, total} = lesson;
  const goals = (lesson.objectives || []).map((goal) =>
    el("li", {}, `${goal.text} `, el("span.ws-soft", {}, fill(S.objective_line, goal))));
  return el("li", {}, el("details", {},
    el("summary", {},
      el("span.ws-lesson", {}, fill(S.lesson_short, lesson)),
      bar(right, answered, total),
      el("span.ws-soft", {}, fill(S.lesson_line, lesson))),
    el("ul.ws-goals", {}, ...goals)));
}

// In a notebook the call that shows it; on the web the page it stands on.
function whereTo(S, { call, page, place }) {
  if (page) return el("p.ws-soft", {}, el("a", { href: `${page}#${place}` }, S.go));
  return call ? el("p.ws-soft", {}, fill(S.call, { call })) : null;
}

// A file of answers to read back. The button opens the browser's own choice of file.
function reader(S, send) {
  const input = el("input", { type: "file", accept: ".json,application/json", hidden: true, "aria-label": S.import });
  input.addEventListener("change", async () => {
    const [file] = input.files;
    if (file) send({ kind: "import", name: file.name, text: await file.text() });
    input.value = "";
  });
  return [button(S.import, () => input.click()), input];
}

// The first few questions, the next ones in a fold, and how many there are in all.
function questionList(S, title, none, questions = [], count = questions.length) {
  const rows = questions.map((one) =>
    el("li", {},
      el("span.ws-number", {}, one.number),
      el("div", {}, rich(el("div.ws-gist"), one.text_html), whereTo(S, one))),
  );
  const next = rows.splice(FIRST);
  return el("section", {"aria-label": title},
    el("p.ws-part", {}, count ? fill(S.counted, {title, count}) : title),
    rows.length ? el("ul.ws-list", {}, ...rows) : el("p.ws-soft", {}, none),
    next.length ? fold(fill(S.next_ones, {count: next.length}), el("ul.ws-list", {}, ...next)) : null);
}

// All lessons in one: sums, and those with every question answered.
function summed(lessons) {
  const sum = (key) => lessons.reduce((total, lesson) => total + lesson[key], 0);
  const whole = lessons.filter(({ answered, total }) => answered === total);
  return { right: sum("right"), answered: sum("answered"), total: sum("total"), whole, done: whole.length, of: lessons.length };
}

// A sheet for the wall, made from the counts: it needs no name, and nobody else sees it.
function certificate(S, lessons) {
  const words = { ...summed(lessons), date: new Date().toISOString().slice(0, 10) };
  return el("div", {}, el("h2", {}, S.certificate_title), el("p", {}, fill(S.certificate_text, words)),
    el("ul", {}, ...words.whole.map((lesson) => el("li", {}, fill(S.lesson, lesson)))),
    el("p", {}, S.certificate_foot));
}

// A press that cannot be taken back asks for a second one, in words.
function careful(S, label, warning, said, act) {
  let asked = false;
  const press = button(label, () => {
    if (asked) act();
    else said.say(warning);
    asked = !asked;
  });
  press.addEventListener("blur", () => (asked = false));
  return press;
}

function render({model, el: host}) {
  const S = model.get("spec").strings;
  const body = el("div", {});
  const said = live("p.ws-said", {});
  const send = (message) => {
    try {
      model.send(message);
    } catch {
      said.say(S.no_answer);
    }
  };
  root(host, "ws-progress",
    body,
    el("div.ws-row-of-buttons", {},
      button(S.export, () => send({kind: "export"})),
      button(S.certificate, () => print(certificate(S, model.get("spec").lessons || []))),
      ...reader(S, send),
      careful(S, S.start_empty, S.sure_start, said, () => send({kind: "start_empty"})),
      careful(S, S.forget, S.sure_forget, said, () => send({kind: "forget"}))),
    said);

  function draw() {
    const spec = model.get("spec");
    const lessons = spec.lessons || [];
    body.replaceChildren(
      ...(S.title ? [el("p.ws-heading", {}, S.title)] : []),
      el("p.ws-soft", {}, fill(S.summed, summed(lessons))),
      ...(spec.notice ? [el("p.ws-notice", {}, spec.notice)] : []),
      el("div.ws-lists", {},
        questionList(S, S.due, S.due_none, spec.due, spec.counts?.due),
        questionList(S, S.weak, S.weak_none, spec.weak, spec.counts?.weak)),
      el("p.ws-part", {}, S.lessons),
      el("ul.ws-lessons", {}, ...lessons.map((lesson) => lessonRow(S, lesson))),
      el("p.ws-soft", {}, fill(S[`where_${spec.where}`], spec)));
  }

  const heard = (content) => {
    if (content?.kind === "said") said.say(content.text);
    if (content?.kind === "file") save(content);
  };
  draw();
  model.on("change:spec", draw);
  model.on("msg:custom", heard);
  return () => {
    model.off("change:spec", draw);
    model.off("msg:custom", heard);
  };
}

export default {render};
