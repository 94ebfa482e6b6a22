import { type BodyCenteredLattice, type LatticeField, locateLatticeNode } from "./body-centered-lattice.ts";
import { edgeKey, type LatticeCuts } from "./lattice-cuts.ts";

/**
 * Fills the lattice tetrahedra that reach into the shape, whole or cut.
 *
 * A cut lattice tetrahedron leaves a tetrahedron, a pyramid or a prism of inside material. Faces that two of them share
 * are quadrilaterals with two inside corners and two cut points; both must choose the same diagonal, so the rule looks at
 * the face alone. Source: Labelle and Shewchuk, ACM Trans Graph 2007;26(3):57, section 3 and figure 3.
 */
interface Stuffing {
  readonly lattice: BodyCenteredLattice;
  readonly sides: Int8Array;
  readonly cuts: LatticeCuts;
  readonly tetrahedra: number[];
  readonly scratch: Float64Array;
}

/**
 * @param cuts from `cutLattice`; lattice nodes that are used get their point here
 * @returns 4 point numbers of `cuts.points_mm` per tetrahedron, positively oriented
 */
export function stuffLattice(lattice: BodyCenteredLattice, field: LatticeField, cuts: LatticeCuts): number[] {
  const [nx, ny, nz] = lattice.counts;
  const { sides } = field;
  const stuffing: Stuffing = { lattice, sides, cuts, tetrahedra: [], scratch: new Float64Array(3) };
  const stepX = 2;
  const stepY = 2 * nx;
  const stepZ = stepY * ny;
  const around = [
    [stepX, stepY, stepZ],
    [stepY, stepZ, stepX],
    [stepZ, stepX, stepY],
  ] as const;
  for (let k = 1; k < nz - 1; k++) {
    for (let j = 1; j < ny - 1; j++) {
      for (let i = 1; i < nx - 1; i++) {
        const white = 2 * (i + nx * (j + ny * k));
        const black = white + 1;
        for (const [along, right, left] of around) {
          const tip = white + along;
          const a = black - right - left;
          const b = black - left;
          const d = black - right;
          fillLatticeTetrahedron(stuffing, white, tip, a, b);
          fillLatticeTetrahedron(stuffing, white, tip, b, black);
          fillLatticeTetrahedron(stuffing, white, tip, black, d);
          fillLatticeTetrahedron(stuffing, white, tip, d, a);
        }
      }
    }
  }
  return stuffing.tetrahedra;
}

/** White nodes a, b and black nodes c, d, positively oriented; a-b and c-d are the long edges. */
function fillLatticeTetrahedron(stuffing: Stuffing, a: number, b: number, c: number, d: number): void {
  const { sides } = stuffing;
  const insideCount = +(sides[a]! < 0) + +(sides[b]! < 0) + +(sides[c]! < 0) + +(sides[d]! < 0);
  if (insideCount === 0) return;
  const outsideCount = +(sides[a]! > 0) + +(sides[b]! > 0) + +(sides[c]! > 0) + +(sides[d]! > 0);
  if (outsideCount === 0) {
    emit(stuffing, pointOf(stuffing, a), pointOf(stuffing, b), pointOf(stuffing, c), pointOf(stuffing, d));
    return;
  }
  const nodes = [a, b, c, d];
  const inside = nodes.filter((node) => sides[node]! < 0);
  const outside = nodes.filter((node) => sides[node]! > 0);
  const on = nodes.filter((node) => sides[node] === 0);
  if (insideCount === 1) fillCorner(stuffing, inside[0]!, on, outside);
  else if (insideCount === 3) fillTruncated(stuffing, inside, outside[0]!);
  else if (outsideCount === 2) fillWedge(stuffing, inside, outside);
  else fillPyramid(stuffing, inside, on[0]!, outside[0]!);
}

function fillCorner(stuffing: Stuffing, inside: number, on: readonly number[], outside: readonly number[]): void {
  const others = [
    ...on.map((node) => pointOf(stuffing, node)),
    ...outside.map((node) => cutOf(stuffing, inside, node)),
  ];
  emit(stuffing, pointOf(stuffing, inside), others[0]!, others[1]!, others[2]!);
}

function fillPyramid(stuffing: Stuffing, inside: readonly number[], on: number, outside: number): void {
  const p = inside.map((node) => pointOf(stuffing, node));
  const c = inside.map((node) => cutOf(stuffing, node, outside));
  const apex = pointOf(stuffing, on);
  const from = startsDiagonal(stuffing, inside[0]!, inside[1]!, outside) ? 0 : 1;
  emit(stuffing, apex, p[from]!, c[1 - from]!, p[1 - from]!);
  emit(stuffing, apex, p[from]!, c[1 - from]!, c[from]!);
}

/** Three inside corners: a prism between them and the three cut points. */
function fillTruncated(stuffing: Stuffing, inside: readonly number[], outside: number): void {
  const starts = (i: number, j: number) => startsDiagonal(stuffing, inside[i]!, inside[j]!, outside);
  fillPrism(
    stuffing,
    inside.map((node) => pointOf(stuffing, node)),
    inside.map((node) => cutOf(stuffing, node, outside)),
    [starts(0, 1), starts(1, 2), starts(2, 0)],
  );
}

