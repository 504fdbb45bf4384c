// The claim inspector: the article's claims, filtered by verdict and by lesson.
import {el, fill, fold, rich} from "./kit.js";
import {frame, show} from "./explorable.js";

function card(V, { said, quote, word, lesson, why_html, change_html, marks_html }) {
  return el("li.ws-claim", {},
    el("p", {}, el("strong", {}, said), ` (“${quote}”)`),
    el("p", {}, el("strong", {}, word), ` · ${lesson}`),
    fold(V.more, rich(el("div", {}), why_html), el("p", {}, el("strong", {}, V.change)),
      rich(el("div", {}), change_html), rich(el("div.ws-small", {}), marks_html)));
}

function make(spec, S) {
  const V = S.views;
  const T = spec.tables;
  const cards = spec.claims.map((claim) => card(V, claim));
  const list = el("ol.ws-take", {}, ...cards);
  const count = el("p.ws-result", {});
  const none = el("p.ws-tally", {});

  function draw([verdict, lesson]) {
    let found = 0;
    cards.forEach((node, at) => {
      const fits = (!verdict || T.verdict[at] === verdict) && (!lesson || T.lesson[at] === lesson);
      node.hidden = !fits;
      found += fits;
    });
    count.textContent = fill(V.count, { found, of: cards.length });
    none.textContent = found ? "" : V.none;
    return fill(S.spoken, { found, of: cards.length });
  }

  return { nodes: [frame(V.title, el("div", {}, count, none, el("div.ws-board.ws-tall", { tabindex: "0", role: "region", "aria-label": V.title }, list)))], draw };
}

export default { render: (context) => show(context, make) };
