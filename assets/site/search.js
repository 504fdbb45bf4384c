// Finds sections of the course: every word typed must begin a word of the section.
//   search.json: [[page, place, lesson, heading, text], …]
const SHOWN = 30;
// letters before and after what was found
const AROUND = 90;
// how many other words may stand between the words of one find
const BETWEEN = 6;
const form = document.querySelector("form[role=search]");
const box = form.querySelector("input");
const said = document.querySelector("[role=status]");
const list = document.querySelector(".ws-found");
const lead = document.querySelector("#search-lead");
const advice = document.querySelector("#search-none");
const fold = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
const words = (text) => text.match(/[\p{L}\p{N}\p{M}]+/gu)?.map(fold) || [];
const all = (wanted, spoken) => wanted.every((one) => spoken.some((word) => word.startsWith(one)));
let sections = null;

async function load() {
  const raw = await (await fetch("search.json")).json();
  sections = raw.map(([page, place, lesson, heading, text]) => ({
    page, place, lesson, heading, text, titled: words(heading), named: words(lesson), spoken: words(text),
  }));
}

// The shortest run of words that holds every wanted one: [first, length]; null when there is none.
function run(spoken, wanted) {
  const last = wanted.map(() => -1);
  let best = null;
  spoken.forEach((word, at) => {
    wanted.forEach((one, which) => word.startsWith(one) && (last[which] = at));
    const first = Math.min(...last);
    if (first >= 0 && (!best || at - first + 1 < best[1])) best = [first, at - first + 1];
  });
  return best;
}

// Headings that hold the words come first, then titles, then words close together, then the rest;
// among equals, the heading with the least beside the words. Null when a wanted word is missing.
function rank({titled, named, spoken}, wanted) {
  if (!all(wanted, [...titled, ...spoken])) return null;
  const count = (list) => list.filter((word) => wanted.some((one) => word.startsWith(one))).length;
  const close = run(spoken, wanted)?.[1] <= wanted.length + BETWEEN;
  const place = all(wanted, titled) ? 3 : all(wanted, [...titled, ...named]) ? 2 : close ? 1 : 0;
  return [place, count(titled) / titled.length || 0, count(spoken)];
}

// A piece of the text around what was found: the closest run of all words, else the first of any.
function excerpt(text, spoken, wanted) {
  const any = spoken.findIndex((word) => wanted.some((one) => word.startsWith(one)));
  const first = run(spoken, wanted)?.[0] ?? Math.max(0, any);
  const at = [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)][first]?.index ?? 0;
  const from = at > AROUND ? text.indexOf(" ", at - AROUND) + 1 : 0;
  const to = text.indexOf(" ", at + AROUND);
  return `${from ? "…" : ""}${text.slice(from, to < 0 ? undefined : to)}${to < 0 ? "" : "…"}`;
}

function row({page, place, lesson, heading, text, spoken}, wanted) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = place ? `${page}#${place}` : page;
  link.textContent = heading;
  const from = document.createElement("span");
  from.textContent = lesson;
  const part = document.createElement("p");
  part.textContent = excerpt(text, spoken, wanted);
  item.append(link, " ", from, part);
  return item;
}

// How many there are, how many of them are shown, and with none what to do next.
function tell(count, asked) {
  const {found, shown} = form.dataset;
  const line = (count > SHOWN ? shown : found).replace("{count}", count).replace("{shown}", SHOWN);
  const more = count ? [] : advice.cloneNode(true).childNodes;
  said.replaceChildren(...(asked ? [line, ...more] : []));
  lead.hidden = count > 0;
}

async function find() {
  if (!sections) await load();
  const wanted = words(box.value);
  const found = wanted.length
    ? sections.map((section) => [rank(section, wanted), section]).filter(([points]) => points)
    : [];
  found.sort(([one], [other]) => other[0] - one[0] || other[1] - one[1] || other[2] - one[2]);
  list.replaceChildren(...found.slice(0, SHOWN).map(([, section]) => row(section, wanted)));
  tell(found.length, wanted.length > 0);
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
