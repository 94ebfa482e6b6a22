import { createBoxMesh, type EikonalOperator } from "@tributary/model";
import { buildOperator, isotropicTensor, roundTo, solveFromPoint, timeAt } from "../uniform-problem.ts";
import type { ValidationCase, ValidationRow } from "../validation-case.ts";

const SLOW_mmPerMs = 0.6;
const FAST_mmPerMs = 1.8;
const DEPTH_mm = 10;
const EDGE_mm = 1;
const CROSSOVER_mm = 2 * DEPTH_mm * Math.sqrt((FAST_mmPerMs + SLOW_mmPerMs) / (FAST_mmPerMs - SLOW_mmPerMs));
/** Time to climb from the depth to the layer along the critical ray. */
const CLIMB_ms = DEPTH_mm * Math.sqrt(SLOW_mmPerMs ** -2 - FAST_mmPerMs ** -2);
const HEAD_WAVE = "head wave along a layer of vanishing thickness";

/** A fast layer one element thick on top of slow muscle: the mechanism behind endocardial pacing. */
export function runFastLayer(): ValidationCase {
  const operator = buildLayeredBox(true);
  const fromLayer = solveFromPoint(operator, [0, 0, DEPTH_mm]);
  const fromDepth = solveFromPoint(operator, [0, 0, 0]);
  const atDepth = (times_ms: Float64Array, x_mm: number) => timeAt(operator, times_ms, [x_mm, 0, 0]);
  const rows: ValidationRow[] = [20, 60, 100].map((x_mm) =>
    compareWithin3Percent(
      `source on the layer, receiver at depth 10, x = ${x_mm} mm`,
      headWave(x_mm, 1),
      atDepth(fromLayer, x_mm),
    ),
  );
  for (const x_mm of [20, 60, 100]) {
    const expected_ms = Math.min(x_mm / SLOW_mmPerMs, headWave(x_mm, 2));
    rows.push(
      compareWithin3Percent(`source and receiver at depth 10, x = ${x_mm} mm`, expected_ms, atDepth(fromDepth, x_mm)),
    );
  }
  rows.push(describeCrossover(operator, fromDepth), describeLayerSpeed(operator, fromLayer));
  const positions = Array.from({ length: 51 }, (_, i) => 2 * i);
  return {
    id: "fast-layer",
    title: "A fast layer one element thick",
    claims: "A fast layer of a single element carries the front at its full speed and sheds the right head wave.",
    notShown: "How thick or fast the layer is in a human heart.",
    rows,
    figures: [
      {
        kind: "lines",
        title: "Time at depth 10 mm, source at depth 10 mm",
        xLabel: "horizontal distance, mm",
        yLabel: "activation time, ms",
        series: [
          { name: "direct, exact", x: positions, y: positions.map((x) => x / SLOW_mmPerMs) },
          { name: "head wave, exact", x: positions.slice(8), y: positions.slice(8).map((x) => headWave(x, 2)) },
          { name: "ours, h = 1 mm", x: positions, y: positions.map((x) => atDepth(fromDepth, x)) },
        ],
      },
    ],
  };
}

function buildLayeredBox(hasLayer: boolean): EikonalOperator {
  const mesh = createBoxMesh({ size_mm: [108, 8, 11], cellCount: [108, 8, 11], origin_mm: [-4, -4, 0] });
  return buildOperator(mesh, (z_mm) => isotropicTensor(hasLayer && z_mm > DEPTH_mm ? FAST_mmPerMs : SLOW_mmPerMs));
}

/** @param climbs  how often the ray crosses the slow muscle between the depth and the layer */
function headWave(x_mm: number, climbs: number): number {
  return x_mm / FAST_mmPerMs + climbs * CLIMB_ms;
}

function compareWithin3Percent(quantity: string, expected_ms: number, ours_ms: number): ValidationRow {
  return {
    quantity,
    unit: "ms",
    expected: roundTo(expected_ms, 3),
    ours: roundTo(ours_ms, 3),
    tolerance: "3 %",
    pass: Math.abs(ours_ms - expected_ms) <= 0.03 * expected_ms,
    source: HEAD_WAVE,
  };
}

/** Where the head wave overtakes the direct front: the layer makes the same mesh earlier from there on. */
function describeCrossover(operator: EikonalOperator, times_ms: Float64Array): ValidationRow {
  const direct = buildLayeredBox(false);
  const direct_ms = solveFromPoint(direct, [0, 0, 0]);
  const lead_ms = (x_mm: number) => timeAt(direct, direct_ms, [x_mm, 0, 0]) - timeAt(operator, times_ms, [x_mm, 0, 0]);
  // Past the crossover the lead grows in a straight line; two points well beyond it find where it was zero.
  const slope = (lead_ms(60) - lead_ms(40)) / 20;
  const crossover_mm = 40 - lead_ms(40) / slope;
  return {
    quantity: "crossover of direct front and head wave",
    unit: "mm",
    expected: roundTo(CROSSOVER_mm, 2),
    ours: roundTo(crossover_mm, 2),
    tolerance: "3 %",
    pass: Math.abs(crossover_mm - CROSSOVER_mm) <= 0.03 * CROSSOVER_mm,
    source: HEAD_WAVE,
  };
}

function describeLayerSpeed(operator: EikonalOperator, times_ms: Float64Array): ValidationRow {
  const near_ms = timeAt(operator, times_ms, [30, 0, DEPTH_mm + EDGE_mm]);
  const far_ms = timeAt(operator, times_ms, [90, 0, DEPTH_mm + EDGE_mm]);
  const velocity = 60 / (far_ms - near_ms);
  return {
    quantity: "speed along the one-element layer",
    unit: "m/s",
    expected: FAST_mmPerMs,
    ours: roundTo(velocity, 4),
    tolerance: "0.5 %",
    pass: Math.abs(velocity - FAST_mmPerMs) <= 0.005 * FAST_mmPerMs,
    source: "the layer's own velocity",
  };
}
