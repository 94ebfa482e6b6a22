import { PLAN_PARAMETERS } from "../plan-parameters.ts";
import type { CandidateCathode } from "./candidate-cathodes.ts";

/** A stretch of vein that is one target. */
export interface CandidateSite {
  readonly id: string;
  readonly vein: string;
  readonly fromArc_mm: number;
  readonly toArc_mm: number;
  /** Indices into the list of cathodes, rising. */
  readonly cathodes: readonly number[];
}

/**
 * Cuts what cathodes reach of each vein into stretches of about the length a lead's place can be told to.
 *
 * @param cathodes  vein by vein, rising along each, as `listCandidateCathodes` gives them
 */
export function defineSites(cathodes: readonly CandidateCathode[]): CandidateSite[] {
  const veins = [...new Set(cathodes.map(({ vein }) => vein))];
  return veins.flatMap((vein) => {
    const indices = cathodes.flatMap((cathode, index) => (cathode.vein === vein ? [index] : []));
    const first_mm = cathodes[indices[0]!]!.arc_mm;
    const length_mm = cathodes[indices.at(-1)!]!.arc_mm - first_mm;
    const count = Math.max(1, Math.round(length_mm / PLAN_PARAMETERS.siteLength_mm.value));
    const stretch_mm = length_mm / count;
    return Array.from({ length: count }, (_, part) => {
      const members = indices.filter((index) => {
        const share = length_mm === 0 ? 0 : (cathodes[index]!.arc_mm - first_mm) / length_mm;
        return Math.min(count - 1, Math.floor(share * count)) === part;
      });
      const fromArc_mm = first_mm + part * stretch_mm;
      const toArc_mm = fromArc_mm + stretch_mm;
      const id = `${vein} ${Math.round(fromArc_mm)}-${Math.round(toArc_mm)} mm`;
      return { id, vein, fromArc_mm, toArc_mm, cathodes: members };
    }).filter(({ cathodes: members }) => members.length > 0);
  });
}
