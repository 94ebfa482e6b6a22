/**
 * Regression by a Gaussian process: a smooth function of a few inputs through scattered values, with how sure it is.
 *
 * Prior covariance k(x, x') = s² exp(−½ Σ_d ((x_d − x'_d)/l_d)²), plus noise on the diagonal; constant mean. The lengths
 * and the noise are those of the largest leave-one-out predictive density, which needs no second set of values.
 * Source: Rasmussen and Williams, Gaussian Processes for Machine Learning, MIT Press 2006, sections 2.2 and 5.4.2.
 */

export interface GaussianProcess {
  readonly inputs: readonly (readonly number[])[];
  readonly mean: number;
  readonly lengths: readonly number[];
  /** s². */
  readonly variance: number;
  /** Noise variance over s². */
  readonly noise: number;
  /** Lower triangle, row by row, of the Cholesky factor of the covariance over s². */
  readonly factor: Float64Array;
  /** Covariance over s², inverted, times the values less their mean. */
  readonly coefficients: Float64Array;
  /** By value: what the others predict of it. */
  readonly leaveOneOut: readonly number[];
}

/** Noise that is tried first; tiny noise makes the covariance singular. */
const START_NOISE = 1e-2;
const LEAST_NOISE = 1e-6;
/** Factors that each length and the noise are tried with, round by round. */
const TRIAL_FACTORS = [
  [0.25, 0.5, 2, 4],
  [0.5, 0.7, 1.4, 2],
  [0.8, 1.25],
] as const;

/**
 * Fits a process to values.
 *
 * @param inputs  n rows of d numbers; n at least 3
 * @param values  n
 *
 * Cost: about 30 (d + 1) Cholesky factors of n x n.
 */
export function fitGaussianProcess(inputs: readonly (readonly number[])[], values: readonly number[]): GaussianProcess {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  const residuals = Float64Array.from(values, (value) => value - mean);
  let settings = [...measureSpreads(inputs), START_NOISE];
  let best = evaluate(inputs, residuals, settings);
  for (const factors of TRIAL_FACTORS) {
    for (let index = 0; index < settings.length; index++) {
      const from = settings;
      for (const factor of factors) {
        const trial = from.with(index, from[index]! * factor);
        if (trial.at(-1)! < LEAST_NOISE) continue;
        const found = evaluate(inputs, residuals, trial);
        if (found.score <= best.score) continue;
        best = found;
        settings = trial;
      }
    }
  }
  const { factor, coefficients, errors, variance } = best;
  return {
    inputs,
    mean,
    lengths: settings.slice(0, -1),
    variance,
    noise: settings.at(-1)!,
    factor,
    coefficients,
    leaveOneOut: values.map((value, i) => value - errors[i]!),
  };
}

/** Mean and standard deviation of the function at a point; the deviation is without the noise. */
export function predictGaussianProcess(
  process: GaussianProcess,
  at: readonly number[],
): { readonly value: number; readonly deviation: number } {
  const { inputs, lengths, factor, coefficients } = process;
  const covariances = Float64Array.from(inputs, (input) => correlate(input, at, lengths));
  const value = covariances.reduce((sum, own, i) => sum + own * coefficients[i]!, process.mean);
  solveLower(factor, covariances);
  const explained = covariances.reduce((sum, own) => sum + own * own, 0);
  return { value, deviation: Math.sqrt(process.variance * Math.max(0, 1 - explained)) };
}

interface Evaluation {
  readonly score: number;
  readonly factor: Float64Array;
  readonly coefficients: Float64Array;
  /** Value less what the others predict of it. */
  readonly errors: Float64Array;
  readonly variance: number;
}

/** Leave-one-out log density, up to a constant, with the variance that makes it largest. */
function evaluate(
  inputs: readonly (readonly number[])[],
  residuals: Float64Array,
  settings: readonly number[],
): Evaluation {
  const lengths = settings.slice(0, -1);
  const factor = factorCholesky(inputs, lengths, settings.at(-1)!);
  const inverse = invertFromFactor(factor, residuals.length);
  const size = residuals.length;
  const coefficients = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) coefficients[i]! += inverse[i * size + j]! * residuals[j]!;
  }
  let variance = 0;
  let logPrecision = 0;
  const errors = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    const precision = inverse[i * size + i]!;
    errors[i] = coefficients[i]! / precision;
    variance += (errors[i]! ** 2 * precision) / size;
    logPrecision += Math.log(precision);
  }
  // Values that are all alike leave no variance to take the logarithm of.
  const score = 0.5 * logPrecision - 0.5 * size * Math.log(Math.max(variance, Number.MIN_VALUE));
  return { score, factor, coefficients, errors, variance };
}

function correlate(a: readonly number[], b: readonly number[], lengths: readonly number[]): number {
  let sum = 0;
  for (let d = 0; d < lengths.length; d++) sum += ((a[d]! - b[d]!) / lengths[d]!) ** 2;
  return Math.exp(-0.5 * sum);
}

function factorCholesky(
  inputs: readonly (readonly number[])[],
  lengths: readonly number[],
  noise: number,
): Float64Array {
  const size = inputs.length;
  const factor = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = i === j ? 1 + noise : correlate(inputs[i]!, inputs[j]!, lengths);
      for (let k = 0; k < j; k++) sum -= factor[i * size + k]! * factor[j * size + k]!;
      factor[i * size + j] = i === j ? Math.sqrt(Math.max(sum, Number.MIN_VALUE)) : sum / factor[j * size + j]!;
    }
  }
  return factor;
}

/** Forward substitution in place. */
function solveLower(factor: Float64Array, outRight: Float64Array): void {
  const size = outRight.length;
  for (let i = 0; i < size; i++) {
    let sum = outRight[i]!;
    for (let k = 0; k < i; k++) sum -= factor[i * size + k]! * outRight[k]!;
    outRight[i] = sum / factor[i * size + i]!;
  }
}

/** (L Lᵀ)⁻¹ = L⁻ᵀ L⁻¹. */
function invertFromFactor(factor: Float64Array, size: number): Float64Array {
  const lower = new Float64Array(size * size);
  const column = new Float64Array(size);
  for (let j = 0; j < size; j++) {
    column.fill(0);
    column[j] = 1;
    solveLower(factor, column);
    for (let i = j; i < size; i++) lower[i * size + j] = column[i]!;
  }
  const inverse = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let k = i; k < size; k++) sum += lower[k * size + i]! * lower[k * size + j]!;
      inverse[i * size + j] = sum;
      inverse[j * size + i] = sum;
    }
  }
  return inverse;
}

/** Standard deviation of each input; 1 where it does not vary. */
function measureSpreads(inputs: readonly (readonly number[])[]): number[] {
  return inputs[0]!.map((_, d) => {
    const mean = inputs.reduce((sum, input) => sum + input[d]!, 0) / inputs.length;
    const square = inputs.reduce((sum, input) => sum + (input[d]! - mean) ** 2, 0) / inputs.length;
    return Math.sqrt(square) || 1;
  });
}
