import {
  buildBoundaryElements,
  comparePotentials,
  computeInfiniteDipolePotential,
  computeLayeredSphereDipolePotential,
  computeSphereDipolePotential,
  countNodes,
  createIcosphere,
  type PotentialDifference,
  pointAt,
  radiansFromDegrees,
  type SphereProblem,
  solveSurfaceAdjoint,
  solveSurfacePotential,
  type Vector3,
} from "@tributary/model";
import { roundTo } from "../uniform-problem.ts";
import type { ValidationCase, ValidationRow } from "../validation-case.ts";

const SKIN_mm = 100;
const CONDUCTIVITY_SPerM = 0.2;
/** 1e-6 A·m along the radius and across it. */
const RADIAL: Vector3 = [0, 0, 1000];
const TANGENTIAL: Vector3 = [1000, 0, 0];

interface Layers {
  readonly name: string;
  readonly radii_mm: readonly number[];
  readonly conductivities_SPerM: readonly number[];
  readonly depth_mm: number;
  readonly solve: (at_mm: Vector3, problem: SphereProblem) => number;
  /** At 0 and 180 degrees for the radial dipole, at 90 for the tangential one, µV. */
  readonly expected_uV: readonly [front: number, back: number, side: number];
}

const SPHERES: readonly Layers[] = [
  {
    name: "homogeneous sphere, closed form",
    radii_mm: [SKIN_mm],
    conductivities_SPerM: [CONDUCTIVITY_SPerM],
    depth_mm: 50,
    solve: computeSphereDipolePotential,
    expected_uV: [397.887, -61.894, 92.529],
  },
  {
    name: "two layers, series",
    radii_mm: [50, SKIN_mm],
    conductivities_SPerM: [0.6, 0.2],
    depth_mm: 30,
    solve: computeLayeredSphereDipolePotential,
    expected_uV: [118.985, -42.319, 59.025],
  },
  {
    name: "three layers, series",
    radii_mm: [50, 80, SKIN_mm],
    conductivities_SPerM: [0.6, 0.05, 0.2],
    depth_mm: 30,
    solve: computeLayeredSphereDipolePotential,
    expected_uV: [83.767, -36.574, 48.084],
  },
];

const LEVELS = [2, 3, 4] as const;
/** Distance of the source from the center over the radius. */
const DEPTHS = [0.1, 0.3, 0.5, 0.7] as const;

/** What 642 nodes must keep for sources within half the radius. */
const LIMIT = 0.02;

interface Refinement {
  readonly nodeCount: number;
  /** One a depth. */
  readonly differences: readonly PotentialDifference[];
  /** Adjoint measurement over the direct one. */
  readonly reciprocity: number;
}

/** Dipoles in spheres: closed forms and series, and boundary elements against them at three refinements. */
export function runVolumeConductor(): ValidationCase {
  const refinements = LEVELS.map(solveRefinement);
  const nodeCounts = refinements.map(({ nodeCount }) => nodeCount);
  return {
    id: "volume-conductor",
    title: "Dipoles in spheres",
    claims:
      "Potentials on the skin of an insulated body are those of the closed forms; boundary elements converge to them with second order in the edge length, and reciprocity gives the same numbers.",
    notShown:
      "Nothing about lungs and blood, which the torso of this program does not have, or about the size of a patient.",
    rows: [...SPHERES.flatMap(listSphereRows), ...refinements.flatMap(listElementRows), describeOrder(refinements)],
    figures: [
      {
        kind: "lines",
        title: "Boundary elements against the closed form",
        xLabel: "nodes of the sphere",
        yLabel: "relative difference",
        logX: true,
        logY: true,
        series: DEPTHS.map((depth, i) => ({
          name: `source at ${depth} R`,
          x: nodeCounts,
          y: refinements.map(({ differences }) => differences[i]!.relativeDifference),
        })),
      },
    ],
  };
}

