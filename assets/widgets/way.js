// The way to another lesson: a link on the web, an open document in Lab, elsewhere its name alone.
import {el} from "./kit.js";

// A file's path as Lab's server counts it; null outside Lab, and for what lies beyond its folder.
function served(file) {
  const config = document.getElementById("jupyter-config-data")?.textContent;
  const { serverRoot } = config ? JSON.parse(config) : {};
  const root = serverRoot?.replaceAll("\\", "/").replace(/\/$/, "");
  return file?.startsWith(`${root}/`) ? file.slice(root.length + 1) : null;
}

// page: where it stands on the web. file: its whole path on the machine the kernel runs on.
export function way(name, page, file) {
  if (page) return el("a", { href: page }, name);
  const path = served(file);
  if (!path) return name;
  // A plain link would leave Lab. Lab itself opens what asks for it like this.
  return el("button.ws-way", {
    type: "button",
    "data-commandlinker-command": "docmanager:open",
    "data-commandlinker-args": JSON.stringify({ path }),
  }, name);
}
