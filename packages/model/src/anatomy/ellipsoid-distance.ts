/** Newton steps; five suffice away from the axes. */
const MOST_STEPS = 40;

/**
 * Signed distance from a point to the ellipsoid x²/a² + y²/b² + z²/c² = 1, negative inside; exact to about 1e-9 · a.
 *
 * The nearest point is (a²x/(t + a²), ...) with t the largest root of h(t) = Σ (a·x/(t + a²))² = 1, and its distance is
 * t · |(x/(t + a²), ...)|. Newton's method on 1/√h, nearly a straight line, climbs to the root from below.
 *
 * Source: Eberly, Distance from a Point to an Ellipse, an Ellipsoid (geometrictools.com, 2013) for the equation; Moré and
 * Sorensen, SIAM J Sci Stat Comput 1983;4:553 for the iteration.
 */
export function computeEllipsoidDistance(
  x: number,
  y: number,
  z: number,
  semiAxes: { readonly a: number; readonly b: number; readonly c: number },
): number {
  const { a, b, c } = semiAxes;
  // s = t + (smallest axis)² keeps its digits near the center, where t comes close to minus that square.
  const smallest = Math.min(a, b, c) ** 2;
  const da = a * a - smallest;
  const db = b * b - smallest;
  const dc = c * c - smallest;
  // On a plane of symmetry the equation degenerates; a billionth of an axis off it does not.
  const px = Math.max(Math.abs(x), 1e-9 * a);
  const py = Math.max(Math.abs(y), 1e-9 * b);
  const pz = Math.max(Math.abs(z), 1e-9 * c);
  const ax = a * px;
  const by = b * py;
  const cz = c * pz;
  let s = Math.max(ax - da, by - db, cz - dc);
  for (let step = 0; step < MOST_STEPS; step++) {
    const rx = 1 / (s + da);
    const ry = 1 / (s + db);
    const rz = 1 / (s + dc);
    const qx = ax * ax * rx * rx;
    const qy = by * by * ry * ry;
    const qz = cz * cz * rz * rz;
    const h = qx + qy + qz;
    const change = (h * (Math.sqrt(h) - 1)) / (qx * rx + qy * ry + qz * rz);
    s += change;
    if (Math.abs(change) <= 1e-12 * s) break;
  }
  const ux = px / (s + da);
  const uy = py / (s + db);
  const uz = pz / (s + dc);
  return (s - smallest) * Math.sqrt(ux * ux + uy * uy + uz * uz);
}
