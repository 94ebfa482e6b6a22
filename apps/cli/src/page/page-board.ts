import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plan } from "@tributary/plan";
import { buildLivePage } from "./live-page.ts";
import type { PageState } from "./page-state.ts";
import { buildReportPolicy } from "./report-policy.ts";
import type { ServedFile } from "./served-file.ts";

/** What is served: the state of the work while it lasts, then its result. */
export interface PageBoard {
  /** `fraction` of the whole, 0 to 1. */
  showStage(stage: string, fraction: number): void;
  showProvisional(plan: Plan): void;
  /** The result by path, "" first; from now on nothing changes. */
  showResult(files: ReadonlyMap<string, ServedFile>): void;
  state(): PageState;
  /** @param path  relative to where the board is served; "" is its page */
  find(path: string): ServedFile | undefined;
  /** Calls `listener` on every change, until what is returned is called. */
  listen(listener: (state: PageState) => void): () => void;
}

const HTML = "text/html; charset=utf-8";

const FAVICON: ServedFile = {
  contentType: "image/svg+xml",
  content:
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path d="M8 14C2 9 1 6 3 4s4-1 5 1c1-2 3-3 5-1s1 5-5 10z" fill="#b3424a"/></svg>',
};

const JAVASCRIPT = "text/javascript; charset=utf-8";

/** What the live page loads. */
const BROWSER_FILES = new Map<string, ServedFile>([
  ["live.css", readBrowserFile("live.css", "text/css; charset=utf-8")],
  ["live.js", readBrowserFile("live.js", JAVASCRIPT)],
  ["session.js", readBrowserFile("session.js", JAVASCRIPT)],
]);

export function createPageBoard(title: string): PageBoard {
  const listeners = new Set<(state: PageState) => void>();
  let state: PageState = { version: 0, stage: "starting", percent: 0 };
  let provisional: Plan | undefined;
  let result: ReadonlyMap<string, ServedFile> | undefined;

  function change(next: PageState): void {
    state = next;
    for (const listener of listeners) listener(state);
  }

  return {
    showStage(stage, fraction) {
      const percent = Math.round(100 * Math.min(1, Math.max(0, fraction)));
      if (stage !== state.stage || percent !== state.percent) change({ ...state, stage, percent });
    },
    showProvisional(plan) {
      provisional = plan;
      change({ ...state, version: state.version + 1 });
    },
    showResult(files) {
      result = files;
      change({ version: state.version + 1, stage: "done", percent: 100 });
    },
    state: () => state,
    find(path) {
      if (path === "favicon.ico") return FAVICON;
      if (result) return result.get(path);
      if (path === "") return { contentType: HTML, content: buildLivePage(title, state, provisional) };
      return BROWSER_FILES.get(path);
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** A report page, and what belongs to it, as the server hands it out. */
export function listReportFiles(html: string, planJson?: string): Map<string, ServedFile> {
  const files = new Map<string, ServedFile>([
    ["", { contentType: HTML, content: html, policy: buildReportPolicy(html) }],
  ]);
  if (planJson !== undefined) files.set("plan.json", { contentType: "application/json", content: planJson });
  return files;
}

function readBrowserFile(name: string, contentType: string): ServedFile {
  return { contentType, content: readFileSync(join(import.meta.dirname, "browser", name), "utf8") };
}
