import type { ReadSnapshot } from "@tributary/care";
import {
  type BatteryReadout,
  type ChamberReadout,
  GENERATOR_SETTINGS,
  type InterrogationSnapshot,
  type LeadReadout,
  type PacingCounters,
  RATE_CLASSES_bpm,
  type SettingName,
} from "@tributary/model/generator";
import { renderTextTable } from "../output/text-table.ts";
import { renderListItem } from "../output/wrap-text.ts";

const MISSING = "missing";
const WHY_WIDTH = 44;
const TEXT_WIDTH = 40;
const CODE_WIDTH = 48;
/** Settings and counters stand side by side, this many a row. */
const PAIRS_PER_ROW = 2;

/** A snapshot as a person reads it; what it does not tell is named missing. */
export function describeSnapshot({ snapshot, unread, remarks }: ReadSnapshot): string {
  const { session, generator, leads, episodes, settings, tests, counters } = snapshot;
  return [
    `Interrogation of ${sayMoment(session.time)}, ${session.kind ?? "kind of session missing"}`,
    part("Generator", describeGenerator(generator)),
    part("Leads", describeLeads(leads)),
    part("Measurements", describeMeasurements(snapshot)),
    part("Battery", describeBattery(snapshot.battery)),
    part("Pacing", describePacing(snapshot)),
    part("Counters", counters ? describeCounters(counters) : MISSING),
    part("Episodes", describeEpisodes(episodes)),
    part("Settings", describeSettings(settings)),
    part(
      "Tests at implant",
      tests.map(({ id, outcome, what }) => `${id}: ${outcome} (${what})`).join("\n") || "none told",
    ),
    ...(unread.length === 0 ? [] : [part("Kept and not read", describeUnread(unread))]),
    ...(remarks.length === 0 ? [] : [part("Remarks", remarks.map(renderListItem).join("\n"))]),
    "Research, planning and training use; not for diagnosis or live care.",
  ].join("\n\n");
}

function describeGenerator(generator: InterrogationSnapshot["generator"]): string {
  return renderTextTable(["kind", ...IDENTITY], [[generator.kind ?? MISSING, ...sayIdentity(generator)]]);
}

const IDENTITY = ["maker", "model", "serial number", "implanted"];

function sayIdentity({ manufacturer, model, serial, implantDate }: LeadReadout): string[] {
  return [manufacturer, model, serial, implantDate].map((text) => text ?? MISSING);
}

function describeLeads(leads: readonly LeadReadout[]): string {
  if (leads.length === 0) return "none told";
  return renderTextTable(
    ["place", "connector", "electrodes", ...IDENTITY],
    leads.map((lead) => [
      lead.place ?? MISSING,
      lead.connector ?? MISSING,
      String(lead.electrodeCount ?? MISSING),
      ...sayIdentity(lead),
    ]),
  );
}

const CHAMBERS = { RA: "right atrium", RV: "right ventricle", LV: "left ventricle" } as const;

function describeMeasurements({ chambers, shockImpedance_ohm }: InterrogationSnapshot): string {
  const rows = (Object.keys(CHAMBERS) as (keyof typeof CHAMBERS)[]).map((chamber) => [
    CHAMBERS[chamber],
    ...sayChamber(chambers[chamber] ?? {}),
  ]);
  const table = renderTextTable(["chamber", "signal mV:", "threshold:", "impedance ohm:"], rows);
  return shockImpedance_ohm === undefined ? table : `${table}\nShock impedance ${round(shockImpedance_ohm)} ohm`;
}

function sayChamber(chamber: ChamberReadout): string[] {
  return [sayNumber(chamber.signal_mV), sayThreshold(chamber), sayNumber(chamber.impedance_ohm)];
}

function sayThreshold({ threshold_V, noCaptureAt_V, thresholdPulseWidth_ms }: ChamberReadout): string {
  const width = thresholdPulseWidth_ms === undefined ? `width ${MISSING}` : `${round(thresholdPulseWidth_ms)} ms`;
  if (threshold_V !== undefined) return `${round(threshold_V)} V at ${width}`;
  return noCaptureAt_V === undefined ? MISSING : `none up to ${round(noCaptureAt_V)} V at ${width}`;
}

const MONTHS_PER_YEAR = 12;

function describeBattery(battery: BatteryReadout | undefined): string {
  if (!battery) return MISSING;
  const { remaining_months, remaining_percent, current_uA, voltage_V, status } = battery;
  const years = remaining_months === undefined ? "" : ` (${round(remaining_months / MONTHS_PER_YEAR)} years)`;
  return pairUp([
    ["remaining months", `${sayNumber(remaining_months)}${years}`],
    ["remaining %", sayNumber(remaining_percent)],
    ["mean current uA", sayNumber(current_uA)],
    ["voltage V", sayNumber(voltage_V)],
    ["status", status ?? MISSING],
  ]);
}

