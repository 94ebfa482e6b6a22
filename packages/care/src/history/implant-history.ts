/** What was implanted in a patient, and what was found at the visits after it. */
import { TributaryError } from "@tributary/model";
import { z } from "zod";
import type { FactRecord } from "../facts/fact-record.ts";
import { readFact } from "../journey/read-fact.ts";

export const GENERATOR_ROLES = ["crtP", "crtD", "icd", "pacemaker"] as const;
export const LEAD_ROLES = ["rightAtrialLead", "rightVentricularLead", "leftVentricularLead"] as const;
const DEVICE_ROLES = [...GENERATOR_ROLES, ...LEAD_ROLES, "sheath", "guideWire", "balloonCatheter"] as const;
export type DeviceRole = (typeof DEVICE_ROLES)[number];

const day = z.iso.date();
const name = z.string().min(1).max(120);
const device = z.strictObject({
  role: z.enum(DEVICE_ROLES),
  manufacturer: name.exactOptional(),
  model: name.exactOptional(),
  serial: name.exactOptional(),
  lot: name.exactOptional(),
  /** As printed on its box. */
  udi: name.exactOptional(),
  implantedOn: day.exactOptional(),
});
const measurement = z.strictObject({
  lead: z.enum(LEAD_ROLES),
  vector: name,
  threshold_V: z.number().min(0).max(20),
  pulseWidth_ms: z.number().min(0.05).max(3),
  phrenic_V: z.number().min(0).max(20).exactOptional(),
  impedance_ohm: z.number().min(0).max(5000).exactOptional(),
  sensing_mV: z.number().min(0).max(60).exactOptional(),
});
const implant = z.strictObject({
  date: day,
  /** The generator first. */
  implanted: z.array(device).min(1).max(12),
  /** Opened and not left in the patient. */
  used: z.array(device).max(40).default([]),
  explanted: z.array(device).max(12).default([]),
  contrast_mL: z.number().min(0).max(1000).exactOptional(),
  measurements: z.array(measurement).max(200).default([]),
});
const visit = z.strictObject({
  date: day,
  facts: z.array(z.strictObject({ fact: name, value: z.union([z.number(), z.boolean(), z.string()]) })).max(200),
});
const history = z.strictObject({
  implant: implant.exactOptional(),
  visits: z.array(visit).max(200).default([]),
});

export type HistoryDevice = z.infer<typeof device>;
export type LeadMeasurement = z.infer<typeof measurement>;
export type ImplantRecord = z.infer<typeof implant>;

/** A visit after the implant and what was found; its findings never change what was decided before. */
export interface VisitRecord {
  readonly date: string;
  readonly facts: readonly FactRecord[];
}

export interface ImplantHistory {
  readonly implant: ImplantRecord | undefined;
  readonly visits: readonly VisitRecord[];
}

export const NO_HISTORY: ImplantHistory = { implant: undefined, visits: [] };

/**
 * A history from its file.
 *
 * @throws TributaryError "history-invalid", and of its findings "unknown-fact", "fact-value"
 */
export function readHistory(text: string, file: string): ImplantHistory {
  const result = history.safeParse(parseJson(text, file));
  if (!result.success) {
    const [issue] = result.error.issues;
    throw invalid(`${file}, ${issue?.path.join(".") ?? ""}`, issue?.message ?? "it does not follow the schema");
  }
  const { visits } = result.data;
  return {
    implant: result.data.implant,
    visits: visits.map(({ date, facts }, i) => ({
      date,
      facts: facts.map((fact, k) => readFact({ ...fact, date }, `${file}, visits[${i}].facts[${k}]`, file)),
    })),
  };
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw invalid(file, (error as Error).message);
  }
}

function invalid(where: string, why: string): TributaryError {
  return new TributaryError({
    code: "history-invalid",
    what: "The file is no history of an implant.",
    where,
    why,
    fix: "Give implant and visits as docs/care.md shows them; leave out what is not known.",
  });
}
