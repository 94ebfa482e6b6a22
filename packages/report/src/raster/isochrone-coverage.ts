/**
 * How much of a sample an isochrone covers, from the value there and the length of its gradient on the screen.
 *
 * The distance to the nearest level is |value - level| / gradient, first order; a line of the given width then covers
 * the sample by clamp(width / 2 + 1/2 - distance, 0, 1). Where neighboring lines come closer than four widths (a
 * surface seen edge-on) they fade, so that they never merge into a dark rim.
 *
 * @param value     the unit of the levels
 * @param gradient  change of value per sample side, >= 0
 * @param step      distance between levels, > 0; levels are its multiples
 * @param width     of the line, in samples
 * @returns 0 to 1
 *
 * Accuracy: exact for a linear field.
 */
export function computeIsochroneCoverage(value: number, gradient: number, step: number, width: number): number {
  if (gradient < 1e-9 * step) return 0;
  const level = Math.round(value / step) * step;
  const distance = Math.abs(value - level) / gradient;
  const coverage = width / 2 + 0.5 - distance;
  if (coverage <= 0) return 0;
  const spacing = step / gradient;
  const fade = Math.min(1, Math.max(0, (spacing / width - 1.5) / 2.5));
  return Math.min(1, coverage) * fade;
}
