import { ALL_CORNERS, type EikonalFront, INSIDE_BITS, improveCorner, LOOSE_BITS } from "./improve-corner.ts";

/**
 * Gives every neighbor of node `v` the best path that starts on the side of v, element by element. Which corners of an
 * element could gain, and how, is judged without a root, a division or a branch that is hard to foresee. All tests are
 * exact: what they leave out cannot improve by more than the reinsertion threshold.
 *
 * With differences d_ij = T_i − T_j and couplings k, an element has the slowness s = Σ k_ij d_ij² = |∇T|²_D, the fluxes
 * F_i = Σ_j k_ij d_ij and G_i = Σ_j k_ij, 1/√G_i being the height of corner i over its face.
 * - s ≤ 1: T_c − T(p) ≤ √s |c − p|_M for every point p, so no path improves anything.
 * - G_i (s − 1) ≤ F_i²: the same inside the triangle opposite i, whose own slowness is s − F_i²/G_i.
 * - the minimum from the whole plane of the face opposite c lies step = (F_c − √(F_c² − G_c (s − 1)))/G_c before T_c, so
 *   (s − 1)/(2 F_c) ≤ step ≤ (s − 1)/F_c; it starts inside the face only if F_i + k_ic step ≤ 0 for the other corners.
 *
 * One long function: a call in the middle would put its many numbers on the heap. Each element is improved at once, not
 * after all have been judged: the next ones then see the earlier times, and four in ten of the calls fall away.
 */
export function spreadFromNode(front: EikonalFront, v: number): void {
  const { outTimes_ms: times_ms } = front;
  const { couplings, nodes, corners, offsets, slownessLimit } = front.operator;
  const end = offsets[v + 1]!;
  for (let slot = offsets[v]!; slot < end; slot++) {
    const entry = corners[slot]!;
    const at = 8 * (entry >>> 2);
    const nodesAt = 2 * at + 12;
    const t0 = times_ms[nodes[nodesAt]!]!;
    const t1 = times_ms[nodes[nodesAt + 1]!]!;
    const t2 = times_ms[nodes[nodesAt + 2]!]!;
    const t3 = times_ms[nodes[nodesAt + 3]!]!;
    const k01 = couplings[at]!;
    const k02 = couplings[at + 1]!;
    const k03 = couplings[at + 2]!;
    const k12 = couplings[at + 3]!;
    const k13 = couplings[at + 4]!;
    const k23 = couplings[at + 5]!;
    const p01 = k01 * (t0 - t1);
    const p02 = k02 * (t0 - t2);
    const p03 = k03 * (t0 - t3);
    const p12 = k12 * (t1 - t2);
    const p13 = k13 * (t1 - t3);
    const p23 = k23 * (t2 - t3);
    const excess =
      p01 * (t0 - t1) +
      p02 * (t0 - t2) +
      p03 * (t0 - t3) +
      p12 * (t1 - t2) +
      p13 * (t1 - t3) +
      p23 * (t2 - t3) -
      slownessLimit;
    if (excess <= 0) continue;
    const others = ALL_CORNERS ^ (1 << (entry & 3));
    let found = others | (ALL_CORNERS << LOOSE_BITS) | (ALL_CORNERS << INSIDE_BITS);
    // A corner without a time makes the excess infinite or not a number; then nothing can be judged yet.
    if (excess < Infinity) {
      const f0 = p01 + p02 + p03;
      const f1 = p12 + p13 - p01;
      const f2 = p23 - p02 - p12;
      const f3 = -p03 - p13 - p23;
      const g0 = k01 + k02 + k03;
      const g1 = k01 + k12 + k13;
      const g2 = k02 + k12 + k23;
      const g3 = k03 + k13 + k23;
      const loose =
        others & packBits(f0 * f0 < g0 * excess, f1 * f1 < g1 * excess, f2 * f2 < g2 * excess, f3 * f3 < g3 * excess);
      const outward = packBits(f0 > 0, f1 > 0, f2 > 0, f3 > 0);
      // F_i F_c + k_ic (s − 1)/2 > 0 where k_ic ≥ 0, F_i F_c + k_ic (s − 1) > 0 where k_ic < 0: i's flux leaves the face.
      const x01 = +(f0 * f1 + excess * lower(k01) > 0);
      const x02 = +(f0 * f2 + excess * lower(k02) > 0);
      const x03 = +(f0 * f3 + excess * lower(k03) > 0);
      const x12 = +(f1 * f2 + excess * lower(k12) > 0);
      const x13 = +(f1 * f3 + excess * lower(k13) > 0);
      const x23 = +(f2 * f3 + excess * lower(k23) > 0);
      const aside = x01 | x02 | x03 | ((x01 | x12 | x13) << 1) | ((x02 | x12 | x23) << 2) | ((x03 | x13 | x23) << 3);
      const inside = outward & ~aside & ~loose & others;
      const isOneLoose = (loose & (loose - 1)) === 0;
      const fromEdge = loose === 0 ? 0 : isOneLoose ? outward & ~loose : outward | loose;
      const targets = (inside | fromEdge) & others;
      if (targets === 0) continue;
      found = targets | (loose << LOOSE_BITS) | (inside << INSIDE_BITS);
    }
    for (let rest = found & ALL_CORNERS; rest !== 0; rest &= rest - 1) {
      improveCorner(front, v, entry, 31 - Math.clz32(rest & -rest), found);
    }
  }
}

function packBits(bit0: boolean, bit1: boolean, bit2: boolean, bit3: boolean): number {
  return +bit0 | (+bit1 << 1) | (+bit2 << 2) | (+bit3 << 3);
}

/** k / 2 where k ≥ 0, k where k < 0, without a branch. */
function lower(k: number): number {
  return 0.75 * k - 0.25 * Math.abs(k);
}
