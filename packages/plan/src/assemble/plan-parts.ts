import type { Calibration } from "../calibration/calibrate.ts";
import type { ContactModel } from "../contact/contact-model.ts";
import type { HeartModel } from "../heart/heart-model.ts";
import type { MechanicalStudy } from "../mechanics/study-mechanics.ts";
import type { MultipointOption, Plan, PlanState } from "../plan.ts";
import type { PlanInput } from "../plan-input.ts";
import type { RankedSite } from "../search/rank-sites.ts";
import type { HeartSearch } from "../search/search-heart.ts";
import type { ScoredStudy } from "../uncertainty/score-study.ts";

/** Everything a plan says, computed. */
export interface PlanParts {
  readonly status: Plan["status"];
  readonly input: PlanInput;
  readonly model: HeartModel;
  readonly search: HeartSearch;
  readonly ranked: readonly RankedSite[];
  readonly calibration: Calibration;
  readonly contacts: ContactModel;
  /** Undefined for a provisional plan, which makes no draws. */
  readonly study: ScoredStudy | undefined;
  readonly baseline: PlanState;
  readonly alternatives: readonly PlanState[];
  readonly multipoint: readonly MultipointOption[];
  /** Undefined for a provisional plan, and where no circulation could be computed. */
  readonly mechanics: MechanicalStudy | undefined;
  readonly remarks: readonly string[];
}
