import { countTetrahedra, type TetrahedralMesh } from "../mesh/mesh.ts";
import type { Vector3 } from "../numerics/vector3.ts";
import { rotationalOfNode } from "./element-coordinates.ts";
import type { VentricularCoordinates } from "./ventricular-coordinates.ts";

/** A place in the ventricles. */
export interface VentricularPlace {
  /** 0 apex .. 1 base. */
  readonly ab: number;
  /** 0 epicardium or middle of the septum .. 1 endocardium. */
  readonly tm: number;
  /** Any real number; only its part after the point counts. */
  readonly rt: number;
  /** 0 left, 1 right ventricle. */
  readonly tv: 0 | 1;
}

export interface FoundPlace {
  readonly element: number;
  /** Of its four nodes; none negative, sum 1. */
  readonly weights: readonly [number, number, number, number];
  readonly point_mm: Vector3;
  /** Coordinates asked for minus those found, as a rough length in mm; 0 where the place exists exactly. */
  readonly mismatch_mm: number;
}

/** Finds the point of a heart that has given coordinates. */
export type CoordinateLookup = (place: VentricularPlace) => FoundPlace;

/** Rough length of one unit of ab, rt and tm, to weigh misses against each other; assumed. */
const LENGTH_OF_UNIT_mm = { ab: 100, rt: 180, tm: 8 } as const;
/** Cells of the search grid along ab and rt. */
const AB_CELLS = 48;
const RT_CELLS = 96;

/**
 * Prepares the way back from ventricular coordinates to points.
 *
 * Each element is a tetrahedron in the space of (ab, rt, tm); the one that holds the place asked for gives the point by
 * its barycentric weights. In elements across the middle surface of the septum, tm of the other ventricle counts as
 * negative. Where no element holds the place (outside the heart, or between facets of a fold) the closest point of the
 * closest element is taken, and the mismatch says so.
 *
 * Accuracy: the point of a node's own coordinates is the node, except where coordinates fold (near the apex, where rt
 * is not defined); see validation/coordinates. Cost: linear to prepare, some tens of elements a query.
 */
export function createCoordinateLookup(mesh: TetrahedralMesh, coordinates: VentricularCoordinates): CoordinateLookup {
  const rt = Float64Array.from(coordinates.ab, (_, node) => rotationalOfNode(coordinates, node));
  const grids = [buildGrid(mesh, coordinates, rt, 0), buildGrid(mesh, coordinates, rt, 1)] as const;
  const state: Candidate = { element: -1, score: 0, weights: [0, 0, 0, 0] };
  const trial: Candidate = { element: -1, score: 0, weights: [0, 0, 0, 0] };

  return (place) => {
    const { offsets, elements } = grids[place.tv];
    state.element = -1;
    state.score = Number.POSITIVE_INFINITY;
    const abCell = cellOf(place.ab, AB_CELLS);
    const rtCell = cellOf(place.rt - Math.floor(place.rt), RT_CELLS);
    for (let ring = 0; ring <= AB_CELLS; ring++) {
      forEachRingCell(abCell, rtCell, ring, (cell) => {
        for (let i = offsets[cell]!; i < offsets[cell + 1]!; i++) {
          trial.element = elements[i]!;
          scoreElement(trial, mesh, coordinates, rt, place);
          if (trial.score < state.score) copyCandidate(state, trial);
        }
      });
      if (ring > 0 && state.element >= 0) break;
      if (state.score === 0) break;
    }
    return describeFound(mesh, state);
  };
}

interface ElementGrid {
  /** AB_CELLS · RT_CELLS + 1. */
  readonly offsets: Uint32Array;
  readonly elements: Uint32Array;
}

interface Candidate {
  element: number;
  /** 0 inside the element; outside, the miss in mm. */
  score: number;
  readonly weights: [number, number, number, number];
}

/** The elements with at least one node in the ventricle `tv`, in every cell that their bounds touch. */
function buildGrid(
  mesh: TetrahedralMesh,
  coordinates: VentricularCoordinates,
  rt: Float64Array,
  tv: 0 | 1,
): ElementGrid {
  const counts = new Uint32Array(AB_CELLS * RT_CELLS + 1);
  const elementCount = countTetrahedra(mesh);
  const span: CellSpan = { firstAb: 0, lastAb: -1, firstRt: 0, lastRt: -1 };
  const visit = (put: (cell: number, element: number) => void) => {
    for (let element = 0; element < elementCount; element++) {
      if (!hasNodeIn(mesh, coordinates, element, tv)) continue;
      measureSpan(span, mesh, coordinates.ab, rt, element);
      for (let i = span.firstAb; i <= span.lastAb; i++) {
        for (let j = span.firstRt; j <= span.lastRt; j++) put(i * RT_CELLS + wrapCell(j), element);
      }
    }
  };
  visit((cell) => counts[cell + 1]!++);
  for (let cell = 0; cell < AB_CELLS * RT_CELLS; cell++) counts[cell + 1]! += counts[cell]!;
  const next = counts.slice();
  const elements = new Uint32Array(counts[AB_CELLS * RT_CELLS]!);
  visit((cell, element) => {
    elements[next[cell]!++] = element;
  });
  return { offsets: counts, elements };
}

/** The cells that the bounds of an element touch; those along rt are still to be wrapped. */
interface CellSpan {
  firstAb: number;
  lastAb: number;
  firstRt: number;
  lastRt: number;
}

function hasNodeIn(
  { tetrahedra }: TetrahedralMesh,
  coordinates: VentricularCoordinates,
  element: number,
  tv: 0 | 1,
): boolean {
  for (let i = 4 * element; i < 4 * element + 4; i++) if (coordinates.tv[tetrahedra[i]!] === tv) return true;
  return false;
}

