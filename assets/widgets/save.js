import {el} from "./kit.js";

// Hands a file to the browser, which asks or knows where it goes.
export function save({name, text}) {
  const href = URL.createObjectURL(new Blob([text], {type: "application/json"}));
  el("a", {href, download: name}).click();
  setTimeout(() => URL.revokeObjectURL(href), 10000);
}
