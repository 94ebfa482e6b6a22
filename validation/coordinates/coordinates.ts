import {
  assignAhaSegments,
  centerOfElement,
  computeElementCoordinates,
  computeMeanEdgeLength,
  computeVentricularCoordinates,
  countNodes,
  createCoordinateLookup,
  createParametricHeart,
  degreesFromRadians,
  findHeartPreset,
  grooveAngleFromRt,
  type HeartMesh,
  meshImplicitShape,
  type ParametricHeart,
  rotationalOfNode,
  rtFromAhaAngle,
  SURFACE_LABEL,
  type SurfaceLabel,
  type VentricularCoordinates,
} from "@tributary/model";
import { roundTo } from "../uniform-problem.ts";
import type { ValidationCase, ValidationRow } from "../validation-case.ts";

const PRESETS = ["normal-female", "dcm-lbbb-male"] as const;
const SCHULER = "Schuler et al., Med Image Anal 2021;74:102247";
const CERQUEIRA = "Cerqueira et al., Circulation 2002;105:539";
/** Published early sites of activation (ab, rt, tv) and the segment that holds each; 0 is the free wall of the RV. */
const EARLY_SITES = [
  { name: "LV posterior", ab: 0.46, rt: 0.101, tv: 0, segment: 10 },
  { name: "LV anterior", ab: 0.9, rt: 0.528, tv: 0, segment: 1 },
  { name: "LV septal", ab: 0.33, rt: 0.821, tv: 0, segment: 14 },
  { name: "RV septal", ab: 0.5, rt: 0.875, tv: 1, segment: 9 },
  { name: "RV moderator band", ab: 0.37, rt: 0.432, tv: 1, segment: 0 },
] as const;
/** Step of the AHA angle in the curve around the wall, degrees. */
const ANGLE_STEP_deg = 15;

/** Ventricular coordinates of two presets: boundary values, landmarks, the way there and back. */
export function runCoordinates(): ValidationCase {
  const hearts = PRESETS.map((id) => {
    const preset = createParametricHeart(findHeartPreset(id)!.geometry);
    const { heart } = meshImplicitShape(preset.shape, { edgeLength_mm: 3 });
    const coordinates = computeVentricularCoordinates(heart);
    const misses = measureRoundTrip(heart, coordinates);
    return { id, heart, coordinates, misses, around: readAngles(preset, heart, coordinates) };
  });
  return {
    id: "coordinates",
    title: "Ventricular coordinates",
    claims:
      "Boundary values are exact, coordinates lead back to the point they were read at, landmarks and published sites of early activation lie where anatomists put them.",
    notShown:
      "Agreement with the original software node by node. The apex of these coordinates is the lowest point of the septum's edge, by definition; the tip of the LV lies beyond it, at ab of about 0.2.",
    rows: hearts.flatMap(({ id, heart, coordinates, misses, around }) => [
      ...describeBoundary(id, heart, coordinates),
      describeRoundTrip(id, heart, misses),
      describeAngles(id, around),
      ...describeEarlySites(id, heart, coordinates),
    ]),
    figures: [
      {
        kind: "lines",
        title: "From a node to its coordinates and back",
        xLabel: "nodes closer than this, %",
        yLabel: "distance, mm",
        series: hearts.map(({ id, misses }) => ({ name: id, ...listPercentiles(misses) })),
      },
      {
        kind: "lines",
        title: "Angle around the LV at the level where the RV inserts at 60 degrees",
        xLabel: "AHA angle, degrees (0 lateral, 90 anterior)",
        yLabel: "groove angle less AHA angle, degrees",
        series: hearts.map(({ id, around }) => ({ name: id, ...around })),
      },
    ],
  };
}

function describeBoundary(id: string, heart: HeartMesh, { ab, tm, tv }: VentricularCoordinates): ValidationRow[] {
  const epicardium = listNodes(heart, SURFACE_LABEL.epicardium);
  const lv = listNodes(heart, SURFACE_LABEL.lvEndocardium);
  const rv = listNodes(heart, SURFACE_LABEL.rvEndocardium);
  // A node of the rim that belongs to both surfaces has no value of its own.
  const isEpicardial = new Set(epicardium);
  const isEndocardial = new Set([...lv, ...rv]);
  const outer = epicardium.filter((node) => !isEndocardial.has(node));
  const inner = [...isEndocardial].filter((node) => !isEpicardial.has(node));
  const base = listNodes(heart, SURFACE_LABEL.base);
  return [
    describeExact(
      `${id}: tm on the epicardium`,
      0,
      outer.map((node) => tm[node]!),
    ),
    describeExact(
      `${id}: tm on the endocardia`,
      1,
      inner.map((node) => tm[node]!),
    ),
    describeExact(
      `${id}: ab on the base`,
      1,
      base.map((node) => ab[node]!),
    ),
    describeExact(`${id}: least ab`, 0, [ab.reduce((least, value) => Math.min(least, value), 1)]),
    describeExact(
      `${id}: tv on the LV endocardium`,
      0,
      lv.map((node) => tv[node]!),
    ),
    describeExact(
      `${id}: tv on the RV endocardium`,
      1,
      rv.map((node) => tv[node]!),
    ),
  ];
}