function measureSpan(
  out: CellSpan,
  { tetrahedra }: TetrahedralMesh,
  ab: Float64Array,
  rt: Float64Array,
  element: number,
): void {
  const first = rt[tetrahedra[4 * element]!]!;
  let [lowAb, highAb, lowRt, highRt] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let i = 4 * element; i < 4 * element + 4; i++) {
    const node = tetrahedra[i]!;
    const own = first + wrapHalf(rt[node]! - first);
    lowAb = Math.min(lowAb, ab[node]!);
    highAb = Math.max(highAb, ab[node]!);
    lowRt = Math.min(lowRt, own);
    highRt = Math.max(highRt, own);
  }
  out.firstAb = cellOf(lowAb, AB_CELLS);
  out.lastAb = cellOf(highAb, AB_CELLS);
  out.firstRt = Math.floor(lowRt * RT_CELLS);
  out.lastRt = Math.min(Math.floor(highRt * RT_CELLS), out.firstRt + RT_CELLS - 1);
}

function forEachRingCell(abCell: number, rtCell: number, ring: number, visit: (cell: number) => void): void {
  for (let i = Math.max(0, abCell - ring); i <= Math.min(AB_CELLS - 1, abCell + ring); i++) {
    const isEdgeRow = Math.abs(i - abCell) === ring;
    const reach = Math.min(ring, RT_CELLS / 2);
    for (let j = -reach; j <= reach; j++) {
      if (isEdgeRow || Math.abs(j) === ring) visit(i * RT_CELLS + wrapCell(rtCell + j));
    }
  }
}

/** Barycentric weights of the place in one element's coordinate space, clamped into it, and what that misses. */
function scoreElement(
  out: Candidate,
  mesh: TetrahedralMesh,
  coordinates: VentricularCoordinates,
  rt: Float64Array,
  place: VentricularPlace,
): void {
  const t = mesh.tetrahedra;
  const first = 4 * out.element;
  const rows = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
  for (let k = 0; k < 4; k++) {
    const node = t[first + k]!;
    const sign = coordinates.tv[node] === place.tv ? 1 : -1;
    rows[3 * k] = (coordinates.ab[node]! - place.ab) * LENGTH_OF_UNIT_mm.ab;
    rows[3 * k + 1] = wrapHalf(rt[node]! - place.rt) * LENGTH_OF_UNIT_mm.rt;
    rows[3 * k + 2] = (sign * coordinates.tm[node]! - place.tm) * LENGTH_OF_UNIT_mm.tm;
  }
  writeWeightsOfOrigin(out.weights, rows);
  let miss = 0;
  for (let axis = 0; axis < 3; axis++) {
    let sum = 0;
    for (let k = 0; k < 4; k++) sum += out.weights[k]! * rows[3 * k + axis]!;
    miss += sum * sum;
  }
  out.score = miss < NEGLIGIBLE_MISS_mm ** 2 ? 0 : Math.sqrt(miss);
}

/** Rounding of the weights, not a miss. */
const NEGLIGIBLE_MISS_mm = 1e-9;

/** Weights of the origin in a tetrahedron, negative ones set to 0 and the rest scaled to sum 1. */
function writeWeightsOfOrigin(out: [number, number, number, number], p: readonly number[]): void {
  let total = 0;
  let positive = 0;
  for (let k = 0; k < 4; k++) {
    const [a, b, c] = OTHERS[k]!;
    const volume = OTHERS_SIGN[k]! * determinant(p, 3 * a, 3 * b, 3 * c);
    out[k] = volume;
    total += volume;
  }
  for (let k = 0; k < 4; k++) {
    out[k] = total === 0 ? 0.25 : Math.max(0, out[k]! / total);
    positive += out[k]!;
  }
  for (let k = 0; k < 4; k++) out[k]! /= positive;
}

const OTHERS = [
  [1, 2, 3],
  [0, 2, 3],
  [0, 1, 3],
  [0, 1, 2],
] as const;
const OTHERS_SIGN = [1, -1, 1, -1] as const;

function determinant(p: readonly number[], a: number, b: number, c: number): number {
  return (
    p[a]! * (p[b + 1]! * p[c + 2]! - p[b + 2]! * p[c + 1]!) -
    p[a + 1]! * (p[b]! * p[c + 2]! - p[b + 2]! * p[c]!) +
    p[a + 2]! * (p[b]! * p[c + 1]! - p[b + 1]! * p[c]!)
  );
}

function copyCandidate(out: Candidate, from: Candidate): void {
  out.element = from.element;
  out.score = from.score;
  for (let k = 0; k < 4; k++) out.weights[k] = from.weights[k]!;
}

function describeFound(mesh: TetrahedralMesh, { element, weights, score }: Candidate): FoundPlace {
  const point_mm: [number, number, number] = [0, 0, 0];
  for (let k = 0; k < 4; k++) {
    const node = mesh.tetrahedra[4 * element + k]!;
    for (let axis = 0; axis < 3; axis++) point_mm[axis]! += weights[k]! * mesh.points_mm[3 * node + axis]!;
  }
  return { element, weights: [...weights], point_mm, mismatch_mm: score };
}

function cellOf(value: number, cellCount: number): number {
  return Math.min(cellCount - 1, Math.max(0, Math.floor(value * cellCount)));
}

function wrapCell(cell: number): number {
  return ((cell % RT_CELLS) + RT_CELLS) % RT_CELLS;
}

/** The nearest of the equivalent differences, in [-0.5, 0.5). */
function wrapHalf(difference: number): number {
  return difference - Math.floor(difference + 0.5);
}
