// Brings a still page to life without a kernel: gives the widget modules the model interface they
// know from Jupyter, and keeps answers in this browser, in the format progress.export() writes.
//   <script type="module" src="widgets/host.js" data-widgets="03.json"></script>
//   03.json: {"widgets": [{"ref", "module", "sheets": [], "spec": {}}]}
import {modelFor} from "./host_models.js";
import {shelf} from "./shelf.js";

function theme() {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const root = document.documentElement;
  if (root.dataset.worksiteTheme) return;
  const apply = () => (root.dataset.worksiteTheme = dark.matches ? "dark" : "light");
  dark.addEventListener("change", apply);
  apply();
}

function dress(sheets) {
  for (const sheet of sheets) {
    const address = new URL(sheet, import.meta.url).href;
    if ([...document.styleSheets].some(({href}) => href === address)) continue;
    if (document.querySelector(`link[href="${address}"]`)) continue;
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = address;
    document.head.append(link);
  }
}

// The still face stays in its place until its widget stands beside it without an error.
async function enliven(face, widget, kept) {
  const {default: module} = await import(new URL(widget.module, import.meta.url).href);
  dress(widget.sheets);
  const place = document.createElement("div");
  place.id = face.id;
  face.after(place);
  try {
    await module.render({model: modelFor(widget, kept), el: place});
    face.remove();
    if (place.id && location.hash === `#${place.id}`) place.scrollIntoView();
  } catch (error) {
    place.remove();
    throw error;
  }
}

// Beside wide pages the list of parts has room: open from the start.
function contents() {
  const list = document.querySelector(".ws-toc details");
  if (list && matchMedia("(min-width: 75rem)").matches) list.open = true;
}

// A picture wider than its box can be reached, and moved with the arrow keys. Until it is moved,
// the style of the page shows that there is more of it.
function pictures() {
  const more = (box) => box.toggleAttribute("data-more", box.tabIndex === 0 && box.scrollLeft < 8);
  const watch = new ResizeObserver((seen) => {
    for (const {target} of seen) {
      if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
      else target.removeAttribute("tabindex");
      more(target);
    }
  });
  for (const figure of document.querySelectorAll(".worksite figure")) {
    watch.observe(figure);
    figure.addEventListener("scroll", () => more(figure), {passive: true});
  }
}

// After the first visit the course opens without a network.
function stay() {
  const worker = new URL("../sw.js", import.meta.url);
  navigator.serviceWorker?.register(worker).catch(() => {});
}

async function start() {
  theme();
  contents();
  pictures();
  const { widgets: listed, worker, keep } = document.querySelector("script[data-widgets]").dataset;
  if (worker !== undefined) addEventListener("load", stay);
  if (!listed) return;
  const {widgets} = await (await fetch(listed)).json();
  // On a deck nothing is kept: the next class finds every question open.
  const kept = shelf(keep === "none" ? null : localStorage);
  for (const face of document.querySelectorAll("[data-worksite]")) {
    const widget = widgets.find(({ref}) => ref === face.dataset.worksite);
    // One that fails keeps its still face and does not stop the others.
    if (widget) await enliven(face, widget, kept).catch(reportError);
  }
}

await start();
