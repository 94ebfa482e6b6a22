import {
  CANINE_FIBER_ANGLES,
  centerOfElement,
  computeFibers,
  countTetrahedra,
  createParametricHeart,
  cross,
  degreesFromRadians,
  dot,
  type FiberAngles,
  type FiberFrames,
  findHeartPreset,
  type HeartMesh,
  HUMAN_FIBER_ANGLES,
  meshImplicitShape,
  normalize,
  type ParametricHeart,
  pointAt,
  type Vector3,
} from "@tributary/model";
import { roundTo } from "../uniform-problem.ts";
import type { ValidationCase, ValidationRow } from "../validation-case.ts";

interface WallSample {
  /** 0 on the endocardium (septum: the left one), 1 on the other surface. */
  readonly depth: number;
  readonly helix_deg: number;
  /** |fiber · normal of the wall|. */
  readonly outOfWall: number;
}

const WALLS = ["LV free wall", "septum", "RV free wall"] as const;
type WallName = (typeof WALLS)[number];
const WALL_ANGLES = { ...CANINE_FIBER_ANGLES, betaEndo_rad: 0, betaEpi_rad: 0 };
const BAYER = "Bayer et al., Ann Biomed Eng 2012;40:2243";
const TOLERANCE_deg = 5;
const BIN_COUNT = 8;

/** Helix angles of the rule-based fibers of a preset, measured against the ellipsoids that it is made of. */
export function runFibers(): ValidationCase {
  const preset = createParametricHeart(findHeartPreset("normal-male")!.geometry);
  const { heart } = meshImplicitShape(preset.shape, { edgeLength_mm: 3 });
  const sets = [
    { name: "+40 / -50", angles: WALL_ANGLES, frames: computeFibers(heart, WALL_ANGLES) },
    { name: "+60 / -60", angles: HUMAN_FIBER_ANGLES, frames: computeFibers(heart, HUMAN_FIBER_ANGLES) },
  ].map((set) => ({ ...set, samples: sampleWalls(preset, heart, set.frames) }));
  const rows = sets.flatMap(({ name, angles, samples }) => [
    ...WALLS.flatMap((wall) => describeWall(name, wall, angles, samples[wall])),
    describeOutOfWall(
      name,
      WALLS.flatMap((wall) => samples[wall]),
    ),
  ]);
  rows.push(describeOrthonormality(computeFibers(heart, CANINE_FIBER_ANGLES)));
  return {
    id: "fibers",
    title: "Fiber angles through three walls",
    claims:
      "The fibers have the helix angles asked for on both surfaces, and turn linearly and monotonically through the LV free wall, the septum and the RV free wall; frames are orthonormal.",
    notShown:
      "That the angles of a given person are these. Close to the insertions of the RV, to the base and to the apex, where the walls of the reference ellipsoids meet, nothing is measured.",
    rows,
    figures: sets.map(({ name, angles, samples }) => ({
      kind: "lines" as const,
      title: `Helix angle through the wall, ${name} degrees`,
      xLabel: "depth, fraction of the wall from the (left) endocardium",
      yLabel: "helix angle, degrees",
      series: [
        {
          name: "free walls, expected",
          x: [0, 1],
          y: [degreesFromRadians(angles.alphaEndo_rad), degreesFromRadians(angles.alphaEpi_rad)],
        },
        ...WALLS.map((wall) => ({ name: wall, ...binSamples(samples[wall]) })),
      ],
    })),
  };
}

function describeWall(
  set: string,
  wall: WallName,
  angles: FiberAngles,
  samples: readonly WallSample[],
): ValidationRow[] {
  const inner_deg = degreesFromRadians(angles.alphaEndo_rad);
  const outer_deg = wall === "septum" ? -inner_deg : degreesFromRadians(angles.alphaEpi_rad);
  const { atZero, atOne } = fitLine(samples);
  const { y } = binSamples(samples);
  const isMonotone = y.every((value, i) => i === 0 || value < y[i - 1]!);
  const outerName = wall === "septum" ? "right endocardium" : "epicardium";
  return [
    describeAngle(`${set}, ${wall}, endocardium`, inner_deg, atZero),
    describeAngle(`${set}, ${wall}, ${outerName}`, outer_deg, atOne),
    {
      quantity: `${set}, ${wall}, bins of depth in which the angle falls`,
      unit: "1",
      expected: y.length,
      ours: isMonotone ? y.length : "not monotone",
      tolerance: "all",
      pass: isMonotone,
      source: BAYER,
    },
  ];
}

function describeAngle(quantity: string, expected_deg: number, ours_deg: number): ValidationRow {
  return {
    quantity,
    unit: "degree",
    expected: roundTo(expected_deg, 1),
    ours: roundTo(ours_deg, 1),
    tolerance: `${TOLERANCE_deg} degrees`,
    pass: Math.abs(ours_deg - expected_deg) <= TOLERANCE_deg,
    source: BAYER,
  };
}

