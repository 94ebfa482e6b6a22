import { addScaled, angleBetween, distance, normalize, subtract, type Vector3 } from "../numerics/vector3.ts";

/** Arc length at each point of a polyline, mm. */
export function measureArc(points: readonly Vector3[]): Float64Array {
  const arc_mm = new Float64Array(points.length);
  for (let i = 1; i < points.length; i++) arc_mm[i] = arc_mm[i - 1]! + distance(points[i - 1]!, points[i]!);
  return arc_mm;
}

/** Point at an arc length of a polyline; beyond its ends the straight continuation. */
export function pointAtArc(points: readonly Vector3[], arc_mm: ArrayLike<number>, at_mm: number): Vector3 {
  let i = 1;
  while (i < points.length - 1 && arc_mm[i]! < at_mm) i++;
  const span_mm = arc_mm[i]! - arc_mm[i - 1]!;
  const blend = span_mm > 0 ? (at_mm - arc_mm[i - 1]!) / span_mm : 0;
  return addScaled(points[i - 1]!, subtract(points[i]!, points[i - 1]!), blend);
}

/** The same curve with points at equal arc lengths of about `spacing_mm`; both ends kept. */
export function resampleCenterline(points: readonly Vector3[], spacing_mm: number): Vector3[] {
  const arc_mm = measureArc(points);
  const length_mm = arc_mm[arc_mm.length - 1]!;
  const count = Math.max(2, Math.round(length_mm / spacing_mm));
  return Array.from({ length: count + 1 }, (_, i) => pointAtArc(points, arc_mm, (length_mm * i) / count));
}

/** Each inner point moved to the mean of itself and its neighbors (1/4, 1/2, 1/4), some times over; ends kept. */
export function smoothCenterline(points: readonly Vector3[], passes: number): Vector3[] {
  let current = [...points];
  for (let pass = 0; pass < passes; pass++) {
    current = current.map((point, i) => {
      if (i === 0 || i === current.length - 1) return point;
      const before = current[i - 1]!;
      const after = current[i + 1]!;
      return [0, 1, 2].map((axis) => 0.25 * before[axis]! + 0.5 * point[axis]! + 0.25 * after[axis]!) as never;
    });
  }
  return current;
}

/** Unit direction of a polyline at an arc length, as the chord over `span_mm` around it. */
export function directionAt(
  points: readonly Vector3[],
  arc_mm: ArrayLike<number>,
  at_mm: number,
  span_mm: number,
): Vector3 {
  const last_mm = arc_mm[points.length - 1]!;
  const from = pointAtArc(points, arc_mm, Math.max(0, at_mm - span_mm / 2));
  const to = pointAtArc(points, arc_mm, Math.min(last_mm, at_mm + span_mm / 2));
  return normalize(subtract(to, from));
}

/**
 * Angles by which a vein turns along its way: at every `chord_mm` of arc, the angle between the chords before and after.
 * Wiggles shorter than the chord are not counted: a body stiffer than them cuts through.
 *
 * @returns arc lengths of the turns and the sum of angles up to and with each
 */
export function accumulateBends(points: readonly Vector3[], chord_mm: number) {
  const arc_mm = measureArc(points);
  const length_mm = arc_mm[arc_mm.length - 1]!;
  const at_mm: number[] = [];
  const sum_rad: number[] = [];
  let sum = 0;
  for (let at = chord_mm; at + chord_mm <= length_mm; at += chord_mm) {
    const here = pointAtArc(points, arc_mm, at);
    const before = subtract(here, pointAtArc(points, arc_mm, at - chord_mm));
    const after = subtract(pointAtArc(points, arc_mm, at + chord_mm), here);
    sum += angleBetween(before, after);
    at_mm.push(at);
    sum_rad.push(sum);
  }
  return { at_mm, sum_rad };
}

/** Arc length over the straight distance of the ends; 1 for a straight vein. */
export function measureTortuosity(points: readonly Vector3[]): number {
  const arc_mm = measureArc(points);
  return arc_mm[arc_mm.length - 1]! / distance(points[0]!, points[points.length - 1]!);
}

/** Cubic Hermite curve from a to b with given end velocities; `count` intervals, both ends included. */
export function hermiteCurve(a: Vector3, velocityA: Vector3, b: Vector3, velocityB: Vector3, count: number): Vector3[] {
  return Array.from({ length: count + 1 }, (_, i) => {
    const t = i / count;
    const h00 = (1 + 2 * t) * (1 - t) ** 2;
    const h10 = t * (1 - t) ** 2;
    const h01 = t * t * (3 - 2 * t);
    const h11 = t * t * (t - 1);
    return [0, 1, 2].map(
      (axis) => h00 * a[axis]! + h10 * velocityA[axis]! + h01 * b[axis]! + h11 * velocityB[axis]!,
    ) as never;
  });
}
