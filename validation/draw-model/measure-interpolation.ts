import { buildElectricalHeart } from "@tributary/engine";
import { findBranch, placeInVein } from "@tributary/model";
import {
  applyShape,
  blendFields,
  createSourcePlacer,
  KNOT_STEP_mm,
  type Knot,
  layKnots,
  listCandidates,
  locateAction,
  type PlanHost,
  paceAt,
  quantile,
  solvePlanFields,
} from "@tributary/plan";
import type { SearchedPatient } from "./searched-patient.ts";

/** Fields blended between knots against fields solved there, over some of the cathodes that lie between knots. */
export interface InterpolationError {
  readonly placeCount: number;
  /** Of 100 cathodes as many are blended; the others are knots. */
  readonly blendedShare: number;
  /** 95th percentile over nodes and places, and over the nodes of the worst place. */
  readonly p95_ms: number;
  readonly worstP95_ms: number;
}

export async function measureInterpolation(
  { input, fine: { model, search } }: SearchedPatient,
  placeCount: number,
  host: PlanHost,
): Promise<InterpolationError> {
  const { prepared, veins } = model;
  const { shape, velocityScale } = search.baseline.set;
  const placer = createSourcePlacer(prepared, buildElectricalHeart(prepared, applyShape(input.conduction, shape)));
  const pointOf = ({ vein, arc_mm }: Knot) => placeInVein(findBranch(veins.tree, vein), arc_mm).point_mm;
  const { cathodes } = listCandidates(model, input);
  const { knots, blends } = layKnots(cathodes, KNOT_STEP_mm, (knot) => locateAction(placer, pointOf(knot)));
  const between = [...blends.keys()].filter((cathode) => blends[cathode]!.blend > 0);
  const chosen = spread(between, placeCount);
  const points = chosen.flatMap((cathode) => {
    const { lower, upper } = blends[cathode]!;
    return [knots[lower]!, cathodes[cathode]!, knots[upper]!].map((knot) => paceAt(placer, knot.vein, pointOf(knot)));
  });
  const sources = { basic: undefined, points };
  const { fields } = await solvePlanFields(prepared, input.conduction, shape, { host, sources });
  const blended = new Float32Array(model.nodes.nodeCount);
  const errors_ms = chosen.map((cathode, i) => {
    const [lower, solved, upper] = [fields[3 * i]!, fields[3 * i + 1]!, fields[3 * i + 2]!];
    blendFields(blended, lower, upper, { blend: blends[cathode]!.blend, scale: 1 / velocityScale });
    return Array.from(blended, (time_ms, node) => Math.abs(time_ms - solved[node]! / velocityScale));
  });
  return {
    placeCount: chosen.length,
    blendedShare: (100 * between.length) / cathodes.length,
    p95_ms: quantile(errors_ms.flat(), 0.95),
    worstP95_ms: Math.max(...errors_ms.map((own) => quantile(own, 0.95))),
  };
}

function spread<Item>(items: readonly Item[], count: number): Item[] {
  const taken = Math.min(count, items.length);
  return Array.from({ length: taken }, (_, i) => items[Math.floor(((i + 0.5) * items.length) / taken)]!);
}
