import {
  ACTION_POTENTIAL_PARAMETERS,
  applyPose,
  buildEcgWeights,
  computeFibers,
  computeVectorcardiogram,
  createParametricHeart,
  createPose,
  createTorso,
  DEFAULT_CONDUCTIVITIES,
  deriveLead,
  distance,
  type EcgSignal,
  evaluateLeadField,
  findHeartPreset,
  HUMAN_FIBER_ANGLES,
  type LeadFieldSources,
  measureQrs,
  meshImplicitShape,
  type Pose,
  placeSourcesBounded,
  pointAt,
  type StandardLead,
  simulateEcg,
  type Vector3,
} from "@tributary/model";
import { beforeAll, describe, expect, test } from "vitest";
import { createCaseSources, INTRINSIC_SOURCE, RV_SOURCE } from "../src/activation-sources.ts";
import { type ConductionSpecification, DEFAULT_CONDUCTION } from "../src/conduction-specification.ts";
import { createEcgModel, type EcgModel } from "../src/ecg-model.ts";
import { buildElectricalHeart } from "../src/electrical-heart.ts";
import { createInlineFieldSolver } from "../src/inline-field-solver.ts";
import { type PreparedHeart, prepareHeart } from "../src/prepare-heart.ts";

const FRONT_WIDTH_ms = ACTION_POTENTIAL_PARAMETERS.frontWidth_ms.value;
const { geometry } = findHeartPreset("lbbb-small-lv-female")!;

async function activate(
  prepared: PreparedHeart,
  pattern: ConductionSpecification["pattern"],
  sourceId: string,
): Promise<Float64Array> {
  const conduction = { ...DEFAULT_CONDUCTION, pattern };
  const electrical = buildElectricalHeart(prepared, conduction);
  const { intrinsic, paced } = createCaseSources(prepared, electrical, conduction, []);
  const source = [intrinsic!, ...paced].find(({ id }) => id === sourceId)!;
  const domain = { mesh: prepared.heart, tensor_mm2PerMs2: electrical.intrinsicTensor_mm2PerMs2 };
  const [field] = await createInlineFieldSolver().solve(domain, [source]);
  return field!.times_ms;
}

/** Signed areas of QRS (without repolarization) and of T (the rest), mV·ms. */
interface Beat {
  readonly times_ms: Float64Array;
  readonly whole: EcgSignal;
  readonly qrs: EcgSignal;
  readonly areas: (lead: StandardLead) => { readonly qrs: number; readonly t: number };
  readonly vectors: { readonly qrs: Vector3; readonly t: Vector3 };
}

function createBeat({ weights, apd_ms }: EcgModel, times_ms: Float64Array, durations_ms = apd_ms): Beat {
  const whole = simulateEcg(weights, times_ms, durations_ms);
  const qrs = simulateEcg(weights, times_ms, undefined);
  const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
  const vectorOf = (ecg: EcgSignal): Vector3 => {
    const { x_mV, y_mV, z_mV } = computeVectorcardiogram(ecg);
    return [sum(x_mV), sum(y_mV), sum(z_mV)];
  };
  const [ofWhole, ofQrs] = [vectorOf(whole), vectorOf(qrs)];
  return {
    times_ms,
    whole,
    qrs,
    areas: (lead) => {
      const ofLead = sum(deriveLead(qrs, lead));
      return { qrs: ofLead, t: sum(deriveLead(whole, lead)) - ofLead };
    },
    vectors: { qrs: ofQrs, t: [ofWhole[0] - ofQrs[0], ofWhole[1] - ofQrs[1], ofWhole[2] - ofQrs[2]] },
  };
}

function scalarProduct(a: Vector3, b: Vector3): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