function listSphereRows({ name, solve, depth_mm, expected_uV, ...layers }: Layers): ValidationRow[] {
  const source_mm: Vector3 = [0, 0, depth_mm];
  const potentialAt = (angle_deg: number, dipole_uAmm: Vector3) => {
    const angle_rad = radiansFromDegrees(angle_deg);
    const at_mm: Vector3 = [SKIN_mm * Math.sin(angle_rad), 0, SKIN_mm * Math.cos(angle_rad)];
    return 1000 * solve(at_mm, { ...layers, source_mm, dipole_uAmm });
  };
  const readings = [
    ["radial dipole, 0 degrees", potentialAt(0, RADIAL), expected_uV[0]],
    ["radial dipole, 180 degrees", potentialAt(180, RADIAL), expected_uV[1]],
    ["tangential dipole, 90 degrees", potentialAt(90, TANGENTIAL), expected_uV[2]],
  ] as const;
  return readings.map(([place, ours, expected]) => ({
    quantity: `${name}: ${place}`,
    unit: "µV",
    expected,
    ours: roundTo(ours, 3),
    tolerance: "0.001",
    pass: Math.abs(ours - expected) <= 1e-3,
    source: "closed form and Legendre series, evaluated independently",
  }));
}

function solveRefinement(level: number): Refinement {
  const sphere = createIcosphere(SKIN_mm, level);
  const elements = buildBoundaryElements(sphere);
  const nodeCount = countNodes(sphere);
  const atNodes = (valueAt: (at_mm: Vector3) => number) =>
    Float64Array.from({ length: nodeCount }, (_, node) => valueAt(pointAt(sphere.points_mm, node)));
  // Oblique, so that no symmetry of the icosphere helps.
  const dipole_uAmm: Vector3 = [600, -300, 500];
  const infiniteOf = (source_mm: Vector3) =>
    atNodes((at_mm) => computeInfiniteDipolePotential(at_mm, source_mm, dipole_uAmm, CONDUCTIVITY_SPerM));
  const differences = DEPTHS.map((depth) => {
    const source_mm: Vector3 = [0.3 * depth * SKIN_mm, 0.4 * depth * SKIN_mm, Math.sqrt(0.75) * depth * SKIN_mm];
    const problem = { radii_mm: [SKIN_mm], conductivities_SPerM: [CONDUCTIVITY_SPerM], source_mm, dipole_uAmm };
    const exact = atNodes((at_mm) => computeSphereDipolePotential(at_mm, problem));
    return comparePotentials(solveSurfacePotential(elements, infiniteOf(source_mm)), exact);
  });
  const measurement = new Float64Array(nodeCount);
  measurement[0] = 1;
  measurement[nodeCount - 1] = -1;
  const infinite = infiniteOf([10, -20, 30]);
  const direct = solveSurfacePotential(elements, infinite);
  const adjoint = solveSurfaceAdjoint(elements, measurement);
  const reciprocal = adjoint.reduce((sum, value, node) => sum + value * infinite[node]!, 0);
  return { nodeCount, differences, reciprocity: reciprocal / (direct[0]! - direct[nodeCount - 1]!) };
}

function listElementRows({ nodeCount, differences, reciprocity }: Refinement): ValidationRow[] {
  const isHeld = nodeCount >= 642;
  const half = differences[DEPTHS.indexOf(0.5)]!;
  const tolerance = isHeld ? "within 2 %" : "context";
  const source = "closed form of the homogeneous sphere";
  const ofElements = `boundary elements, ${nodeCount} nodes`;
  return [
    {
      quantity: `${ofElements}, source at 0.5 R: relative difference`,
      unit: "1",
      expected: 0,
      ours: roundTo(half.relativeDifference, 5),
      tolerance,
      pass: !isHeld || half.relativeDifference < LIMIT,
      source,
    },
    {
      quantity: `${ofElements}, source at 0.5 R: magnification`,
      unit: "1",
      expected: 1,
      ours: roundTo(half.magnification, 5),
      tolerance,
      pass: !isHeld || Math.abs(half.magnification - 1) < LIMIT,
      source,
    },
    {
      quantity: `${ofElements}: reciprocal over direct potential`,
      unit: "1",
      expected: 1,
      ours: roundTo(reciprocity, 9),
      tolerance: "1e-6",
      pass: Math.abs(reciprocity - 1) < 1e-6,
      source: "the transposed system",
    },
  ];
}

/** Each refinement halves the edge. */
function describeOrder(refinements: readonly Refinement[]): ValidationRow {
  const [coarse, , fine] = refinements.map(({ differences }) => differences[DEPTHS.indexOf(0.5)]!.relativeDifference);
  const order = Math.log2(coarse! / fine!) / 2;
  return {
    quantity: "boundary elements, source at 0.5 R: order of convergence in the edge length",
    unit: "1",
    expected: 2,
    ours: roundTo(order, 2),
    tolerance: "1.8 to 2.4",
    pass: order >= 1.8 && order <= 2.4,
    source: "linear elements",
  };
}
