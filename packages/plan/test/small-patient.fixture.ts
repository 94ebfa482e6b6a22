import { DEFAULT_CONDUCTION, type HeartSpecification } from "@tributary/engine";
import { createPose, findHeartPreset, findLead, HUMAN_FIBER_ANGLES, type LvLead } from "@tributary/model";
import { DEFAULT_WEIGHTS, type PlanInput } from "../src/index.ts";

/** A small heart on a coarse mesh, whose plan takes seconds; the coarse mesh is the only one. */
export const SMALL_HEART: HeartSpecification = {
  origin: {
    kind: "parametric",
    geometry: findHeartPreset("normal-female")!.geometry,
    pose: createPose(),
    edgeLength_mm: 3,
    leastWallNodes: 2,
  },
  fiberAngles: HUMAN_FIBER_ANGLES,
  scar: [],
};

/** A bipolar lead too thick for the far parts of the veins: fewer sites, shorter tests. */
const THICK_LEAD: LvLead = { ...findLead("attain-stability-20066"), bodySize_F: { value: 5, confirmed: true } };

/** A patient with left bundle branch block, a thick bipolar lead and few draws. */
export function createSmallInput(changes: Partial<PlanInput> = {}): PlanInput {
  return {
    caseId: "small",
    title: "Small patient",
    programVersion: "0.0.0",
    inputHash: "0",
    heart: SMALL_HEART,
    conduction: { ...DEFAULT_CONDUCTION, atrioventricular: { kind: "conducted", prInterval_ms: 180 } },
    veins: { kind: "generated", seed: 105, group: "noCoronaryDisease" },
    lead: THICK_LEAD,
    rvLead: "ring",
    vectorName: undefined,
    findings: { qrsDuration_ms: 130, frontalAxis_rad: undefined, ecg: undefined },
    weights: DEFAULT_WEIGHTS,
    seed: 1,
    drawCount: 12,
    missing: [],
    remarks: [],
    ...changes,
  };
}
