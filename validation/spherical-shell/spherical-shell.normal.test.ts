import { expect, test } from "vitest";
import { runSphericalShell } from "./spherical-shell.ts";

test.each(runSphericalShell().rows)("$quantity: $ours for $expected ($tolerance)", ({ pass }) => {
  expect(pass).toBe(true);
});
