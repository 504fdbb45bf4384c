// A question or a group of them: draws the spec, keeps every view of one model in step.
import {el, rich, root} from "./kit.js";
import {answerStore} from "./quiz_keep.js";
import {questionCard} from "./quiz_question.js";
import {questionGroup} from "./quiz_group.js";

function render({model, el: host}) {
  const spec = model.get("spec");
  const store = answerStore(model);
  const cards = spec.questions.map((q) => questionCard(q, spec.strings, store));
  const group = spec.mode === "single" ? null : questionGroup(spec, cards, store);
  // Nothing to ask, as when nothing is due: the title says so.
  const nothing = rich(el("p.ws-title.ws-nothing"), spec.title_html);
  root(host, "ws-quiz", ...(cards.length ? group?.nodes || [cards[0].node] : [nothing]));
  const refresh = () => {
    for (const card of cards) card.update();
    if (cards.length) group?.tell();
  };
  store.watch(refresh);
  return () => store.close(refresh);
}

export default {render};
