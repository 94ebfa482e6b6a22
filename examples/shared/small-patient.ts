import { DEFAULT_CONDUCTION, type HeartSpecification, prepareHeart, prepareVeins } from "@tributary/engine";
import { createPose, findBranch, findLead, HUMAN_FIBER_ANGLES } from "@tributary/model";
import { DEFAULT_WEIGHTS, NO_CIRCULATION_FINDINGS, type PlanInput } from "@tributary/plan";

/** Thick walls, so that 3 mm tetrahedra hold three nodes through each: whole, and quick to plan. */
const HEART: HeartSpecification = {
  origin: {
    kind: "parametric",
    geometry: {
      lvDiameter_mm: 44,
      lvLength_mm: 72,
      lvWall_mm: 9,
      lvApicalWall_mm: 7,
      rvWall_mm: 6,
      rvToLvVolumeRatio: 0.8,
      rvApexFraction: 0.2,
      rvInsertion_rad: Math.PI / 3,
    },
    pose: createPose(),
    edgeLength_mm: 3,
  },
  fiberAngles: HUMAN_FIBER_ANGLES,
  scar: [],
};

/** Left bundle branch block in a small heart, of whose veins a scan showed one; what was not measured is undefined. */
export function createSmallPatient(): PlanInput {
  return {
    caseId: "small",
    title: "Small heart, one vein",
    programVersion: "example",
    inputHash: "",
    heart: HEART,
    conduction: { ...DEFAULT_CONDUCTION, atrioventricular: { kind: "conducted", prInterval_ms: 180 } },
    veins: { kind: "given", veins: { branches: [scanVein()] }, source: "centerline" },
    lead: findLead("attain-performa-4298"),
    rvLead: "ring",
    vectorName: undefined,
    findings: { qrsDuration_ms: 150, frontalAxis_rad: undefined, ecg: undefined },
    circulation: NO_CIRCULATION_FINDINGS,
    weights: DEFAULT_WEIGHTS,
    seed: 1,
    drawCount: 10,
    missing: [],
    remarks: [],
  };
}

/** The course of a vein comes from a scan; here from the statistics of veins. */
function scanVein() {
  const { tree } = prepareVeins(prepareHeart(HEART), { kind: "generated", seed: 1, group: "noCoronaryDisease" });
  const { name, points_mm, diameter_mm } = findBranch(tree, "leftMarginalVein");
  return { name, points_mm: [...points_mm], radius_mm: Array.from(diameter_mm, (diameter) => diameter / 2) };
}
