import { DEFAULT_CONDUCTION, type HeartSpecification, prepareHeart, prepareVeins } from "@tributary/engine";
import { createPose, type ExplicitVein, findHeartPreset, findLead, HUMAN_FIBER_ANGLES } from "@tributary/model";
import {
  createInlinePlanHost,
  DEFAULT_WEIGHTS,
  NO_CIRCULATION_FINDINGS,
  type PlanHost,
  type PlanInput,
} from "../src/index.ts";

/** A small heart on a coarse mesh, so that its plan takes seconds; the coarse mesh is the only one. */
export const SMALL_HEART: HeartSpecification = {
  origin: {
    kind: "parametric",
    geometry: findHeartPreset("lbbb-small-lv-female")!.geometry,
    pose: createPose(),
    edgeLength_mm: 3,
    leastWallNodes: 2,
  },
  fiberAngles: HUMAN_FIBER_ANGLES,
  scar: [],
};

const prepared = prepareHeart(SMALL_HEART);
/** The first part of two veins: few sites, short tests. */
const VEIN_LENGTH_mm = 60;
const VEINS = ["leftMarginalVein", "anteriorInterventricularVein"];

/** A host that prepares the small heart once for all plans. */
export function createSmallHost(): PlanHost {
  const host = createInlinePlanHost();
  return {
    ...host,
    prepareHeart: async (specification, options) =>
      specification === SMALL_HEART ? prepared : host.prepareHeart(specification, options),
  };
}

/** A patient with left bundle branch block, two veins, a bipolar lead and few draws. */
export function createSmallInput(changes: Partial<PlanInput> = {}): PlanInput {
  return {
    caseId: "small",
    title: "Small patient",
    programVersion: "0.0.0",
    inputHash: "0",
    heart: SMALL_HEART,
    conduction: { ...DEFAULT_CONDUCTION, atrioventricular: { kind: "conducted", prInterval_ms: 180 } },
    veins: { kind: "given", veins: { branches: cutVeins() }, source: "explicit" },
    lead: findLead("attain-stability-20066"),
    rvLead: "ring",
    vectorName: undefined,
    findings: { qrsDuration_ms: 160, frontalAxis_rad: undefined, ecg: undefined },
    circulation: NO_CIRCULATION_FINDINGS,
    weights: DEFAULT_WEIGHTS,
    seed: 1,
    drawCount: 12,
    missing: [],
    remarks: [],
    ...changes,
  };
}

function cutVeins(): ExplicitVein[] {
  const { tree } = prepareVeins(prepared, { kind: "generated", seed: 105, group: "noCoronaryDisease" });
  return VEINS.map((name) => {
    const branch = tree.branches.find((candidate) => candidate.name === name)!;
    const count = branch.arc_mm.findIndex((arc_mm) => arc_mm > VEIN_LENGTH_mm);
    return {
      name,
      points_mm: [...branch.points_mm.subarray(0, 3 * count)],
      radius_mm: [...branch.diameter_mm.subarray(0, count)].map((diameter_mm) => diameter_mm / 2),
    };
  });
}
