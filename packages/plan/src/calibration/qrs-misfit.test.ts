import type { EcgSignal } from "@tributary/model";
import { expect, test } from "vitest";
import { measureQrsMisfit } from "./qrs-misfit.ts";

/** One smooth deflection in all eight leads, each with its own amplitude. */
function deflection(start_ms: number, amplitude_mV: number, samplingInterval_ms = 1): EcgSignal {
  const sampleCount = Math.round(300 / samplingInterval_ms);
  const leads_mV = Float64Array.from({ length: 8 * sampleCount }, (_, i) => {
    const time_ms = (i % sampleCount) * samplingInterval_ms - 60;
    const lead = Math.floor(i / sampleCount);
    return time_ms > 0 && time_ms < 120 ? amplitude_mV * (lead + 1) * Math.sin((Math.PI * time_ms) / 120) : 0;
  });
  return { samplingInterval_ms, start_ms, sampleCount, leads_mV, isCalibrated: false };
}

function windowOf(ecg: EcgSignal) {
  return { ecg, onset_ms: ecg.start_ms + 60, offset_ms: ecg.start_ms + 180 };
}

test("a model of another amplitude, clock and sampling has no residual once it is scaled and lined up", () => {
  const misfit = measureQrsMisfit(windowOf(deflection(-40, 0.5)), windowOf(deflection(1000, 0.2, 2)));
  expect(misfit.amplitudeScale).toBeCloseTo(0.4, 3);
  expect(misfit.residual).toBeLessThan(0.002);
});

test("an upside-down model is not scaled by a negative number: nothing of it fits", () => {
  const misfit = measureQrsMisfit(windowOf(deflection(0, -1)), windowOf(deflection(0, 1)));
  expect(misfit.amplitudeScale).toBe(0);
  expect(misfit.residual).toBeCloseTo(1, 9);
});
