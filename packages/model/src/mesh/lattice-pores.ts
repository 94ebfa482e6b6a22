import {
  type BodyCenteredLattice,
  hasAllNeighbors,
  type LatticeField,
  listNeighborSteps,
} from "./body-centered-lattice.ts";

/** An enclosed hole of at most this many lattice nodes is finer than the lattice can draw; `assumed`. */
const LARGEST_PORE_NODES = 64;

/**
 * Turns enclosed specks of outside (a narrow cleft that the lattice breaks into bubbles) into inside, in place.
 *
 * @param field   sides and values are changed where a pore is filled
 * @param near_mm a pore has a node nearer to the surface than this
 * @returns the number of lattice nodes filled
 */
export function fillLatticePores(lattice: BodyCenteredLattice, field: LatticeField, near_mm: number): number {
  const { sides, values_mm } = field;
  const steps = listNeighborSteps(lattice);
  const isOpen = new Uint8Array(sides.length);
  const stack = new Int32Array(LARGEST_PORE_NODES + 1);
  let filledCount = 0;
  for (let start = 0; start < sides.length; start++) {
    if (sides[start]! <= 0 || isOpen[start] || values_mm[start]! > near_mm) continue;
    const count = floodOutside(stack, start, lattice, sides, isOpen, steps);
    if (count > LARGEST_PORE_NODES) {
      for (let i = 0; i < LARGEST_PORE_NODES; i++) isOpen[stack[i]!] = 1;
      continue;
    }
    for (let i = 0; i < count; i++) {
      sides[stack[i]!] = -1;
      values_mm[stack[i]!] = -Math.abs(values_mm[stack[i]!]!);
    }
    filledCount += count;
  }
  return filledCount;
}

/** Lists the outside nodes connected to `start`; a count above the limit means "open". */
function floodOutside(
  outNodes: Int32Array,
  start: number,
  lattice: BodyCenteredLattice,
  sides: Int8Array,
  isOpen: Uint8Array,
  steps: { white: Int32Array; black: Int32Array },
): number {
  const open = LARGEST_PORE_NODES + 1;
  outNodes[0] = start;
  let count = 1;
  for (let i = 0; i < count; i++) {
    const node = outNodes[i]!;
    if (isOpen[node] || !hasAllNeighbors(lattice, node)) return markOpen(outNodes, count, isOpen);
    for (const step of node & 1 ? steps.black : steps.white) {
      const next = node + step;
      if (sides[next]! <= 0 || outNodes.subarray(0, count).includes(next)) continue;
      if (count === LARGEST_PORE_NODES) return open;
      outNodes[count++] = next;
    }
  }
  return count;
}

function markOpen(nodes: Int32Array, count: number, isOpen: Uint8Array): number {
  for (let i = 0; i < count; i++) isOpen[nodes[i]!] = 1;
  return LARGEST_PORE_NODES + 1;
}
