import type { Page } from "playwright-core";

/**
 * What a careful eye would find on a page as it stands: text that is cut off, that leaves the page, that lies over other
 * text, and names of the program in place of words. Pictures are left out: they have tests of their own.
 */
export async function listLayoutFaults(page: Page): Promise<string[]> {
  return (await page.evaluate(`(${FIND_FAULTS})()`)) as string[];
}

/** Runs in the page. */
const FIND_FAULTS = `function () {
  const OWN_WORDS = /\\b(?:eGFR|dP|mL|mJ|dL|mV|kPa|mmHg|mGy|proBNP)\\b/;
  const IDENTIFIER = /\\b[a-z]+[a-z0-9]*[A-Z][A-Za-z]*\\b|\\bundefined\\b|\\bNaN\\b|\\[object/g;
  const faults = [];
  const name = (element) => element.tagName.toLowerCase() + (element.className ? "." + String(element.className).split(" ")[0] : "") + ' "' + element.textContent.trim().slice(0, 40) + '"';
  const isSkipped = (element) => element.closest("svg, canvas, .marks, .skip, .unseen, select, [popover], details:not([open]) > :not(summary), [lang]:not(html) .unspelled") !== null;
  const isSeen = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const scrolls = (element) => { for (let at = element.parentElement; at; at = at.parentElement) { const { overflowX } = getComputedStyle(at); if (at.tagName !== "MAIN" && (overflowX === "auto" || overflowX === "scroll")) return true; } return false; };
  const leaves = [...document.querySelectorAll("body *")].filter((element) =>
    [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim() !== "") && !isSkipped(element) && isSeen(element));
  const boxes = [];
  for (const element of leaves) {
    const style = getComputedStyle(element);
    if (element.scrollWidth > element.clientWidth + 1 && style.overflowX !== "visible" && style.textOverflow !== "ellipsis" && style.display !== "inline") faults.push("cut off: " + name(element));
    const range = document.createRange();
    range.selectNodeContents(element);
    const text = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.data).join(" ");
    for (const [word] of text.matchAll(IDENTIFIER)) if (!OWN_WORDS.test(word)) faults.push("not a word: " + word + " in " + name(element));
    // What ends in an ellipsis is cut on purpose, and the whole stands in its title.
    if (style.textOverflow === "ellipsis") continue;
    for (const box of range.getClientRects()) {
      if (box.width < 2 || box.height < 2) continue;
      if (box.right > innerWidth + 1 && !scrolls(element)) faults.push("leaves the page: " + name(element));
      boxes.push({ element, box });
    }
  }
  const isFixed = (element) => element.closest(".measures, .notice, .top-bar") !== null;
  for (let i = 0; i < boxes.length; i++) {
    for (let j = i + 1; j < boxes.length; j++) {
      const [a, b] = [boxes[i], boxes[j]];
      if (a.element === b.element || a.element.contains(b.element) || b.element.contains(a.element)) continue;
      if (isFixed(a.element) !== isFixed(b.element)) continue;
      const wide = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
      const high = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
      if (wide > 3 && high > 5) faults.push("over each other: " + name(a.element) + " and " + name(b.element));
    }
  }
  return [...new Set(faults)];
}`;
