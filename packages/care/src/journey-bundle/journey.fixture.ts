import { readHistory } from "../history/implant-history.ts";
import { THREE_PATIENTS } from "../pages/three-patients.fixture.ts";
import type { Journey } from "./journey.ts";

/** A journey with a failed first lead, a sheath, contrast, an old generator taken out, and visits. */
export const HISTORY_TEXT = JSON.stringify({
  implant: {
    date: "2027-03-30",
    implanted: [
      {
        role: "crtD",
        manufacturer: "Maker",
        model: "G1",
        serial: "SN-G-77",
        udi: "(01)00844588003288(17)300100(21)SN-G-77",
      },
      { role: "rightAtrialLead", manufacturer: "Maker", model: "A1", serial: "SN-A-77" },
      { role: "rightVentricularLead", manufacturer: "Maker", model: "V1", serial: "SN-V-77" },
      { role: "leftVentricularLead", manufacturer: "Maker", model: "L1", serial: "SN-L-77", lot: "LOT-77" },
    ],
    used: [
      { role: "leftVentricularLead", manufacturer: "Maker", model: "L0", serial: "SN-F-77" },
      { role: "sheath", model: "S1" },
    ],
    explanted: [{ role: "pacemaker", model: "OLD", serial: "SN-O-77", implantedOn: "2019-05-06" }],
    contrast_mL: 22,
    measurements: [
      {
        lead: "leftVentricularLead",
        vector: "LV1>LV2",
        threshold_V: 1.1,
        pulseWidth_ms: 0.5,
        phrenic_V: 6.5,
        impedance_ohm: 610,
      },
      { lead: "rightVentricularLead", vector: "RVtip>RVring", threshold_V: 0.6, pulseWidth_ms: 0.5, sensing_mV: 11.2 },
    ],
  },
  visits: [
    {
      date: "2027-09-29",
      facts: [
        { fact: "lvef_pct", value: 37 },
        { fact: "nyhaClass", value: 2 },
      ],
    },
    {
      date: "2028-03-30",
      facts: [
        { fact: "lvef_pct", value: 41 },
        { fact: "lvesv_mL", value: 118 },
        { fact: "kccq12", value: 71 },
      ],
    },
  ],
});

export const JOURNEY: Journey = {
  clinical: {
    ...THREE_PATIENTS[0]!,
    staff: [{ name: "Dr. Brandt", role: "operator", competences: ["CRT implant"], cover: "Dr. Vogel" }],
    equipment: ["defibrillator"],
    course: {
      antiplateletHolds: [{ drug: "clopidogrel", cardiologist: "Dr. Kaya" }],
      waivers: [{ testId: "chestFilm", by: "Dr. Weiss", reason: "film of last week" }],
      overrides: [{ gapId: "role.radiographer", by: "Dr. Weiss", reason: "sedation by the nurse" }],
      completions: [
        { taskId: "consent", at: "2027-03-16", by: "Dr. Brandt" },
        { taskId: "woundCheck", at: "2027-04-10", by: "Nurse Weiss" },
      ],
      confirmations: [
        {
          drug: "apixaban",
          prescriber: "Dr. Vogel",
          lastDoseAt: "2027-03-28T18:00:00Z",
          restart: "two days after, if dry",
          incisionAt: "2027-03-30T06:00:00Z",
        },
      ],
      events: [{ kind: "woundDry", at: "2027-03-31T08:00:00Z", by: "Nurse Weiss" }],
    },
  },
  history: readHistory(HISTORY_TEXT, "history.json"),
  recording: undefined,
  documents: [{ title: "Leaflet", language: "de", html: "<p>Größe ≥ 5</p>" }],
  kept: [],
};
