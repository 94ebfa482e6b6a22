import {
  buildEcgWeights,
  countNodes,
  createRandom,
  createTorso,
  DEFAULT_CONDUCTIVITIES,
  deriveLead,
  distance,
  type EcgSignal,
  evaluateLeadField,
  type ImplicitShape,
  INDEPENDENT_LEADS,
  KORS_MATRIX,
  meshImplicitShape,
  placeSourcesBounded,
  pointAt,
  SURFACE_LABEL,
  simulateEcg,
  type TetrahedralMesh,
  type TissueConductivities,
  type Vector3,
} from "@tributary/model";
import { roundTo } from "../uniform-problem.ts";
import type { ValidationCase, ValidationRow } from "../validation-case.ts";

const DISC_RADIUS_mm = 20;
const OBSERVER_mm = 40;
const DISC_POTENTIAL_mV = 4.592;

/** Isotropic muscle in a medium of its own bulk conductivity, so that the source is σ_i. */
const PLAIN: TissueConductivities = {
  intracellularAlong_SPerM: 0.174,
  intracellularAcross_SPerM: 0.174,
  extracellularAlong_SPerM: 0.026,
  extracellularAcross_SPerM: 0.026,
  torso_SPerM: 0.2,
};

/** What must hold exactly of leads and sources, whatever the heart. */
export function runLeadAlgebra(): ValidationCase {
  return {
    id: "lead-algebra",
    title: "Leads and sources of the ECG",
    claims:
      "Leads obey Einthoven's and Goldberger's identities, fronts have the potential of their solid angle, and what is equal everywhere gives no ECG.",
    notShown: "Nothing about the shape of a body: the front is seen in an infinite medium.",
    rows: [...listIdentityRows(), ...listKorsRows(), ...listFrontRows(), ...listUniformRows()],
    figures: [],
  };
}

function describeExact(quantity: string, unit: string, ours: number, tolerance: number): ValidationRow {
  return {
    quantity,
    unit,
    expected: 0,
    ours: Number(ours.toExponential(1)),
    tolerance: `${tolerance}`,
    pass: Math.abs(ours) <= tolerance,
    source: "identity",
  };
}

function listIdentityRows(): ValidationRow[] {
  const random = createRandom(5);
  const sampleCount = 100;
  const ecg: EcgSignal = {
    samplingInterval_ms: 1,
    start_ms: 0,
    sampleCount,
    leads_mV: Float64Array.from({ length: INDEPENDENT_LEADS.length * sampleCount }, () => random.normal()),
    isCalibrated: false,
  };
  const [i, ii, iii] = [deriveLead(ecg, "I"), deriveLead(ecg, "II"), deriveLead(ecg, "III")];
  const [avr, avl, avf] = [deriveLead(ecg, "aVR"), deriveLead(ecg, "aVL"), deriveLead(ecg, "aVF")];
  return [
    describeExact(
      "largest |I + III - II| of random leads",
      "mV",
      largest(i.map((v, k) => v + iii[k]! - ii[k]!)),
      1e-12,
    ),
    describeExact(
      "largest |aVR + aVL + aVF| of random leads",
      "mV",
      largest(avr.map((v, k) => v + avl[k]! + avf[k]!)),
      1e-12,
    ),
  ];
}

function listKorsRows(): ValidationRow[] {
  return (["x", "y", "z"] as const).map((axis) => {
    const sum = Object.values(KORS_MATRIX[axis]).reduce((total, weight) => total + weight, 0);
    const expected = { x: 0.96, y: 0.87, z: -0.75 }[axis];
    return {
      quantity: `row sum of the Kors matrix, ${axis.toUpperCase()}`,
      unit: "1",
      expected,
      ours: roundTo(sum, 12),
      tolerance: "1e-12",
      pass: Math.abs(sum - expected) <= 1e-12,
      source: "Kors 1990, Eur Heart J 11:1083",
    };
  });
}

