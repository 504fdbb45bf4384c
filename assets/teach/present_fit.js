// Type as large as the screen has room for.

const SIZES = [36, 34, 32, 30, 28, 26, 25, 24, 22, 20, 18]; // pixels at 1280 × 720
const COMFORTABLE = 22; // of the answer, before it goes on a second page
const LEAST = 18; // on any screen

function scale() {
  return Math.max(Math.min(innerWidth / 1280, innerHeight / 720), 0.5);
}

function fits(box) {
  return box.scrollHeight <= box.clientHeight + 1 && box.scrollWidth <= box.clientWidth + 1;
}

// Sets the largest type at which everything in the box has room; tells whether it has.
export function fit(main, box) {
  const sizes = SIZES.map((size) => Math.max(LEAST, Math.round(size * scale())));
  return [...new Set(sizes)].some((size) => {
    main.style.setProperty("--size", `${size}px`);
    return fits(box);
  });
}

// Deals the parts of the answer out over as few pages as they need; shows page `at`, from 0.
export function paginate(main, box, at) {
  const parts = [...box.querySelectorAll(".answers > li")];
  const show = (some) => parts.forEach((part) => { part.hidden = !some.includes(part); });
  main.style.setProperty("--size", `${Math.max(LEAST, Math.round(COMFORTABLE * scale()))}px`);
  const pages = [[]];
  for (const part of parts) {
    show([...pages.at(-1), part]);
    if (fits(box) || !pages.at(-1).length) pages.at(-1).push(part);
    else pages.push([part]);
  }
  // The last words do not stand alone.
  if (pages.length > 1 && pages.at(-1).length === 1 && pages.at(-2).length > 2) pages.at(-1).unshift(pages.at(-2).pop());
  const shown = Math.min(at, pages.length - 1);
  show(pages[shown]);
  fit(main, box);
  return {at: shown, pages: pages.length};
}
