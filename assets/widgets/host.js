// Brings a still page to life without a kernel: gives the widget modules the model interface they
// know from Jupyter, and keeps answers in this browser, in the format progress.export() writes.
//   <script type="module" src="widgets/host.js" data-widgets="03.json"></script>
//   03.json: {"widgets": [{"ref", "module", "sheets": [], "spec": {}}]}
import {grade} from "./grading.js";

const SHELF = "worksite-progress";
const FORMAT = {format: "worksite-progress", version: 1, answers: []};

// The answers of this browser. Read afresh for every answer: another tab may have written.
function keeper(storage) {
  let memory = [];
  function read() {
    const text = storage.getItem(SHELF);
    if (text === null) return {...FORMAT};
    try {
      const found = JSON.parse(text);
      if (found.format === FORMAT.format && found.version === 1 && Array.isArray(found.answers)) {
        return found;
      }
    } catch {
      // Not ours to repair: set aside below, never overwritten.
    }
    storage.setItem(`${SHELF}-aside-${Date.now()}`, text);
    storage.removeItem(SHELF);
    return {...FORMAT};
  }
  return {
    answers() {
      try {
        return [...read().answers, ...memory];
      } catch {
        return memory;
      }
    },
    keep(answer) {
      try {
        const shelf = read();
        const answers = [...shelf.answers, ...memory, answer];
        storage.setItem(SHELF, JSON.stringify({...shelf, answers}));
        memory = [];
        return "disk";
      } catch {
        memory.push(answer);
        return "memory";
      }
    },
  };
}

// {ref: last answer with the number of tries}, as Python gives it to a new widget.
function restored(answers) {
  const state = {};
  for (const {ref, response, verdict, credit, confidence, hints} of answers) {
    const tries = (state[ref]?.tries || 0) + 1;
    state[ref] = {response, verdict, credit, confidence, hints, tries};
  }
  return state;
}

class Model {
  constructor(spec, state, kept) {
    Object.assign(this, {traits: {spec, state}, kept, listeners: new Map()});
  }
  get(name) {
    return this.traits[name];
  }
  set(name, value) {
    this.traits[name] = value;
    this.emit(`change:${name}`, value);
  }
  save_changes() {}
  on(event, callback) {
    this.listeners.set(event, [...(this.listeners.get(event) || []), callback]);
  }
  off(event, callback) {
    this.listeners.set(event, (this.listeners.get(event) || []).filter((one) => one !== callback));
  }
  emit(event, value) {
    for (const callback of this.listeners.get(event) || []) callback(value);
  }
  send({kind, ref, seq, response, confidence, hints}) {
    const question = this.traits.spec.questions?.find((one) => one.ref === ref);
    if (kind !== "answer" || !question) return;
    const {verdict, credit} = grade(question.key, response);
    const at = new Date().toISOString();
    const where = this.kept.keep({ref, at, response, verdict, credit, confidence, hints});
    queueMicrotask(() => this.emit("msg:custom", {kind: "kept", ref, seq, where}));
  }
}

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
async function enliven(face, widget, state, kept) {
  const {default: module} = await import(new URL(widget.module, import.meta.url).href);
  dress(widget.sheets);
  const place = document.createElement("div");
  face.after(place);
  try {
    await module.render({model: new Model(widget.spec, state, kept), el: place});
    face.remove();
  } catch (error) {
    place.remove();
    throw error;
  }
}

async function start() {
  const script = document.querySelector("script[data-widgets]");
  const {widgets} = await (await fetch(script.dataset.widgets)).json();
  const kept = keeper(localStorage);
  const state = restored(kept.answers());
  theme();
  for (const face of document.querySelectorAll("[data-worksite]")) {
    const widget = widgets.find(({ref}) => ref === face.dataset.worksite);
    // One that fails keeps its still face and does not stop the others.
    if (widget) await enliven(face, widget, {...state}, kept).catch(reportError);
  }
}

await start();
