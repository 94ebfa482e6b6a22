import { countNodes, createBoxMesh, type EikonalOperator, type Point_mm } from "@tributary/model";
import { buildOperator, fiberTensor, roundTo, solveFromPoint, solveFromSeeds, timeAt } from "../uniform-problem.ts";
import type { ValidationCase, ValidationRow } from "../validation-case.ts";

const ANGLE_rad = Math.PI / 6;
const ALONG_mmPerMs = 0.6;
const ACROSS_mmPerMs = 0.3;
const EDGES_mm = [2, 1, 0.5] as const;

/** Exact times of the homogeneous box, √(xᵀ D⁻¹ x); the pair (10, 10) and (−10, 10) tells a transposed rotation. */
const EXACT_POINTS: readonly (readonly [Point_mm, number])[] = [
  [[10, 0, 0], 22.048],
  [[0, 10, 0], 30.046],
  [[10, 10, 0], 25.83],
  [[-10, 10, 0], 45.941],
  [[10, 10, 10], 42.17],
];

interface Refinement {
  readonly edge_mm: number;
  readonly ball: ErrorSize;
  readonly node: ErrorSize;
  readonly times_ms: readonly number[];
}

interface ErrorSize {
  readonly largest_ms: number;
  readonly rms_ms: number;
}

/** Order of convergence in a homogeneous anisotropic box, with and without the exact ball around the source. */
export function runEikonalConvergence(): ValidationCase {
  const refinements = EDGES_mm.map(solveRefinement);
  const errors = (pick: (refinement: Refinement) => number) => refinements.map(pick);
  return {
    id: "eikonal-convergence",
    title: "Eikonal convergence in an anisotropic box",
    claims: "With exact times in a 3 mm ball around a point source the error is of first order in the edge length.",
    notShown:
      "Nothing about curved walls, fibers that turn inside an element's neighborhood, or velocities in patients.",
    rows: [...listPointRows(refinements[1]!), ...listOrderRows(refinements)],
    figures: [
      {
        kind: "lines",
        title: "Error against edge length",
        xLabel: "edge length, mm",
        yLabel: "error, ms",
        logX: true,
        logY: true,
        series: [
          { name: "largest, exact ball", x: [...EDGES_mm], y: errors(({ ball }) => ball.largest_ms) },
          { name: "rms, exact ball", x: [...EDGES_mm], y: errors(({ ball }) => ball.rms_ms) },
          { name: "largest, source at a node", x: [...EDGES_mm], y: errors(({ node }) => node.largest_ms) },
          { name: "first order", x: [...EDGES_mm], y: EDGES_mm.map((edge) => edge) },
        ],
      },
    ],
  };
}

function solveRefinement(edge_mm: number): Refinement {
  const cells = Math.round(20 / edge_mm);
  const mesh = createBoxMesh({ size_mm: [20, 20, 20], cellCount: [cells, cells, cells], origin_mm: [-10, -10, -10] });
  const fiber: Point_mm = [Math.cos(ANGLE_rad), Math.sin(ANGLE_rad), 0];
  const operator = buildOperator(mesh, () => fiberTensor(ALONG_mmPerMs, ACROSS_mmPerMs, fiber));
  const fromBall = solveFromPoint(operator, [0, 0, 0]);
  const center = (countNodes(mesh) - 1) / 2;
  return {
    edge_mm,
    ball: measureError(operator, fromBall),
    node: measureError(operator, solveFromSeeds(operator, { nodes: [center], times_ms: [0] })),
    times_ms: EXACT_POINTS.map(([point]) => timeAt(operator, fromBall, point)),
  };
}

function measureError({ mesh }: EikonalOperator, times_ms: Float64Array): ErrorSize {
  let largest_ms = 0;
  let squares = 0;
  for (const [node, time_ms] of times_ms.entries()) {
    const p = mesh.points_mm;
    const error_ms = time_ms - exactTime(p[3 * node]!, p[3 * node + 1]!, p[3 * node + 2]!);
    largest_ms = Math.max(largest_ms, Math.abs(error_ms));
    squares += error_ms * error_ms;
  }
  return { largest_ms, rms_ms: Math.sqrt(squares / times_ms.length) };
}

function exactTime(x: number, y: number, z: number): number {
  const along = x * Math.cos(ANGLE_rad) + y * Math.sin(ANGLE_rad);
  const across = y * Math.cos(ANGLE_rad) - x * Math.sin(ANGLE_rad);
  return Math.hypot(along / ALONG_mmPerMs, across / ACROSS_mmPerMs, z / ACROSS_mmPerMs);
}

function listPointRows({ times_ms }: Refinement): ValidationRow[] {
  return EXACT_POINTS.map(([point, exact_ms], i) => {
    const error_ms = times_ms[i]! - exact_ms;
    return {
      quantity: `time at (${point.join(", ")}), h = 1 mm`,
      unit: "ms",
      expected: exact_ms,
      ours: roundTo(times_ms[i]!, 3),
      tolerance: "+2.0 / -0.05 ms",
      pass: error_ms <= 2 && error_ms >= -0.05,
      source: "closed form: length in the metric D⁻¹",
    };
  });
}

function listOrderRows(refinements: readonly Refinement[]): ValidationRow[] {
  return refinements.slice(1).map((fine, i) => {
    const coarse = refinements[i]!;
    const ratio = coarse.ball.largest_ms / fine.ball.largest_ms;
    return {
      quantity: `largest error, h = ${coarse.edge_mm} mm over h = ${fine.edge_mm} mm`,
      unit: "1",
      expected: 2,
      ours: roundTo(ratio, 2),
      tolerance: "1.8 to 2.1",
      pass: ratio >= 1.8 && ratio <= 2.1,
      source: "first order",
    };
  });
}
