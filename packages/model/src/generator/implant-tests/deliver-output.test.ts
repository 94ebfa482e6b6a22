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

test("a nerve at or below the output is stimulated, one above it is not", () => {
  expect(deliverOutput(1.2, 2.2)).toEqual({ kind: "nerve-stimulated", output_V: 2.2, nerve_V: 2.2 });
  expect(deliverOutput(1.2, 2.3).kind).toBe("deliverable");
});
