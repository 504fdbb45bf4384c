// Grades a response, without a kernel. The twin of worksite.quiz.grading: both must give the same
// result for every recorded case in tests/data/grading_cases.json.
import {readings} from "./numbers.js";

function graded(credit, marks) {
  const rounded = Math.round(Math.max(0, credit) * 1e4) / 1e4;
  return {verdict: rounded === 1 ? "right" : rounded ? "partly" : "wrong", credit: rounded, marks};
}

const ungraded = (verdict) => ({verdict, credit: null, marks: []});
const blank = () => ungraded("unanswered");
const listed = (value) => (Array.isArray(value) ? value : []);
const fields = (value) => (value && typeof value === "object" && !Array.isArray(value) ? value : {});
const chosen = (key, right) => ({key, mark: right ? "right-chosen" : "wrong-chosen"});

function one(key, given) {
  if (!key.options.includes(given)) return blank();
  const right = key.right.includes(given);
  return graded(Number(right), [chosen(given, right)]);
}

function many(key, given) {
  const ticked = key.options.filter((option) => listed(given).includes(option));
  if (!ticked.length) return blank();
  const hits = ticked.filter((option) => key.right.includes(option)).length;
  const wrong = key.options.length - key.right.length;
  const marks = key.options.flatMap((option) => {
    const right = key.right.includes(option);
    if (ticked.includes(option)) return chosen(option, right);
    return right ? {key: option, mark: "right-missed"} : [];
  });
  return graded(hits / key.right.length - (wrong && (ticked.length - hits) / wrong), marks);
}

function trueFalse(key, given) {
  const {answer, reason} = fields(given);
  if (answer !== "true" && answer !== "false") return blank();
  const truth = answer === key.answer;
  const why = key.right.includes(reason);
  const marks = [chosen(answer, truth)];
  if (key.reasons.includes(reason)) marks.push(chosen(reason, why));
  return graded(truth ? 0.5 + why / 2 : 0, marks);
}

function match(key, given) {
  let points = 0;
  const marks = key.rows.map((row) => {
    const choice = fields(given)[row];
    if (!key.choices.includes(choice)) return {key: row, mark: "open"};
    const right = choice === key.right[row];
    points += right ? 1 : -1 / (key.choices.length - 1);
    return {key: row, mark: right ? "right" : "wrong"};
  });
  if (marks.every(({mark}) => mark === "open")) return blank();
  return graded(points / key.rows.length, marks);
}

function order(key, given) {
  const places = key.right.map((item) => listed(given).indexOf(item));
  if (places.every((place) => place < 0)) return blank();
  const marks = key.right.map((item, at) => ({
    key: item,
    mark: places[at] < 0 ? "open" : places[at] === at ? "right" : "wrong",
  }));
  let [points, pairs] = [0, 0];
  places.forEach((first, at) => {
    for (const second of places.slice(at + 1)) {
      pairs += 1;
      if (first >= 0 && second >= 0) points += first < second ? 1 : -1;
    }
  });
  return graded(points / pairs, marks);
}

// Equal within the tolerance; a hair more, so that 0.1 + 0.2 is 0.3.
function close(value, answer, key) {
  const room = Math.max(key.absolute || 0, (key.relative || 0) * Math.abs(answer));
  return Math.abs(value - answer) <= room + 1e-9 * Math.max(1, Math.abs(answer));
}

function number(key, given) {
  const {value, unit: mine} = fields(given);
  const typed = String(value ?? "");
  if (!typed.trim()) return blank();
  const values = readings(typed);
  if (!values.length) return ungraded("unreadable");
  const units = key.units || {};
  const names = Object.keys(units);
  const fits = (unit, answer) =>
    values.some((value) => close(names.length ? (value * units[unit]) / units[key.unit] : value, answer, key));
  if (fits(mine, key.answer)) return graded(1, []);
  if (names.some((unit) => fits(unit, key.answer))) return {verdict: "unit", credit: 0, marks: []};
  const near = (key.near || []).findIndex((answer) => fits(mine, answer));
  return graded(0, near < 0 ? [] : [chosen(`near:${near}`)]);
}

function own(key, given) {
  const {text} = fields(given);
  return ungraded(typeof text === "string" && text.trim() ? "noted" : "unanswered");
}

const opinion = (key, given) => ungraded(key.options.includes(given) ? "opinion" : "unanswered");

// Result: {verdict, credit: 0 to 1 or null, marks: [{key, mark}]}.
export function grade(key, given) {
  return {one, many, true_false: trueFalse, number, match, order, own, opinion}[key.type](key, given);
}
