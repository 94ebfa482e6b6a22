import { describe, expect, test } from "vitest";
import { createLbbbBeat } from "./beats.fixture.ts";
import type { EcgSignal } from "./ecg-signal.ts";
import { judgeLbbb, measureStraussLbbb } from "./lbbb-criteria.ts";
import { INDEPENDENT_LEADS, type IndependentLead } from "./lead-names.ts";
import { measureQrs } from "./measure-qrs.ts";
import { type Course, createSyntheticEcg, halfSine } from "./synthetic-ecg.fixture.ts";
import { measureTPolarity } from "./t-polarity.ts";

const LBBB = createLbbbBeat();

/** The beat with one lead replaced. */
function withLead(ecg: EcgSignal, lead: IndependentLead, course: Course): EcgSignal {
  const leads_mV = ecg.leads_mV.slice();
  const replaced = createSyntheticEcg({ [lead]: course }, { duration_ms: ecg.sampleCount }).leads_mV;
  const at = INDEPENDENT_LEADS.indexOf(lead) * ecg.sampleCount;
  leads_mV.set(replaced.subarray(at, at + ecg.sampleCount), at);
  return { ...ecg, leads_mV };
}

describe("left bundle branch block after Strauss", () => {
  test("is met by a long QRS with QS in V1 and V2 and notches in I, V5 and V6", () => {
    const { isMet, criteria } = measureStraussLbbb(LBBB, "male");
    expect(criteria.map((criterion) => criterion.isMet)).toEqual([true, true, true]);
    expect(isMet).toBe(true);
  });

  test("needs QS or rS in V2", () => {
    const { isMet, criteria } = measureStraussLbbb(withLead(LBBB, "V2", halfSine(300, 450, 1)), "male");
    expect(criteria[1]).toMatchObject({ isMet: false, finding: "V1 QS, V2 R" });
    expect(isMet).toBe(false);
  });

  test("between 130 and 140 ms depends on the sex, and is open without it", () => {
    const short = { ...LBBB, samplingInterval_ms: 0.9 };
    expect(measureQrs(short).duration_ms).toBeGreaterThan(130);
    expect(measureQrs(short).duration_ms).toBeLessThan(140);
    expect(measureStraussLbbb(short, "female").isMet).toBe(true);
    expect(measureStraussLbbb(short, "male").isMet).toBe(false);
    expect(measureStraussLbbb(short, undefined).isMet).toBeUndefined();
  });

  test("is not met where nothing is notched", () => {
    let smooth = LBBB;
    for (const lead of ["I", "V5", "V6"] as const) smooth = withLead(smooth, lead, halfSine(300, 450, 1));
    smooth = withLead(smooth, "II", halfSine(300, 450, 0.3));
    const { criteria } = measureStraussLbbb(smooth, "male");
    expect(criteria[2]).toMatchObject({ isMet: false, finding: "in none" });
  });
});

describe("three definitions", () => {
  test("agree on the textbook beat", () => {
    expect(judgeLbbb(measureQrs(LBBB), "male").map(({ name, isMet }) => [name, isMet])).toEqual([
      ["Strauss 2011", true],
      ["ESC 2013", true],
      ["AHA/ACC/HRS 2009", true],
    ]);
  });

  test("differ when V5 has an early smooth R: only that of AHA/ACC/HRS needs both V5 and V6", () => {
    const early = withLead(LBBB, "V5", halfSine(300, 380, 0.8));
    expect(judgeLbbb(measureQrs(early), "male").map(({ isMet }) => isMet)).toEqual([true, true, false]);
  });

  test("are not met by a flat signal", () => {
    const flat = createSyntheticEcg({});
    expect(judgeLbbb(measureQrs(flat), "female").map(({ isMet }) => isMet)).toEqual([false, false, false]);
  });
});

describe("T against QRS", () => {
  test("is discordant in bundle branch block, concordant where T is turned, flat without T", () => {
    const qrs = measureQrs(LBBB);
    const polarity = measureTPolarity(LBBB, qrs);
    for (const lead of ["I", "V1", "V2", "V6"] as const) expect(polarity[lead].relation).toBe("discordant");
    const leads_mV = LBBB.leads_mV.map((value, i) => (i % LBBB.sampleCount > 500 ? -value : value));
    expect(measureTPolarity({ ...LBBB, leads_mV }, qrs).V6.relation).toBe("concordant");
    const without = LBBB.leads_mV.map((value, i) => (i % LBBB.sampleCount > 470 ? 0 : value));
    expect(measureTPolarity({ ...LBBB, leads_mV: without }, qrs).V6.relation).toBe("flat");
  });
});