function describeOutOfWall(set: string, samples: readonly WallSample[]): ValidationRow {
  const mean = samples.reduce((sum, { outOfWall }) => sum + outOfWall, 0) / samples.length;
  return {
    quantity: `${set}, mean |fiber . normal of the wall| without sheet angle`,
    unit: "1",
    expected: 0,
    ours: roundTo(mean, 3),
    tolerance: "0.1",
    pass: mean < 0.1,
    source: BAYER,
  };
}

function describeOrthonormality({ fiber, sheetNormal, sheet }: FiberFrames): ValidationRow {
  let worst = 0;
  for (let i = 0; i < fiber.length; i += 3) {
    const product = cross(pointAt(fiber, i / 3), pointAt(sheetNormal, i / 3));
    worst = Math.max(worst, Math.abs(dot(product, pointAt(sheet, i / 3)) - 1));
  }
  return {
    quantity: "largest |det - 1| of a frame, with sheet angles -65 / +25",
    unit: "1",
    expected: 0,
    ours: worst,
    tolerance: "1e-9",
    pass: worst < 1e-9,
    source: "definition of a rotation",
  };
}

/** Samples of the three walls at mid-height, away from the insertions. */
function sampleWalls(preset: ParametricHeart, heart: HeartMesh, frames: FiberFrames): Record<WallName, WallSample[]> {
  const { leftVentricle: lv, rightVentricle: rv, geometry } = preset;
  const samples: Record<WallName, WallSample[]> = { "LV free wall": [], septum: [], "RV free wall": [] };
  for (let element = 0; element < countTetrahedra(heart); element++) {
    const middle = centerOfElement(heart, element);
    if (Math.abs(middle[2]) > 15) continue;
    const fromRv: Vector3 = [middle[0] - rv.centerX, middle[1], middle[2] - rv.centerZ];
    const inLv = (depth: number): Vector3 => {
      const a = lv.a + depth * (lv.epiA - lv.a);
      return [a, a, lv.c + depth * (lv.epiC - lv.c)];
    };
    const inRv = (depth: number): Vector3 => {
      const offset = depth * geometry.rvWall_mm;
      return [rv.a + offset, rv.b + offset, rv.c + offset];
    };
    const fiber = pointAt(frames.fiber, element);
    if (middle[0] < 0) samples["LV free wall"].push(measureAngle(fiber, middle, inLv));
    else if (middle[0] > rv.centerX) samples["RV free wall"].push(measureAngle(fiber, fromRv, inRv));
    else if (Math.abs(middle[1]) < 12) samples.septum.push(measureAngle(fiber, middle, inLv));
  }
  return samples;
}

/** Depth and angles of a fiber at a point of a wall between ellipsoids with given semi-axes at each depth. */
function measureAngle(fiber: Vector3, point: Vector3, axesAt: (depth: number) => Vector3): WallSample {
  let low = -0.5;
  let high = 1.5;
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2;
    const axes = axesAt(middle);
    if (point.reduce((sum, value, i) => sum + (value / axes[i]!) ** 2, 0) > 1) low = middle;
    else high = middle;
  }
  const axes = axesAt(low);
  const normal = normalize([point[0] / axes[0] ** 2, point[1] / axes[1] ** 2, point[2] / axes[2] ** 2]);
  const up = normalize([-normal[2] * normal[0], -normal[2] * normal[1], 1 - normal[2] * normal[2]]);
  const helix_deg = degreesFromRadians(Math.atan(dot(fiber, up) / dot(fiber, cross(up, normal))));
  return { depth: low, helix_deg, outOfWall: Math.abs(dot(fiber, normal)) };
}

/** Least-squares line of the helix angle over depth, at both surfaces. */
function fitLine(samples: readonly WallSample[]): { atZero: number; atOne: number } {
  const n = samples.length;
  const meanDepth = samples.reduce((sum, { depth }) => sum + depth, 0) / n;
  const meanAngle = samples.reduce((sum, { helix_deg }) => sum + helix_deg, 0) / n;
  let covariance = 0;
  let variance = 0;
  for (const { depth, helix_deg } of samples) {
    covariance += (depth - meanDepth) * (helix_deg - meanAngle);
    variance += (depth - meanDepth) ** 2;
  }
  const slope = covariance / variance;
  return { atZero: meanAngle - slope * meanDepth, atOne: meanAngle + slope * (1 - meanDepth) };
}

/** Mean angle in equal bins of depth that hold elements, at the mean depth of each. */
function binSamples(samples: readonly WallSample[]): { x: number[]; y: number[] } {
  const x: number[] = [];
  const y: number[] = [];
  for (let bin = 0; bin < BIN_COUNT; bin++) {
    const inBin = samples.filter(({ depth }) => Math.floor(depth * BIN_COUNT) === bin);
    if (inBin.length === 0) continue;
    x.push(inBin.reduce((sum, { depth }) => sum + depth, 0) / inBin.length);
    y.push(inBin.reduce((sum, { helix_deg }) => sum + helix_deg, 0) / inBin.length);
  }
  return { x, y };
}