function describePacing({ pacing }: InterrogationSnapshot): string {
  const { countedFrom, countedTo } = pacing;
  const span = `Counted from ${countedFrom ? sayMoment(countedFrom) : MISSING} to ${countedTo ? sayMoment(countedTo) : MISSING}`;
  const shares = pairUp([
    ["atrial paced %", sayNumber(pacing.atrialPaced_percent)],
    ["ventricular paced %", sayNumber(pacing.ventricularPaced_percent)],
    ["resynchronized %", sayNumber(pacing.resynchronized_percent)],
    ["effectively resynchronized %", sayNumber(pacing.effectivelyResynchronized_percent)],
  ]);
  return `${span}\n${shares}`;
}

function describeCounters({ ventricularRates, ...counts }: Partial<PacingCounters>): string {
  const table = pairUp(Object.entries(counts).map(([name, count]) => [name, String(count)]));
  if (!ventricularRates) return table;
  const classes = ventricularRates.flatMap((count, i) => (count === 0 ? [] : [`${sayRateClass(i)}: ${count}`]));
  return `${table}\nVentricular beats by rate (per minute): ${classes.join(", ") || "none"}`;
}

function sayRateClass(index: number): string {
  const from = RATE_CLASSES_bpm[index - 1];
  const to = RATE_CLASSES_bpm[index];
  if (from === undefined) return `below ${to}`;
  return to === undefined ? `${from} and above` : `${from} to ${to}`;
}

function describeEpisodes(episodes: InterrogationSnapshot["episodes"]): string {
  if (episodes.length === 0) return "none told";
  return renderTextTable(
    ["kind", "start", "duration s:", "pulses:", "shocks:"],
    episodes.map(({ kind, start, duration_s, pulses, shocks }) => [
      kind,
      start ? sayMoment(start) : MISSING,
      duration_s === undefined ? "goes on" : String(round(duration_s)),
      sayNumber(pulses),
      sayNumber(shocks),
    ]),
  );
}

function describeSettings({ tachycardia, ...settings }: InterrogationSnapshot["settings"]): string {
  const told = Object.entries(settings).filter(([, value]) => value !== undefined);
  if (told.length === 0 && !tachycardia) return MISSING;
  const zones = tachycardia?.zones.map(
    ({ name, rate_bpm, therapies }) =>
      `Zone ${name} from ${round(rate_bpm)} a minute: ${therapies.map(({ kind }) => kind).join(", ") || "no therapy"}`,
  );
  return [pairUp(told.map(([name, value]) => saySetting(name, value))), ...(zones ?? [])].join("\n");
}

function saySetting(name: string, value: unknown): [string, string] {
  const rule = GENERATOR_SETTINGS[name as SettingName];
  const isNumber = rule?.kind === "number" && typeof value === "number";
  const unit = isNumber && rule.unit !== "1" ? ` ${rule.unit}` : "";
  return [name.replace(/_[^_]*$/, ""), `${value}${unit}`];
}

function describeUnread(unread: ReadSnapshot["unread"]): string {
  return renderTextTable(
    ["where", "code", "value", "why"],
    unread.map(({ place, code, text, why }) => [place, shorten(code), shorten(text), why]),
    [undefined, CODE_WIDTH, TEXT_WIDTH, WHY_WIDTH],
  );
}

/** A code without the way to its system: the last word of an address says which it is. */
function shorten(code: string): string {
  return code.replace(/^\S*\/([^/|\s]+\|)/, "$1");
}

/** Names with their values, some a row. */
function pairUp(pairs: readonly (readonly [string, string])[]): string {
  const rowCount = Math.ceil(pairs.length / PAIRS_PER_ROW);
  const columns = Array.from({ length: PAIRS_PER_ROW }, (_, i) => pairs.slice(i * rowCount, (i + 1) * rowCount));
  const widths = columns.map((column) =>
    [0, 1].map((part) => Math.max(0, ...column.map((pair) => pair[part]!.length))),
  );
  return Array.from({ length: rowCount }, (_, row) =>
    columns
      .map((column, i) => (column[row] ?? ["", ""]).map((text, part) => text.padEnd(widths[i]![part]!)).join("  "))
      .join("    ")
      .trimEnd(),
  ).join("\n");
}

/** 2026-03-09 08:00:00 +01:00; fractions of a second are left out. */
function sayMoment(time: string): string {
  return `${time.slice(0, 10)} ${time.slice(11, 19)} ${time.slice(-6)}`;
}

function sayNumber(value: number | undefined): string {
  return value === undefined ? MISSING : String(round(value));
}

const SHOWN_DIGITS = 4;

function round(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(SHOWN_DIGITS));
}

function part(heading: string, text: string): string {
  return `${heading}\n${text}`;
}