/** Two inside corners: a prism whose end faces are an inside corner and its two cut points. */
function fillWedge(stuffing: Stuffing, inside: readonly number[], outside: readonly number[]): void {
  const [p, q] = inside as [number, number];
  const [m, n] = outside as [number, number];
  const top = [pointOf(stuffing, p), cutOf(stuffing, p, m), cutOf(stuffing, p, n)];
  const bottom = [pointOf(stuffing, q), cutOf(stuffing, q, m), cutOf(stuffing, q, n)];
  const first = startsDiagonal(stuffing, p, q, m);
  const last = !startsDiagonal(stuffing, p, q, n);
  const isFree = first !== last;
  const middle = isFree ? isShorter(stuffing, top[1]!, bottom[2]!, top[2]!, bottom[1]!) : !first;
  fillPrism(stuffing, top, bottom, [first, middle, last]);
}

/**
 * Three tetrahedra of a prism. `diagonals[i]` says whether the diagonal between corners i and i + 1 starts at the top of
 * corner i; the three must not turn the same way round.
 */
function fillPrism(
  stuffing: Stuffing,
  top: readonly number[],
  bottom: readonly number[],
  diagonals: readonly [boolean, boolean, boolean],
): void {
  const startCounts = [+diagonals[0] + +!diagonals[2], +diagonals[1] + +!diagonals[0], +diagonals[2] + +!diagonals[1]];
  const first = startCounts.indexOf(2);
  const middle = startCounts.indexOf(1);
  const last = startCounts.indexOf(0);
  emit(stuffing, top[first]!, top[middle]!, top[last]!, bottom[last]!);
  emit(stuffing, top[first]!, top[middle]!, bottom[middle]!, bottom[last]!);
  emit(stuffing, top[first]!, bottom[first]!, bottom[middle]!, bottom[last]!);
}

/**
 * Whether the diagonal of the quadrilateral (p, q, cut of q, cut of p) starts at p rather than at q.
 *
 * With one long and one short cut edge, it joins the cut point of the long edge; with two short ones (p-q is long), it
 * starts at the node of even parity.
 */
function startsDiagonal({ lattice }: Stuffing, p: number, q: number, outside: number): boolean {
  const isLongP = (p & 1) === (outside & 1);
  const isLongQ = (q & 1) === (outside & 1);
  if (isLongP !== isLongQ) return isLongQ;
  return latticeParity(lattice, p) === 0;
}

function latticeParity({ counts: [nx, ny] }: BodyCenteredLattice, node: number): number {
  const cell = node >>> 1;
  const i = cell % nx;
  const rest = (cell - i) / nx;
  const j = rest % ny;
  return (i + j + (rest - j) / ny) & 1;
}

function pointOf({ lattice, cuts, scratch }: Stuffing, node: number): number {
  const known = cuts.pointOfNode[node]!;
  if (known >= 0) return known;
  const point = cuts.points_mm.length / 3;
  locateLatticeNode(scratch, lattice, node);
  cuts.points_mm.push(scratch[0]!, scratch[1]!, scratch[2]!);
  cuts.pointOfNode[node] = point;
  return point;
}

function cutOf({ cuts, sides }: Stuffing, inside: number, outside: number): number {
  return cuts.pointOfEdge.get(edgeKey(sides.length, inside, outside))!;
}

function isShorter({ cuts: { points_mm } }: Stuffing, a: number, b: number, c: number, d: number): boolean {
  return squaredDistance(points_mm, a, b) <= squaredDistance(points_mm, c, d);
}

function squaredDistance(points_mm: readonly number[], a: number, b: number): number {
  const x = points_mm[3 * a]! - points_mm[3 * b]!;
  const y = points_mm[3 * a + 1]! - points_mm[3 * b + 1]!;
  const z = points_mm[3 * a + 2]! - points_mm[3 * b + 2]!;
  return x * x + y * y + z * z;
}

/** Appends a tetrahedron, its last two corners exchanged if that makes its volume positive. */
function emit({ cuts: { points_mm: p }, tetrahedra }: Stuffing, a: number, b: number, c: number, d: number): void {
  const ax = p[3 * a]!;
  const ay = p[3 * a + 1]!;
  const az = p[3 * a + 2]!;
  const ux = p[3 * b]! - ax;
  const uy = p[3 * b + 1]! - ay;
  const uz = p[3 * b + 2]! - az;
  const vx = p[3 * c]! - ax;
  const vy = p[3 * c + 1]! - ay;
  const vz = p[3 * c + 2]! - az;
  const wx = p[3 * d]! - ax;
  const wy = p[3 * d + 1]! - ay;
  const wz = p[3 * d + 2]! - az;
  const volume6 = ux * (vy * wz - vz * wy) + uy * (vz * wx - vx * wz) + uz * (vx * wy - vy * wx);
  if (volume6 > 0) tetrahedra.push(a, b, c, d);
  else tetrahedra.push(a, b, d, c);
}
