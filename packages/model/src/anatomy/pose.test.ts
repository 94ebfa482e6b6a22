import { describe, expect, test } from "vitest";
import { createBoxMesh } from "../mesh/box-mesh.ts";
import { computeMeshVolume } from "../mesh/mesh-volume.ts";
import { radiansFromDegrees } from "../units/convert.ts";
import { applyPose, createPose, posePoint } from "./pose.ts";

describe("createPose", () => {
  test("by default the apex points 45 degrees left of ahead and 35 degrees down", () => {
    const [x, y, z] = posePoint(createPose(), [0, 0, -1]);
    expect(Math.atan2(x, -y)).toBeCloseTo(Math.PI / 4, 12);
    expect(Math.asin(-z)).toBeCloseTo(radiansFromDegrees(35), 12);
  });

  test("by default the RV lies ahead, the anterior wall looks left and up, the lateral wall left and back", () => {
    const pose = createPose();
    const septal = posePoint(pose, [1, 0, 0]);
    const anterior = posePoint(pose, [0, 1, 0]);
    const lateral = posePoint(pose, [-1, 0, 0]);
    expect(septal[1]).toBeLessThan(-0.8);
    expect(anterior[0]).toBeGreaterThan(0.6);
    expect(anterior[2]).toBeGreaterThan(0.6);
    expect(lateral[0]).toBeGreaterThan(0.3);
    expect(lateral[1]).toBeGreaterThan(0.6);
  });

  test("any roll takes the RV back from where it lies by default", () => {
    const ahead = [-0.2, 0, 0.2].map((roll_rad) => -posePoint(createPose({ roll_rad }), [1, 0, 0])[1]);
    expect(ahead[1]).toBeGreaterThan(ahead[0]!);
    expect(ahead[1]).toBeGreaterThan(ahead[2]!);
  });

  test("a pose moves without stretching or mirroring", () => {
    const box = createBoxMesh({ size_mm: [1, 2, 3], cellCount: [1, 1, 1] });
    const posed = applyPose(box, createPose({ roll_rad: 0.3, translation_mm: [10, 20, 30] }));
    expect(computeMeshVolume(posed)).toBeCloseTo(6, 12);
    expect([...posed.points_mm.subarray(0, 3)]).toEqual([10, 20, 30]);
    expect(posed.tetrahedra).toBe(box.tetrahedra);
  });

  test("degrees are refused", () => {
    expect(() => createPose({ apexLeft_rad: 45 })).toThrow(/45 rad.*0 to 1\.4 rad/);
  });
});
