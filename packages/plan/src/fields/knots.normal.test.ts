import { buildElectricalHeart, DEFAULT_CONDUCTION, prepareHeart } from "@tributary/engine";
import { createPose, findBranch, findHeartPreset, findLead, HUMAN_FIBER_ANGLES, placeInVein } from "@tributary/model";
import { expect, test } from "vitest";
import { createInlinePlanHost } from "../inline-plan-host.ts";
import { listCandidateCathodes } from "../placements/candidate-cathodes.ts";
import { listPlacements } from "../placements/list-placements.ts";
import { buildHeartModel } from "../search/heart-model.ts";
import { quantile } from "../uncertainty/statistics.ts";
import { applyShape, DEFAULT_SHAPE } from "./conduction-set.ts";
import { blendFields, layKnots } from "./knots.ts";
import { createSourcePlacer, paceAt } from "./plan-sources.ts";
import { solvePlanFields } from "./solve-fields.ts";

const PLACE_COUNT = 8;

test("half-way between two knots 95 of 100 nodes are off by less than half a millisecond", async () => {
  const { geometry } = findHeartPreset("lbbb-small-lv-female")!;
  const origin = { kind: "parametric", geometry, pose: createPose(), edgeLength_mm: 2 } as const;
  const prepared = prepareHeart({ origin, fiberAngles: HUMAN_FIBER_ANGLES, scar: [] });
  const host = createInlinePlanHost();
  const { veins } = buildHeartModel(prepared, undefined, host);
  const { placements } = listPlacements(prepared, veins.tree, findLead("quartet-1458q"));
  const cathodes = listCandidateCathodes(veins.tree, placements);
  const { knots, blends } = layKnots(cathodes);
  const between = [...blends.keys()].filter((cathode) => blends[cathode]!.blend > 0);
  const chosen = Array.from(
    { length: PLACE_COUNT },
    (_, i) => between[Math.floor(((i + 0.5) * between.length) / PLACE_COUNT)]!,
  );

  const placer = createSourcePlacer(
    prepared,
    buildElectricalHeart(prepared, applyShape(DEFAULT_CONDUCTION, DEFAULT_SHAPE)),
  );
  const pace = ({ vein, arc_mm }: { vein: string; arc_mm: number }) =>
    paceAt(placer, `${vein} ${arc_mm} mm`, placeInVein(findBranch(veins.tree, vein), arc_mm).point_mm);
  const points = chosen.flatMap((cathode) => {
    const { lower, upper } = blends[cathode]!;
    return [knots[lower]!, cathodes[cathode]!, knots[upper]!].map(pace);
  });
  const { fields } = await solvePlanFields(prepared, DEFAULT_CONDUCTION, DEFAULT_SHAPE, {
    host,
    sources: { basic: undefined, points },
  });

  const blended = new Float32Array(fields[0]!.length);
  const errors_ms = chosen.map((cathode, i) => {
    const [lower, solved, upper] = [fields[3 * i]!, fields[3 * i + 1]!, fields[3 * i + 2]!];
    blendFields(blended, lower, upper, { blend: blends[cathode]!.blend, scale: 1 });
    return quantile(
      Array.from(blended, (time_ms, node) => Math.abs(time_ms - solved[node]!)),
      0.95,
    );
  });
  expect(Math.max(...errors_ms)).toBeLessThan(0.5);
});
