import { buildElectricalHeart, type PreparedHeart } from "@tributary/engine";
import { applyShape, DEFAULT_SHAPE } from "../fields/conduction-set.ts";
import { type FieldFamily, solveFieldFamily } from "../fields/field-family.ts";
import { type BasicSources, createBasicSources, createSourcePlacer } from "../fields/plan-sources.ts";
import type { FieldRun } from "../fields/solve-fields.ts";
import { buildHeartModel, type HeartModel } from "../heart/heart-model.ts";
import { listRvSites } from "../heart/rv-sites.ts";
import type { PlanInput } from "../plan-input.ts";

/** A coarse heart with its own fields for any shape of conduction; the same whatever was measured. */
export interface ShapedHeart {
  readonly model: HeartModel;
  readonly basic: BasicSources;
  readonly basics: FieldFamily;
}

/** Solves roots, right-ventricular sites and the left side of the septum for every shape of the design. */
export async function shapeHeart(prepared: PreparedHeart, input: PlanInput, run: FieldRun): Promise<ShapedHeart> {
  const { conduction, veins } = input;
  const model = buildHeartModel(prepared, veins, run.host);
  const electrical = buildElectricalHeart(prepared, applyShape(conduction, DEFAULT_SHAPE));
  const basic = createBasicSources(prepared, createSourcePlacer(prepared, electrical), listRvSites(input));
  const basics = await solveFieldFamily(prepared, conduction, { basic, points: [] }, run);
  return { model, basic, basics };
}