/** The value farthest from the one expected. */
function describeExact(quantity: string, expected: number, values: readonly number[]): ValidationRow {
  const worst = values.reduce(
    (far, value) => (Math.abs(value - expected) > Math.abs(far - expected) ? value : far),
    expected,
  );
  return {
    quantity,
    unit: "1",
    expected,
    ours: worst,
    tolerance: "1e-6 at every node",
    pass: Math.abs(worst - expected) <= 1e-6,
    source: SCHULER,
  };
}

function describeRoundTrip(id: string, heart: HeartMesh, misses_mm: readonly number[]): ValidationRow {
  const edge_mm = computeMeanEdgeLength(heart);
  const percent = (100 * misses_mm.filter((miss_mm) => miss_mm <= edge_mm).length) / misses_mm.length;
  return {
    quantity: `${id}: nodes found again within one mean edge (${edge_mm.toFixed(2)} mm)`,
    unit: "%",
    expected: 100,
    ours: roundTo(percent, 2),
    tolerance: "at least 95 %",
    pass: percent >= 95,
    source: "own criterion",
  };
}

function describeAngles(id: string, { y }: { readonly y: readonly number[] }): ValidationRow {
  const worst = Math.max(...y.map(Math.abs));
  return {
    quantity: `${id}: largest difference of the groove angle from the AHA angle`,
    unit: "degree",
    expected: 0,
    ours: roundTo(worst, 1),
    tolerance: "10 degrees",
    pass: worst <= 10,
    source: CERQUEIRA,
  };
}

function describeEarlySites(id: string, heart: HeartMesh, coordinates: VentricularCoordinates): ValidationRow[] {
  const lookup = createCoordinateLookup(heart, coordinates);
  const { segment } = assignAhaSegments(heart, coordinates);
  return EARLY_SITES.map(({ name, ab, rt, tv, segment: expected }) => {
    const ours = segment[lookup({ ab, rt, tv, tm: 0.99 }).element]!;
    return {
      quantity: `${id}: AHA segment of the early site ${name}`,
      unit: "1",
      expected,
      ours,
      tolerance: "equal",
      pass: ours === expected,
      source: `site: data set of the Karlsruhe Institute of Technology; segment: ${CERQUEIRA}`,
    };
  });
}

/** Distance, mm, between every fifth node and the point looked up by its coordinates; rising. */
function measureRoundTrip(heart: HeartMesh, coordinates: VentricularCoordinates): number[] {
  const lookup = createCoordinateLookup(heart, coordinates);
  const misses_mm: number[] = [];
  for (let node = 0; node < countNodes(heart); node += 5) {
    const { point_mm } = lookup({
      ab: coordinates.ab[node]!,
      tm: coordinates.tm[node]!,
      rt: rotationalOfNode(coordinates, node),
      tv: coordinates.tv[node] ? 1 : 0,
    });
    misses_mm.push(Math.hypot(...point_mm.map((value, axis) => value - heart.points_mm[3 * node + axis]!)));
  }
  return misses_mm.sort((a, b) => a - b);
}

function listPercentiles(sorted: readonly number[]): { x: number[]; y: number[] } {
  const x = [50, 80, 90, 95, 98, 99, 99.5, 99.9, 100];
  return {
    x,
    y: x.map((percent) => sorted[Math.min(sorted.length - 1, Math.floor((percent / 100) * sorted.length))]!),
  };
}

/** Mean difference of groove angles, ours less that of the AHA angle, in steps around the LV at the insertion level. */
function readAngles(preset: ParametricHeart, heart: HeartMesh, coordinates: VentricularCoordinates) {
  const { rt, tv } = computeElementCoordinates(heart, coordinates);
  const level_mm = 0.25 * preset.leftVentricle.c;
  const sums = new Map<number, { sum: number; count: number }>();
  for (let element = 0; element < rt.length; element++) {
    if (tv[element]) continue;
    const [x, y, z] = centerOfElement(heart, element);
    if (Math.abs(z - level_mm) > 3) continue;
    const ahaAngle_deg = degreesFromRadians(Math.atan2(y, -x));
    const turn = rt[element]! - rtFromAhaAngle(ahaAngle_deg);
    const difference_deg = grooveAngleFromRt(turn - Math.floor(turn + 0.5) + 0.5) - 180;
    const bin = ANGLE_STEP_deg * Math.round(ahaAngle_deg / ANGLE_STEP_deg);
    const known = sums.get(bin) ?? { sum: 0, count: 0 };
    sums.set(bin, { sum: known.sum + difference_deg, count: known.count + 1 });
  }
  const x = [...sums.keys()].sort((a, b) => a - b);
  return { x, y: x.map((bin) => sums.get(bin)!.sum / sums.get(bin)!.count) };
}

function listNodes(heart: HeartMesh, label: SurfaceLabel): number[] {
  const nodes = new Set<number>();
  for (const [triangle, own] of heart.boundaryLabels.entries()) {
    if (own !== label) continue;
    for (let k = 0; k < 3; k++) nodes.add(heart.boundaryTriangles[3 * triangle + k]!);
  }
  return [...nodes];
}
