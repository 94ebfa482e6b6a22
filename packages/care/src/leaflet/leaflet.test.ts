import { describe, expect, test } from "vitest";
import { RISKS } from "../evidence/risk-catalog.ts";
import { stateFacts } from "../facts/fact-record.ts";
import { SOURCES } from "../figures/source-catalog.ts";
import { planRecovery } from "../followup/recovery-rules.ts";
import { URGENT_EVENTS } from "../followup/urgency.ts";
import { assessIndication } from "../indication/assess-indication.ts";
import { planPreparation } from "../preparation/plan-preparation.ts";
import { DEFAULT_SITE_POLICY } from "../preparation/site-policy.ts";
import { buildLeaflet, type Leaflet, type LeafletInput, MESSAGE_FILES } from "./build-leaflet.ts";
import { judgeReadability, MAXIMUM_TERMS } from "./judge-readability.ts";
import { fillMessage, listPlaceholders, readParts } from "./leaflet-part.ts";
import type { Language } from "./readability.ts";

const INCISION = "2027-03-30T06:00:00Z";
const SCHEDULE = {
  zone: "Europe/Berlin",
  anchors: { sedation: "2027-03-30T05:30:00Z", incision: INCISION, implant: INCISION },
};
const RECORDS = stateFacts({
  sex: "female",
  age_years: 68,
  weight_kg: 70,
  creatinine_mgPerdL: 1,
  lvef_pct: 28,
  qrsDuration_ms: 162,
  qrsMorphology: "LBBB",
  nyhaClass: 3,
  rhythm: "sinus",
  gdmt_months: 6,
});

function input(language: Language, changes: Partial<LeafletInput> = {}): LeafletInput {
  const records = changes.records ?? RECORDS;
  const preparation = planPreparation({
    records,
    drugs: ["apixaban", "dapagliflozin", "warfarin"],
    procedure: "deNovo",
    schedule: SCHEDULE,
    policy: DEFAULT_SITE_POLICY,
    completions: [],
    confirmations: [],
    events: [],
    antiplateletHolds: [],
  });
  const recovery = planRecovery({
    records,
    schedule: SCHEDULE,
    completions: [],
    jurisdiction: "EU",
    drivingEvent: "newDefibrillatorPrimary",
  });
  return {
    language,
    records,
    drugs: ["apixaban", "dapagliflozin", "warfarin"],
    device: "CRT-D",
    isUpgrade: true,
    indication: assessIndication(records, "2027-03-01"),
    plan: undefined,
    schedule: SCHEDULE,
    preparationTasks: preparation.kind === "tasks" ? preparation.tasks : [],
    recoveryTasks: recovery.kind === "tasks" ? recovery.tasks : [],
    contacts: { emergencyNumber: "112", clinicPhone: "030 1234" },
    worries: ["Will it hurt?"],
    ...changes,
  };
}

const LEAFLETS: readonly (readonly [string, Leaflet])[] = (["en", "de"] as const).flatMap((language) => [
  [`${language}, upgrade to CRT-D`, buildLeaflet(input(language))] as const,
  [
    `${language}, CRT-P, little known`,
    buildLeaflet(input(language, { device: "CRT-P", isUpgrade: false, records: [] })),
  ] as const,
]);

const sentencesOf = (leaflet: Leaflet) => leaflet.sections.flatMap(({ sentences }) => sentences);

describe.each(LEAFLETS)("the leaflet, %s", (_name, leaflet) => {
  test.each(leaflet.sections.map((section) => [section.id, section] as const))("%s is easy to read", (_id, section) => {
    const { grades, tooLong, tooShort } = section.readability;
    expect({ tooLong, tooShort }).toEqual({ tooLong: [], tooShort: [] });
    for (const { formula, withoutTerms, limit } of grades) expect(withoutTerms, formula).toBeLessThanOrEqual(limit);
  });

  test("is easy to read as a whole", () => {
    expect(leaflet.readability.passes).toBe(true);
  });

  test("has no digit outside a figure, a date, a count, a fact or a contact", () => {
    for (const { parts } of sentencesOf(leaflet)) {
      for (const { kind, text } of parts) if (kind === "text" || kind === "name") expect(text).not.toMatch(/\d/);
    }
  });

  test("shows only confirmed figures, each with its source", () => {
    for (const { parts } of sentencesOf(leaflet)) {
      for (const part of parts) {
        if (part.kind !== "figure") continue;
        expect(part.figure.confirmed).toBe(true);
        expect(SOURCES[part.figure.sourceId]).toBeDefined();
      }
    }
  });

  test("has no simulated benefit", () => {
    const text = sentencesOf(leaflet)
      .map(({ parts }) => readParts(parts))
      .join(" ");
    expect(text).not.toMatch(/simulat|activation|resynchroni|score|QRS area|model|predict|Vorhersage|berechnet/i);
  });

  test("says that no clinician has checked it", () => {
    expect(leaflet.notChecked).toBeDefined();
  });
});

