// A question or a group of them: draws the spec, keeps every view of one model in step.
import {root} from "./kit.js";
import {answerStore} from "./quiz_keep.js";
import {questionCard} from "./quiz_question.js";
import {questionGroup} from "./quiz_group.js";

function render({ model, el: host }) {
  const spec = model.get("spec");
  const store = answerStore(model);
  const cards = spec.questions.map((q) => questionCard(q, spec.strings, store));
  const alone = spec.mode === "single";
  const group = alone ? null : questionGroup(spec, spec.strings, cards, store);
  root(host, alone ? "ws-quiz ws-alone" : "ws-quiz", ...(alone ? [cards[0].node] : group.nodes));
  const refresh = () => {
    for (const card of cards) card.update();
    group?.tell();
  };
  store.watch(refresh);
  return () => store.close(refresh);
}

export default { render };
