import { describe, expect, test } from "vitest";
import { findBodyPose, IDENTITY_POSE } from "./body-pose.ts";
import type { HeartFrame } from "./heart-frame.ts";
import { createPose, posePoint } from "./pose.ts";

/** A heart whose file has the base up, the septum along x and the anterior wall along y. */
const UPRIGHT: HeartFrame = {
  longAxis: [0, 0, 1],
  septalAxis: [1, 0, 0],
  anteriorAxis: [0, 1, 0],
  lvCenter_mm: [5, 6, 7],
  rvCenter_mm: [40, 6, 7],
};

function lyingAs({ rotation: r }: { rotation: Float64Array }): HeartFrame {
  return {
    ...UPRIGHT,
    septalAxis: [r[0]!, r[3]!, r[6]!],
    anteriorAxis: [r[1]!, r[4]!, r[7]!],
    longAxis: [r[2]!, r[5]!, r[8]!],
  };
}

describe("findBodyPose", () => {
  test("leaves a heart in the patient's axes where it lies, stated or seen from the apex", () => {
    expect(findBodyPose(UPRIGHT, "patient")).toEqual({ pose: IDENTITY_POSE, remark: undefined });
    const tilted = createPose({ apexLeft_rad: 0.9, caudalTilt_rad: 0.9 });
    expect(findBodyPose(lyingAs(tilted), undefined)).toEqual({ pose: IDENTITY_POSE, remark: undefined });
  });

  test("turns a heart of unknown axes into the usual pose about the center of its left ventricle", () => {
    const { pose, remark } = findBodyPose(UPRIGHT, "unknown");
    expect(remark).toContain("usual pose");
    expect(Math.hypot(...posePoint(pose, UPRIGHT.lvCenter_mm))).toBeCloseTo(0, 12);
    const apex = posePoint(pose, [5, 6, 7 - 50]);
    expect(apex[0]).toBeGreaterThan(20); // left
    expect(apex[1]).toBeLessThan(-20); // forward
    expect(apex[2]).toBeLessThan(-20); // down
    expect(posePoint(pose, [5, 6 + 30, 7])[2]).toBeGreaterThan(10); // the anterior wall looks up
  });

  test("an apex that points backward is not believed, and the pose is the usual one whatever the file's axes", () => {
    const backward: HeartFrame = { ...UPRIGHT, longAxis: [0, -1, 0], septalAxis: [1, 0, 0], anteriorAxis: [0, 0, 1] };
    const { pose, remark } = findBodyPose(backward, undefined);
    expect(remark).toContain("apex does not point");
    const apex = posePoint(pose, [5, 6 + 50, 7]);
    expect(apex[0]).toBeGreaterThan(20);
    expect(apex[1]).toBeLessThan(-20);
  });
});
