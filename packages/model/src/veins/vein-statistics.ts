import { rtFromGrooveAngle } from "../anatomy/coordinate-conventions.ts";
import { radiansFromDegrees } from "../units/convert.ts";
import type { TributaryVeinName } from "./vein-name.ts";

/**
 * What has been measured of the coronary veins, as data. Living hearts where they exist: fixed specimens read half the
 * size. `confirmed` is false for remembered figures and for choices of ours.
 */
export interface VeinFigure {
  readonly mean: number;
  readonly sd: number;
  readonly source: string;
  readonly confirmed: boolean;
}

export interface TributaryFigures {
  /** Lumen at the mouth, mm. */
  readonly ostiumDiameter_mm: VeinFigure;
  /** k of d(s) = d0 exp(-k s), per mm. */
  readonly taperRate_perMm: VeinFigure;
  /** Fat between vein and muscle over the first 15 mm, and beyond 20 mm. */
  readonly fatGapProximal_mm: VeinFigure;
  readonly fatGapDistal_mm: VeinFigure;
  /** Where the vein leaves the groove; absent where the spacing along the groove decides. */
  readonly grooveRt: VeinFigure | undefined;
  /** rt at ab 0.3 less rt at the groove. */
  readonly lowerShift_rt: VeinFigure;
  readonly reachAb: VeinFigure;
  /** Angle between the trunk's direction away from its ostium and the vein's first direction. */
  readonly takeOffAngle_rad: VeinFigure;
}

const KEILER = "Keiler et al., Front Cardiovasc Med 2020, 611160 (CT, n = 53)";
const FIXED_200 = "200 formalin-fixed hearts, angle to the sinus on the ostium side, flipped to 180 - angle";
const MEMORY = "from memory";
const ASSUMED = "assumed";

function published(mean: number, sd: number, source: string): VeinFigure {
  return { mean, sd, source, confirmed: true };
}

function unconfirmed(mean: number, sd: number, source: string): VeinFigure {
  return { mean, sd, source, confirmed: false };
}

function grooveRt(theta_deg: number, sd_deg: number): VeinFigure {
  return unconfirmed(rtFromGrooveAngle(theta_deg), rtFromGrooveAngle(sd_deg), ASSUMED);
}

/** The change of rt between groove and ab 0.3, from the angle at each; SD of 10 degrees assumed. */
function lowerShift(grooveTheta_deg: number, lowerTheta_deg: number): VeinFigure {
  const shift = rtFromGrooveAngle(lowerTheta_deg) - rtFromGrooveAngle(grooveTheta_deg);
  return unconfirmed(shift, rtFromGrooveAngle(10), ASSUMED);
}

function angle(mean_deg: number, sd_deg: number, source: string): VeinFigure {
  return unconfirmed(radiansFromDegrees(mean_deg), radiansFromDegrees(sd_deg), source);
}

function reach(ab: number): VeinFigure {
  return unconfirmed(ab, ab < 0.1 ? 0.01 : 0.04, ASSUMED);
}

/** k from the mean lumen at the mouth and 50 mm on. */
function taper(rate_perMm: number, source: string, confirmed: boolean): VeinFigure {
  return { mean: rate_perMm, sd: 0, source, confirmed };
}

