/**
 * Nodes at which enough viable muscle lies together to start a wave.
 *
 * A wave needs a liminal volume, here a sphere of radius r inside viable muscle. A viable node counts if no scar lies
 * within the sphere's diameter 2 r of it: a viable rim of less than 2 r over a scar does not count, one of more does.
 *
 * @param points_mm     3 · nodeCount
 * @param viableNodes   nodeCount; 1 viable, 0 scar
 * @param radius_mm     of the liminal sphere, 0.5 to 3
 * @returns nodeCount; 1 where a wave can start; all of `viableNodes` when there is no scar
 *
 * Accuracy: to nodes. Cost: one pass, with the scar's nodes sorted into cells of 2 r.
 * Source: liminal length, Rushton 1937 (from memory); the sphere is assumed.
 */
export function markLiminalNodes(points_mm: Float64Array, viableNodes: Uint8Array, radius_mm: number): Uint8Array {
  const reach_mm = 2 * radius_mm;
  const cells = sortScarIntoCells(points_mm, viableNodes, reach_mm);
  const liminal = Uint8Array.from(viableNodes);
  if (cells.size === 0) return liminal;
  for (let node = 0; node < liminal.length; node++) {
    if (liminal[node] === 1 && hasScarWithin(points_mm, node, reach_mm, cells)) liminal[node] = 0;
  }
  return liminal;
}

type Cells = ReadonlyMap<number, readonly number[]>;

/** Cells on a side; large enough that no two cells of one heart share a key. */
const SIDE = 2048;

function cellOf(coordinate_mm: number, width_mm: number): number {
  return Math.floor(coordinate_mm / width_mm) + SIDE / 2;
}

function sortScarIntoCells(points_mm: Float64Array, viableNodes: Uint8Array, width_mm: number): Cells {
  const cells = new Map<number, number[]>();
  for (let node = 0; node < viableNodes.length; node++) {
    if (viableNodes[node] === 1) continue;
    const [x, y, z] = [0, 1, 2].map((axis) => cellOf(points_mm[3 * node + axis]!, width_mm)) as [
      number,
      number,
      number,
    ];
    const key = (x * SIDE + y) * SIDE + z;
    const cell = cells.get(key);
    if (cell) cell.push(node);
    else cells.set(key, [node]);
  }
  return cells;
}

function hasScarWithin(points_mm: Float64Array, node: number, reach_mm: number, cells: Cells): boolean {
  const [px, py, pz] = [points_mm[3 * node]!, points_mm[3 * node + 1]!, points_mm[3 * node + 2]!];
  const [x, y, z] = [cellOf(px, reach_mm), cellOf(py, reach_mm), cellOf(pz, reach_mm)];
  for (let i = x - 1; i <= x + 1; i++)
    for (let j = y - 1; j <= y + 1; j++)
      for (let k = z - 1; k <= z + 1; k++)
        for (const scar of cells.get((i * SIDE + j) * SIDE + k) ?? []) {
          const square =
            (points_mm[3 * scar]! - px) ** 2 +
            (points_mm[3 * scar + 1]! - py) ** 2 +
            (points_mm[3 * scar + 2]! - pz) ** 2;
          if (square < reach_mm * reach_mm) return true;
        }
  return false;
}
