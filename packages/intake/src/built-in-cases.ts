import type { Case } from "@tributary/formats";
import { BUILT_IN_CASE } from "./built-in-case.ts";

const VISIT = "2027-04-06";

/** Made up as the first one: a woman whose ventricle is small, for a pacemaker. */
const SMALL_VENTRICLE: Case = {
  version: 1,
  id: "built-in-small",
  title: "Built-in patient: small left ventricle with left bundle branch block",
  patient: { sex: "female", age_years: 58, height_cm: 163, weight_kg: 61, ejectionFraction_pct: 33 },
  heart: { kind: "preset", preset: "lbbb-small-lv-female" },
  edgeLength_mm: 1.6,
  scar: [],
  conduction: { rhythm: "sinus", pattern: "lbbb", prInterval_ms: 168, qrsDuration_ms: 146 },
  circulation: {
    heartRate_bpm: 68,
    systolicPressure_mmHg: 118,
    diastolicPressure_mmHg: 72,
    regurgitantOrifice_mm2: 0,
  },
  veins: { kind: "generated", seed: 12, group: "noCoronaryDisease" },
  lead: { kind: "catalog", model: "attain-performa-4298" },
  clinical: {
    facts: [
      { fact: "heartFailure", value: true, date: VISIT },
      { fact: "nyhaClass", value: 2, date: VISIT },
      { fact: "gdmt_months", value: 14, date: VISIT },
      { fact: "etiology", value: "nonischemic", date: VISIT },
      { fact: "priorInfarction", value: false, date: VISIT },
      { fact: "existingDevice", value: "none", date: VISIT },
      { fact: "icdIndication", value: "none", date: VISIT },
      { fact: "creatinine_mgPerdL", value: 0.8, date: VISIT },
      { fact: "potassium_mmolPerL", value: 4.1, date: VISIT },
      { fact: "hemoglobin_gPerdL", value: 12.9, date: VISIT },
      { fact: "platelets_e9PerL", value: 251, date: VISIT },
      { fact: "contrastAllergy", value: "none", date: VISIT },
    ],
    drugs: ["bisoprolol", "dapagliflozin"],
    variant: "deNovoCrtP",
    schedule: {
      zone: "America/New_York",
      anchors: { sedation: "2027-04-20T09:30:00-04:00", incision: "2027-04-20T10:00:00-04:00" },
    },
  },
};

/** Paced from the right ventricle for years, after an anterior infarction: an upgrade, on warfarin. */
const UPGRADE: Case = {
  version: 1,
  id: "built-in-upgrade",
  title: "Built-in patient: pacemaker to be upgraded, scar of an anterior infarction",
  patient: { sex: "male", age_years: 77, height_cm: 174, weight_kg: 79, ejectionFraction_pct: 31 },
  heart: { kind: "preset", preset: "icm-male" },
  edgeLength_mm: 1.6,
  scar: [{ by: "segments", segments: [7, 8, 13, 14], transmuralFraction: 0.7, from: "endocardium", tissue: "scar" }],
  conduction: { rhythm: "avBlock", pattern: "rvPaced", qrsDuration_ms: 182 },
  circulation: { heartRate_bpm: 70, systolicPressure_mmHg: 108, diastolicPressure_mmHg: 64 },
  veins: { kind: "generated", seed: 7, group: "anteriorInfarction" },
  lead: { kind: "catalog", model: "attain-performa-4298" },
  device: { rvLead: "ring" },
  clinical: {
    facts: [
      { fact: "heartFailure", value: true, date: VISIT },
      { fact: "nyhaClass", value: 3, date: VISIT },
      { fact: "gdmt_months", value: 20, date: VISIT },
      { fact: "etiology", value: "ischemic", date: VISIT },
      { fact: "priorInfarction", value: true, date: VISIT },
      { fact: "existingDevice", value: "pacemaker", date: VISIT },
      { fact: "observedRvPacing_pct", value: 97, date: VISIT },
      { fact: "creatinine_mgPerdL", value: 1.4, date: VISIT },
      { fact: "potassium_mmolPerL", value: 4.6, date: VISIT },
      { fact: "hemoglobin_gPerdL", value: 12.7, date: VISIT },
      { fact: "platelets_e9PerL", value: 187, date: VISIT },
      { fact: "inr", value: 2.4, date: VISIT },
      { fact: "priorDeviceProcedures", value: 1, date: VISIT },
    ],
    drugs: ["warfarin", "bisoprolol"],
    variant: "dualPacemakerToCrtP",
    schedule: {
      zone: "Europe/London",
      anchors: { sedation: "2027-04-21T08:30:00+01:00", incision: "2027-04-21T09:00:00+01:00" },
    },
  },
};

/** The patients that the program carries; nobody is behind them. */
export const BUILT_IN_CASES: readonly Case[] = [BUILT_IN_CASE, SMALL_VENTRICLE, UPGRADE];
