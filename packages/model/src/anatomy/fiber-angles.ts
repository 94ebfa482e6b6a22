import { radiansFromDegrees } from "../units/convert.ts";

/** Angles of the muscle fibers on the endocardium and epicardium; linear in between. Radians. */
export interface FiberAngles {
  /** Helix angle: positive is a right-handed helix (rising toward the base when turning counter-clockwise as seen from it). */
  readonly alphaEndo_rad: number;
  readonly alphaEpi_rad: number;
  /** Sheet angle: turn of the sheets about the fiber. */
  readonly betaEndo_rad: number;
  readonly betaEpi_rad: number;
}

/** +60 / -60 degrees, no sheet angle: the set used most for human ventricles; assumed, as the exact set varies by study. */
export const HUMAN_FIBER_ANGLES: FiberAngles = {
  alphaEndo_rad: radiansFromDegrees(60),
  alphaEpi_rad: radiansFromDegrees(-60),
  betaEndo_rad: 0,
  betaEpi_rad: 0,
};

/** Dog; Bayer et al., Ann Biomed Eng 2012;40:2243. */
export const CANINE_FIBER_ANGLES: FiberAngles = {
  alphaEndo_rad: radiansFromDegrees(40),
  alphaEpi_rad: radiansFromDegrees(-50),
  betaEndo_rad: radiansFromDegrees(-65),
  betaEpi_rad: radiansFromDegrees(25),
};
