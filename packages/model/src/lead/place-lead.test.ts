import { describe, expect, test } from "vitest";
import { rtFromGrooveAngle } from "../anatomy/coordinate-conventions.ts";
import { createRandom } from "../numerics/random.ts";
import { createEllipsoidEpicardium, DILATED_MALE } from "../veins/ellipsoid-epicardium.fixture.ts";
import { createEpicardialMap } from "../veins/epicardial-map.ts";
import { placeVenousTree } from "../veins/place-venous-tree.ts";
import { sampleVenousTree } from "../veins/sample-venous-tree.ts";
import { measureGrooveArc } from "../veins/trunk-course.ts";
import { findBranch } from "../veins/venous-tree.ts";
import { defineLead } from "./define-lead.ts";
import { findLead } from "./lead-catalog.ts";
import { type PlacedElectrode, placeLead } from "./place-lead.ts";
import { freeWallRegion } from "./wall-region.ts";

const surface = createEllipsoidEpicardium(DILATED_MALE);
const map = createEpicardialMap(surface);
const sampled = sampleVenousTree(createRandom(2), {
  group: "noCoronaryDisease",
  grooveArc_mm: measureGrooveArc(map),
});
const tributaries = sampled.tributaries.map((vein) => ({
  ...vein,
  ostiumDiameter_mm: 4.5,
  takeOffAngle_rad: 1.3,
  tortuosity: 1.1,
}));
const tree = placeVenousTree(map, { ...sampled, tributaries, thebesianValve: "absent", vieussensValve: "absent" });
const quartet = findLead("quartet-1458q");

function placed(vein: string, depth_mm: number, more = {}): readonly PlacedElectrode[] {
  const placement = placeLead(tree, vein, depth_mm, quartet, more);
  if (placement.kind !== "placed") throw new Error(JSON.stringify(placement));
  return placement.electrodes;
}

describe("a lead in a vein", () => {
  test("the tip is at the insertion depth and the others follow by the lead's spacing", () => {
    const electrodes = placed("leftMarginalVein", 60);
    expect(electrodes.map(({ name }) => name)).toEqual(["LV1", "LV2", "LV3", "LV4"]);
    expect(electrodes.map(({ arc_mm }) => arc_mm)).toEqual([60, 40, 30, 13]);
    expect(electrodes.every(({ vein }) => vein === "leftMarginalVein")).toBe(true);
  });

  test("proximal electrodes of a shallow lead lie back in the trunk", () => {
    const electrodes = placed("leftMarginalVein", 25);
    const junction_mm = findBranch(tree, "leftMarginalVein").junctionArc_mm;
    expect(electrodes.map(({ vein }) => vein)).toEqual([
      "leftMarginalVein",
      "leftMarginalVein",
      "greatCardiacVein",
      "greatCardiacVein",
    ]);
    expect(electrodes[2]!.arc_mm).toBeCloseTo(junction_mm - 5, 9);
  });

  test("each electrode says where it is, in segments and in the words of trials", () => {
    const [tip, , , proximal] = placed("leftMarginalVein", 60) as [PlacedElectrode, unknown, unknown, PlacedElectrode];
    expect(tip.ab).toBeLessThan(proximal.ab);
    expect(proximal.third).toBe("basal");
    expect(tip.region).toBe("lateral");
    expect([11, 12, 16]).toContain(tip.ahaSegment);
    expect(tip.gap_mm).toBeLessThan(proximal.gap_mm);
  });

  test("the fit is body over lumen, tighter toward the tip", () => {
    const electrodes = placed("posteriorVein", 60);
    for (const { fillRatio, lumen_mm, fit } of electrodes) {
      expect(fillRatio).toBeCloseTo(4.7 / 3 / lumen_mm, 9);
      expect(fit).toBe(fillRatio >= 1 / 1.1 ? "wedged" : fillRatio >= 0.6 ? "stable" : "loose");
    }
    expect(electrodes[0]!.fillRatio).toBeGreaterThan(electrodes[3]!.fillRatio);
  });

  test("nearest muscle is given with the muscle, nearest viable muscle only with the scar", () => {
    const { points_mm } = surface;
    const viableNodes = Uint8Array.from({ length: points_mm.length / 3 }, (_, node) =>
      points_mm[3 * node]! > 0 ? 1 : 0,
    );
    expect(placed("leftMarginalVein", 60)[0]!.nearestNode).toBeUndefined();
    const tip = placed("leftMarginalVein", 60, { muscle: { points_mm } })[0]!;
    expect(tip.nearestNodeDistance_mm!).toBeGreaterThanOrEqual(tip.gap_mm + tip.lumen_mm / 2 - 0.2);
    expect(tip.viableDistance_mm).toBeUndefined();
    const scarred = placed("leftMarginalVein", 60, { muscle: { points_mm, viableNodes } })[0]!;
    expect(scarred.viableDistance_mm!).toBeGreaterThan(10);
    expect(points_mm[3 * scarred.nearestViableNode!]!).toBeGreaterThan(0);
  });
});

