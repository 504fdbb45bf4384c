// Grades a response, without a kernel. The twin of worksite.quiz.grading: both must give the same
// result for every recorded case in tests/data/grading_cases.json.

import {readings} from "./numbers.js";

const round = (value) => Math.round(value * 1e4) / 1e4;

function graded(credit, marks) {
  const rounded = round(credit);
  const verdict = rounded === 1 ? "right" : rounded > 0 ? "partly" : "wrong";
  return { verdict, credit: rounded, marks };
}

const ungraded = (verdict) => ({ verdict, credit: null, marks: [] });

function gradeOne(key, response) {
  if (!key.options.includes(response)) return ungraded("unanswered");
  const right = key.right.includes(response);
  return graded(right ? 1 : 0, [{ key: response, mark: right ? "right-chosen" : "wrong-chosen" }]);
}

function gradeMany(key, response) {
  const ticked = key.options.filter((option) => Array.isArray(response) && response.includes(option));
  if (!ticked.length) return ungraded("unanswered");
  const hits = ticked.filter((option) => key.right.includes(option)).length;
  const wrong = key.options.length - key.right.length;
  const lost = wrong ? (ticked.length - hits) / wrong : 0;
  const marks = key.options.flatMap((option) => {
    const right = key.right.includes(option);
    const chosen = ticked.includes(option);
    if (!right && !chosen) return [];
    return [{ key: option, mark: `${right ? "right" : "wrong"}-${chosen ? "chosen" : "missed"}` }];
  });
  return graded(Math.max(0, hits / key.right.length - lost), marks);
}

function gradeTrueFalse(key, response) {
  const { answer, reason } = response || {};
  if (answer !== "true" && answer !== "false") return ungraded("unanswered");
  const truth = answer === key.answer;
  const marks = [{ key: answer, mark: truth ? "right-chosen" : "wrong-chosen" }];
  if (!key.reasons.includes(reason)) return graded(truth ? 0.5 : 0, marks);
  const why = key.right.includes(reason);
  marks.push({ key: reason, mark: why ? "right-chosen" : "wrong-chosen" });
  return graded(truth ? (why ? 1 : 0.5) : 0, marks);
}

function gradeMatch(key, response) {
  const chosen = (row) => {
    const choice = response?.[row];
    return key.choices.includes(choice) ? choice : null;
  };
  if (key.rows.every((row) => chosen(row) === null)) return ungraded("unanswered");
  let points = 0;
  const marks = key.rows.map((row) => {
    if (chosen(row) === null) return { key: row, mark: "open" };
    const right = chosen(row) === key.right[row];
    points += right ? 1 : -1 / (key.choices.length - 1);
    return { key: row, mark: right ? "right" : "wrong" };
  });
  return graded(Math.max(0, points / key.rows.length), marks);
}

function gradeOrder(key, response) {
  const given = Array.isArray(response) ? response : [];
  const place = new Map(key.right.map((item) => [item, given.indexOf(item)]));
  if (key.right.every((item) => place.get(item) < 0)) return ungraded("unanswered");
  const marks = key.right.map((item, at) => {
    const here = place.get(item);
    return { key: item, mark: here < 0 ? "open" : here === at ? "right" : "wrong" };
  });
  let points = 0;
  let pairs = 0;
  key.right.forEach((first, at) => {
    for (const second of key.right.slice(at + 1)) {
      pairs += 1;
      if (place.get(first) < 0 || place.get(second) < 0) continue;
      points += place.get(first) < place.get(second) ? 1 : -1;
    }
  });
  return graded(Math.max(0, points / pairs), marks);
}

function gradeOwn(key, response) {
  return ungraded(String(response?.text ?? "").trim() ? "noted" : "unanswered");
}

// Equal within the tolerance; a hair more, so that 0.1 + 0.2 is 0.3.
function near(value, answer, key) {
  const room = Math.max(key.absolute || 0, (key.relative || 0) * Math.abs(answer));
  return Math.abs(value - answer) <= room + 1e-9 * Math.max(1, Math.abs(answer));
}

function gradeNumber(key, response) {
  const typed = String(response?.value ?? "");
  if (!typed.trim()) return ungraded("unanswered");
  const values = readings(typed);
  if (!values.length) return ungraded("unreadable");
  const units = key.units || {};
  const names = Object.keys(units);
  const factor = (name) => (names.length ? units[name] : 1);
  const unit = names.includes(response.unit) ? response.unit : null;
  const home = factor(key.unit);
  const hits = (name, answer) => values.some((value) => near((value * factor(name)) / home, answer, key));
  if ((!names.length || unit !== null) && hits(unit, key.answer)) return graded(1, []);
  if (names.some((name) => hits(name, key.answer))) {
    return { verdict: "unit", credit: 0, marks: [] };
  }
  const at = (key.near || []).findIndex((answer) => hits(unit ?? key.unit, answer));
  return graded(0, at < 0 ? [] : [{ key: `near:${at}`, mark: "wrong-chosen" }]);
}

const GRADERS = {
  one: gradeOne,
  many: gradeMany,
  true_false: gradeTrueFalse,
  number: gradeNumber,
  match: gradeMatch,
  order: gradeOrder,
  own: gradeOwn,
};

// Result: {verdict, credit: 0 to 1 or null, marks: [{key, mark}]}.
export function grade(key, response) {
  return GRADERS[key.type](key, response);
}
