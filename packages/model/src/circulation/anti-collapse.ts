/**
 * Pressures that keep a nearly empty chamber from vanishing. They are exactly 0 in every heart that fills; a run in
 * which they are not says so.
 *
 * Source: as in Munneke et al. 2023.
 */

/** Of an atrium, by cavity over wall volume: begins when it holds less than half its wall. */
export function atrialCollapsePressure(cavityToWallRatio: number): number {
  const lack = 0.5 / Math.max(cavityToWallRatio, 0.1) - 1;
  return lack > 0 ? 1220 * lack * lack : 0;
}

/** Of a ventricle, by cavity over enclosed wall volume: begins when it holds less than 0.3 of it. */
export function ventricularCollapsePressure(cavityToWallRatio: number): number {
  const lack = 0.3 / Math.max(cavityToWallRatio, 0.1) - 1;
  return lack > 0 ? 2440 * lack * lack : 0;
}
