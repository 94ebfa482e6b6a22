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
  { id: "indication", group: "journey", Page: lazy(() => import("./indication/indication-page.tsx")) },
  { id: "preparation", group: "journey", Page: lazy(() => import("./preparation/preparation-page.tsx")) },
  { id: "plan", group: "journey", Page: lazy(() => import("./plan/plan-page.tsx")) },
  { id: "team", group: "journey", Page: lazy(() => import("./team/team-page.tsx")) },
  { id: "implant", group: "journey", Page: lazy(() => import("./implant/implant-page.tsx")) },
  { id: "program", group: "journey", Page: lazy(() => import("./program/program-page.tsx")) },
  { id: "recovery", group: "journey", Page: lazy(() => import("./recovery/recovery-page.tsx")) },
  { id: "followUp", group: "journey", Page: lazy(() => import("./follow-up/follow-up-page.tsx")) },
  { id: "report", group: "journey", Page: lazy(() => import("./report/report-page.tsx")) },
  { id: "risks", group: "beside", Page: lazy(() => import("./risks/risks-page.tsx")) },
  { id: "alternatives", group: "beside", Page: lazy(() => import("./alternatives/alternatives-page.tsx")) },
  { id: "patient", group: "beside", Page: lazy(() => import("./patient/patient-page.tsx")) },
];
