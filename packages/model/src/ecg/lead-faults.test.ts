import { describe, expect, test } from "vitest";
import { createLbbbBeat, createRecording } from "./beats.fixture.ts";
import { deriveLead, type EcgSignal } from "./ecg-signal.ts";
import { INDEPENDENT_LEADS, type IndependentLead, STANDARD_LEADS, type StandardLead } from "./lead-names.ts";
import { findLeadSwaps } from "./lead-swaps.ts";
import { measureQrs } from "./measure-qrs.ts";
import { findRecordingFaults, type TwelveLeads } from "./recording-faults.ts";

const BEAT = createLbbbBeat();
const RECORDING = createRecording(BEAT, { beats_ms: [0, 1000, 2000, 3000], noise_mV: 0.01, duration_ms: 4000 });

function takeTwelve(ecg: EcgSignal, scale = 1): TwelveLeads {
  const entries = STANDARD_LEADS.map((lead) => [lead, deriveLead(ecg, lead).map((value) => scale * value)]);
  return Object.fromEntries(entries) as Record<StandardLead, Float64Array>;
}

const listCodes = (leads: TwelveLeads) =>
  findRecordingFaults(leads, 1).map(({ code, severity }) => `${severity} ${code}`);

describe("a recording", () => {
  test("without fault has none", () => {
    expect(listCodes(takeTwelve(RECORDING))).toEqual([]);
  });

  test.each([1000, 200, 0.001])("times %d has the wrong unit", (scale) => {
    expect(listCodes(takeTwelve(RECORDING, scale))).toEqual(["refuse ecg-wrong-unit"]);
  });

  test.each([0.2, 5])("times %d is a small or large heart, not a wrong unit", (scale) => {
    expect(listCodes(takeTwelve(RECORDING, scale))).toEqual([]);
  });

  test("whose II and III are exchanged breaks Einthoven's law", () => {
    const leads = takeTwelve(RECORDING);
    const [fault] = findRecordingFaults({ ...leads, II: leads.III, III: leads.II }, 1);
    expect(fault).toMatchObject({ code: "ecg-leads-inconsistent", severity: "refuse" });
  });

  test("whose III is a little off is warned of", () => {
    const leads = takeTwelve(RECORDING);
    const off = leads.III.map((value) => 1.15 * value);
    expect(listCodes({ ...leads, III: off })).toEqual(["warn ecg-leads-inconsistent"]);
  });

  test("with a flat lead is refused", () => {
    const leads = { ...takeTwelve(RECORDING), V3: new Float64Array(RECORDING.sampleCount).fill(0.2) };
    const [fault] = findRecordingFaults(leads, 1);
    expect(fault).toMatchObject({ code: "ecg-lead-flat", severity: "refuse", leads: ["V3"] });
  });

  test("with one chest lead twice is warned of, with a limb lead on the chest refused", () => {
    const leads = takeTwelve(RECORDING);
    expect(listCodes({ ...leads, V3: leads.V2 })).toEqual(["warn ecg-leads-equal"]);
    expect(listCodes({ ...leads, V3: leads.I })).toEqual(["refuse ecg-leads-equal"]);
  });
});

/** The beat with its independent leads rearranged. */
function rearrange(
  beat: EcgSignal,
  change: Partial<Record<IndependentLead, (lead: (name: StandardLead) => Float64Array) => Float64Array>>,
) {
  const leads_mV = new Float64Array(beat.leads_mV.length);
  for (const [index, name] of INDEPENDENT_LEADS.entries()) {
    const values = change[name]?.((lead) => deriveLead(beat, lead)) ?? deriveLead(beat, name);
    leads_mV.set(values, index * beat.sampleCount);
  }
  return { ...beat, leads_mV };
}

const judge = (beat: EcgSignal) =>
  findLeadSwaps(beat, measureQrs(beat)).map(({ severity, leads }) => [severity, ...leads]);

describe("electrodes", () => {
  const exchangeArms = (beat: EcgSignal) =>
    rearrange(beat, { I: (lead) => lead("I").map((value) => -value), II: (lead) => lead("III") });

  test("in their places give no fault", () => {
    expect(judge(BEAT)).toEqual([]);
  });

  test("of the arms exchanged are refused where P shows it, and warned of without P", () => {
    expect(judge(exchangeArms(BEAT))).toContainEqual(["refuse", "I", "aVR", "aVL"]);
    expect(judge(exchangeArms(createLbbbBeat({ hasP: false })))).toContainEqual(["warn", "I", "aVR", "aVL"]);
  });

  test("of a heart with its axis to the right and a P that is upright in I are not called exchanged", () => {
    const right = rearrange(BEAT, {
      I: (lead) => lead("I").map((value, i) => (i > 290 ? -value : value)),
    });
    expect(judge(right)).toEqual([]);
  });

  test("of right arm and left leg exchanged are warned of", () => {
    const normalAxis = rearrange(BEAT, { II: (lead) => lead("V6") });
    const exchanged = rearrange(normalAxis, {
      I: (lead) => lead("III").map((value) => -value),
      II: (lead) => lead("II").map((value) => -value),
    });
    expect(judge(exchanged)).toContainEqual(["warn", "II", "aVR", "aVF"]);
  });

  test("V3 and V5 exchanged are warned of", () => {
    const exchanged = rearrange(BEAT, { V3: (lead) => lead("V5"), V5: (lead) => lead("V3") });
    expect(judge(exchanged)).toEqual([["warn", "V3", "V5"]]);
  });
});
