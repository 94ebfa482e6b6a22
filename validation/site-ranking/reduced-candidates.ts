import {
  type Candidates,
  defineSites,
  type HeartModel,
  listCandidateCathodes,
  listCandidates,
  type PlanInput,
} from "@tributary/plan";

/** Depths at which the lead lies where every configuration is tried. */
const REDUCED_STEP_mm = 24;

/** A lead every 24 mm of each vein, with all its electrodes. */
export function listReducedCandidates(model: HeartModel, input: PlanInput): Candidates {
  const { placements: all, exclusions } = listCandidates(model, input);
  const placements = all.filter(({ tipDepth_mm }) => tipDepth_mm % REDUCED_STEP_mm === 0);
  const cathodes = listCandidateCathodes(model.veins.tree, placements);
  return { placements, exclusions, cathodes, sites: defineSites(cathodes) };
}
