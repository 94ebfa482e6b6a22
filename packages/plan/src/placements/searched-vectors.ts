import { type LvLead, listVectors, type PacingVector, TributaryError } from "@tributary/model";
import type { PlanInput } from "../plan-input.ts";

/**
 * The vectors to search: all that the lead allows with the right-ventricular lead and the can, or the one asked for.
 *
 * @throws TributaryError "unknown-vector", with the vectors of the lead
 */
export function listSearchedVectors({
  lead,
  rvLead,
  vectorName,
}: Pick<PlanInput, "lead" | "rvLead" | "vectorName">): PacingVector[] {
  const vectors = listVectors(lead, { rvLead, can: true });
  if (vectorName === undefined) return vectors;
  const found = vectors.filter(({ name }) => normalize(name) === normalize(vectorName));
  if (found.length > 0) return found;
  throw unknownVector(lead, vectors, vectorName);
}

/** "LV1->LV2", "lv1 - LV2" and "LV1 → LV2" are the same vector. */
function normalize(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, "-");
}

function unknownVector(lead: LvLead, vectors: readonly PacingVector[], wanted: string): TributaryError {
  return new TributaryError({
    code: "unknown-vector",
    what: `The lead has no vector "${wanted}".`,
    where: "vector",
    why: `${lead.model} has ${vectors.map(({ name }) => name).join(", ")}`,
    fix: "Name one of these, cathode first, or leave the vector out to search them all.",
  });
}
