import { describe, expect, test } from "vitest";
import { fitGaussianProcess, predictGaussianProcess } from "./gaussian-process.ts";
import { createRandom } from "./random.ts";

const random = createRandom(5);
const INPUTS = Array.from({ length: 60 }, () => [4 * random.uniform(), 4 * random.uniform()]);
const shape = ([x, y]: readonly number[]) => Math.sin(x!) + 0.5 * Math.cos(2 * y!);

describe("a Gaussian process", () => {
  const process = fitGaussianProcess(INPUTS, INPUTS.map(shape));

  test("follows a smooth function between its values", () => {
    for (const at of [
      [1, 1],
      [2.2, 3.1],
      [3, 0.7],
    ]) {
      const { value, deviation } = predictGaussianProcess(process, at);
      expect(Math.abs(value - shape(at))).toBeLessThan(0.02);
      expect(deviation).toBeLessThan(0.05);
    }
  });

  test("returns to its mean far away, and says that it knows nothing there", () => {
    const { value, deviation } = predictGaussianProcess(process, [1000, 1000]);
    expect(value).toBeCloseTo(process.mean, 9);
    expect(deviation).toBeCloseTo(Math.sqrt(process.variance), 9);
  });

  test("leaving a value out by the closed form is the same as fitting without it", () => {
    const left = 7;
    const others = INPUTS.filter((_, i) => i !== left);
    const values = INPUTS.map(shape);
    const { lengths, noise, mean } = process;
    // Prediction with the same settings and mean, solved directly.
    const k = (a: readonly number[], b: readonly number[]) =>
      Math.exp(-0.5 * a.reduce((sum, _, d) => sum + ((a[d]! - b[d]!) / lengths[d]!) ** 2, 0));
    const matrix = others.map((a, i) => [
      ...others.map((b, j) => k(a, b) + (i === j ? noise : 0)),
      values.filter((_, n) => n !== left)[i]! - mean,
    ]);
    for (let pivot = 0; pivot < matrix.length; pivot++) {
      for (let row = 0; row < matrix.length; row++) {
        if (row === pivot) continue;
        const factor = matrix[row]![pivot]! / matrix[pivot]![pivot]!;
        for (let column = pivot; column <= matrix.length; column++) {
          matrix[row]![column]! -= factor * matrix[pivot]![column]!;
        }
      }
    }
    const direct = others.reduce(
      (sum, other, i) => sum + (k(other, INPUTS[left]!) * matrix[i]!.at(-1)!) / matrix[i]![i]!,
      mean,
    );
    expect(process.leaveOneOut[left]).toBeCloseTo(direct, 6);
  });
});

test("noise is told from shape: the error of prediction is about that of the noise", () => {
  const noisy = INPUTS.map((input) => shape(input) + 0.2 * (random.uniform() - 0.5));
  const { leaveOneOut } = fitGaussianProcess(INPUTS, noisy);
  const rms = Math.sqrt(noisy.reduce((sum, value, i) => sum + (value - leaveOneOut[i]!) ** 2, 0) / noisy.length);
  expect(rms).toBeGreaterThan(0.03);
  expect(rms).toBeLessThan(0.12);
});

test("an input that says nothing gets a long length", () => {
  const inputs = INPUTS.map(([x], i) => [x!, i % 2]);
  const { lengths } = fitGaussianProcess(
    inputs,
    inputs.map(([x]) => Math.sin(2 * x!)),
  );
  expect(lengths[1]! / 0.5).toBeGreaterThan(4);
});
