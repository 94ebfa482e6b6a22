import {
  degreesFromRadians,
  distance,
  type EikonalOperator,
  type ImplicitShape,
  meshImplicitShape,
  type Point_mm,
  pointAt,
  radiansFromDegrees,
  SURFACE_LABEL,
  type TetrahedralMesh,
} from "@tributary/model";
import { buildOperator, isotropicTensor, roundTo, solveFromPoint, timeAt } from "../uniform-problem.ts";
import type { ValidationCase, ValidationRow } from "../validation-case.ts";

const INNER_mm = 25;
const OUTER_mm = 35;
const VELOCITY_mmPerMs = 0.6;
const EDGE_mm = 1.5;

interface Receiver {
  readonly name: string;
  readonly sourceRadius_mm: number;
  readonly radius_mm: number;
  readonly angle_deg: number;
  /** Whether every direction must keep the upper limit, or their mean. */
  readonly isStrict?: boolean;
}

const RECEIVERS: readonly Receiver[] = [
  { name: "epi to epi", sourceRadius_mm: OUTER_mm, radius_mm: OUTER_mm, angle_deg: 60 },
  { name: "epi to epi", sourceRadius_mm: OUTER_mm, radius_mm: OUTER_mm, angle_deg: 90 },
  { name: "epi to epi", sourceRadius_mm: OUTER_mm, radius_mm: OUTER_mm, angle_deg: 120 },
  { name: "epi to epi", sourceRadius_mm: OUTER_mm, radius_mm: OUTER_mm, angle_deg: 180, isStrict: true },
  { name: "endo to endo", sourceRadius_mm: INNER_mm, radius_mm: INNER_mm, angle_deg: 90, isStrict: true },
  { name: "endo to endo", sourceRadius_mm: INNER_mm, radius_mm: INNER_mm, angle_deg: 180 },
  { name: "epi to endo", sourceRadius_mm: OUTER_mm, radius_mm: INNER_mm, angle_deg: 90 },
  { name: "epi to endo", sourceRadius_mm: OUTER_mm, radius_mm: INNER_mm, angle_deg: 180 },
];
/** Directions around the source in which each receiver is read. */
const AZIMUTH_COUNT = 8;

/** Isotropic spread in a hollow sphere: the front must bend round the cavity. */
export function runSphericalShell(): ValidationCase {
  const { heart } = meshImplicitShape(SHELL, { edgeLength_mm: EDGE_mm });
  const operator = buildOperator(heart, () => isotropicTensor(VELOCITY_mmPerMs));
  const epi = solveFromPoint(operator, [0, 0, OUTER_mm]);
  const endo = solveFromPoint(operator, [0, 0, INNER_mm]);
  const timesOf = (receiver: Receiver) => (receiver.sourceRadius_mm === OUTER_mm ? epi : endo);
  const angles = Array.from({ length: 19 }, (_, i) => 10 * i);
  return {
    id: "spherical-shell",
    title: "A front round the cavity of a spherical shell",
    claims: "Fronts bend round a cavity at the right time on a mesh of the program's own mesher.",
    notShown: "Nothing about anisotropy: the velocity is the same in all directions.",
    rows: RECEIVERS.map((receiver) => describeReceiver(operator, timesOf(receiver), receiver)),
    figures: [
      {
        kind: "lines",
        title: "Time on the outer surface",
        xLabel: "angle from the source, degrees",
        yLabel: "activation time, ms",
        series: [
          { name: "exact", x: angles, y: angles.map((angle) => exactTime(OUTER_mm, OUTER_mm, angle)) },
          {
            name: "ours, h = 1.5 mm",
            x: angles,
            y: angles.map((angle) => timeAt(operator, epi, pointOnSphere(OUTER_mm, angle, 0.3))),
          },
        ],
      },
    ],
  };
}

const SHELL: ImplicitShape = {
  signedDistance_mm: (x, y, z) => {
    const radius_mm = Math.hypot(x, y, z);
    return Math.max(radius_mm - OUTER_mm, INNER_mm - radius_mm);
  },
  surfaceLabel: (x, y, z) =>
    Math.hypot(x, y, z) > (INNER_mm + OUTER_mm) / 2 ? SURFACE_LABEL.epicardium : SURFACE_LABEL.lvEndocardium,
  bounds_mm: [-OUTER_mm, -OUTER_mm, -OUTER_mm, OUTER_mm, OUTER_mm, OUTER_mm],
  thinnestWall_mm: OUTER_mm - INNER_mm,
  thinnestWallName: "shell",
};

