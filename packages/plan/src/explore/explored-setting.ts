import type { RvSite } from "../plan.ts";

/** One way of pacing, as a person sets it: any depth, vector and delays, not only those that the plan chose. */
export interface ExploredSetting {
  readonly vein: string;
  readonly tipDepth_mm: number;
  readonly vectorName: string;
  readonly rvSite: RvSite;
  /** Whole ms; undefined where there is no AV axis. */
  readonly avDelay_ms: number | undefined;
  /** Whole ms; above 0: the left ventricle first. */
  readonly vvDelay_ms: number;
}

/** Where the lead lies and the other one; vector and delays are the generator's to choose. */
export type LeadPlace = Pick<ExploredSetting, "vein" | "tipDepth_mm" | "rvSite">;
