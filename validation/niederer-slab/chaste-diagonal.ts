/**
 * Activation times of one participating code on the diagonal of the slab, from P1 to P8 in 20 equal steps, ms: trilinear
 * values of Chaste's own regression data at h = 0.5 mm, dt = 0.01 ms (first upward crossing of 0 mV). A coarse set: the
 * benchmark converges only near h = 0.1 mm.
 *
 * Source: github.com/Chaste/Chaste at ca8ccdedf819,
 * heart/test/data/benchmark_data_orig/activation_time_h0.05_dt0.01.dat; Copyright (c) 2005-2024, University of Oxford,
 * BSD-3-Clause.
 */
export const CHASTE_DIAGONAL_TIMES_MS: readonly number[] = [
  1.23, 1.24, 2.3, 4.1, 5.9, 7.85, 9.76, 11.71, 13.72, 15.69, 17.62, 19.64, 21.61, 23.55, 25.5, 27.45, 29.35, 31.23,
  33.11, 34.87, 36.3,
];
