// A deck: one slide at a time, made to fit; the arrow keys; a window with notes that follows along.
const W = 1280;
const H = 720;
const BIGGEST = 1.5;
const SMALLEST = 0.6;
const STEP = 0.05;
const FOOT = 56; // kept free for the bar
const MOMENT = 600; // ms
const $ = (name) => document.getElementById(name);
const slides = [...document.querySelectorAll(".deck-slide")];
const speaker = new URLSearchParams(location.search).has("notes");
const follow = new BroadcastChannel(`worksite ${location.pathname}`);
let at = 0;
let settled = 0;

// The largest size at which everything on the slide is seen, tried one by one: columns and lines
// break anew at each, so that a smaller size can need more room. Of a figure the picture takes the
// room, not the words beside it.
function fit(slide, most = slide.querySelector(".ws-figure") ? 1 : BIGGEST) {
  const box = slide.querySelector(".deck-fit");
  const frame = slide.getBoundingClientRect();
  const foot = frame.bottom - FOOT * (frame.height / H);
  for (let scale = most; scale >= SMALLEST; scale -= STEP) {
    box.style.zoom = scale;
    const { bottom, right } = box.getBoundingClientRect();
    if (bottom <= foot && right <= frame.right + 1 && box.scrollWidth <= box.clientWidth + 1) return;
  }
}

// For a moment after it is shown or opened, a slide is fitted anew: charts draw themselves at the
// width they get. Then it only shrinks, so that nothing jumps while a control is moved.
function settle() {
  settled = performance.now() + MOMENT;
  fit(slides[at]);
}

function refit() {
  const now = Number(slides[at].querySelector(".deck-fit").style.zoom);
  fit(slides[at], performance.now() < settled ? undefined : now);
}

// The stage keeps its 1280 by 720 and is scaled as a whole, so that a slide looks the same everywhere.
function stage() {
  const scale = Math.min(innerWidth / W, innerHeight / H);
  $("deck").style.transform = `scale(${scale})`;
  $("deck").style.left = `${(innerWidth - W * scale) / 2}px`;
  settle();
}

function notesOf(slide) {
  $("now").textContent = `${at + 1} · ${slide.ariaLabel}`;
  $("told").replaceChildren(...slide.querySelector(".deck-notes").cloneNode(true).childNodes);
  const after = slides[at + 1]?.ariaLabel;
  $("after").textContent = after ? $("after").dataset.said.replace("{title}", after) : "";
}

function show(to, tell = true) {
  at = Math.max(0, Math.min(slides.length - 1, to));
  slides.forEach((slide, k) => slide.classList.toggle("deck-shown", k === at));
  history.replaceState(null, "", `#${at + 1}`);
  $("go").value = at;
  $("back").disabled = at === 0;
  $("next").disabled = at === slides.length - 1;
  const words = { n: at + 1, total: slides.length, title: slides[at].ariaLabel };
  $("said").textContent = $("said").dataset.said.replace(/\{(\w+)\}/g, (_, name) => words[name]);
  if (speaker) notesOf(slides[at]);
  else settle();
  if (tell) follow.postMessage(at);
}

// A control that has use for a key keeps it; a clicker's page keys always turn the slide.
function turn(event) {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const busy = event.target.closest("input, select, textarea, summary, a, button, [contenteditable]");
  const paging = { PageDown: at + 1, PageUp: at - 1 }[event.key];
  const moved = { ArrowRight: at + 1, ArrowDown: at + 1, " ": at + 1, ArrowLeft: at - 1, ArrowUp: at - 1,
    Home: 0, End: slides.length - 1 }[event.key];
  const to = paging ?? (busy ? undefined : moved);
  if (event.key === "Escape") document.activeElement.blur();
  if (event.key === "n" && !busy) notes();
  if (to === undefined) return;
  event.preventDefault();
  document.activeElement.blur();
  show(to);
}

function notes() {
  open(`?notes#${at + 1}`, "worksite-notes", "width=760,height=620");
}

function clock() {
  const begin = { at: Date.now() };
  const tell = () => {
    const seconds = Math.floor((Date.now() - begin.at) / 1000);
    $("clock").value = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  };
  $("again").addEventListener("click", () => {
    begin.at = Date.now();
    tell();
  });
  setInterval(tell, 1000);
}

document.documentElement.classList.add("deck-live");
document.querySelector(".deck-bar").hidden = false;
document.querySelector(".deck-speaker").hidden = !speaker;
document.documentElement.classList.toggle("deck-speaking", speaker);
$("go").append(...slides.map((slide, k) => new Option(`${k + 1} · ${slide.ariaLabel}`, k)));
$("go").addEventListener("change", () => show(Number($("go").value)));
$("back").addEventListener("click", () => show(at - 1));
$("next").addEventListener("click", () => show(at + 1));
$("notes").addEventListener("click", notes);
follow.addEventListener("message", ({ data }) => show(data, false));
// Before a widget hears of it: widgets keep their keys from what is around them.
addEventListener("keydown", turn, true);
addEventListener("hashchange", () => show(Number(location.hash.slice(1)) - 1));
if (speaker) clock();
else {
  addEventListener("resize", stage);
  // What an answer or a control brings onto the slide has to fit as well.
  const grown = new ResizeObserver(refit);
  for (const slide of slides) grown.observe(slide.querySelector(".deck-fit").firstElementChild);
  // A widget in the place of its still face, or a model that opens, is a new thing to fit.
  const opened = ({ target, removedNodes }) =>
    target.matches(".ws-lab") || [...removedNodes].some((node) => node.dataset?.worksite);
  new MutationObserver((changes) =>
    requestAnimationFrame(changes.some(opened) ? settle : refit))
    .observe($("deck"), { childList: true, subtree: true, attributeFilter: ["hidden"] });
}
show((Number(location.hash.slice(1)) || 1) - 1, false);
if (!speaker) stage();
