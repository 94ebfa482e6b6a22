import type { Plan } from "@tributary/plan";
import { buildLivePage, LIVE_SCRIPT } from "./live-page.ts";
import type { PageState } from "./page-state.ts";

/** One thing the page server hands out. */
export interface ServedFile {
  readonly contentType: string;
  readonly content: string;
}

/** What is served: the state of the work while it lasts, then its result. */
export interface PageBoard {
  /** `fraction` of the whole, 0 to 1. */
  showStage(stage: string, fraction: number): void;
  showProvisional(plan: Plan): void;
  /** The result by path, "/" first; from now on nothing changes. */
  showResult(files: ReadonlyMap<string, ServedFile>): void;
  state(): PageState;
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
      if (path === "/favicon.ico") return FAVICON;
      if (result) return result.get(path);
      if (path === "/live.js") return { contentType: "text/javascript; charset=utf-8", content: LIVE_SCRIPT };
      if (path === "/") return { contentType: HTML, content: buildLivePage(title, state, provisional) };
      return undefined;
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** A report page, and what belongs to it, as the server hands it out. */
export function listReportFiles(html: string, planJson?: string): Map<string, ServedFile> {
  const files = new Map<string, ServedFile>([["/", { contentType: HTML, content: html }]]);
  if (planJson !== undefined) files.set("/plan.json", { contentType: "application/json", content: planJson });
  return files;
}
