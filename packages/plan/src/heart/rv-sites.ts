import type { RvSite } from "../plan.ts";
import type { PlanInput } from "../plan-input.ts";

/** An upgrade has its lead already; a new system may choose. */
export function listRvSites({ conduction }: PlanInput): readonly RvSite[] {
  return conduction.pattern === "rvPaced" ? ["existing"] : ["apex", "septum"];
}
