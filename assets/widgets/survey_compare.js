// Two rounds of answers held side by side. The twin of worksite.beliefs.compare: a test holds both
// to the same results.
const RANK = {guess: 0, think: 1, sure: 2};

function change(before, now) {
  if (!before || !now) return "";
  if (before.response !== now.response) return "changed";
  const [was, is] = [RANK[before.confidence], RANK[now.confidence]];
  if (was === is || was === undefined || is === undefined) return "same";
  return is > was ? "surer" : "less_sure";
}

function sentences({both, total, changed, surer, judged}) {
  const first = !both ? "no_before" : changed ? "changed" : "kept_all";
  const fit = both === total ? "fit_both" : "fit_now";
  return [first, both > 0 && both < total && "some_before", surer > 0 && "surer", judged > 0 && fit].filter(Boolean);
}

// {rows: what became of each belief, counts, lines: names of the sentences that fit}
export function compare(questions, state) {
  const pairs = questions.map(({ref, before_ref, fits}) => ({fits, before: state[before_ref], now: state[ref]}));
  const rows = pairs.map(({before, now}) => change(before, now));
  const judged = pairs.filter(({fits, now}) => fits && now);
  const counts = {
    total: questions.length,
    both: rows.filter(Boolean).length,
    changed: rows.filter((row) => row === "changed").length,
    surer: rows.filter((row) => row === "surer").length,
    judged: judged.length,
    fit_now: judged.filter(({fits, now}) => now.response === fits).length,
    fit_before: judged.filter(({fits, before}) => before?.response === fits).length,
  };
  return {rows, counts, lines: sentences(counts)};
}
