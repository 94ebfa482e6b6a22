import type { Page } from "playwright-core";

/** What a page must not do: complain, or ask anyone but its own server. */
export interface PageFaults {
  readonly messages: string[];
  readonly requests: string[];
}

/** Collects faults of a page from now on; `origin` is where it may load from. */
export function watchPage(page: Page, origin: string): PageFaults {
  const faults: PageFaults = { messages: [], requests: [] };
  page.on("console", (message) => {
    const isComplaint = message.type() === "error" || message.type() === "warning";
    if (isComplaint && !isDriverNote(message.text())) faults.messages.push(message.text());
  });
  page.on("pageerror", (error) => faults.messages.push(error.message));
  page.on("request", (request) => {
    const url = request.url();
    // What the page made itself is asked of nobody.
    if (![origin, `blob:${origin}`, "data:"].some((own) => url.startsWith(own))) faults.requests.push(url);
  });
  return faults;
}

/** A renderer in software says how slow it is to hand pictures over; a page has no part in that. */
function isDriverNote(text: string): boolean {
  return text.includes("GL Driver Message (OpenGL, Performance");
}
