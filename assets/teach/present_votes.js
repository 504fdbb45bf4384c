// Votes and what they say. Nothing here draws.

const KEPT = "worksite-present:";
const FRESH = {stage: "ask", shown: false, first: {}, second: {}, people: {first: null, second: null}};

// The state of one question as this tab last left it, or a fresh one.
export function recall(ref) {
  try {
    return {...structuredClone(FRESH), ...JSON.parse(sessionStorage.getItem(KEPT + ref) || "{}")};
  } catch {
    return structuredClone(FRESH);
  }
}

export function keep(ref, state) {
  try {
    sessionStorage.setItem(KEPT + ref, JSON.stringify(state));
  } catch {
    // A browser that keeps nothing still counts.
  }
}

export function fresh() {
  return structuredClone(FRESH);
}

export function sum(votes) {
  return Object.values(votes).reduce((total, count) => total + count, 0);
}

// People who voted. With several letters each, at least as many as the most chosen letter has.
export function people(question, state, round) {
  if (!question.several) return sum(state[round]);
  return Math.max(state.people[round] ?? 0, 0, ...Object.values(state[round]));
}

export function percent(count, total) {
  return total ? Math.round((100 * count) / total) : 0;
}

// The share of people, 0 to 100, who have it right; null without votes. Where several letters are
// right, nobody knows who chose which together: the weakest letter then says the most it can be.
export function share(question, state, round) {
  const total = people(question, state, round);
  if (!total) return null;
  const count = ({key}) => state[round][key] || 0;
  if (!question.several) return (100 * count(question.options.find((one) => one.right))) / total;
  return Math.min(...question.options.map((one) => (100 * (one.right ? count(one) : total - count(one))) / total));
}

// What to do after a vote: "low", "mid" or "high".
export function advice(value, {low, high}) {
  if (value < low) return "low";
  return value > high ? "high" : "mid";
}

// The last round that was voted in.
export function last(state) {
  return sum(state.second) ? "second" : "first";
}

// The wrong option that drew most, with its votes; null when none drew any.
export function pull(question, state) {
  const round = last(state);
  const count = ({key}) => state[round][key] || 0;
  const wrong = question.options.filter((one) => !one.right && count(one));
  wrong.sort((a, b) => count(b) - count(a) || (state.first[b.key] || 0) - (state.first[a.key] || 0));
  return wrong.length ? {option: wrong[0], count: count(wrong[0])} : null;
}
