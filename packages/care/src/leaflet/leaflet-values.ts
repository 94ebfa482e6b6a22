/** The values that sentences of a leaflet ask for, each with where its number comes from. */
import { Temporal } from "temporal-polyfill";
import type { TaskTime } from "../calendar/task.ts";
import { TRIAL_EFFECTS } from "../evidence/benefit-catalog.ts";
import type { FactId } from "../facts/fact-catalog.ts";
import type { FactRecord } from "../facts/fact-record.ts";
import { knownValue } from "../facts/resolve-fact.ts";
import { type Figure, formatNumber } from "../figures/figure.ts";
import { PUBLISHED_DURATIONS } from "../rehearsal/model-duration.ts";
import type { LeafletPart, LeafletValues } from "./leaflet-part.ts";
import type { MessageFile } from "./message-file.ts";

/** Pain is asked about on a scale of 0 to 10, after these hours and on this day; from 4 on more is given. */
const PAIN = { painLow: 0, painHigh: 10, painFirst: 1, painSecond: 6, painThird: 24, painDay: 7, painCall: 4 };
const SCALES = { scaleLow: 1, scaleHigh: 4, hundred: 100, one: 1, feverLimit: 38 };

/** Counts that belong to the sentences themselves. */
export function listScaleValues(file: MessageFile): LeafletValues {
  return mapValues({ ...PAIN, ...SCALES }, (value) => countPart(value, file));
}

export function countPart(value: number, { locale }: MessageFile): LeafletPart {
  return { kind: "count", text: formatNumber(value, locale) };
}

/** What the trials found, as figures. */
export function listTrialValues(file: MessageFile): LeafletValues {
  const raft = TRIAL_EFFECTS.find(({ id }) => id === "raft.primary")!;
  const reverse = TRIAL_EFFECTS.find(({ id }) => id === "reverse.primary")!;
  const [fast, slow] = PUBLISHED_DURATIONS;
  return {
    raftWith: figurePart(raft.withCrt!, file, "bare"),
    raftWithout: figurePart(raft.without!, file, "bare"),
    raftMonths: monthsPart(raft.withCrt!, file),
    reverseWith: figurePart(reverse.withCrt!, file, "bare"),
    reverseWithout: figurePart(reverse.without!, file, "bare"),
    reverseMonths: monthsPart(reverse.withCrt!, file),
    durationFast: figurePart(fast!.figure, file, "withUnit"),
    durationSlow: figurePart(slow!.figure, file, "withUnit"),
  };
}

/** A figure as whole people or with its unit in words. */
function figurePart(figure: Figure, file: MessageFile, form: "bare" | "withUnit"): LeafletPart {
  const number = formatNumber(Math.round(figure.value), file.locale);
  return { kind: "figure", figure, text: form === "bare" ? number : `${number} ${file.units[figure.unit]}` };
}

function monthsPart(figure: Figure, file: MessageFile): LeafletPart {
  const months = figure.horizon!.kind === "inHospital" ? 0 : figure.horizon!.months;
  return { kind: "figure", figure, text: formatNumber(months, file.locale) };
}

/** Facts of the patient that are known; those in conflict are not told. */
export function listFactValues(records: readonly FactRecord[], file: MessageFile): LeafletValues {
  const facts: readonly (readonly [name: string, fact: FactId, unit: string])[] = [
    ["lvef", "lvef_pct", "%"],
    ["qrs", "qrsDuration_ms", "ms"],
    ["nyha", "nyhaClass", ""],
  ];
  return Object.fromEntries(
    facts.flatMap(([name, fact, unit]) => {
      const value = knownValue(records, fact);
      if (typeof value !== "number") return [];
      const text = [formatNumber(value, file.locale), file.units[unit]].filter(Boolean).join(" ");
      return [[name, { kind: "fact", fact, text } satisfies LeafletPart]];
    }),
  );
}

/** A day or a point in time in the words of the language, in the zone of the site. */
export function timePart(time: TaskTime, zone: string, { locale }: MessageFile): LeafletPart {
  const isDay = time.kind === "day";
  const epoch_ms = isDay ? Date.parse(`${time.date}T12:00Z`) : Temporal.Instant.from(time.at).epochMilliseconds;
  const format = new Intl.DateTimeFormat(locale, {
    timeZone: isDay ? "UTC" : zone,
    day: "numeric",
    month: "long",
    year: "numeric",
    ...(isDay ? {} : { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }),
  });
  return { kind: "date", text: format.format(epoch_ms) };
}

function mapValues<T>(record: Readonly<Record<string, number>>, map: (value: number) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value)]));
}