export const TRIBUTARY_FIGURES: Readonly<Record<TributaryVeinName, TributaryFigures>> = {
  middleCardiacVein: {
    ostiumDiameter_mm: unconfirmed(5, 1, MEMORY),
    taperRate_perMm: taper(Math.log(5 / 2.5) / 50, MEMORY, false),
    fatGapProximal_mm: unconfirmed(4.2, 2.8, "assumed: a groove vein, as the anterior one"),
    fatGapDistal_mm: unconfirmed(4.3, 2.6, "assumed: a groove vein, as the anterior one"),
    grooveRt: grooveRt(0, 8),
    lowerShift_rt: lowerShift(0, 5),
    reachAb: reach(0.05),
    takeOffAngle_rad: angle(180 - 82.0, 12.8, FIXED_200),
  },
  posteriorVein: {
    ostiumDiameter_mm: published(4.0, 1.4, KEILER),
    taperRate_perMm: taper(0.0102, KEILER, true),
    fatGapProximal_mm: published(3.2, 2.4, KEILER),
    fatGapDistal_mm: published(1.3, 1.1, KEILER),
    grooveRt: undefined,
    lowerShift_rt: lowerShift(80, 75),
    reachAb: reach(0.2),
    takeOffAngle_rad: angle(180 - 98.1, 13.5, FIXED_200),
  },
  posterolateralVein: {
    ostiumDiameter_mm: unconfirmed(2.5, 0.6, "assumed: a small vein that fills a gap"),
    taperRate_perMm: taper(0.0102, "assumed: as the posterior vein", false),
    fatGapProximal_mm: unconfirmed(3.2, 2.4, "assumed: as the posterior vein"),
    fatGapDistal_mm: unconfirmed(1.3, 1.1, "assumed: as the posterior vein"),
    grooveRt: grooveRt(105, 20),
    lowerShift_rt: lowerShift(105, 100),
    reachAb: reach(0.2),
    takeOffAngle_rad: angle(180 - 98.1, 13.5, "assumed: as the posterior vein"),
  },
  leftMarginalVein: {
    ostiumDiameter_mm: published(3.2, 1.5, KEILER),
    taperRate_perMm: taper(0.0066, KEILER, true),
    fatGapProximal_mm: published(3.4, 2.4, KEILER),
    fatGapDistal_mm: published(1.7, 1.1, KEILER),
    grooveRt: undefined,
    lowerShift_rt: lowerShift(155, 135),
    reachAb: reach(0.2),
    takeOffAngle_rad: angle(180 - 92.0, 13.4, FIXED_200),
  },
  anterolateralVein: {
    ostiumDiameter_mm: unconfirmed(3, 0.5, MEMORY),
    taperRate_perMm: taper(0.0066, "assumed: as the left marginal vein", false),
    fatGapProximal_mm: unconfirmed(3.4, 2.4, "assumed: as the left marginal vein"),
    fatGapDistal_mm: unconfirmed(1.7, 1.1, "assumed: as the left marginal vein"),
    grooveRt: grooveRt(190, 15),
    lowerShift_rt: lowerShift(190, 180),
    reachAb: reach(0.3),
    takeOffAngle_rad: angle(80, 13, ASSUMED),
  },
  anteriorInterventricularVein: {
    ostiumDiameter_mm: published(3.9, 1.3, KEILER),
    taperRate_perMm: taper(0.0097, KEILER, true),
    fatGapProximal_mm: published(4.2, 2.8, KEILER),
    fatGapDistal_mm: published(4.3, 2.6, KEILER),
    grooveRt: { mean: rtFromGrooveAngle(240), sd: 0, source: "by definition of rt", confirmed: true },
    lowerShift_rt: { mean: 0, sd: 0, source: "by definition of rt", confirmed: true },
    reachAb: reach(0.05),
    takeOffAngle_rad: angle(30, 8, "assumed: the trunk runs on into this vein"),
  },
};

/** The trunk: coronary sinus and great cardiac vein. Lengths along it start at the ostium in the right atrium. */
export const TRUNK_FIGURES = {
  /** Geometric mean of 9.0 and 11.7 mm. */
  ostiumDiameter_mm: published(10.3, 1.5, "256-slice CT, n = 102: 9.0 x 11.7 mm"),
  diameterAtObliqueVein_mm: unconfirmed(7.5, 0, MEMORY),
  diameterMidGreatCardiac_mm: unconfirmed(5.5, 0, MEMORY),
  /** Where the coronary sinus becomes the great cardiac vein: 27.2 +- 9.4 mm fixed, times 1.85 for living hearts. */
  obliqueVeinArc_mm: unconfirmed(27.2 * 1.85, 9.4, "200 formalin-fixed hearts; living factor 1.7-2.0 assumed"),
  middleCardiacArc_mm: unconfirmed(9, 3, "assumed: 3-15 mm"),
  /** The valve of Vieussens lies this far before the oblique vein. */
  vieussensBeforeObliqueVein_mm: published(2.5, 0, "von Ludinghausen et al. 1992, n = 240"),
  /** Center of the trunk above the epicardium; makes 240 degrees of a normal male groove 127.7 mm. */
  grooveFat_mm: unconfirmed(1.1, 0, ASSUMED),
} as const;

/** Distances between mouths along the groove, living hearts. */
export const GROOVE_SPACING_FIGURES = {
  middleCardiacToPosterior_mm: published(42.4, 18.1, "Jongbloed et al., J Am Coll Cardiol 2005;45:749 (CT, n = 38)"),
  posteriorToLeftMarginal_mm: published(39.9, 15.6, "Jongbloed et al., J Am Coll Cardiol 2005;45:749 (CT, n = 38)"),
  leftMarginalToAnterior_mm: published(45.4, 15.3, "Jongbloed et al., J Am Coll Cardiol 2005;45:749 (CT, n = 38)"),
} as const;

/** Valves: probability that one is there, and that it stops a catheter. */
export const VALVE_FIGURES = {
  thebesianPresent: { probability: 0.63, source: "Noheria et al., J Cardiovasc Electrophysiol 2013, n = 620" },
  /** Of the valves that are there: cover above 75 %, no holes. */
  thebesianObstructiveOfPresent: { probability: 0.16, source: "Mak et al., Europace 2009, n = 75" },
  vieussensPresent: { probability: 0.679, source: "autopsy series, Europace, n = 560" },
  /** Of all hearts. */
  vieussensObstructive: { probability: 0.08, source: "Noheria et al., J Cardiovasc Electrophysiol 2013, n = 620" },
  middleCardiacSeparateOstium: {
    probability: 0.08,
    source: "Jongbloed et al., J Am Coll Cardiol 2005;45:749 (CT, n = 38)",
  },
} as const;

/** Arc over chord: 1.05 to 1.30 is usual, above 1.4 is hard (from memory); law assumed: 1.05 plus an exponential. */
export const TORTUOSITY = { least: 1.05, meanExcess: 0.1, most: 1.6, confirmed: false } as const;
