import {
  computeVeinReach,
  createPhrenicNerve,
  createPose,
  createRandom,
  DEFAULT_TOOL_LEVEL,
  electrodeShape,
  estimateCaptureThreshold,
  estimatePhrenicThreshold,
  FREE_WALL_VEINS,
  findHeartPreset,
  findLead,
  HUMAN_FIBER_ANGLES,
  LEAD_LUMEN_RATIO,
  markLiminalNodes,
  measureMuscleContact,
  measureMuscleDistance,
  millimetersFromFrench,
  type PhrenicNerve,
  type PlacedElectrode,
  placeLead,
  samplePhrenicCourse,
  type VeinName,
  type VenousTree,
} from "@tributary/model";
import { beforeAll, describe, expect, test } from "vitest";
import { collectMuscleNodes, type PreparedHeart, prepareHeart, prepareVeins } from "../src/index.ts";

const TREES = 12;
const NERVES_PER_TREE = 20;
const PULSE_WIDTH_ms = 0.5;
const LEAD = findLead("quartet-1458q");

interface Position {
  readonly electrode: PlacedElectrode;
  readonly threshold_V: number;
  /** Share of drawn nerves that 5 V stimulate. */
  readonly phrenicShare: number;
}

let prepared: PreparedHeart;
let positions: Position[];

beforeAll(() => {
  prepared = prepareHeart({
    origin: {
      kind: "parametric",
      geometry: findHeartPreset("normal-female")!.geometry,
      pose: createPose(),
      edgeLength_mm: 3,
    },
    fiberAngles: HUMAN_FIBER_ANGLES,
    scar: [{ segments: [6, 12], transmuralFraction: 1, from: "endocardium", tissue: "scar" }],
  });
  positions = Array.from({ length: TREES }, (_, i) => i + 1).flatMap((seed) => {
    const { map, tree } = prepareVeins(prepared, { kind: "generated", seed, group: "noCoronaryDisease" });
    const nerves = Array.from({ length: NERVES_PER_TREE }, (_, k) =>
      createPhrenicNerve(map, samplePhrenicCourse(createRandom(7).stream(100 * seed + k))),
    );
    return listElectrodes(tree).map((electrode) => measurePosition(electrode, nerves));
  });
});

/** Every way for a lead over the left ventricle, the last resort in front of it too. */
const VEINS: readonly VeinName[] = [...FREE_WALL_VEINS, "anteriorInterventricularVein"];

/** The electrodes of the lead in every such vein, in steps of 4 mm; some lie back in the trunk. */
function listElectrodes(tree: VenousTree): PlacedElectrode[] {
  const body = { diameter_mm: millimetersFromFrench(LEAD.bodySize_F.value!), leastLumenRatio: LEAD_LUMEN_RATIO };
  const veins = VEINS.filter((name) => tree.branches.some((branch) => branch.name === name));
  return veins.flatMap((vein) => {
    const { reach_mm } = computeVeinReach(tree, vein, body, DEFAULT_TOOL_LEVEL);
    const depths_mm = Array.from({ length: Math.floor(reach_mm / 4) }, (_, i) => 4 * (i + 1));
    return depths_mm.flatMap((depth_mm) => {
      const outcome = placeLead(tree, vein, depth_mm, LEAD);
      return outcome.kind === "placed" ? outcome.electrodes : [];
    });
  });
}

function measurePosition(electrode: PlacedElectrode, nerves: readonly PhrenicNerve[]): Position {
  const { distanceToViable_mm } = measureMuscleDistance(electrode);
  const stimulated = nerves.filter(
    (nerve) => estimatePhrenicThreshold({ cathode: electrode }, nerve, PULSE_WIDTH_ms) <= 5,
  );
  return {
    electrode,
    threshold_V: estimateCaptureThreshold({
      distanceToViable_mm,
      pulseWidth_ms: PULSE_WIDTH_ms,
      electrode: electrodeShape(electrode.name),
    }),
    phrenicShare: stimulated.length / nerves.length,
  };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}

function shareOf(region: string, third: string): number {
  const there = positions.filter(({ electrode }) => electrode.region === region && electrode.third === third);
  return there.reduce((sum, { phrenicShare }) => sum + phrenicShare, 0) / there.length;
}

describe("a lead in the veins of a whole heart", () => {
  test("captures in the free-wall veins at 0.5 to 2 V in the median, and at 2.5 V or less at 70 to 98 % of places", () => {
    const inVeins = positions.filter(({ electrode }) => FREE_WALL_VEINS.some((vein) => vein === electrode.vein));
    const thresholds_V = inVeins.map(({ threshold_V }) => threshold_V);
    expect(thresholds_V.length).toBeGreaterThan(400);
    expect(median(thresholds_V)).toBeGreaterThan(0.5);
    expect(median(thresholds_V)).toBeLessThan(2);
    const share = thresholds_V.filter((value) => value <= 2.5).length / thresholds_V.length;
    expect(share).toBeGreaterThan(0.7);
    expect(share).toBeLessThan(0.98);
  });

  test("needs more the more proximal the electrode", () => {
    const medians = ["LV1", "LV2", "LV3", "LV4"].map((name) =>
      median(positions.filter(({ electrode }) => electrode.name === name).map(({ threshold_V }) => threshold_V)),
    );
    expect([...medians].sort((a, b) => a - b)).toEqual(medians);
  });

  test("stimulates the phrenic nerve at 5 V more often in the middle of the lateral than of the anterior or inferior wall", () => {
    expect(shareOf("lateral", "mid")).toBeGreaterThan(shareOf("anterior", "mid"));
    expect(shareOf("lateral", "mid")).toBeGreaterThan(shareOf("inferior", "mid"));
    expect(shareOf("lateral", "mid")).toBeGreaterThan(shareOf("lateral", "basal"));
  });

  test("needs more over scar, by how much farther living muscle is, and as much as before elsewhere", () => {
    const { points_mm, viableNodes } = collectMuscleNodes(prepared);
    const muscle = { points_mm, viableNodes: markLiminalNodes(points_mm, viableNodes!, 1.5) };
    for (const { electrode, threshold_V } of positions.filter((_, i) => i % 10 === 0)) {
      const contact = measureMuscleContact(electrode.position_mm, muscle);
      const { distanceToViable_mm, scarDistance_mm } = measureMuscleDistance({ ...electrode, ...contact });
      const setting = { distanceToViable_mm, pulseWidth_ms: PULSE_WIDTH_ms, electrode: electrodeShape(electrode.name) };
      const overScar_V = estimateCaptureThreshold(setting);
      if (scarDistance_mm > 0) expect(overScar_V).toBeGreaterThan(threshold_V);
      else expect(overScar_V).toBeCloseTo(threshold_V, 9);
    }
    const inScar = positions.filter(({ electrode }) => electrode.ahaSegment === 12 || electrode.ahaSegment === 6);
    const scarDistances = inScar.map(({ electrode }) =>
      measureMuscleDistance({ ...electrode, ...measureMuscleContact(electrode.position_mm, muscle) }),
    );
    expect(median(scarDistances.map(({ scarDistance_mm }) => scarDistance_mm))).toBeGreaterThan(3);
  });
});
