/**
 * The one place that knows other names for a place in the ventricles than (ab, tm, rt, tv).
 *
 * Everything else speaks the published ventricular coordinates (Schuler et al., Med Image Anal 2021;74:102247):
 * ab 0 apex .. 1 base; tm 0 epicardium .. 1 endocardium; rt 0 at the posterior interventricular junction, 2/3 at the
 * anterior one, over the free wall, and 2/3 .. 1 back over the septum; tv 0 left ventricle, 1 right ventricle.
 * Anatomical sources give theta (0 .. 360 degrees from the posterior groove) or the AHA angle (0 lateral, 90 anterior).
 */

/** rt in [0, 1) of an angle theta, degrees from the posterior interventricular groove over the LV free wall. */
export function rtFromGrooveAngle(theta_deg: number): number {
  return wrapUnit(theta_deg / 360);
}

/** theta, degrees in [0, 360), of rt. */
export function grooveAngleFromRt(rt: number): number {
  return 360 * wrapUnit(rt);
}

/** rt in [0, 1) of an AHA angle in degrees (0 lateral, 90 anterior, 180 septal, 270 inferior). */
export function rtFromAhaAngle(ahaAngle_deg: number): number {
  return wrapUnit((ahaAngle_deg - 240) / 360);
}

/** tm of a transmural depth rho (0 endocardium .. 1 epicardium), and back: the rule is its own inverse. */
export function tmFromRho(rho: number): number {
  return 1 - rho;
}

/**
 * AHA segment 1-17 (one-based) of a place in the left ventricle or the septum.
 *
 * Levels cut ab at 0.1, 0.4 and 0.7; walls cut rt in sixths (basal, mid) or quarters (apical).
 * Source: Cerqueira et al., Circulation 2002;105:539, in ventricular coordinates after the Cobiveco examples.
 */
export function ahaSegment(ab: number, rt: number): number {
  const r = wrapUnit(rt);
  if (ab <= 0.1) return 17;
  if (ab <= 0.4) return apicalSegment(r);
  const wall = SEGMENT_OF_SIXTH[Math.floor(r * 6)]!;
  return ab > 0.7 ? wall : wall + 6;
}

/** Which third of the long axis: cuts at 1/3 and 2/3; exists only to compare with trials, never mixed with segments. */
export function longitudinalThird(ab: number): "apical" | "mid" | "basal" {
  if (ab < 1 / 3) return "apical";
  return ab < 2 / 3 ? "mid" : "basal";
}

/** Basal segments by sixths of rt from the posterior junction: inferior, inferolateral, anterolateral, anterior, ... */
const SEGMENT_OF_SIXTH = [4, 5, 6, 1, 2, 3] as const;

function apicalSegment(rt: number): number {
  if (rt < 5 / 24 || rt >= 23 / 24) return 15;
  if (rt < 11 / 24) return 16;
  return rt < 17 / 24 ? 13 : 14;
}

function wrapUnit(value: number): number {
  const wrapped = value - Math.floor(value);
  return wrapped >= 1 ? 0 : wrapped;
}
