import { type ActivationMap, DEFAULT_CONDUCTION, type PreparedHeart, studyActivation } from "@tributary/engine";
import { type ConductionPattern, rotationalOfNode, SURFACE_LABEL } from "@tributary/model";
import { drawHeartActivation, type Picture } from "@tributary/report";
import type { ValidationCase, ValidationRow } from "../validation-case.ts";
import type { ValidationContext } from "../validation-context.ts";
import { EDGE_mm, FIVE_PRESETS, REAL_HEART, specifyWholeHeart } from "../whole-hearts.ts";

/** Basal inferolateral (posterolateral) and basal anterolateral. */
const LATE_SEGMENTS = [5, 6];
const LATE_SOURCE =
  "latest LV activation basal lateral in left bundle branch block: intra-operative maps, Circulation 1979; Auricchio 2004, Circulation 109:1133";
/** Plausible total activation times of failing hearts with left bundle branch block; a band, not a test. */
const TOTAL_BAND_ms = "120 to 180";
const EARLY_WINDOW_ms = 30;
const EARLY_CHANGE_ms = 5;
const RIGHT_BUNDLE = "the right bundle is intact in left bundle branch block";

/** Left bundle branch block on five parametric hearts and a real one. */
export async function runLbbbPattern(
  context: ValidationContext,
  hearts: readonly string[] = [...FIVE_PRESETS, REAL_HEART],
): Promise<ValidationCase> {
  const rows: ValidationRow[] = [];
  const pictures: Picture[] = [];
  for (const id of hearts) {
    const prepared = await context.prepareHeart(id, () => specifyWholeHeart(id, EDGE_mm));
    const lbbb = await activateIntrinsic(prepared, "lbbb", context);
    const normal = await activateIntrinsic(prepared, "normal", context);
    rows.push(...describeHeart(id, prepared, lbbb, normal));
    pictures.push(drawHeartActivation(prepared, lbbb.map.times_ms, `Left bundle branch block: ${id}`));
  }
  return {
    id: "lbbb-pattern",
    title: "Left bundle branch block on six hearts",
    claims:
      "With the left roots blocked and the fast endocardial layer kept, the front crosses the septum from the right, and the basal lateral wall of the left ventricle is activated last, whatever the heart's size and shape.",
    notShown:
      "The timing in any patient: velocities are defaults, not fitted; total activation times are shown beside a plausible band for failing hearts and not tested (the real heart and the normal preset are not dilated). A transseptal delay above 20 ms, as two thirds of patients have, needs a slow septum.",
    rows,
    figures: [],
    pictures,
  };
}

interface Intrinsic {
  readonly map: ActivationMap;
  readonly transseptalDelay_ms: number;
}

async function activateIntrinsic(
  prepared: PreparedHeart,
  pattern: ConductionPattern,
  { solver }: ValidationContext,
): Promise<Intrinsic> {
  const study = await studyActivation(prepared, { ...DEFAULT_CONDUCTION, pattern }, [], { solver });
  return { map: study.maps[0]!, transseptalDelay_ms: study.transseptalDelay_ms! };
}

function describeHeart(id: string, prepared: PreparedHeart, lbbb: Intrinsic, normal: Intrinsic): ValidationRow[] {
  const total_ms = lbbb.map.measures.totalActivationTime_ms;
  const change = measureEarlyRvChange(prepared, lbbb.map, normal.map);
  return [
    {
      quantity: `${id}: latest LV segment`,
      unit: "segment",
      expected: "5 or 6",
      ours: lbbb.map.latestLvSegment,
      tolerance: "exact",
      pass: LATE_SEGMENTS.includes(lbbb.map.latestLvSegment),
      source: LATE_SOURCE,
    },
    {
      quantity: `${id}: LV late after RV (mean)`,
      unit: "ms",
      expected: "above 0",
      ours: lbbb.map.measures.lvRvDelay_ms,
      tolerance: "sign",
      pass: lbbb.map.measures.lvRvDelay_ms > 0,
      source: LATE_SOURCE,
    },
    {
      quantity: `${id}: RV endocardium in the first ${EARLY_WINDOW_ms} ms, change when the left roots are dropped`,
      unit: "ms",
      expected: 0,
      ours: change.mean_ms,
      tolerance: `mean below ${EARLY_CHANGE_ms} ms`,
      pass: change.mean_ms < EARLY_CHANGE_ms,
      source: RIGHT_BUNDLE,
    },
    {
      quantity: `${id}: the same, largest at one node (at the anterior groove)`,
      unit: "ms",
      expected: 0,
      ours: change.largest_ms,
      tolerance: "context",
      pass: true,
      source: RIGHT_BUNDLE,
    },
    {
      quantity: `${id}: transseptal delay`,
      unit: "ms",
      expected: "about 20 near normal, above 40 prolonged (from memory)",
      ours: lbbb.transseptalDelay_ms,
      tolerance: "context",
      pass: true,
      source: "Auricchio 2004, Circulation 109:1133",
    },
    {
      quantity: `${id}: total activation time`,
      unit: "ms",
      expected: `${TOTAL_BAND_ms} in failing hearts`,
      ours: total_ms,
      tolerance: "context",
      pass: true,
      source: "assumed band for default failing hearts",
    },
  ];
}

interface EarlyChange {
  readonly mean_ms: number;
  readonly largest_ms: number;
}

/**
 * Mean and largest change of activation on the endocardium of the RV free wall, over the corners of its triangles (so that
 * a node counts by the triangles around it) active in the first 30 ms of the normal beat, once both beats count from the
 * first RV activation. The septum and the epicardium along the grooves are
 * also reached from the left, and do not show the right bundle.
 */
function measureEarlyRvChange(
  { heart, coordinates }: PreparedHeart,
  lbbb: ActivationMap,
  normal: ActivationMap,
): EarlyChange {
  const shift_ms = firstRvTime(coordinates.tv, normal.times_ms) - firstRvTime(coordinates.tv, lbbb.times_ms);
  let largest_ms = 0;
  let sum_ms = 0;
  let count = 0;
  for (let i = 0; i < heart.boundaryTriangles.length; i++) {
    if (heart.boundaryLabels[Math.floor(i / 3)] !== SURFACE_LABEL.rvEndocardium) continue;
    const node = heart.boundaryTriangles[i]!;
    if (normal.times_ms[node]! > EARLY_WINDOW_ms || rotationalOfNode(coordinates, node) > 2 / 3) continue;
    const change_ms = Math.abs(lbbb.times_ms[node]! + shift_ms - normal.times_ms[node]!);
    largest_ms = Math.max(largest_ms, change_ms);
    sum_ms += change_ms;
    count++;
  }
  return { mean_ms: sum_ms / count, largest_ms };
}

function firstRvTime(tv: Uint8Array, times_ms: Float64Array): number {
  return times_ms.reduce((first, time, node) => (tv[node] === 1 ? Math.min(first, time) : first), Infinity);
}