function pointOnSphere(radius_mm: number, angle_deg: number, azimuth_rad: number): Point_mm {
  const angle_rad = radiansFromDegrees(angle_deg);
  const across_mm = radius_mm * Math.sin(angle_rad);
  return [across_mm * Math.cos(azimuth_rad), across_mm * Math.sin(azimuth_rad), radius_mm * Math.cos(angle_rad)];
}

/** A straight line where it misses the cavity; else two tangents and an arc along the cavity. */
function exactTime(r1_mm: number, r2_mm: number, angle_deg: number): number {
  const angle_rad = radiansFromDegrees(angle_deg);
  const tangent_rad = Math.acos(INNER_mm / r1_mm) + Math.acos(INNER_mm / r2_mm);
  if (angle_rad <= tangent_rad) {
    return Math.sqrt(r1_mm ** 2 + r2_mm ** 2 - 2 * r1_mm * r2_mm * Math.cos(angle_rad)) / VELOCITY_mmPerMs;
  }
  const tangents_mm = Math.sqrt(r1_mm ** 2 - INNER_mm ** 2) + Math.sqrt(r2_mm ** 2 - INNER_mm ** 2);
  return (tangents_mm + INNER_mm * (angle_rad - tangent_rad)) / VELOCITY_mmPerMs;
}

function findNearestNode({ points_mm }: TetrahedralMesh, at_mm: Point_mm): number {
  let nearest = 0;
  let nearest_mm = Infinity;
  for (let node = 0; node < points_mm.length / 3; node++) {
    const away_mm = distance(pointAt(points_mm, node), at_mm);
    if (away_mm >= nearest_mm) continue;
    nearest = node;
    nearest_mm = away_mm;
  }
  return nearest;
}

function exactTimeAtNode({ points_mm }: TetrahedralMesh, node: number, sourceRadius_mm: number): number {
  const [x, y, z] = pointAt(points_mm, node);
  const angle_deg = degreesFromRadians(Math.atan2(Math.hypot(x, y), z));
  // A node on a facet of the cavity may lie a rounding inside it.
  return exactTime(sourceRadius_mm, Math.max(INNER_mm, Math.hypot(x, y, z)), angle_deg);
}

/**
 * The error at the node nearest to the receiver, added to the receiver's exact time: at the antipode fronts meet in a peak
 * that interpolation between nodes would cut off.
 */
function describeReceiver(operator: EikonalOperator, times_ms: Float64Array, receiver: Receiver): ValidationRow {
  const exact_ms = exactTime(receiver.sourceRadius_mm, receiver.radius_mm, receiver.angle_deg);
  const read = Array.from({ length: AZIMUTH_COUNT }, (_, i) => {
    const azimuth_rad = (2 * Math.PI * i) / AZIMUTH_COUNT;
    const node = findNearestNode(operator.mesh, pointOnSphere(receiver.radius_mm, receiver.angle_deg, azimuth_rad));
    return exact_ms + times_ms[node]! - exactTimeAtNode(operator.mesh, node, receiver.sourceRadius_mm);
  });
  const earliest_ms = Math.min(...read);
  const mean_ms = read.reduce((sum, time) => sum + time, 0) / read.length;
  const upper_ms = receiver.isStrict ? Math.max(...read) : mean_ms;
  return {
    quantity: `${receiver.name}, ${receiver.angle_deg} degrees: mean of ${AZIMUTH_COUNT} directions`,
    unit: "ms",
    expected: roundTo(exact_ms, 3),
    ours: roundTo(mean_ms, 3),
    tolerance: `${receiver.isStrict ? "every direction" : "mean"} within +2 %, no direction below -0.5 %`,
    pass: upper_ms <= 1.02 * exact_ms && earliest_ms >= 0.995 * exact_ms,
    source: "closed form: tangents and an arc along the cavity",
  };
}
