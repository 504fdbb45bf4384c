// What is done, weak and due, counted from the answers: what progress() shows, without a kernel.
// The rules are those of worksite.progress.review; a test holds both to the same results.
//   course: {gaps: days, lessons: [{id, title, page, refs, objectives: [{text, refs}]}],
//            questions: {ref: {number, lesson, text_html}}}

const DAY = 86400000;
const FAULTY = ["wrong", "partly", "unit"];
const FINE = ["right", "noted"];

const day = ({at}) => {
  const time = Date.parse(`${String(at).slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(time) ? -Infinity : time / DAY;
};

function byQuestion(answers) {
  const found = new Map();
  for (const answer of answers) found.set(answer.ref, [...(found.get(answer.ref) || []), answer]);
  return found;
}

function dueOn(given, gaps) {
  const days = new Map();
  for (const answer of given) days.set(day(answer), answer.verdict);
  let climbed = 0;
  for (const verdict of days.values()) climbed = FINE.includes(verdict) ? climbed + 1 : 0;
  return day(given.at(-1)) + gaps[Math.min(Math.max(climbed, 1), gaps.length) - 1];
}

const sureButWrong = ({confidence, verdict}) => confidence === "sure" && FAULTY.includes(verdict);

// Compares lists item by item: false before true, small before large, a before b.
function compare(one, other) {
  for (let at = 0; at < one.length; at++) {
    if (one[at] < other[at]) return -1;
    if (one[at] > other[at]) return 1;
  }
  return 0;
}

const sorted = (refs, key) => refs.map((ref) => [key(ref), ref]).sort(([a], [b]) => compare(a, b)).map(([, ref]) => ref);

export function weak(answers) {
  const last = new Map([...byQuestion(answers)].map(([ref, given]) => [ref, given.at(-1)]));
  const refs = [...last.keys()].filter((ref) => FAULTY.includes(last.get(ref).verdict));
  return sorted(refs, (ref) => [!sureButWrong(last.get(ref)), last.get(ref).credit || 0, ref]);
}

// today: a Date; days are counted in UTC, as the times of the answers are.
export function due(answers, today, gaps) {
  // What somebody believes is never due again.
  const given = byQuestion(answers.filter(({verdict}) => verdict !== "opinion"));
  const now = Math.floor(today.getTime() / DAY);
  const refs = [...given.keys()].filter((ref) => dueOn(given.get(ref), gaps) <= now);
  return sorted(refs, (ref) => [!sureButWrong(given.get(ref).at(-1)), dueOn(given.get(ref), gaps), ref]);
}

function counted(refs, last) {
  const given = refs.filter((ref) => last.has(ref));
  const right = given.filter((ref) => FINE.includes(last.get(ref).verdict));
  return {total: refs.length, answered: given.length, right: right.length};
}

export function overview(course, answers, today, shown) {
  const last = new Map(answers.map((answer) => [answer.ref, answer]));
  const rows = (refs) => refs.slice(0, shown).map((ref) => course.questions[ref]);
  const [faulty, waiting] = [weak(answers), due(answers, today, course.gaps)].map((refs) =>
    refs.filter((ref) => course.questions[ref]));
  return {
    lessons: course.lessons.map(({refs, objectives, ...lesson}) => ({
      ...lesson,
      ...counted(refs, last),
      objectives: objectives.map(({text, refs: own}) => ({text, ...counted(own, last)})),
    })),
    weak: rows(faulty),
    due: rows(waiting),
    counts: { weak: faulty.length, due: waiting.length },
  };
}
