import { expect, test } from "vitest";
import { TributaryError } from "../errors/tributary-error.ts";
import { createBoxMesh } from "../mesh/box-mesh.ts";
import { checkEikonalInput } from "./check-eikonal-input.ts";
import { createProblem, fiberTensor, seedsAt } from "./test-problems.fixture.ts";

const MESH = createBoxMesh({ size_mm: [1, 1, 1], cellCount: [1, 1, 1] });
const { tensor_mm2PerMs2: TENSOR } = createProblem(MESH, () => fiberTensor(0.6, 0.3, [1, 2, 3]));

function withElement(numbers: readonly number[]): Float64Array {
  const tensor = TENSOR.slice();
  tensor.set(numbers, 12);
  return tensor;
}

test("velocities from 0.1 to 4 mm/ms, and elements that do not conduct, pass", () => {
  checkEikonalInput(MESH, withElement(fiberTensor(4, 0.1, [1, 1, 0])), seedsAt([0, 7]));
  checkEikonalInput(MESH, withElement([0, 0, 0, 0, 0, 0]), seedsAt([0]));
});

test.each([
  ["tensor-size", TENSOR.slice(6), seedsAt([0])],
  ["tensor-not-finite", withElement([NaN, 0, 0, 1, 0, 1]), seedsAt([0])],
  ["velocity-out-of-range", withElement(fiberTensor(0.6, 0.05, [1, 0, 0])), seedsAt([0])],
  ["velocity-out-of-range", withElement(fiberTensor(600, 300, [1, 0, 0])), seedsAt([0])],
  ["velocity-out-of-range", withElement([0.3, 0.4, 0, 0.3, 0, 0.3]), seedsAt([0])],
  ["seeds-missing", TENSOR, seedsAt([])],
  ["seeds-size", TENSOR, { ...seedsAt([0]), times_ms: Float64Array.of() }],
  ["seed-node-out-of-range", TENSOR, seedsAt([8])],
  ["seed-time-not-finite", TENSOR, seedsAt([0], [NaN])],
] as const)("%s is refused with all five parts", (code, tensor, seeds) => {
  let caught: unknown;
  try {
    checkEikonalInput(MESH, tensor, seeds);
  } catch (error) {
    caught = error;
  }
  expect(caught).toBeInstanceOf(TributaryError);
  const error = caught as TributaryError;
  expect(error.code).toBe(code);
  for (const part of [error.what, error.where, error.why, error.fix]) expect(part.length).toBeGreaterThan(3);
});
