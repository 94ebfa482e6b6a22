// Two leads at the ends of a strip of muscle: solve each once, then read any delay between them as a minimum.
import {
  buildEikonalOperator,
  combineFields,
  countNodes,
  countTetrahedra,
  createBoxMesh,
  createEikonalScratch,
  createPointSource,
  joinSeeds,
  solveEikonalFast,
} from "@tributary/model";

const strip = createBoxMesh({ size_mm: [60, 4, 4], cellCount: [60, 4, 4] });

// Squared velocities: 0.6 mm/ms along x, the fiber, and 0.3 across it.
const tensor_mm2PerMs2 = new Float64Array(6 * countTetrahedra(strip));
for (let at = 0; at < tensor_mm2PerMs2.length; at += 6) tensor_mm2PerMs2.set([0.36, 0, 0, 0.09, 0, 0.09], at);
const operator = buildEikonalOperator(strip, tensor_mm2PerMs2);
const scratch = createEikonalScratch(operator);

function solveFrom(position_mm: readonly [number, number, number]): Float64Array {
  const source = createPointSource(operator, position_mm);
  if (source.kind !== "placed") throw new Error("the strip does not conduct");
  const times_ms = new Float64Array(countNodes(strip));
  solveEikonalFast(times_ms, operator, joinSeeds([source]), scratch);
  return times_ms;
}

const right = solveFrom([0, 2, 2]);
const left = solveFrom([60, 2, 2]);

// Along the middle line the fronts meet after (60 mm / 0.6 mm/ms + delay) / 2; the corners follow a little later.
const together = new Float64Array(right.length);
for (const vvDelay_ms of [0, 20, 40, 80]) {
  combineFields(together, undefined, [right, left], [vvDelay_ms, 0]);
  const total_ms = together.reduce((latest, time) => Math.max(latest, time));
  console.log(`left first by ${vvDelay_ms} ms: all active after ${total_ms.toFixed(1)} ms`);
}
