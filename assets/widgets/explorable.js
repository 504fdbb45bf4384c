// The frame of every explorable: a guess, then controls, views, tasks, own words, the data.
// A module gives make(spec, S), which returns what knows its model:
//   nodes: what stands between the controls and the tasks
//   draw(at): shows the state, at[k] being the place of control k; returns it in words
//   guess(option): optional; told each guess, null when it was skipped
//   again(): optional; told when the learner starts again
// The third argument: move(k, place) moves control k, for a scene that plays by itself; model.
import {button, el, rich, root} from "./kit.js";
import {choice, control, dataTable, ownWords, predictFirst, spoken} from "./controls.js";

export function show({ model, el: host }, make) {
  const spec = model.get("spec");
  const S = spec.strings;
  const scene = make(spec, S, { model, move: (k, place) => inputs[k].set(place) });
  const voice = spoken();
  const inputs = spec.controls.map((each) =>
    (each.options ? choice : control)(each, S, () => draw(true)));

  function draw(moved) {
    const said = scene.draw(inputs.map((input) => input.index()));
    if (moved) voice.say(said);
  }

  const again = button(S.reset, () => {
    inputs.forEach((input) => input.reset());
    scene.again?.();
  });
  const lab = el("div", { class: "ws-lab", hidden: true, tabindex: "-1" },
    el("div.ws-controls", {}, ...inputs.map((input) => input.node)),
    ...scene.nodes,
    el("div.ws-actions", {}, again), voice.node,
    el("p.ws-frame-title", {}, S.tasks_title),
    el("ol.ws-tasks", {}, ...S.tasks.map((task) => el("li", {}, task))),
    ownWords(S.own, S, S.why, spec.why_html), dataTable(spec.table));
  const predict = predictFirst(S.predict, S, (option) => {
    lab.hidden = false;
    scene.guess?.(option);
    if (!option) lab.focus();
    draw(true);
  });
  root(host, "ws-explore",
    el("p.ws-title", {}, spec.title),
    rich(el("div.ws-small", {}), spec.model_html), predict, lab);
  draw(false);
  return () => {
    voice.stop();
    scene.close?.();
  };
}

// A picture with its title above and words below.
export function frame(title, picture, ...below) {
  return el("figure.ws-frame", {}, el("p.ws-frame-title", {}, title), picture, ...below);
}
