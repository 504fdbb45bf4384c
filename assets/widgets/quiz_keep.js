// Answers on their way to where they are kept. An answer counts as kept only when the other side
// has said so; after two silent seconds the learner is told, and a late word still counts.

const PATIENCE = 2000;

export function answerStore(model) {
  // Random start: two views of one model count on their own and must not claim each other's word.
  let seq = Math.floor(Math.random() * 1e9) * 1000;
  const sent = new Map();
  let memoryTold = null;

  const all = () => model.get("state") || {};
  const get = (ref) => all()[ref];
  // Set in the model but never saved to the kernel: every view of this model hears of it.
  const put = (ref, entry) => model.set("state", { ...all(), [ref]: entry });

  function settle(number, kept) {
    const answer = sent.get(number);
    if (!answer) return;
    clearTimeout(answer.timer);
    if (kept !== "silent") sent.delete(number);
    if (get(answer.ref)?.seq !== number) return;
    put(answer.ref, { ...get(answer.ref), kept: kept === "silent" ? "not_kept" : kept });
  }

  function answer(ref, entry) {
    const number = ++seq;
    const { response, confidence, hints, tries } = entry;
    const timer = setTimeout(() => settle(number, "silent"), PATIENCE);
    sent.set(number, { ref, timer, entry: { ...entry, seq: number, kept: "waiting" } });
    put(ref, sent.get(number).entry);
    try {
      const message = { kind: "answer", ref, seq: number, response, confidence, hints, tries };
      Promise.resolve(model.send(message)).catch(() => settle(number, "silent"));
    } catch {
      settle(number, "silent");
    }
  }

  function heard(content) {
    if (content?.kind === "kept") settle(content.seq, content.where === "memory" ? "memory" : "disk");
    if (content?.kind === "not_kept") settle(content.seq, "not_kept");
  }

  // A state that came from outside must not hide an answer that is still under way.
  function guard() {
    for (const [number, { ref, entry }] of sent) {
      const now = get(ref);
      if (number === seq && !now?.seq) put(ref, entry);
    }
  }

  model.on("msg:custom", heard);
  model.on("change:state", guard);
  return {
    get,
    answer,
    // True for the first answer that could only be kept in memory: it is explained once.
    tellsMemory: (ref) => (memoryTold ??= ref) === ref,
    watch: (callback) => model.on("change:state", callback),
    close: (...callbacks) => {
      model.off("msg:custom", heard);
      for (const callback of [guard, ...callbacks]) model.off("change:state", callback);
    },
  };
}
