import { TributaryError } from "../errors/tributary-error.ts";
import { checkHeartGeometry, computeEllipsoidVolumes, type HeartGeometry } from "./heart-geometry.ts";

/** What is known of a patient's left ventricle; what is missing is kept from the geometry that is scaled. */
export interface HeartMeasures {
  /** LV end-diastolic volume, mL; 40 to 700. */
  readonly edv_mL?: number;
  /** LV wall at mid cavity, mm; 3 to 25. */
  readonly wallThickness_mm?: number;
  /** LV cavity from apex to base plane, mm; 50 to 150. */
  readonly length_mm?: number;
}

const MEASURE_RANGES = {
  edv_mL: [40, 700, "mL"],
  wallThickness_mm: [3, 25, "mm"],
  length_mm: [50, 150, "mm"],
} as const satisfies { [Key in keyof Required<HeartMeasures>]: readonly [number, number, string] };

/** Diameter over length of any ventricle that a truncated ellipsoid can stand for; `assumed`. */
const SPHERICITY_RANGE = [0.35, 1] as const;

/**
 * A geometry fitted to a patient's measures.
 *
 * Volume and length fix the diameter: EDV = 0.75 π a² L. A volume or a length alone scales the cavity and keeps its
 * shape. The wall stays as it was unless measured; the apical wall follows the measured wall in proportion. RV wall, RV
 * to LV volume ratio, RV apex and insertion are kept.
 *
 * @throws TributaryError "heart-measure-range" for a measure out of range; "heart-measures-conflict" when volume and
 *         length together make no ventricle; "heart-geometry-range"
 */
export function scaleHeartGeometry(geometry: HeartGeometry, measures: HeartMeasures): HeartGeometry {
  checkMeasures(measures);
  const lvLength_mm = measures.length_mm ?? lengthForVolume(geometry, measures.edv_mL);
  const lvDiameter_mm =
    measures.edv_mL === undefined
      ? (geometry.lvDiameter_mm * lvLength_mm) / geometry.lvLength_mm
      : 2 * Math.sqrt((1000 * measures.edv_mL) / (0.75 * Math.PI * lvLength_mm));
  checkSphericity(lvDiameter_mm, lvLength_mm, measures);
  const lvWall_mm = measures.wallThickness_mm ?? geometry.lvWall_mm;
  const lvApicalWall_mm = (geometry.lvApicalWall_mm * lvWall_mm) / geometry.lvWall_mm;
  const scaled = { ...geometry, lvDiameter_mm, lvLength_mm, lvWall_mm, lvApicalWall_mm };
  checkHeartGeometry(scaled);
  return scaled;
}

function lengthForVolume(geometry: HeartGeometry, edv_mL: number | undefined): number {
  if (edv_mL === undefined) return geometry.lvLength_mm;
  return geometry.lvLength_mm * Math.cbrt(edv_mL / computeEllipsoidVolumes(geometry).lvEndDiastolicVolume_mL);
}

function checkMeasures(measures: HeartMeasures): void {
  for (const name of ["edv_mL", "wallThickness_mm", "length_mm"] as const) {
    const value = measures[name];
    const [low, high, unit] = MEASURE_RANGES[name];
    if (value === undefined || (value >= low && value <= high)) continue;
    throw new TributaryError({
      code: "heart-measure-range",
      what: "A measure of the left ventricle is outside its range.",
      where: name,
      why: `${value} ${unit}; the allowed range is ${low} to ${high} ${unit}`,
      fix: "Check the unit and the digits, or leave the measure out to keep the preset's.",
    });
  }
}

function checkSphericity(diameter_mm: number, length_mm: number, { edv_mL }: HeartMeasures): void {
  const ratio = diameter_mm / length_mm;
  const [low, high] = SPHERICITY_RANGE;
  if (ratio >= low && ratio <= high) return;
  throw new TributaryError({
    code: "heart-measures-conflict",
    what: "Volume and length do not belong to one left ventricle.",
    where: "edv_mL, length_mm",
    why:
      `${edv_mL} mL in ${length_mm.toFixed(0)} mm needs a diameter of ${diameter_mm.toFixed(0)} mm, ${ratio.toFixed(2)} of ` +
      `the length; ${low} to ${high} is allowed`,
    fix: "Measure both at end-diastole and the length from the apex to the mitral annulus, or give only one of them.",
  });
}
