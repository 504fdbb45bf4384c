// Small tools every widget module is built with. Nothing here knows what it is used for.

const FOCUSABLE = "a, button, input, select, summary, textarea, [tabindex]";

// Lab acts on single letters typed on a focused element unless that very element says no.
const QUIET = "data-lm-suppress-shortcuts";

// Whatever else a string may hold, only these elements and attributes reach the page.
const ELEMENTS =
  /^(A|B|BLOCKQUOTE|BR|CITE|CODE|DIV|EM|H[34]|HR|I|IMG|LI|OL|P|PRE|SPAN|STRONG|SU[BP]|TABLE|T[DHR]|TBODY|THEAD|UL)$/;
const ATTRIBUTES = /^(href=(https?:|mailto:|#)|src=data:image\/|(alt|class|colspan|scope|start|title)=)/i;

// A unique id for this view. Random, because each widget on a page runs its own copy of this file.
export function uid(prefix) {
  return `${prefix}-${Math.random().toString(36).slice(2, 10)}`;
}

// Gives a node attributes and children. Functions under "on…" become listeners; true is an empty
// attribute; null, undefined and false are left out; value, checked and the like are properties.
export function dress(node, attrs, ...children) {
  for (const [name, value] of Object.entries(attrs || {})) {
    if ((value ?? false) === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name === "class") node.classList.add(...value.split(" "));
    else if (/^(value|checked|selected|open)$/.test(name)) node[name] = value;
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat().filter((child) => (child ?? false) !== false));
  if (node.matches(FOCUSABLE)) node.setAttribute(QUIET, "true");
  return node;
}

// Makes an HTML element: el("p"), el("p.ws-small"). Strings among the children become text, never
// markup.
export function el(tag, attrs, ...children) {
  const [name, ...classes] = tag.split(".");
  const node = document.createElement(name);
  node.classList.add(...classes);
  return dress(node, attrs, ...children);
}

// Makes an SVG element in the same way.
export function svg(tag, attrs, ...children) {
  return dress(document.createElementNS("http://www.w3.org/2000/svg", tag), attrs, ...children);
}

// Replaces {name} by values.name; names without a value stay as they are.
export function fill(template, values) {
  return String(template ?? "").replace(/\{(\w+)\}/g, (whole, name) => values?.[name] ?? whole);
}

function clean(parent) {
  for (const child of [...parent.children]) {
    if (!ELEMENTS.test(child.tagName)) {
      child.remove();
      continue;
    }
    for (const {name, value} of [...child.attributes]) {
      if (!ATTRIBUTES.test(`${name}=${value}`)) child.removeAttribute(name);
    }
    // A plain link would leave Lab with everything unsaved in it.
    if (child.tagName === "A") Object.assign(child, {target: "_blank", rel: "noopener noreferrer"});
    clean(dress(child));
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
export function live(tag = "p", attrs = {}, ...children) {
  const node = el(tag, {role: "status", ...attrs}, ...children);
  node.say = (...content) => node.replaceChildren(...content);
  return node;
}

// Says it aloud only where it happened: a second view, or a restored answer, shows it in silence.
export function speaks(node, loud) {
  node.ariaLive = loud ? "polite" : "off";
  return node;
}

export function button(label, onclick, attrs = {}) {
  return el("button.ws-button", {type: "button", onclick, ...attrs}, label);
}

// Something to open: a <details> with its summary.
export function fold(summary, ...children) {
  return el("details.ws-fold", {}, el("summary", {}, summary), ...children);
}

// The one box a module draws in. Keys typed inside it never reach the page around it, but Escape
// leads back to its cell, where arrows and Shift+Enter are the notebook's again.
export function root(host, name, ...children) {
  const box = el("div.ws-root", {class: name}, ...children);
  box.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key === "Escape" && event.target.tagName !== "SELECT") box.closest(".jp-Cell")?.focus();
  });
  host.append(box);
  return box;
}
