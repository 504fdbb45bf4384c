// Small tools every widget module is built with. Nothing here knows what it is used for.

const FOCUSABLE = "a, button, input, select, summary, textarea, [tabindex]";

// Lab acts on single letters typed on a focused element unless that very element says no.
const QUIET = "data-lm-suppress-shortcuts";

// Whatever else a string may hold, only these elements and attributes reach the page.
const KEPT = new Set(
  ("A ABBR B BLOCKQUOTE BR CAPTION CODE DD DETAILS DIV DL DT EM FIGCAPTION FIGURE H3 H4 HR I IMG " +
    "KBD LI OL P PRE S SECTION SMALL SPAN STRONG SUB SUMMARY SUP TABLE TBODY TD TFOOT TH THEAD TR " +
    "U UL").split(" "),
);
const KEPT_ATTRIBUTES = new Set("alt class colspan href rowspan scope src start title".split(" "));

// A unique id for this view. Random, because each widget on a page runs its own copy of this file.
export function uid(prefix) {
  return `${prefix}-${Math.random().toString(36).slice(2, 10)}`;
}

// Gives a node attributes and children. Functions under "on…" become listeners; true is an empty
// attribute; null, undefined and false are left out; value, checked and the like are properties.
export function dress(node, attrs, ...children) {
  for (const [name, value] of Object.entries(attrs || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (["value", "checked", "selected", "open"].includes(name)) node[name] = value;
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined));
  if (node.matches(FOCUSABLE)) node.setAttribute(QUIET, "true");
  return node;
}

// Makes an HTML element; strings among the children become text, never markup.
export function el(tag, attrs, ...children) {
  return dress(document.createElement(tag), attrs, ...children);
}

// Makes an SVG element in the same way.
export function svg(tag, attrs, ...children) {
  return dress(document.createElementNS("http://www.w3.org/2000/svg", tag), attrs, ...children);
}

// Replaces {name} by values.name; names without a value stay as they are.
export function fill(template, values) {
  return String(template ?? "").replace(/\{(\w+)\}/g, (whole, name) =>
    values && values[name] !== undefined ? String(values[name]) : whole,
  );
}

function harmless(name, value) {
  if (name === "href") return /^(https?:|mailto:|#)/i.test(value.trim());
  if (name === "src") return /^data:image\//i.test(value.trim());
  return KEPT_ATTRIBUTES.has(name);
}

function clean(parent) {
  for (const child of [...parent.children]) {
    clean(child);
    if (!KEPT.has(child.tagName)) {
      child.replaceWith(...(/^(script|style|template)$/i.test(child.tagName) ? [] : child.childNodes));
      continue;
    }
    for (const { name, value } of [...child.attributes]) {
      if (!harmless(name, value)) child.removeAttribute(name);
    }
    if (child.tagName === "A") {
      // A plain link would leave Lab with everything unsaved in it.
      child.setAttribute("target", "_blank");
      child.setAttribute("rel", "noopener noreferrer");
    }
    if (child.matches(FOCUSABLE)) child.setAttribute(QUIET, "true");
  }
}

// Fills a node with HTML that Python rendered from Markdown. Parsed in a document of its own,
// where nothing loads or runs, and cut down to plain text elements before it is shown.
export function rich(node, html) {
  const parsed = new DOMParser().parseFromString(String(html ?? ""), "text/html").body;
  clean(parsed);
  node.replaceChildren(...parsed.childNodes);
  return node;
}

// A place whose changes are spoken by themselves: .say("text") or .say(nodes…).
export function live(tag = "p", attrs = {}) {
  const node = el(tag, { role: "status", ...attrs });
  node.say = (...content) => node.replaceChildren(...content);
  return node;
}

export function button(label, onclick, attrs = {}) {
  return el("button", { type: "button", class: "ws-button", onclick, ...attrs }, label);
}

// Something to open: a <details> with its summary.
export function fold(summary, ...children) {
  return el("details", { class: "ws-fold" }, el("summary", {}, summary), ...children);
}

// The one box a module draws in. Keys typed inside it never reach the page around it.
export function root(host, name, ...children) {
  const box = el("div", { class: `ws-root ${name}` }, ...children);
  box.addEventListener("keydown", (event) => event.stopPropagation());
  host.append(box);
  return box;
}
