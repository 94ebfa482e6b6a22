import { TributaryError } from "../errors/tributary-error.ts";
import { computeMeanEdgeLength } from "../mesh/mean-edge-length.ts";
import { countNodes, type HeartMesh, SURFACE_LABEL } from "../mesh/mesh.ts";
import { assembleStiffness } from "../mesh/stiffness.ts";
import { markSurfaceNodes } from "../mesh/surface-nodes.ts";
import { distance, dot, pointAt } from "../numerics/vector3.ts";
import { computeLongAxis } from "./heart-frame.ts";
import { solveField, solveFields } from "./solve-field.ts";
import { checkSurfaceLabels, hasSurface } from "./surface-labels-check.ts";

/** Laplace fields of the rule-based fibers, each nodeCount. */
export interface FiberFields {
  /** 1 on the LV endocardium, 0 on RV endocardium and epicardium. */
  readonly lv: Float64Array;
  /** 1 on the RV endocardium, 0 on LV endocardium and epicardium; 0 everywhere without a right ventricle. */
  readonly rv: Float64Array;
  /** 1 on the epicardium, 0 on both endocardia. */
  readonly epicardium: Float64Array;
  /** 0 at the LV apex, 1 on the base. */
  readonly base: Float64Array;
}

/** Radius of the apical patch in mean edges. */
const APEX_PATCH_EDGES = 1.5;

/**
 * Solves the four Laplace problems of the fibers; the stiffness matrix is shared, and so is the preconditioner of the
 * transmural ones.
 *
 * The apex is the epicardial node farthest from the base along the long axis, with the epicardial nodes around it.
 *
 * @throws TributaryError "surface-labels-missing" (base, epicardium or lvEndocardium; a right ventricle is optional)
 */
export function solveFiberFields(heart: HeartMesh): FiberFields {
  checkSurfaceLabels(heart, ["base", "epicardium", "lvEndocardium"], "Fibers");
  const nodeCount = countNodes(heart);
  const isEpicardial = markSurfaceNodes(heart, SURFACE_LABEL.epicardium);
  const isLv = markSurfaceNodes(heart, SURFACE_LABEL.lvEndocardium);
  const isRv = markSurfaceNodes(heart, SURFACE_LABEL.rvEndocardium);
  const stiffness = assembleStiffness(heart);
  const lvGiven = new Float64Array(nodeCount).fill(Number.NaN);
  const rvGiven = new Float64Array(nodeCount).fill(Number.NaN);
  for (let node = 0; node < nodeCount; node++) {
    if (!isEpicardial[node] && !isLv[node] && !isRv[node]) continue;
    lvGiven[node] = isLv[node]!;
    rvGiven[node] = isLv[node] ? 0 : isRv[node]!;
  }
  const givens = hasSurface(heart, "rvEndocardium") ? [lvGiven, rvGiven] : [lvGiven];
  const [lv, rv] = solveFields(stiffness, givens, "the depth of the fibers");
  const rvField = rv ?? new Float64Array(nodeCount);
  const base = solveField(stiffness, giveApexAndBase(heart, isEpicardial), "the long direction of the fibers");
  return { lv: lv!, rv: rvField, epicardium: lv!.map((value, node) => 1 - value - rvField[node]!), base };
}

function giveApexAndBase(heart: HeartMesh, isEpicardial: Uint8Array): Float64Array {
  const { points_mm: p } = heart;
  const { longAxis } = computeLongAxis(heart);
  const isBase = markSurfaceNodes(heart, SURFACE_LABEL.base);
  let apex = -1;
  let lowest = Number.POSITIVE_INFINITY;
  for (let node = 0; node < isBase.length; node++) {
    if (!isEpicardial[node] || isBase[node]) continue;
    const height = dot(pointAt(p, node), longAxis);
    if (height >= lowest) continue;
    lowest = height;
    apex = node;
  }
  if (apex < 0) throw createNoApexError();
  const radius_mm = APEX_PATCH_EDGES * computeMeanEdgeLength(heart);
  const apex_mm = pointAt(p, apex);
  const given = new Float64Array(isBase.length).fill(Number.NaN);
  for (let node = 0; node < isBase.length; node++) {
    if (isBase[node]) given[node] = 1;
    else if (isEpicardial[node] && distance(pointAt(p, node), apex_mm) <= radius_mm) given[node] = 0;
  }
  return given;
}

function createNoApexError(): TributaryError {
  return new TributaryError({
    code: "apex-missing",
    what: "The heart has no apex to lead the fibers to.",
    where: "boundaryLabels",
    why: "every epicardial node also belongs to the base; at least one must not",
    fix: "Label the epicardium down to the apex, and only the plane of the valves as base.",
  });
}
