// What stands in for a kernel on a plain page: the model interface widget modules know from Jupyter,
// answered from this browser.
import {grade} from "./grading.js";
import {fill} from "./kit.js";
import {overview} from "./overview.js";

// {ref: last answer with the number of tries}, as Python gives it to a new widget.
export function restored(answers) {
  const state = {};
  for (const {ref, response, verdict, credit, confidence, hints} of answers) {
    const tries = (state[ref]?.tries || 0) + 1;
    state[ref] = {response, verdict, credit, confidence, hints, tries};
  }
  return state;
}

class Model {
  constructor(traits) {
    Object.assign(this, {traits, listeners: new Map()});
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
  tell(content) {
    queueMicrotask(() => this.emit("msg:custom", content));
  }
  send() {}
}

class Asked extends Model {
  constructor(spec, kept) {
    super({spec, state: restored(kept.answers())});
    this.kept = kept;
  }
  send({kind, ref, seq, response, confidence, hints}) {
    if (kind === "export") this.export();
    const question = this.traits.spec.questions?.find((one) => one.ref === ref);
    if (kind !== "answer" || !question) return;
    const {verdict, credit} = grade(question.key, response);
    const at = new Date().toISOString();
    const kept = this.kept.keep({ref, at, response, verdict, credit, confidence, hints});
    this.tell({kind: "kept", ref, seq, where: kept});
  }
  export() {
    const file = this.kept.file();
    this.tell({kind: "file", ...file});
    this.tell({kind: "said", text: fill(this.traits.spec.strings.exported, {file: file.name})});
  }
}

// progress(): its spec is counted here, from the course's list and this browser's answers.
class Progress extends Model {
  constructor(spec, kept) {
    super({});
    Object.assign(this, {told: spec, kept});
    this.count();
  }
  count() {
    const {strings, course} = this.told;
    const counted = overview(course, this.kept.answers(), new Date(), course.shown);
    this.set("spec", {strings, ...counted, where: this.kept.where(), notice: ""});
  }
  send({kind, name, text}) {
    const S = this.told.strings;
    const acts = {
      export: () => {
        const file = this.kept.file();
        this.tell({kind: "file", ...file});
        return fill(S.exported, {file: file.name});
      },
      import: () => {
        const count = this.kept.take(text);
        return fill(count === null ? S.not_an_export : S.imported, {file: name, count});
      },
      start_empty: () => {
        const file = this.kept.empty();
        return fill(file ? S.started_empty : S.started_empty_none, {file});
      },
      forget: () => {
        this.kept.forget();
        return S.forgotten;
      },
    };
    const said = acts[kind]?.();
    this.count();
    if (said) this.tell({kind: "said", text: said});
  }
}

export function modelFor({ref, spec}, kept) {
  if (ref === "progress") return new Progress(spec, kept);
  return spec.questions ? new Asked(spec, kept) : new Model({spec});
}
