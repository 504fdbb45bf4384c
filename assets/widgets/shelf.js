// The learner's answers in this browser, in the format progress.export() writes.

const SHELF = "worksite-progress";
const FILE = "worksite-progress.json";
const FORMAT = {format: "worksite-progress", version: 1, answers: []};
const TEXTS = ["ref", "at", "verdict"];

// An answer with its fields in one order, so that two copies of it are the same text.
function plain({ref, at, response = null, verdict, credit = null, confidence = null, hints = 0}) {
  return {ref, at, response, verdict, credit, confidence, hints};
}

const isAnswer = (one) => one && TEXTS.every((name) => typeof one[name] === "string")
  && (one.credit ?? 0) === Number(one.credit ?? 0) && Number.isInteger(one.hints ?? 0);

// Answers of an export's text; null when it is none of this course.
function parsed(text) {
  try {
    const {format, version, answers} = JSON.parse(text);
    const fits = format === FORMAT.format && version === 1 && Array.isArray(answers) && answers.every(isAnswer);
    return fits ? answers.map(plain) : null;
  } catch {
    return null;
  }
}

// Read afresh for every answer: another tab may have written.
export function shelf(storage) {
  let memory = [];
  function aside(text) {
    const name = `${SHELF}-aside-${Date.now()}`;
    storage.setItem(name, text);
    storage.removeItem(SHELF);
    return name;
  }
  function read() {
    const text = storage.getItem(SHELF);
    if (text === null) return [];
    const found = parsed(text);
    // Not ours to repair: set aside, never overwritten.
    if (!found) aside(text);
    return found || [];
  }
  function write(answers) {
    storage.setItem(SHELF, JSON.stringify({...FORMAT, answers}));
  }
  const shelved = {
    answers() {
      try {
        return [...read(), ...memory];
      } catch {
        return memory;
      }
    },
    keep(...answers) {
      try {
        write([...read(), ...memory, ...answers]);
        memory = [];
        return "disk";
      } catch {
        memory.push(...answers);
        return "page";
      }
    },
    where: () => (memory.length ? "page" : "browser"),
    file: () => ({name: FILE, text: `${JSON.stringify({...FORMAT, answers: shelved.answers().map(plain)}, null, 1)}\n`}),
    // How many answers of an export were new; null when the text is no export.
    take(text) {
      const found = parsed(text);
      if (!found) return null;
      const have = new Set(shelved.answers().map((one) => JSON.stringify(plain(one))));
      const fresh = found.filter((one) => !have.has(JSON.stringify(one)));
      if (fresh.length) shelved.keep(...fresh);
      return fresh.length;
    },
    // The name under which the old answers are set aside; null when there are none.
    empty() {
      const text = storage.getItem(SHELF);
      memory = [];
      return text === null ? null : aside(text);
    },
    // All of it, what was set aside before included.
    forget() {
      memory = [];
      for (const name of Object.keys(storage)) {
        if (name.startsWith(SHELF)) storage.removeItem(name);
      }
    },
  };
  return shelved;
}
