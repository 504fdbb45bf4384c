// Finds sections of the course: every word typed must begin a word of the section.
//   search.json: [[page, place, lesson, heading, text], …]
const SHOWN = 30;
const AROUND = 90;
const form = document.querySelector("form[role=search]");
const box = form.querySelector("input");
const said = document.querySelector("[role=status]");
const list = document.querySelector(".ws-found");
const words = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").match(/[\p{L}\p{N}]+/gu) || [];
let sections = null;

async function load() {
  const raw = await (await fetch("search.json")).json();
  sections = raw.map(([page, place, lesson, heading, text]) =>
    ({page, place, lesson, heading, text, titled: words(heading), spoken: words(text)}));
}

// Title words count ten times; null when a wanted word is missing.
function score(section, wanted) {
  let total = 0;
  for (const one of wanted) {
    const titled = section.titled.filter((word) => word.startsWith(one)).length;
    const spoken = section.spoken.filter((word) => word.startsWith(one)).length;
    if (!titled && !spoken) return null;
    total += 10 * titled + spoken;
  }
  return total;
}

function excerpt(text, wanted) {
  const at = Math.max(0, text.toLowerCase().search(new RegExp(`(?<![\\p{L}\\p{N}])${wanted[0]}`, "iu")));
  const from = Math.max(0, text.indexOf(" ", Math.max(0, at - AROUND)));
  return `${from > 0 ? "…" : ""}${text.slice(from, at + AROUND).trim()}…`;
}

function row({page, place, lesson, heading, text}, wanted) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = place ? `${page}#${place}` : page;
  link.textContent = heading;
  const from = document.createElement("span");
  from.textContent = lesson;
  const part = document.createElement("p");
  part.textContent = excerpt(text, wanted);
  item.append(link, " ", from, part);
  return item;
}

async function find() {
  if (!sections) await load();
  const wanted = words(box.value);
  const found = wanted.length
    ? sections.map((section) => [score(section, wanted), section]).filter(([points]) => points !== null)
    : [];
  found.sort(([one], [other]) => other - one);
  list.replaceChildren(...found.slice(0, SHOWN).map(([, section]) => row(section, wanted)));
  said.textContent = wanted.length ? form.dataset.found.replace("{count}", found.length) : "";
}

let resting = null;
box.addEventListener("input", () => {
  clearTimeout(resting);
  resting = setTimeout(find, 150);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  find();
});
