import { buildElectricalHeart } from "@tributary/engine";
import {
  applyShape,
  createBasicSources,
  createBeatMeter,
  createSourcePlacer,
  type Draw,
  type DrawResult,
  evaluateDraw,
  listRvSites,
  type PlanHost,
  placePoints,
  poseDraws,
  solvePlanFields,
} from "@tributary/plan";
import type { SearchedPatient } from "./searched-patient.ts";

/** Fields solved for this draw and no other: nothing is weighed. */
const SOLVED_AS_ASKED = Float64Array.of(1);

/**
 * A draw with every source solved on the fine mesh at the draw's own parameters.
 */
export async function solveDraw({ input, fine }: SearchedPatient, draw: Draw, host: PlanHost): Promise<DrawResult> {
  const { model } = fine;
  const { shape } = draw.set;
  const electrical = buildElectricalHeart(model.prepared, applyShape(input.conduction, shape));
  const basic = createBasicSources(model.prepared, createSourcePlacer(model.prepared, electrical), listRvSites(input));
  const points = placePoints(model, input, shape, fine);
  const { layout, fields } = await solvePlanFields(model.prepared, input.conduction, shape, {
    host,
    sources: { basic, points },
  });
  const family = { layout, designs: [fields] };
  const problem = poseDraws({ model, basic, basics: family }, input, fine, { points, family, pump: undefined, host });
  const meter = createBeatMeter(model.nodes, model.taps);
  return evaluateDraw({ ...problem, alternatives: [] }, meter, draw, SOLVED_AS_ASKED);
}
