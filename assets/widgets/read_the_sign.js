// "Read the sign on the fence": lines to mark; hits, misses and false alarms told apart.
import {button, el, fill, rich} from "./kit.js";
import {frame, show} from "./explorable.js";

const SIGNS = { hit: "✓", miss: "✗", alarm: "✗", calm: "✓" };

function make(spec, S) {
  const V = S.views;
  const board = el("div.ws-board", {});
  const score = el("p.ws-result", { role: "status" });
  let shown = -1;
  let lines = [];
  let worry = [];

  function verdicts() {
    return lines.map(({ box }, at) =>
      (worry[at] ? (box.checked ? "hit" : "miss") : (box.checked ? "alarm" : "calm")));
  }

  function told() {
    const kinds = verdicts();
    const count = (kind) => kinds.filter((each) => each === kind).length;
    return fill(V.score, { hits: count("hit"), of: count("hit") + count("miss"), alarms: count("alarm") });
  }

  function check() {
    verdicts().forEach((kind, at) => {
      const { reply } = lines[at];
      const why = rich(el("div"), spec.signs[shown].lines[at].why_html);
      reply.replaceChildren(el("strong", {}, `${SIGNS[kind]} ${V[kind]}`), why);
      reply.setAttribute("data-kind", kind);
      reply.hidden = false;
    });
    score.textContent = told();
  }

  function clear() {
    lines.forEach(({ box, reply }) => {
      box.checked = false;
      reply.hidden = true;
    });
    score.textContent = V.none;
  }

  function draw([sign]) {
    if (sign !== shown) {
      shown = sign;
      worry = spec.tables.worry[sign];
      lines = spec.signs[sign].lines.map(({ text }) => {
        const box = el("input", { type: "checkbox" });
        const reply = el("div.ws-sign-reply", { hidden: true });
        // A reply and a score speak of the marks as they were checked.
        box.addEventListener("change", () => {
          if (!reply.hidden) score.textContent = V.changed;
          reply.hidden = true;
        });
        return { box, reply, text };
      });
      board.replaceChildren(el("p.ws-sign-name", {}, spec.signs[sign].name),
        ...lines.map(({ box, reply, text }) =>
          el("div.ws-sign-line", {}, el("label.ws-option", {}, box, el("span.ws-text", {}, text)), reply)));
    }
    clear();
    return fill(S.spoken, { sign: spec.signs[sign].name, lines: lines.length, score: V.none });
  }

  const actions = el("div.ws-actions", {}, button(V.check, check, { class: "ws-button ws-main" }), button(V.again, clear));
  return { nodes: [frame(V.title, board, actions, score)], draw, again: clear };
}

export default { render: (context) => show(context, make) };
