import { useLayoutEffect, useRef } from "react";

/**
 * A report page within the workbench: its own style holds within it, and nothing of it runs.
 *
 * The policy of the page allows no style that is written into it; a sheet that is handed over as an object is allowed.
 */
export function ReportFrame({ html, label }: { readonly html: string; readonly label: string }) {
  const place = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const host = place.current!;
    const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
    const page = new DOMParser().parseFromString(html.replaceAll(STYLE, ""), "text/html");
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(readStyle(html).replaceAll(":root", ":host"));
    root.adoptedStyleSheets = [sheet];
    for (const element of page.querySelectorAll("script, meta, title")) element.remove();
    // The workbench has a main part already, and the report lies within it.
    for (const main of page.querySelectorAll("main")) main.replaceWith(replaceTag(main, page.createElement("div")));
    root.replaceChildren(document.importNode(page.documentElement, true));
    root.addEventListener("click", follow);
    return () => root.removeEventListener("click", follow);
  }, [html]);
  return <section ref={place} className="report-frame" aria-label={label} />;
}

function replaceTag(element: Element, other: Element): Element {
  other.className = element.className;
  other.append(...element.childNodes);
  return other;
}

/** Taken out before the page is parsed: a parsed style counts as written into the page. */
const STYLE = /<style>(.*?)<\/style>/gs;

function readStyle(html: string): string {
  return [...html.matchAll(STYLE)].map(([, style]) => style).join("\n");
}

/** A link within the report leads to its section; the address of the workbench names the station and stays. */
function follow(event: Event): void {
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  const id = link?.getAttribute("href")?.match(/^#(.+)/)?.[1];
  if (id === undefined) return;
  event.preventDefault();
  (link!.getRootNode() as ShadowRoot).getElementById(id)?.scrollIntoView();
}
