// "Questions to take along": the list of three choices, to print. Nothing is kept or sent.
import {button, el, fill, rich} from "./kit.js";
import {print} from "./paper.js";
import {frame, show} from "./explorable.js";

function make(spec, S) {
  const V = S.views;
  const list = el("ol.ws-take", {});
  const count = el("p.ws-result", {});
  const sheet = el("div.ws-board", {}, el("p.ws-sign-name", {}, spec.title), el("p.ws-small", {}, V.lead), list);

  function draw([kind, goal, worry]) {
    const asked = spec.tables.asked[kind][goal][worry].map((at) => spec.asks[at]);
    list.replaceChildren(...asked.map(({ text, why_html }) =>
      el("li", {}, el("strong", {}, text), rich(el("div.ws-small", {}), why_html))));
    count.textContent = fill(V.count, { count: asked.length });
    return fill(S.spoken, { count: asked.length, first: asked[0].text });
  }

  const actions = el("div.ws-actions", {}, button(V.print, () => print(sheet), { class: "ws-button ws-main" }));
  return { nodes: [frame(V.title, sheet, actions, count)], draw };
}

export default { render: (context) => show(context, make) };
