import { expect, test } from "vitest";
import { deliverOutput } from "./deliver-output.ts";

test("a threshold gets its margin of 1 V; near the highest output as much of it as there is", () => {
  expect(deliverOutput(1.2, Infinity)).toEqual({ kind: "deliverable", output_V: 2.2 });
  expect(deliverOutput(6.5, Infinity)).toEqual({ kind: "deliverable", output_V: 7 });
});

test("above the highest output nothing captures", () => {
  expect(deliverOutput(7.1, Infinity)).toEqual({ kind: "no-capture", highestOutput_V: 7 });
  expect(deliverOutput(Infinity, Infinity).kind).toBe("no-capture");
});

test("a nerve at or below the output is stimulated", () => {
  expect(deliverOutput(1.2, 2.2)).toEqual({ kind: "nerve-stimulated", output_V: 2.2, nerve_V: 2.2 });
});

test("a nerve above the output needs 2.5 times the threshold, or 3 V more", () => {
  expect(deliverOutput(1.2, 2.99)).toMatchObject({ kind: "nerve-near", output_V: 2.2, nerve_V: 2.99 });
  expect(deliverOutput(1.2, 3).kind).toBe("deliverable");
  expect(deliverOutput(2.5, 5.49).kind).toBe("nerve-near");
  expect(deliverOutput(2.5, 5.5).kind).toBe("deliverable");
});

test("with another margin the output alone decides, or more is asked for", () => {
  const ratioNever = { leastRatio: Infinity };
  expect(deliverOutput(1.2, 2.3, { ...ratioNever, leastDifference_V: 0 }).kind).toBe("deliverable");
  expect(deliverOutput(1.2, 5, { ...ratioNever, leastDifference_V: 4 }).kind).toBe("nerve-near");
});
