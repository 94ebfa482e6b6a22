import { type FieldFamily, solveFieldFamily } from "../fields/field-family.ts";
import type { PacedSource } from "../fields/plan-sources.ts";
import type { FieldRun } from "../fields/solve-fields.ts";
import type { PlanInput } from "../plan-input.ts";
import { placePoints, type SearchedHeart } from "./pose-draws.ts";
import { type AnchorFields, solveBasicAnchors } from "./solve-anchors.ts";
import type { DrawModel } from "./study-draws.ts";

/** What draws need of the eikonal equation and what does not depend on the order of the sites: solved before it is known. */
export interface DrawFields {
  /** Of `placePoints`, in any order. */
  readonly points: readonly PacedSource[];
  /** Fields of the points on the coarse mesh. */
  readonly family: FieldFamily;
  /** Undefined where draws are made on the fine mesh itself. */
  readonly anchors: readonly AnchorFields[] | undefined;
}

export async function solveDrawFields(
  { model, calibration }: DrawModel,
  input: PlanInput,
  fine: SearchedHeart,
  run: FieldRun,
): Promise<DrawFields> {
  const points = placePoints(model, input, calibration.central.shape, fine);
  const family = await solveFieldFamily(model.prepared, input.conduction, { basic: undefined, points }, run);
  const isCarried = fine.model.prepared !== model.prepared;
  return { points, family, anchors: isCarried ? await solveBasicAnchors(input, fine, run) : undefined };
}

/** The family of these points; those that were not solved before are solved now. */
export async function completeFamily(
  { points: solved, family }: DrawFields,
  points: readonly PacedSource[],
  { model }: DrawModel,
  input: PlanInput,
  run: FieldRun,
): Promise<FieldFamily> {
  const known = points.map((point) => solved.findIndex((other) => isSamePoint(point, other)));
  const missing = points.filter((_, index) => known[index] === -1);
  const further =
    missing.length > 0
      ? await solveFieldFamily(model.prepared, input.conduction, { basic: undefined, points: missing }, run)
      : undefined;
  const places = points.map((_, index) => index);
  return {
    layout: { ...family.layout, points: places },
    designs: family.designs.map((fields, design) => {
      const rest = [...(further?.designs[design] ?? [])];
      return known.map((place) => (place === -1 ? rest.shift()! : fields[place]!));
    }),
  };
}

/** The point opposite the best site keeps its name when another site becomes the best. */
function isSamePoint(a: PacedSource, b: PacedSource): boolean {
  const other_mm = b.location.position_mm;
  return a.source.id === b.source.id && a.location.position_mm.every((value, axis) => value === other_mm[axis]);
}
