import { type EcgSignal, INDEPENDENT_LEADS } from "@tributary/model";
import { describe, expect, test } from "vitest";
import { findMarkupError } from "../svg/find-markup-error.fixture.ts";
import { drawEcgPaper } from "./draw-ecg-paper.ts";
import type { EcgBeat } from "./ecg-trace.ts";

/** In lead I a triangle of the height given from 0 to 100 ms, nothing in the others. */
function createEcg(height_mV: number, isCalibrated = true): EcgSignal {
  const sampleCount = 500;
  const leads_mV = new Float64Array(INDEPENDENT_LEADS.length * sampleCount);
  for (let i = 0; i <= 100; i++) leads_mV[40 + i] = height_mV * (1 - Math.abs(i - 50) / 50);
  return { samplingInterval_ms: 1, start_ms: -40, sampleCount, leads_mV, isCalibrated };
}

function createBeat(role: EcgBeat["role"], ecg: EcgSignal, qrsDuration_ms: number | undefined): EcgBeat {
  const qrs = qrsDuration_ms === undefined ? undefined : { onset_ms: 0, offset_ms: qrsDuration_ms };
  return { name: `Beat <${role}>`, role, ecg, qrsDuration_ms, qrs };
}

const beats = [createBeat("before", createEcg(1.2), 160), createBeat("after", createEcg(1), 120)];
const picture = drawEcgPaper({ title: "ECG & more", beats });

/** Lines of the traces, in picture pixels: x0, y0, x1, y1, ... */
function readTraces(svg: string, stroke: string): number[][] {
  const paths = [...svg.matchAll(/<path d="(M[^"a-z]+)" fill="none" stroke="([^"]+)" stroke-width="1\.[57]"/g)];
  return paths.filter(([, , color]) => color === stroke).map(([, d]) => d!.match(/-?[\d.]+/g)!.map(Number));
}

describe("ECG paper", () => {
  test("is well-formed, the same twice and escapes names", () => {
    expect(findMarkupError(picture.svg)).toBeUndefined();
    expect(drawEcgPaper({ title: "ECG & more", beats }).svg).toBe(picture.svg);
    expect(picture.svg).toContain("Beat &lt;before&gt;: QRS 160 ms");
  });

  test("draws all twelve leads and says its scale", () => {
    for (const lead of ["I", "II", "III", "aVR", "aVL", "aVF", "V1", "V2", "V3", "V4", "V5", "V6"])
      expect(picture.svg).toContain(`>${lead}</text>`);
    expect(picture.svg).toContain("25 mm/s: a small square is 40 ms; 10 mm/mV: a small square is 0.1 mV.");
    expect(picture.svg).toContain(">1 mV</text>");
    expect(picture.svg).not.toContain("not calibrated");
  });

  test("1 mV is 10 mm high: the pulse and a deflection of 1 mV are equally tall", () => {
    const pulse = Number(/M[\d.]+ [\d.]+h6\.4v-([\d.]+)h/.exec(picture.svg)![1]);
    const ys = readTraces(picture.svg, "#b5430a")[0]!.filter((_, i) => i % 2 === 1);
    expect(pulse).toBeCloseTo(64, 6);
    expect(Math.max(...ys) - Math.min(...ys)).toBeCloseTo(pulse, 0);
  });

  test("a caliper at 100 mm/s is a millimeter of paper every 10 ms", () => {
    const lengths = [...picture.svg.matchAll(/M([\d.]+) [\d.]+v8m0 -4H([\d.]+)m0/g)].map(
      (m) => Number(m[2]) - Number(m[1]),
    );
    expect(lengths.length).toBe(6);
    expect(lengths[0]! / 16).toBeCloseTo(6.4, 2);
    expect(lengths[1]! / 12).toBeCloseTo(6.4, 2);
  });

  test("the table gives the deflections of every lead and the QRS durations", () => {
    expect(picture.table.rows[0]).toEqual(["I", "0 to 1.2", "0 to 1"]);
    expect(picture.table.rows[2]).toEqual(["III", "−1.2 to 0", "−1 to 0"]);
    expect(picture.table.rows.at(-1)).toEqual(["QRS duration", "160 ms", "120 ms"]);
  });
});

describe("an ECG that is not calibrated", () => {
  const free = [createBeat("before", createEcg(70, false), 160), createBeat("after", createEcg(35, false), 120)];

  test("says so, gives its scale, and shows no voltage", () => {
    const { svg, table } = drawEcgPaper({ title: "ECG", beats: free });
    expect(svg).toContain("Amplitude not calibrated. The largest deflection is drawn as 14 mm");
    expect(svg).not.toContain("mV");
    expect(table.columns[1]).toContain("share of the largest");
    expect(table.rows[0]).toEqual(["I", "0 to 1", "0 to 1"]);
  });

  test("beats of one model keep their proportion", () => {
    const { svg } = drawEcgPaper({ title: "ECG", beats: free });
    const heights = ["#6f87a3", "#b5430a"].map((color) => {
      const ys = readTraces(svg, color)[0]!.filter((_, i) => i % 2 === 1);
      return Math.max(...ys) - Math.min(...ys);
    });
    expect(heights[0]! / heights[1]!).toBeCloseTo(2, 1);
  });

  test("beside a measured beat only the simulated ones are named", () => {
    const { svg } = drawEcgPaper({ title: "ECG", beats: [createBeat("measured", createEcg(1), undefined), ...free] });
    expect(svg).toContain("Beat &lt;before&gt;; Beat &lt;after&gt;: amplitude not calibrated.");
    expect(svg).toContain("QRS duration missing");
  });
});
