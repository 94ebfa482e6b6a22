import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { interpolateFrames, writeMatrixOfQuaternion, writeQuaternionOfMatrix } from "./quaternion.ts";

/** Rotation by an angle about z. */
function aboutZ(angle_rad: number): Float64Array {
  return Float64Array.of(0, 0, Math.sin(angle_rad / 2), Math.cos(angle_rad / 2));
}

const unitQuaternion = fc
  .tuple(...[0, 1, 2, 3].map(() => fc.double({ min: -1, max: 1, noNaN: true })))
  .filter((q) => Math.hypot(...q) > 0.1)
  .map((q) => Float64Array.from(q, (value) => value / Math.hypot(...q)));

describe("quaternions", () => {
  test("matrix and back is the same rotation", () => {
    fc.assert(
      fc.property(unitQuaternion, (q) => {
        const matrix = new Float64Array(9);
        const again = new Float64Array(4);
        writeMatrixOfQuaternion(matrix, q);
        writeQuaternionOfMatrix(again, matrix);
        const product = q.reduce((sum, value, i) => sum + value * again[i]!, 0);
        return Math.abs(Math.abs(product) - 1) < 1e-12;
      }),
    );
  });
});

describe("interpolateFrames", () => {
  test("half-way between 0 and 60 degrees is 30", () => {
    const out = new Float64Array(4);
    interpolateFrames(out, aboutZ(0), aboutZ(Math.PI / 3), 0.5);
    const matrix = new Float64Array(9);
    writeMatrixOfQuaternion(matrix, out);
    expect(Math.atan2(matrix[3]!, matrix[0]!)).toBeCloseTo(Math.PI / 6, 12);
  });

  test("axes have no sign: from 0 to 120 degrees it turns -30 at half-way, not 60", () => {
    const out = new Float64Array(4);
    interpolateFrames(out, aboutZ(0), aboutZ((2 * Math.PI) / 3), 0.5);
    const matrix = new Float64Array(9);
    writeMatrixOfQuaternion(matrix, out);
    expect(Math.abs(Math.tan(Math.atan2(matrix[3]!, matrix[0]!)))).toBeCloseTo(Math.tan(Math.PI / 6), 12);
    expect(matrix[3]! * matrix[0]!).toBeLessThan(0);
  });

  test("half-turns about own axes change nothing but signs, whatever the share", () => {
    fc.assert(
      fc.property(
        unitQuaternion,
        fc.constantFrom(0, 1, 2),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (q, axis, share) => {
          const [x, y, z, w] = q as unknown as [number, number, number, number];
          const turned = Float64Array.from(
            [
              [w, z, -y, -x],
              [-z, w, x, -y],
              [y, -x, w, -z],
            ][axis]!,
          );
          const out = new Float64Array(4);
          interpolateFrames(out, turned, q, share);
          return Math.abs(Math.abs(out.reduce((sum, value, i) => sum + value * q[i]!, 0)) - 1) < 1e-9;
        },
      ),
    );
  });
});
