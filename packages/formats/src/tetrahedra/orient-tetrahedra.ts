/**
 * Tetrahedra with positive volume, where the file numbers every one of them the other way round (some programs' own
 * convention). A mesh with both signs is given back as it is: that is a defect, for the mesh check to tell.
 *
 * @param points      3 · pointCount, any unit
 * @param tetrahedra  4 · elementCount; not changed
 */
export function orientTetrahedra(
  points: Float64Array,
  tetrahedra: Uint32Array,
): { tetrahedra: Uint32Array; mirroredOrder: boolean } {
  const elementCount = tetrahedra.length / 4;
  for (let element = 0; element < elementCount; element++) {
    if (!(signedVolume(points, tetrahedra, element) < 0)) return { tetrahedra, mirroredOrder: false };
  }
  const turned = tetrahedra.slice();
  for (let element = 0; element < elementCount; element++) {
    turned[4 * element + 2] = tetrahedra[4 * element + 3]!;
    turned[4 * element + 3] = tetrahedra[4 * element + 2]!;
  }
  return { tetrahedra: turned, mirroredOrder: elementCount > 0 };
}

/** Six times the volume: det[p1 - p0, p2 - p0, p3 - p0]. */
function signedVolume(points: Float64Array, tetrahedra: Uint32Array, element: number): number {
  const at = 3 * tetrahedra[4 * element]!;
  const edges = [1, 2, 3].map((k) => {
    const to = 3 * tetrahedra[4 * element + k]!;
    return [points[to]! - points[at]!, points[to + 1]! - points[at + 1]!, points[to + 2]! - points[at + 2]!] as const;
  });
  const [a, b, c] = edges as [(typeof edges)[0], (typeof edges)[0], (typeof edges)[0]];
  return a[0] * (b[1] * c[2] - b[2] * c[1]) - a[1] * (b[0] * c[2] - b[2] * c[0]) + a[2] * (b[0] * c[1] - b[1] * c[0]);
}
