import { type ComponentType, type LazyExoticComponent, lazy } from "react";
import type { Messages } from "../messages/english.ts";

type StationId = keyof Messages["stations"];

/** One station of the journey; its page is loaded when it is first opened. */
export interface Station {
  readonly id: StationId;
  readonly group: "journey" | "beside";
  readonly Page: LazyExoticComponent<ComponentType>;
}

/** The order of the journey: a page is added here and in the message files, and nowhere else. */
export const STATIONS: readonly Station[] = [
  { id: "case", group: "journey", Page: lazy(() => import("./case/case-page.tsx")) },
  { id: "plan", group: "journey", Page: lazy(() => import("./plan/plan-page.tsx")) },
];
