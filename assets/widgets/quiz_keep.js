// Answers on their way to where they are kept. An answer counts as kept only when the other side
// has said so; after two silent seconds the learner is told, and a late word still counts.
import {live, speaks} from "./kit.js";

export function answerStore(model) {
  // Random start: two views of one model count on their own and must not claim each other's word.
  let last = Math.floor(Math.random() * 1e9) * 1000;
  const get = (ref) => model.get("state")?.[ref];
  // Set in the model but never saved to the kernel: every view of this model hears of it.
  const put = (ref, entry) => model.set("state", {...model.get("state"), [ref]: entry});

  function settle(ref, seq, kept) {
    const entry = get(ref);
    if (entry && entry.seq === seq && entry.kept !== kept) put(ref, {...entry, kept});
  }

  function heard({kind, ref, seq, where}) {
    if (kind === "kept") settle(ref, seq, where);
    if (kind === "not_kept") settle(ref, seq, kind);
  }

  function answer(ref, entry) {
    const seq = ++last;
    const silent = () => get(ref)?.kept === "waiting" && settle(ref, seq, "not_kept");
    put(ref, {...entry, seq, kept: "waiting"});
    setTimeout(silent, 2000);
    // Python grades for itself: verdict and credit stay here.
    const {verdict, credit, ...told} = entry;
    try {
      Promise.resolve(model.send({kind: "answer", ref, seq, ...told})).catch(silent);
    } catch {
      silent();
    }
  }

  model.on("msg:custom", heard);
  return {
    get,
    answer,
    watch: (callback) => model.on("change:state", callback),
    close: (callback) => {
      model.off("msg:custom", heard);
      model.off("change:state", callback);
    },
  };
}

// The line that says where the answer to one question is kept, or that it is not.
export function keptNotice(ref, S, store) {
  const node = live("p.ws-kept");
  function tell({kept: where}) {
    const key = {disk: "kept", memory: "kept_in_memory", page: "kept_on_page", not_kept: "not_kept"}[where] || "";
    if (node.dataset.kept === key) return;
    node.dataset.kept = key;
    // What can only be kept in memory is explained once; said aloud is what the learner must know.
    const told = /^kept_/.test(key) && (store.told ??= ref) !== ref;
    speaks(node, !told && key !== "kept").say(S[told ? "kept_for_now" : key] || "");
  }
  return {node, tell};
}
