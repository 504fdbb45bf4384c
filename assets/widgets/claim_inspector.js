// The claim inspector: the article's claims, filtered by verdict and by lesson.
import {button, el, fill, fold, rich} from "./kit.js";
import {dataTable} from "./controls.js";
import {frame, show} from "./explorable.js";
import {print} from "./paper.js";
import {way} from "./way.js";

function card(V, beside, marks, claim) {
  const { said, quote, word, why_html, change_html } = claim;
  return el("li.ws-claim", {},
    el("p", {}, el("strong", {}, said), ` (“${quote}”)`),
    el("p", {}, el("strong", {}, word), " · ", way(claim.lesson, claim.page, beside?.[claim.id])),
    fold(V.more, rich(el("div", {}), why_html), el("p", {}, el("strong", {}, V.change)),
      rich(el("div", {}), change_html), el("p.ws-small", {}, ...claim.marks.flatMap((one) => [rich(el("span", {}), marks[one]), " "]))));
}

function make(spec, S, { model }) {
  const V = S.views;
  const T = spec.tables;
  const cards = spec.claims.map((claim) => card(V, model.get("beside"), spec.marks, claim));
  const list = el("ol.ws-take", {}, ...cards);
  const count = el("p.ws-result", {});

  function draw([verdict, lesson]) {
    let found = 0;
    cards.forEach((node, at) => {
      const fits = (!verdict || T.verdict[at] === verdict) && (!lesson || T.lesson[at] === lesson);
      node.hidden = !fits;
      found += fits;
    });
    count.textContent = found ? fill(V.count, { found, of: cards.length }) : V.none;
    return fill(S.spoken, { found, of: cards.length });
  }

  // The list alone goes on paper, as a table.
  const paper = el("div.ws-actions", {}, button(V.print, () => print(dataTable(spec.table).querySelector("table"))));
  return { nodes: [frame(V.title, el("div", {}, count, el("div.ws-board.ws-tall", { tabindex: "0", role: "region", "aria-label": V.title }, list))), paper], draw };
}

export default { render: (context) => show(context, make) };
