// A page that gives widget modules the model interface, with a kernel that can be told how to act.
const $ = (id) => document.getElementById(id);
const settings = new URLSearchParams(location.search);

class Model {
  constructor(traits) {
    this.traits = traits;
    this.listeners = new Map();
  }
  get(name) { return this.traits[name]; }
  set(name, value) {
    this.traits[name] = value;
    this.emit(`change:${name}`, value);
  }
  save_changes() { window.worksite.saved += 1; }
  on(event, callback) {
    this.listeners.set(event, [...(this.listeners.get(event) || []), callback]);
  }
  off(event, callback) {
    this.listeners.set(event, (this.listeners.get(event) || []).filter((one) => one !== callback));
  }
  emit(event, value) {
    for (const callback of this.listeners.get(event) || []) callback(value);
  }
  send(content) {
    const { kernel, sent } = window.worksite;
    if (kernel === "throws") throw new Error("the comm is closed");
    sent.push(structuredClone(content));
    if (kernel === "rejects") return Promise.reject(new Error("the comm is closed"));
    if (kernel === "disk" || kernel === "memory") this.reply("kept", content, { where: kernel });
    if (kernel === "refuses") this.reply("not_kept", content, { why: "read-only" });
  }
  reply(kind, { ref, seq }, more) {
    queueMicrotask(() => this.emit("msg:custom", { kind, ref, seq, ...more }));
  }
}

const given = await (await fetch(settings.get("data"))).json();
const model = new Model({ spec: given.spec, state: given.state });
window.worksite = { model, sent: [], kernel: given.kernel, saved: 0, bubbled: [], close: [] };
// Keys as typed are lower case in "x" and named in "Enter"; any that arrive here have escaped.
document.addEventListener("keydown", (event) => window.worksite.bubbled.push(event.key));

let address = given.module;
if (given.bundle) {
  const source = await (await fetch(given.bundle)).text();
  address = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
}
const { default: widget } = await import(address);
for (let view = 0; view < given.views; view++) {
  const place = document.createElement("div");
  place.className = "view";
  $("views").append(place);
  window.worksite.close.push(await widget.render({ model, el: place }));
}
document.body.dataset.ready = "true";
