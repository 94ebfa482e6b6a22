/**
 * Where the intrinsic beat enters the muscle: the ends of the left fascicles and of the right bundle, as places in
 * ventricular coordinates.
 *
 * Durrer (Circulation 1970;41:899) found the left ventricle activated first high on the anterior paraseptal wall, at
 * the center of the left septal surface and posteriorly near the apex, the right ventricle 5-10 ms later near the
 * anterior papillary muscle. The coordinates are those published with a whole-heart simulation data set of the
 * Karlsruhe group. Other root sets can give the same surface ECG (Grandits 2024, arXiv 2411.00165): never unique.
 */
import type { ConductionPattern } from "./conduction-pattern.ts";

export interface ActivationRoot {
  readonly name: string;
  readonly fascicle: "leftAnterior" | "leftPosterior" | "leftSeptal" | "right";
  readonly ab: number;
  readonly tm: number;
  readonly rt: number;
  /** 0 left ventricle, 1 right ventricle. */
  readonly tv: 0 | 1;
  /** Endocardial nodes within this distance of the place start together. */
  readonly radius_mm: number;
  /** After the first left-ventricular root. */
  readonly delay_ms: number;
}

const ROOT_RADIUS_mm = 3;

export const NORMAL_ROOTS: readonly ActivationRoot[] = [
  root("LV posterior", "leftPosterior", 0.46, 0.101, 0, 0),
  root("LV anterior", "leftAnterior", 0.9, 0.528, 0, 0),
  root("LV septal", "leftSeptal", 0.33, 0.821, 0, 0),
  root("RV septal", "right", 0.5, 0.875, 1, 5),
  root("RV moderator band", "right", 0.37, 0.432, 1, 12),
];

function root(
  name: string,
  fascicle: ActivationRoot["fascicle"],
  ab: number,
  rt: number,
  tv: 0 | 1,
  delay_ms: number,
): ActivationRoot {
  return { name, fascicle, ab, tm: 0.99, rt, tv, radius_mm: ROOT_RADIUS_mm, delay_ms };
}

/** The right-ventricular apical lead of an upgrade patient: an endocardial site low on the septal side. */
export const RV_APICAL_LEAD = { name: "RV apical lead", ab: 0.15, tm: 0.99, rt: 0.85, tv: 1 } as const;

const BLOCKED_FASCICLES: Record<Exclude<ConductionPattern, "rvPaced">, readonly ActivationRoot["fascicle"][]> = {
  normal: [],
  nonspecific: [],
  lbbb: ["leftAnterior", "leftPosterior", "leftSeptal"],
  rbbb: ["right"],
  lafb: ["leftAnterior"],
  lpfb: ["leftPosterior"],
};

/**
 * The roots that still conduct under a pattern, their times counted from the earliest of them.
 * An RV-paced heart has none: its only source is the lead.
 */
export function selectRoots(
  pattern: ConductionPattern,
  roots: readonly ActivationRoot[] = NORMAL_ROOTS,
): readonly ActivationRoot[] {
  if (pattern === "rvPaced") return [];
  const blocked = BLOCKED_FASCICLES[pattern];
  const conducting = roots.filter((candidate) => !blocked.includes(candidate.fascicle));
  const first_ms = Math.min(...conducting.map((candidate) => candidate.delay_ms));
  return conducting.map((candidate) => ({ ...candidate, delay_ms: candidate.delay_ms - first_ms }));
}
