import { readFixture } from "@tributary/fixtures";

/** Nodes of Chaste's mesh along x, y, z; x fastest. */
const NODE_COUNTS = [41, 15, 7] as const;

/**
 * Activation times of one participating code on the diagonal of the slab, from P1 to P8 in 20 equal steps, ms: trilinear
 * values of Chaste's regression data at h = 0.5 mm, dt = 0.01 ms (first upward crossing of 0 mV). A coarse set: the
 * benchmark converges only near h = 0.1 mm.
 */
export function readChasteDiagonal(): number[] {
  const bytes = readFixture("niederer-slab/chaste_activation_h0.5mm_dt0.01ms.txt.gz");
  const times_ms = new TextDecoder().decode(bytes).trim().split(/\s+/).map(Number);
  return Array.from({ length: 21 }, (_, step) => interpolate(times_ms, step / 20));
}

/** The value at a fraction of the diagonal. */
function interpolate(times_ms: readonly number[], fraction: number): number {
  const at = NODE_COUNTS.map((count) => fraction * (count - 1));
  const low = at.map((value, axis) => Math.min(Math.floor(value), NODE_COUNTS[axis]! - 2));
  let value = 0;
  for (let corner = 0; corner < 8; corner++) {
    const steps = [corner & 1, (corner >> 1) & 1, corner >> 2];
    const weight = steps.reduce((product, step, axis) => {
      const part = at[axis]! - low[axis]!;
      return product * (step === 1 ? part : 1 - part);
    }, 1);
    const [i, j, k] = steps.map((step, axis) => low[axis]! + step) as [number, number, number];
    value += weight * times_ms[i + NODE_COUNTS[0] * (j + NODE_COUNTS[1] * k)]!;
  }
  return value;
}
