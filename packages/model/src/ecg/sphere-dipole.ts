import { addScaled, distance, dot, multiply, norm, normalize, subtract, type Vector3 } from "../numerics/vector3.ts";

/**
 * Potential of a current dipole in an infinite homogeneous medium, q·(r - r0)/(4πσ|r - r0|³).
 *
 * @param dipole_uAmm  current times length, µA·mm (1e-9 A·m)
 * @returns mV
 */
export function computeInfiniteDipolePotential(
  at_mm: Vector3,
  source_mm: Vector3,
  dipole_uAmm: Vector3,
  conductivity_SPerM: number,
): number {
  const offset_mm = subtract(at_mm, source_mm);
  return dot(dipole_uAmm, offset_mm) / (4 * Math.PI * conductivity_SPerM * norm(offset_mm) ** 3);
}

/** A body of spheres about 0, 0, 0 with a dipole in its innermost one. */
export interface SphereProblem {
  /** From the innermost to the skin, rising. */
  readonly radii_mm: readonly number[];
  /** One a sphere: of what fills it outside the next smaller one. */
  readonly conductivities_SPerM: readonly number[];
  readonly source_mm: Vector3;
  readonly dipole_uAmm: Vector3;
}

/**
 * Potential on the skin of an insulated homogeneous sphere with an eccentric dipole, mean zero.
 *
 * φ = 1/(4πσ) q·{ 2 d/D³ + (1/R)(R d/D + r)/(R D + R² - r·r0) }, d = r - r0, D = |d|.
 *
 * @param at_mm  on the skin
 * @returns mV
 * Source: closed form of the Legendre series; e.g. Brody, Terry and Ideker, IEEE Trans Biomed Eng 1973;20:141 (from memory).
 */
export function computeSphereDipolePotential(
  at_mm: Vector3,
  { source_mm, dipole_uAmm, radii_mm, conductivities_SPerM }: SphereProblem,
): number {
  const radius_mm = radii_mm[0]!;
  const offset_mm = subtract(at_mm, source_mm);
  const away_mm = distance(at_mm, source_mm);
  const denominator = radius_mm * (radius_mm * away_mm + radius_mm ** 2 - dot(at_mm, source_mm));
  const image = multiply(addScaled(at_mm, offset_mm, radius_mm / away_mm), 1 / denominator);
  const kernel = addScaled(image, offset_mm, 2 / away_mm ** 3);
  return dot(dipole_uAmm, kernel) / (4 * Math.PI * conductivities_SPerM[0]!);
}

/** Terms of the series; the ratio of source radius to skin radius to this power must vanish. */
const TERM_COUNT = 200;

/**
 * Potential on the skin of an insulated body of concentric spheres with a dipole in the innermost one, mean zero.
 *
 * In each shell the n-th part is a rⁿ + b r^-(n+1); potential and radial current are continuous at each interface, the
 * current is zero at the skin. Reduces to `computeSphereDipolePotential` for equal conductivities.
 *
 * @param at_mm  on the skin
 * @returns mV
 * Accuracy: to rounding for sources within 0.8 of the skin's radius.
 */
export function computeLayeredSphereDipolePotential(at_mm: Vector3, problem: SphereProblem): number {
  const { source_mm, dipole_uAmm, radii_mm, conductivities_SPerM } = problem;
  const skin_mm = radii_mm[radii_mm.length - 1]!;
  const sourceRadius_mm = norm(source_mm);
  const outward = sourceRadius_mm > 0 ? normalize(source_mm) : normalize(dipole_uAmm);
  const direction = normalize(at_mm);
  const cosine = dot(direction, outward);
  const radial = dot(dipole_uAmm, outward);
  const tangential = dot(addScaled(dipole_uAmm, outward, -radial), direction);
  let sum = 0;
  let power = 1;
  for (const { order, value, slope } of legendreTerms(cosine)) {
    sum += skinGain(order, radii_mm, conductivities_SPerM) * power * (order * radial * value + tangential * slope);
    power *= sourceRadius_mm / skin_mm;
    if (power === 0) break;
  }
  return sum / (4 * Math.PI * conductivities_SPerM[0]! * skin_mm ** 2);
}

/** P_n and its derivative by recurrence, n = 1, 2, … */
function* legendreTerms(cosine: number) {
  let [before, value, slopeBefore, slope] = [1, cosine, 0, 1];
  for (let order = 1; order <= TERM_COUNT; order++) {
    yield { order, value, slope };
    const next = ((2 * order + 1) * cosine * value - order * before) / (order + 1);
    const nextSlope = slopeBefore + (2 * order + 1) * value;
    [before, value, slopeBefore, slope] = [value, next, slope, nextSlope];
  }
}

/**
 * The n-th part of the potential at the skin over that of the source alone, (r0^(n-1)/R^(n+1)) in an infinite medium of
 * the innermost conductivity. Marched inward from the skin, lengths in units of its radius.
 */
function skinGain(order: number, radii_mm: readonly number[], conductivities_SPerM: readonly number[]): number {
  const skin_mm = radii_mm[radii_mm.length - 1]!;
  // In the outermost shell: growing part 1 and decaying part n/(n + 1), so that no current leaves.
  let [growing, decaying] = [1, order / (order + 1)];
  const atSkin = growing + decaying;
  for (let shell = radii_mm.length - 2; shell >= 0; shell--) {
    const ratio = conductivities_SPerM[shell + 1]! / conductivities_SPerM[shell]!;
    const scale = (radii_mm[shell]! / skin_mm) ** (2 * order + 1);
    // Continuity of a xⁿ + b x^-(n+1) and of σ times its slope, both multiplied by x^(n+1).
    const potential = growing * scale + decaying;
    const current = ratio * (order * growing * scale - (order + 1) * decaying);
    growing = ((order + 1) * potential + current) / ((2 * order + 1) * scale);
    decaying = (order * potential - current) / (2 * order + 1);
  }
  return atSkin / decaying;
}