/** A plane front in a cylinder and a closed one in a ball, seen from a point on the axis. */
function listFrontRows(): ValidationRow[] {
  const disc = meshBody((x, y, z) => Math.max(Math.hypot(x, y) - DISC_RADIUS_mm, Math.abs(z) - 5), 1.2);
  const ball = meshBody((x, y, z) => Math.hypot(x, y, z) - DISC_RADIUS_mm, 1.5);
  const plane = ([, , z]: Vector3) => 100 * Math.min(1, Math.max(0, 0.5 - z / 2.4));
  const sphere = ([x, y, z]: Vector3) => 100 * Math.min(1, Math.max(0, (14 - Math.hypot(x, y, z)) / 4));
  const describeDisc = (side: string, observer_mm: number, expected: number): ValidationRow => {
    const ours = measureOnAxis(disc, observer_mm, plane);
    return {
      quantity: `disc front, radius 20 mm, 40 mm ${side}`,
      unit: "mV",
      expected,
      ours: roundTo(ours, 4),
      tolerance: "0.1 %",
      pass: Math.abs(ours / expected - 1) <= 1e-3,
      source: "solid angle of a disc, 0.66333 sr",
    };
  };
  const closed = measureOnAxis(ball, OBSERVER_mm, sphere);
  return [
    describeDisc("ahead", OBSERVER_mm, DISC_POTENTIAL_mV),
    describeDisc("behind", -OBSERVER_mm, -DISC_POTENTIAL_mV),
    {
      quantity: "closed spherical front, seen from outside",
      unit: "mV",
      expected: 0,
      ours: roundTo(closed, 5),
      tolerance: "0.1 % of the disc front",
      pass: Math.abs(closed) <= 1e-3 * DISC_POTENTIAL_mV,
      source: "solid angle of a closed surface",
    },
  ];
}

/** A cylinder of muscle in the torso: uniform potential, and uniform action potential duration. */
function listUniformRows(): ValidationRow[] {
  const body = meshBody((x, y, z) => Math.max(Math.hypot(x, y) - DISC_RADIUS_mm, Math.abs(z) - 8), 3);
  const sources = placeSourcesBounded(createTorso(), DEFAULT_CONDUCTIVITIES.torso_SPerM);
  const leadField = evaluateLeadField(body.points_mm, sources);
  const weights = buildEcgWeights(body, alongX(body), leadField, { conductivities: DEFAULT_CONDUCTIVITIES });
  const times_ms = Float64Array.from(
    { length: countNodes(body) },
    (_, node) => distance(pointAt(body.points_mm, node), [-15, 10, 8]) / 0.6,
  );
  const whole = simulateEcg(weights, times_ms, new Float64Array(times_ms.length).fill(240));
  const qrs = simulateEcg(weights, times_ms, undefined);
  const areaRatio = largest(
    INDEPENDENT_LEADS.map((name) => areaOf(deriveLead(whole, name)) / areaOf(deriveLead(qrs, name))),
  );
  return [
    describeExact(
      "sum of the weights of a lead over the sum of their sizes, largest of 8",
      "1",
      uniformity(weights),
      1e-9,
    ),
    {
      ...describeExact(
        "area of QRST over that of QRS with one action potential duration, largest of 8",
        "1",
        areaRatio,
        0.01,
      ),
      source: "the ventricular gradient is zero",
    },
  ];
}

function uniformity(weights: Float64Array): number {
  return largest(
    INDEPENDENT_LEADS.map((_, lead) => {
      const ofLead = weights.filter((_, at) => at % INDEPENDENT_LEADS.length === lead);
      return areaOf(ofLead) / areaOf(ofLead.map(Math.abs));
    }),
  );
}

function measureOnAxis(body: TetrahedralMesh, observer_mm: number, potentialAt: (at_mm: Vector3) => number): number {
  const strengths = new Float64Array(INDEPENDENT_LEADS.length);
  strengths[0] = 1 / (4 * Math.PI * PLAIN.torso_SPerM);
  const leadField = evaluateLeadField(body.points_mm, { points_mm: Float64Array.of(0, 0, observer_mm), strengths });
  const weights = buildEcgWeights(body, alongX(body), leadField, { conductivities: PLAIN });
  let sum = 0;
  for (let node = 0; node < countNodes(body); node++) {
    sum += weights[INDEPENDENT_LEADS.length * node]! * potentialAt(pointAt(body.points_mm, node));
  }
  return sum;
}

function meshBody(signedDistance_mm: ImplicitShape["signedDistance_mm"], edgeLength_mm: number): TetrahedralMesh {
  const shape: ImplicitShape = {
    signedDistance_mm,
    surfaceLabel: () => SURFACE_LABEL.epicardium,
    bounds_mm: [-DISC_RADIUS_mm, -DISC_RADIUS_mm, -DISC_RADIUS_mm, DISC_RADIUS_mm, DISC_RADIUS_mm, DISC_RADIUS_mm],
    thinnestWall_mm: 10,
    thinnestWallName: "body",
  };
  return meshImplicitShape(shape, { edgeLength_mm }).heart;
}

function alongX({ tetrahedra }: TetrahedralMesh): Float64Array {
  return Float64Array.from({ length: (3 * tetrahedra.length) / 4 }, (_, i) => (i % 3 === 0 ? 1 : 0));
}

function areaOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function largest(values: ArrayLike<number>): number {
  let size = 0;
  for (let i = 0; i < values.length; i++) size = Math.max(size, Math.abs(values[i]!));
  return size;
}
