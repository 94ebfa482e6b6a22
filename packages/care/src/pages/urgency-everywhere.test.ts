import { expect, test } from "vitest";
import { type DeviceReadout, listDeviceAlerts } from "../followup/device-alerts.ts";
import { URGENT_EVENTS, type UrgentEvent } from "../followup/urgency.ts";
import { buildCaseLeaflet } from "../journey/leaflet-of-case.ts";
import { MESSAGE_FILES } from "../leaflet/build-leaflet.ts";
import { fillMessage, readParts } from "../leaflet/leaflet-part.ts";
import type { Language } from "../leaflet/readability.ts";
import { DEFAULT_SITE_POLICY } from "../preparation/site-policy.ts";
import { buildLeafletPage } from "./build-leaflet-page.ts";
import { buildClinicianPage } from "./clinician/build-clinician-page.ts";
import { TIER_WORDS } from "./clinician/clinician-words.ts";
import { escapeHtml } from "./markup.ts";
import { THREE_PATIENTS } from "./three-patients.fixture.ts";

const DEFIBRILLATOR = THREE_PATIENTS[0]!;
const OPTIONS = { asOf: "2027-03-30", policy: DEFAULT_SITE_POLICY, jurisdiction: "EU", plan: undefined } as const;
const NOW = "2027-06-01T10:00:00Z";

/** What a device's data must hold for each event that they tell. */
const READOUTS: Readonly<Record<string, Omit<DeviceReadout, "at">>> = {
  twoShocks: { shocksIn24h: 2 },
  captureLossDependent: { hasLossOfCapture: true, isDependent: true },
  inappropriateShocks: { shocksIn24h: 1, areShocksInappropriate: true },
  therapiesOff: { isDefibrillator: true, areTherapiesOff: true },
  endOfServiceDependent: { battery: "endOfService", isDependent: true },
  appropriateShock: { shocksIn24h: 1 },
  shockImpedance: { isShockImpedanceOut: true },
  replacementTime: { battery: "replacementTime" },
  oversensing: { hasOversensing: true },
  lvImpedance: { lvImpedance_ohm: 3200 },
  lowBivPacing: { bivPacing_pct: 97 },
  newFibrillation: { longestFibrillation_min: 7 },
  lvThresholdRise: { lvThreshold_V: 3.6 },
  extrasystoles: { extrasystoles_pct: 11 },
};

const CLINICIAN = buildClinicianPage(DEFIBRILLATOR, OPTIONS);
const LEAFLETS = (["en", "de"] as const).map((language) => {
  const contacts = { emergencyNumber: "112", clinicPhone: "030 1234" };
  return {
    language,
    html: buildLeafletPage(buildCaseLeaflet(DEFIBRILLATOR, { ...OPTIONS, language, contacts, worries: [] })),
  };
});

function wordsFor({ id }: UrgentEvent, language: Language): string {
  const message = fillMessage(MESSAGE_FILES[language].events[id]!, { feverLimit: { kind: "count", text: "38" } });
  return readParts(message);
}

const named = (events: readonly UrgentEvent[]) => events.map((event) => [event.id, event] as const);

test.each(named(URGENT_EVENTS))("%s stands in the clinician's report with its tier", (_, event) => {
  const cell = `data-source="${event.sourceId}">${escapeHtml(event.text)}<`;
  const row = CLINICIAN.split("</tr>").find((one) => one.includes(cell));
  expect(row).toContain(`<td>${TIER_WORDS[event.tier]}</td>`);
});

test.each(named(URGENT_EVENTS.filter(({ noticedBy }) => noticedBy === "patient")))(
  "%s is told to the patient under whom to call for its tier",
  (_, event) => {
    for (const { language, html } of LEAFLETS) {
      const text = html.replaceAll(/<[^>]*>/g, "");
      const [, emergency, sameDay] = text.split(/112|030 1234/);
      expect(event.tier === "emergency" ? emergency : sameDay).toContain(escapeHtml(wordsFor(event, language)));
    }
  },
);

test.each(named(URGENT_EVENTS.filter(({ id }) => id in READOUTS)))(
  "%s raises an alert of the same tier and words",
  (id, event) => {
    const { events } = listDeviceAlerts([{ at: NOW, ...READOUTS[id] }], NOW);
    expect(events.find((one) => one.id === id)).toMatchObject({ tier: event.tier, text: event.text });
  },
);

test("every event that a device notices and the program can compute has its readout here", () => {
  const computed = new Set(Object.keys(READOUTS));
  const rest = URGENT_EVENTS.filter(({ id, noticedBy }) => noticedBy === "device" && !computed.has(id));
  expect(rest.map(({ id }) => id)).toEqual(["heartFailureIndex", "noTransmission", "scheduled"]);
});
