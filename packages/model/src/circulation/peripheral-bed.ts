/**
 * Flow from arteries to veins: q = q0 sign(Δp) (|Δp|/p0)^k. Systemic k = 1; pulmonary k = 2, since higher pressure
 * recruits vessels. Δp is between the cavities, without what is lost at their orifices.
 *
 * Source: Arts et al., Am J Physiol Heart Circ Physiol 2005;288:H1943.
 */
export function bedFlow(drop_Pa: number, scale_Pa: number, flow_m3PerS: number, exponent: number): number {
  const ratio = Math.abs(drop_Pa) / scale_Pa;
  const size_m3PerS = flow_m3PerS * ratio ** exponent;
  return drop_Pa < 0 ? -size_m3PerS : size_m3PerS;
}
