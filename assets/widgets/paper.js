// Puts one sheet on paper: a copy of it is laid beside everything else for as long as printing takes.
export function print(sheet) {
  const copy = sheet.cloneNode(true);
  copy.classList.add("ws-print-only");
  document.body.append(copy);
  document.documentElement.classList.add("ws-printing");
  window.print();
  document.documentElement.classList.remove("ws-printing");
  copy.remove();
}
