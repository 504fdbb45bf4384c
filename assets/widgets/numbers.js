// Reads a number as people type it. Returns every value the text can stand for: "1,500" may be one
// and a half or fifteen hundred. An empty list means: not readable. Twin of worksite.quiz.grading.

const ZEROS = {thousand: 3, million: 6, billion: 9};
const SHAPE = /^([+-]?)([0-9.,]*)(?:e([+-]?[0-9]{1,3})|([\u00d7x*\u00b7]?)10\^([+-]?[0-9]{1,3}))?(thousand|million|billion)?$/;
const GROUPS = /^[1-9][0-9]{0,2}([.,])[0-9]{3}(?:\1[0-9]{3})*$/;

// "1.500,5" -> ["1500.5"]; "1,500" -> ["1.500", "1500"]; "1,50,0" -> [].
function mantissas(text) {
  if (!/[0-9]/.test(text)) return [];
  const [head, tail, ...more] = text.split(/[.,]/);
  const whole = text.replace(/[.,]/g, "");
  if (tail === undefined) return [whole];
  const grouped = GROUPS.test(text) ? [whole] : [];
  if (!more.length) return [`${head}.${tail}`, ...grouped];
  if (grouped.length) return grouped;
  const at = Math.max(text.lastIndexOf("."), text.lastIndexOf(","));
  const front = text.slice(0, at);
  const fits = GROUPS.test(front) && !front.includes(text[at]);
  return fits ? [`${front.replace(/[.,]/g, "")}.${text.slice(at + 1)}`] : [];
}

function plain(text) {
  const found = SHAPE.exec(text);
  if (!found) return [];
  const [, minus, digits, short, times, long, word] = found;
  if (long && !digits !== !times) return [];
  const ten = Number(short || long || 0) + (ZEROS[word] || 0);
  return mantissas(digits || (long ? "1" : "")).map((value) => Number(`${minus}${value}e${ten}`)).filter(Number.isFinite);
}

export function readings(text) {
  const [over, under, ...rest] = text
    .toLowerCase()
    .replace(/[\u2070\u00b9\u00b2\u00b3\u2074-\u207b]+/g, (raised) => `^${raised.normalize("NFKC")}`)
    .replace(/[\u2212\u2010-\u2013\ufe63\uff0d]/g, "-")
    .replace(/[ \t\u00a0\u2000-\u200a\u202f]/g, "")
    .replace(/([0-9])['\u2019](?=[0-9])/g, "$1")
    .replace(/%$/, "")
    .split("/");
  if (under === undefined) return plain(over);
  if (rest.length) return [];
  return plain(over).flatMap((a) => plain(under).map((b) => a / b)).filter(Number.isFinite);
}