describe("a lead that does not get there is a result with its reason", () => {
  test("too thick for the vein", () => {
    const thick = defineLead({ id: "thick", electrodeOffsets_mm: [0, 20], bodySize_F: 7.9 });
    const placement = placeLead(tree, "posteriorVein", 70, thick);
    expect(placement).toMatchObject({ kind: "unreachable", limit: { kind: "lumen", branch: "posteriorVein" } });
    if (placement.kind === "unreachable") expect(placement.reason).toMatch(/lumen is \d\.\d\d mm/);
  });

  test("beyond the end of the vein", () => {
    const thin = defineLead({ id: "thin", electrodeOffsets_mm: [0], bodySize_F: 2 });
    expect(placeLead(tree, "leftMarginalVein", 300, thin)).toMatchObject({
      kind: "unreachable",
      limit: { kind: "end-of-vein" },
    });
  });

  test("a take-off that the tools cannot take", () => {
    const placement = placeLead(tree, "anteriorInterventricularVein", 30, quartet, { toolLevel: 0 });
    expect(placement.kind).toBe("placed");
    const hairpin = {
      ...tree,
      branches: tree.branches.map((branch) => ({ ...branch, takeOffAngle_rad: branch.parent ? 2.4 : undefined })),
    };
    expect(placeLead(hairpin, "leftMarginalVein", 30, quartet)).toMatchObject({
      kind: "unreachable",
      limit: { kind: "turn-angle" },
    });
  });

  test("so shallow that an electrode would lie in the right atrium", () => {
    const placement = placeLead(tree, "middleCardiacVein", 20, quartet);
    expect(placement).toMatchObject({ kind: "unreachable", limit: { kind: "too-shallow" } });
    if (placement.kind !== "unreachable" || placement.limit.kind !== "too-shallow") return;
    const { leastDepth_mm } = placement.limit;
    expect(placeLead(tree, "middleCardiacVein", leastDepth_mm + 0.01, quartet).kind).toBe("placed");
  });

  test("a lead of unknown spacing asks for it", () => {
    expect(placeLead(tree, "leftMarginalVein", 40, findLead("navigo-4lv"))).toMatchObject({
      kind: "lead-not-specified",
      missing: "electrodeOffsets_mm",
    });
  });
});

test("an unknown vein or a depth that is no depth is an error", () => {
  expect(() => placeLead(tree, "leftMarginVein", 40, quartet)).toThrowError(
    expect.objectContaining({ code: "unknown-vein", fix: expect.stringContaining("leftMarginalVein") }),
  );
  for (const depth_mm of [0, -5, Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(() => placeLead(tree, "leftMarginalVein", depth_mm, quartet)).toThrowError(
      expect.objectContaining({ code: "insertion-depth-out-of-range" }),
    );
  }
});

test.each([
  [40, "inferior"],
  [-5, "inferior"],
  [120, "lateral"],
  [200, "anterior"],
  [245, "anterior"],
  [300, "septal"],
])("%d degrees from the posterior groove is %s", (theta_deg, region) => {
  expect(freeWallRegion(rtFromGrooveAngle(theta_deg))).toBe(region);
});