describe("the ECG of a preset heart", () => {
  let prepared: PreparedHeart;
  let model: EcgModel;
  const beats: Record<string, Beat> = {};
  let lbbbTimes_ms: Float64Array;

  beforeAll(async () => {
    prepared = prepareHeart({
      fiberAngles: HUMAN_FIBER_ANGLES,
      scar: [],
      origin: { kind: "parametric", geometry, pose: createPose(), edgeLength_mm: 2 },
    });
    model = createEcgModel(prepared);
    lbbbTimes_ms = await activate(prepared, "lbbb", INTRINSIC_SOURCE);
    beats["normal"] = createBeat(model, await activate(prepared, "normal", INTRINSIC_SOURCE));
    beats["lbbb"] = createBeat(model, lbbbTimes_ms);
    beats["rv"] = createBeat(model, await activate(prepared, "lbbb", RV_SOURCE));
  }, 180_000);

  test("does not depend on the axes of the mesh, as long as its pose brings it into the body", () => {
    // A quarter turn about z and a shift; the pose takes both back.
    const turned = applyPose(prepared.heart, {
      rotation: Float64Array.of(0, -1, 0, 1, 0, 0, 0, 0, 1),
      translation_mm: [100, 20, -30],
    });
    const fiber = prepared.fiber.slice();
    for (let at = 0; at < fiber.length; at += 3) fiber.set([-prepared.fiber[at + 1]!, prepared.fiber[at]!], at);
    const pose: Pose = { rotation: Float64Array.of(0, 1, 0, -1, 0, 0, 0, 0, 1), translation_mm: [-20, 100, 30] };
    const { weights } = createEcgModel({ ...prepared, heart: turned, fiber, body: { pose, remark: undefined } });
    const largest = model.weights.reduce((size, weight) => Math.max(size, Math.abs(weight)), 0);
    const change = weights.reduce((size, weight, i) => Math.max(size, Math.abs(weight - model.weights[i]!)), 0);
    expect(change).toBeLessThan(1e-9 * largest);
  });

  test("a uniform membrane potential gives none", () => {
    for (let lead = 0; lead < 8; lead++) {
      let sum = 0;
      let size = 0;
      for (let at = lead; at < model.weights.length; at += 8) {
        sum += model.weights[at]!;
        size += Math.abs(model.weights[at]!);
      }
      expect(Math.abs(sum)).toBeLessThan(1e-9 * size);
    }
  });

  test.each(["normal", "lbbb", "rv"])(
    "has a QRS as long as activation and one front to 10 ms, the same with and without T, at any scale (%s)",
    (name) => {
      const { qrs, whole, times_ms } = beats[name]!;
      const reached_ms = times_ms.filter((time_ms) => time_ms < Infinity);
      const first_ms = reached_ms.reduce((a, b) => Math.min(a, b));
      const expected_ms = reached_ms.reduce((a, b) => Math.max(a, b)) - first_ms + FRONT_WIDTH_ms;
      const { onset_ms, duration_ms, axis_rad } = measureQrs(qrs);
      expect(Math.abs(duration_ms - expected_ms)).toBeLessThan(10);
      expect(Math.abs(onset_ms - first_ms)).toBeLessThan(5);
      expect(Math.abs(measureQrs(whole).duration_ms - duration_ms)).toBeLessThan(2);
      expect(Math.abs(measureQrs(whole).axis_rad - axis_rad)).toBeLessThan(0.02);
      for (const scale of [0.1, 10]) {
        const scaled = { ...qrs, leads_mV: qrs.leads_mV.map((value) => scale * value) };
        expect(Math.abs(measureQrs(scaled).duration_ms - duration_ms)).toBeLessThan(1e-6);
      }
    },
  );

  test("with one action potential duration everywhere the area of QRST is 0", () => {
    const uniform = createBeat(model, lbbbTimes_ms, new Float64Array(model.apd_ms.length).fill(240));
    for (const lead of ["I", "II", "V1", "V2", "V3", "V4", "V5", "V6"] as const) {
      const { qrs, t } = uniform.areas(lead);
      expect(Math.abs(qrs + t), lead).toBeLessThan(0.01 * Math.abs(qrs));
    }
  });

  test("has an upright T with the upright R of the lateral leads in normal conduction", () => {
    for (const lead of ["I", "V5", "V6"] as const) {
      const { qrs, t } = beats["normal"]!.areas(lead);
      expect(qrs, lead).toBeGreaterThan(0);
      expect(t, lead).toBeGreaterThan(0);
    }
  });

  test("has rS in V1 and R in V6 in normal conduction", () => {
    const v1 = deriveLead(beats["normal"]!.qrs, "V1");
    const v6 = deriveLead(beats["normal"]!.qrs, "V6");
    expect(Math.max(...v1)).toBeGreaterThan(0.05);
    expect(-Math.min(...v1)).toBeGreaterThan(2 * Math.max(...v1));
    expect(Math.max(...v6)).toBeGreaterThan(-2 * Math.min(...v6));
  });

  test("points to the left and the back in left bundle branch block, with T against QRS", () => {
    const { vectors, areas } = beats["lbbb"]!;
    expect(vectors.qrs[0]).toBeGreaterThan(0);
    expect(vectors.qrs[2]).toBeGreaterThan(0);
    expect(scalarProduct(vectors.qrs, vectors.t)).toBeLessThan(0);
    expect(areas("V1").qrs).toBeLessThan(0);
    expect(areas("V1").t).toBeGreaterThan(0);
    expect(areas("V6").qrs).toBeGreaterThan(0);
    expect(areas("V6").t).toBeLessThan(0);
  });

  test("has T against QRS in right ventricular pacing", () => {
    const { vectors, areas } = beats["rv"]!;
    expect(scalarProduct(vectors.qrs, vectors.t)).toBeLessThan(0);
    for (const lead of ["V1", "V2", "V3"] as const) {
      expect(areas(lead).qrs, lead).toBeLessThan(0);
      expect(areas(lead).t, lead).toBeGreaterThan(0);
    }
  });
});

/** Where a spherical front starts and how fast it goes: an activation that no mesh changes. */
const FRONT_FROM_mm: Vector3 = [-40, -30, -20];
const FRONT_VELOCITY_mmPerMs = 0.6;

function simulateSphericalFront(edgeLength_mm: number, sources: LeadFieldSources): EcgSignal {
  const { heart: unposed } = meshImplicitShape(createParametricHeart(geometry).shape, { edgeLength_mm });
  const heart = applyPose(unposed, createPose());
  const { fiber } = computeFibers(heart, HUMAN_FIBER_ANGLES);
  const leadField = evaluateLeadField(heart.points_mm, sources);
  const weights = buildEcgWeights(heart, fiber, leadField, { conductivities: DEFAULT_CONDUCTIVITIES });
  const times_ms = Float64Array.from(
    { length: heart.points_mm.length / 3 },
    (_, node) => distance(pointAt(heart.points_mm, node), FRONT_FROM_mm) / FRONT_VELOCITY_mmPerMs,
  );
  return simulateEcg(weights, times_ms, undefined, { start_ms: -20, duration_ms: 250 });
}

test("the ECG of one front changes by less than 3 % of the largest R from a 1.5 mm to a 1.0 mm mesh", () => {
  const sources = placeSourcesBounded(createTorso(), DEFAULT_CONDUCTIVITIES.torso_SPerM);
  const coarse = simulateSphericalFront(1.5, sources).leads_mV;
  const fine = simulateSphericalFront(1.0, sources).leads_mV;
  const largest_mV = fine.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
  const change_mV = fine.reduce((largest, value, i) => Math.max(largest, Math.abs(value - coarse[i]!)), 0);
  expect(change_mV / largest_mV).toBeLessThan(0.03);
}, 120_000);
