// Reads a number as people type it. Returns every value the text can stand for: "1,500" may be one
// and a half or fifteen hundred. An empty list means: not readable. Twin of worksite.quiz.grading.

const SPACE = "[ \\t\\u00a0\\u2000-\\u200a\\u202f]";
const EDGES = new RegExp(`^${SPACE}+|${SPACE}+$`, "g");
const GROUP_MARK = new RegExp(`([0-9])(?:${SPACE}|['\\u2019])(?=[0-9])`, "g");
const ZEROS = { thousand: 3, million: 6, billion: 9 };
const RAISED = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079";
const SHAPE = new RegExp(
  `^([+-]?)([0-9.,]*)${SPACE}*(?:e([+-]?[0-9]{1,3})|([\\u00d7x*\\u00b7]?)${SPACE}*10(?:\\^|\\*\\*)([+-]?[0-9]{1,3}))?` +
    `${SPACE}*(thousand|million|billion)?$`,
);

// "1.500,5" -> ["1500.5"]; "1,500" -> ["1.500", "1500"]; "1,50,0" -> [].
function mantissas(text) {
  if (/^[0-9]+$/.test(text)) return [text];
  const marks = text.replace(/[0-9]/g, "");
  const last = marks.slice(-1);
  const at = text.lastIndexOf(last);
  const decimal = `${text.slice(0, at).replace(/[.,]/g, "")}.${text.slice(at + 1)}`;
  const groups = /^[1-9][0-9]{0,2}([.,])[0-9]{3}(?:\1[0-9]{3})*$/;
  if (!/[0-9]/.test(text)) return [];
  if (marks.length === 1) {
    return groups.test(text) ? [decimal, text.replace(last, "")] : [decimal];
  }
  const head = text.slice(0, at);
  if (groups.test(text)) return [text.replace(/[.,]/g, "")];
  return groups.test(head) && !head.includes(last) ? [decimal] : [];
}

function plain(text) {
  const found = SHAPE.exec(text.replace(EDGES, ""));
  if (!found) return [];
  const [, minus, digits, short, times, long, word] = found;
  if (long !== undefined && Boolean(digits) !== Boolean(times)) return [];
  const ten = Number(short ?? long ?? 0) + (ZEROS[word] || 0);
  const values = mantissas(digits || (long === undefined ? "" : "1")).map((value) =>
    Number(`${minus}${value}e${ten}`),
  );
  return values.filter(Number.isFinite);
}

export function readings(text) {
  const clean = String(text ?? "")
    .toLowerCase()
    .replace(/[\u2212\u2010-\u2013\ufe63\uff0d]/g, "-")
    .replace(new RegExp(`[\u207b\u207a${RAISED}]+`, "g"), (raised) =>
      "^" + [...raised].map((sign) =>
        sign === "\u207b" ? "-" : sign === "\u207a" ? "+" : RAISED.indexOf(sign)).join(""))
    .replace(EDGES, "")
    .replace(/%$/, "")
    .replace(GROUP_MARK, "$1");
  const [over, under, ...rest] = clean.split("/");
  if (under === undefined) return plain(over);
  if (rest.length) return [];
  return plain(over).flatMap((a) => plain(under).filter((b) => b !== 0).map((b) => a / b));
}
