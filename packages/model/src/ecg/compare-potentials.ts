/** How far two maps of potential are apart, each measured from its own mean. */
export interface PotentialDifference {
  /** RDM: norm of the difference of the two maps, each scaled to norm 1; 0 equal, 2 opposite. */
  readonly relativeDifference: number;
  /** MAG: norm of the first over that of the second. */
  readonly magnification: number;
}

/**
 * Relative difference and magnification of a map against a reference.
 *
 * Source: Meijs et al., IEEE Trans Biomed Eng 1989;36:1038 (from memory).
 */
export function comparePotentials(map: Float64Array, reference: Float64Array): PotentialDifference {
  const a = centerAndScale(map);
  const b = centerAndScale(reference);
  let squares = 0;
  for (let node = 0; node < map.length; node++) squares += (a.values[node]! - b.values[node]!) ** 2;
  return { relativeDifference: Math.sqrt(squares), magnification: a.norm / b.norm };
}

function centerAndScale(map: Float64Array): { readonly values: Float64Array; readonly norm: number } {
  const mean = map.reduce((sum, value) => sum + value, 0) / map.length;
  const norm = Math.sqrt(map.reduce((sum, value) => sum + (value - mean) ** 2, 0));
  return { values: map.map((value) => (value - mean) / norm), norm };
}
