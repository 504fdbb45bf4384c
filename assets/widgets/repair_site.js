// "The repair site": a house under repair, drawn from the model's tables; played or stepped by day.
import {button, dress, el, fill, rich, svg} from "./kit.js";
import {frame, show} from "./explorable.js";
import {chart} from "./chart.js";

const [ROWS, COLUMNS] = [6, 8];
// milliseconds a step of two days
const PACE = 350;
const DAY = 6;

function person(kind) {
  return svg("g", { class: kind },
    svg("path", { d: "M-9 0L-8 -26H8L9 0Z", class: "ws-torso" }),
    svg("circle", { cx: 0, cy: -33, r: 7, class: "ws-head" }),
    svg("path", { d: "M-10 -34Q-9 -44 0 -44Q9 -44 10 -34Z", class: "ws-hat" }));
}

// A figure stands where it is put, and is shown or not.
const put = (node, x, y, shown, opacity = 1) =>
  dress(node, { transform: `translate(${x} ${y})`, visibility: shown ? "inherit" : "hidden", opacity: opacity.toFixed(2) });

function sceneView(V) {
  const bricks = [];
  for (let row = 0; row < ROWS; row++) {
    for (let column = 0; column < COLUMNS; column++) {
      const shift = row % 2 ? 8 : 0;
      bricks.push(svg("rect", { x: 262 + column * 22 + shift, y: 208 - row * 18, width: 20, height: 16, rx: 2 }));
    }
  }
  const own = [0, 1, 2, 3].map(() => person("ws-own"));
  const sent = [0, 1, 2, 3, 4, 5].map(() => person("ws-sent"));
  const cases = [0, 1, 2].map(() => svg("path", { d: "M-11 0h22v-15h-22zM-5 -15v-5h10v5" }));
  const dust = [[250, 120, 30], [300, 90, 24], [470, 110, 32], [420, 150, 22], [360, 70, 26], [490, 180, 20]]
    .map(([cx, cy, r]) => svg("circle", { cx, cy, r, class: "ws-dust" }));
  const tag = (x, text) => svg("text", { x, y: 262, class: "ws-scene-tag", "text-anchor": "middle" }, text);
  const picture = svg("svg", { viewBox: "0 0 720 272", class: "ws-view", "aria-hidden": "true" },
    svg("rect", { width: 720, height: 226, class: "ws-sky" }), svg("rect", { y: 224, width: 720, height: 48, class: "ws-earth" }),
    svg("path", { d: "M244 116L356 44L468 116Z", class: "ws-roof" }), svg("rect", { x: 258, y: 114, width: 196, height: 112, class: "ws-hole" }),
    ...bricks, ...dust, ...own, ...sent, ...cases, tag(130, V.own), tag(356, V.house), tag(590, V.sent));
  return {
    picture,
    draw({ wall, own: many, workers, left, building, foremen, day, inflamed, read }) {
      const laid = Math.round((wall / 100) * ROWS * COLUMNS);
      bricks.forEach((brick, at) => brick.setAttribute("class", at < laid ? "ws-brick" : "ws-brick-open"));
      own.forEach((one, at) => put(one, 60 + at * 44, 236, at < many));
      sent.forEach((one, at) => put(one, 500 + at * 36, 236, at < workers && (building || left > 0.02), building ? 1 : Math.max(0.12, left)));
      // A memo that is read stands with its reader; one that nobody reads pales where it was left.
      const found = day > 0 && read && many > 0;
      cases.forEach((one, at) => {
        one.setAttribute("class", found ? "ws-memo-read" : "ws-memo");
        put(one, found ? 66 + at * 44 : 480 + at * 26, found ? 186 : 256, at < foremen, found || day === 0 ? 1 : 0.45);
      });
      dust.forEach((one) => one.setAttribute("opacity", (inflamed ? 0.55 * (1 - wall / 100) : 0.08).toFixed(2)));
    },
  };
}

function make(spec, S, shell) {
  const V = S.views;
  const scene = sceneView(V);
  const picture = chart(260);
  const said = el("p.ws-result.ws-told", {});
  const days = spec.controls[DAY].stops;
  let place = 0;
  let clock = null;

  function stop() {
    clearInterval(clock);
    clock = null;
    play.textContent = V.play;
  }

  function tick() {
    if (place >= days.length - 1) return stop();
    shell.move(DAY, place + 1);
  }

  function press() {
    if (clock) return stop();
    const ended = place >= days.length - 1;
    // Who asked for less motion gets the last day at once, and from there the first.
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) return shell.move(DAY, ended ? 0 : days.length - 1);
    if (ended) shell.move(DAY, 0);
    play.textContent = V.pause;
    clock = setInterval(tick, PACE);
  }
  const play = button(V.play, press, { class: "ws-button ws-main" });

  function draw([damage, crew, kind, w, f, message, day]) {
    place = day;
    const walls = spec.tables.wall[damage][crew][kind][w][f];
    const natural = spec.tables.wall[damage][crew][0][0][0][0];
    const points = (values) => values.map((value, at) => [days[at], value / 10]);
    const wall = walls[message][day] / 10;
    const left = spec.tables.left[day] / 1000;
    const [workers, foremen] = [spec.controls[3].stops[w], spec.controls[4].stops[f]];
    const own = [0, 2, 4][crew];
    scene.draw({ wall, own, workers, left, building: kind === 1, foremen, day, inflamed: damage === 0, read: message > 0 });
    picture.draw({
      x: { label: V.days, min: 0, max: 60, ticks: [0, 15, 30, 45, 60].map((at) => [at, at]) },
      y: { label: V.wall, min: 0, max: 100, ticks: [0, 25, 50, 75, 100].map((at) => [at, at]) },
      layers: [
        { kind: "band", look: 1, name: V.band, points: natural.map((low, at) => [days[at], low / 10, walls[2][at] / 10]) },
        { kind: "line", look: 1, name: V.none, points: points(walls[0]) },
        { kind: "line", look: 3, name: V.mice, points: points(walls[1]) },
        { kind: "line", look: 2, name: V.hoped, points: points(walls[2]) },
        { kind: "line", look: 4, name: V.natural, points: points(natural) },
        { kind: "dots", look: 4, name: V.here, points: [[days[day], wall]] },
      ],
    });
    const gone = left < 0.02 ? V.gone : fill(V.fading, { left: Math.round(left * 100) });
    const words = {
      day: days[day], wall: Math.round(wall), natural: Math.round(natural[day] / 10), own,
      sent: workers === 0 ? V.nobody : kind === 1 ? fill(V.stay, { workers }) : fill(V.go, { workers, gone }),
      foremen: foremen === 0 ? V.no_memo : message === 0 ? fill(V.unread, { foremen }) : own === 0 ? fill(V.no_reader, { foremen }) : fill(V.read, { foremen }),
    };
    said.textContent = fill(V.said, words);
    return fill(S.spoken, { ...words, said: said.textContent });
  }

  return {
    nodes: [
      frame(V.scene, scene.picture, el("div.ws-day", {}, play)), said,
      frame(V.title, picture.node), rich(el("div.ws-beside", {}), spec.beside_html),
    ],
    draw,
    close() {
      clearInterval(clock);
      picture.close();
    },
  };
}

export default { render: (context) => show(context, make) };
