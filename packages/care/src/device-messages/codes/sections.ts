import type { DeviceCode } from "./device-code.ts";
import { GENERATOR_CODES, LEAD_CODES, SESSION_CODES } from "./identity-codes.ts";
import {
  BATTERY_CODES,
  HIGH_VOLTAGE_CODES,
  LEFT_VENTRICULAR_CODES,
  RIGHT_ATRIAL_CODES,
  RIGHT_VENTRICULAR_CODES,
} from "./measurement-codes.ts";
import { OUTPUT_CODES, SETTING_CODES } from "./setting-codes.ts";
import { COUNTER_CODES, EPISODE_CODES, PACING_CODES, RATE_CODES, TEST_CODES } from "./statistics-codes.ts";
import { TACHYCARDIA_CODES, THERAPY_CODES, ZONE_CODES } from "./tachycardia-codes.ts";

/** A part of a snapshot that a message tells by one code a field. */
export interface Section {
  readonly title: string;
  /** Told once, or once an instance. */
  readonly repeats: boolean;
  readonly codes: Readonly<Record<string, DeviceCode>>;
}

/** Every section, in the order they are written. */
export const SECTIONS = {
  session: { title: "Session", repeats: false, codes: SESSION_CODES },
  generator: { title: "Generator", repeats: false, codes: GENERATOR_CODES },
  leads: { title: "Leads", repeats: true, codes: LEAD_CODES },
  RA: { title: "Right atrial measurements", repeats: false, codes: RIGHT_ATRIAL_CODES },
  RV: { title: "Right ventricular measurements", repeats: false, codes: RIGHT_VENTRICULAR_CODES },
  LV: { title: "Left ventricular measurements", repeats: false, codes: LEFT_VENTRICULAR_CODES },
  highVoltage: { title: "High-voltage measurements", repeats: false, codes: HIGH_VOLTAGE_CODES },
  battery: { title: "Battery", repeats: false, codes: BATTERY_CODES },
  pacing: { title: "Pacing", repeats: false, codes: PACING_CODES },
  counters: { title: "Counters", repeats: false, codes: COUNTER_CODES },
  rates: { title: "Ventricular rates", repeats: true, codes: RATE_CODES },
  episodes: { title: "Episodes", repeats: true, codes: EPISODE_CODES },
  settings: { title: "Settings", repeats: false, codes: SETTING_CODES },
  outputs: { title: "Outputs in force", repeats: false, codes: OUTPUT_CODES },
  tachycardia: { title: "Tachycardia settings", repeats: false, codes: TACHYCARDIA_CODES },
  zones: { title: "Tachycardia zones", repeats: true, codes: ZONE_CODES },
  therapies: { title: "Tachycardia therapies", repeats: true, codes: THERAPY_CODES },
  tests: { title: "Tests", repeats: true, codes: TEST_CODES },
} as const satisfies Record<string, Section>;

export type SectionId = keyof typeof SECTIONS;

/** A code with the field it belongs to. */
export interface CodePlace {
  readonly section: SectionId;
  readonly field: string;
  readonly code: DeviceCode;
}

/** The whole table of codes, row by row. */
export const EXCHANGE_CODES: readonly CodePlace[] = (Object.keys(SECTIONS) as SectionId[]).flatMap((section) =>
  Object.entries<DeviceCode>(SECTIONS[section].codes).map(([field, code]) => ({ section, field, code })),
);