describe("what a patient is told", () => {
  const text = (id: string, changes: Partial<LeafletInput> = {}) =>
    buildLeaflet(input("en", changes))
      .sections.find((section) => section.id === id)!
      .sentences.map(({ parts }) => readParts(parts))
      .join("\n");

  test("no hold of an anticoagulant before the prescriber has confirmed it", () => {
    expect(text("preparation")).not.toContain("apixaban");
    expect(text("preparation")).toContain("no more dapagliflozin");
    expect(text("preparation")).toContain("You keep taking warfarin");
    expect(text("preparation", { drugs: ["phenprocoumon"] })).toContain("You keep taking phenprocoumon");
    expect(text("preparation", { drugs: [] })).not.toContain("You keep taking");
  });

  test("times in the zone of the site", () => {
    expect(text("preparation")).toContain("March 29, 2027 at 23:30");
  });

  test("both arms of a trial, of one denominator", () => {
    expect(text("benefits")).toContain("With the wire, 33 of 100 people");
    expect(text("benefits")).toContain("Without the wire, 40 of 100 people");
  });

  test("a risk as people with and without it, and none as 0", () => {
    expect(text("risks")).toContain("death: 19 of 1000 people while in the hospital; 981 did not");
    expect(text("risks", { isUpgrade: false })).toContain("death: 8 of 1000 people while in the hospital");
    expect(text("risks")).toContain("a twitch below the ribs that we must stop: 72 of 1000 people in 6 months");
    expect(text("risks")).toContain("a shock that was not needed: how many is not known for sure");
    expect(text("risks")).not.toMatch(/: 0 of/);
  });

  test("what is missing is said to be missing", () => {
    expect(text("indications", { records: [] })).toContain("We do not know yet how long a pulse takes");
    expect(text("indications")).toContain("A pulse takes 162 thousandths of a second to cross your heart.");
  });

  test("of a child to come only where that may be", () => {
    expect(text("preparation")).toContain("be with child");
    expect(text("preparation", { records: stateFacts({ sex: "male" }) })).not.toContain("with child");
  });

  test("every event of the urgency table in its tier, shocks only with a defibrillator", () => {
    const recovery = text("recovery");
    const [, emergencies, sameDay] = recovery.split(/Call 112|Call us on the same day/);
    for (const { id, tier, noticedBy } of URGENT_EVENTS) {
      if (noticedBy !== "patient") continue;
      const words = readParts(fillMessage(MESSAGE_FILES.en.events[id]!, { feverLimit: { kind: "count", text: "38" } }));
      expect(tier === "emergency" ? emergencies : sameDay).toContain(words);
    }
    expect(text("recovery", { device: "CRT-P" })).not.toContain("shock");
  });

  test("the worries go on to the clinician in the patient's own words", () => {
    expect(buildLeaflet(input("en")).worries.given).toEqual(["Will it hurt?"]);
  });
});

describe("message files", () => {
  const files = Object.values(MESSAGE_FILES);

  test("hold no digit, and at most 25 terms out of the count", () => {
    for (const file of files) {
      expect(JSON.stringify({ ...file, units: {} })).not.toMatch(/\d/);
      expect(file.terms.length).toBeLessThanOrEqual(MAXIMUM_TERMS);
    }
  });

  test("have the same sentences with the same values, and words for every risk and event", () => {
    const shape = (file: (typeof files)[number]) =>
      Object.values(file.sections).map(({ messages }) =>
        messages.map((message) => {
          const template = "list" in message ? message.list : "item" in message ? message.item : message.text;
          return ["only" in message ? message.only : undefined, listPlaceholders(template).sort()];
        }),
      );
    expect(shape(MESSAGE_FILES.de)).toEqual(shape(MESSAGE_FILES.en));
    for (const file of files) {
      expect(Object.keys(file.risks).sort()).toEqual(RISKS.map(({ id }) => id).sort());
      const noticed = URGENT_EVENTS.filter(({ noticedBy }) => noticedBy === "patient").map(({ id }) => id);
      expect(Object.keys(file.events).sort()).toEqual(noticed.sort());
    }
  });

  test("name drugs alike in both languages", () => {
    const drugs = (file: (typeof files)[number]) =>
      [...JSON.stringify(file.sections).matchAll(/paracetamol|ibuprofen|naproxen/gi)].map(([name]) =>
        name.toLowerCase(),
      );
    expect(drugs(MESSAGE_FILES.de)).toEqual(drugs(MESSAGE_FILES.en));
  });

  test("a message without its value is refused", () => {
    expect(() => fillMessage("Your date is {day}.", {})).toThrow(
      expect.objectContaining({ code: "message-value-missing" }),
    );
  });
});

test("a planted sentence of fourteen long words trips the gate", () => {
  const planted =
    "Postoperative immobilization necessitates multidisciplinary rehabilitation, individualized anticoagulation, electrocardiographic surveillance, pharmacological optimization, psychological reassurance, nutritional supplementation, physiotherapeutic mobilization.";
  const easy = { text: "We look at the wound after a week.", isListItem: false };
  expect(judgeReadability([easy, easy], "en", []).passes).toBe(true);
  expect(judgeReadability([easy, { text: planted, isListItem: false }], "en", []).passes).toBe(false);
});
