import {
  atrialPacedFraction,
  countByKind,
  isHeartMarker,
  MARKER_MEANING,
  markerName,
  resynchronizedFractions,
  ventricularPacedFraction,
} from "@tributary/model/generator";
import type { CaseRhythm, DeviceRun } from "@tributary/plan";
import { renderTextTable } from "../output/text-table.ts";
import { renderListItem } from "../output/wrap-text.ts";

export interface DescribedRun {
  readonly title: string;
  readonly what: string;
  readonly program: readonly (readonly [string, string])[];
  readonly run: DeviceRun;
  readonly heart: CaseRhythm;
  readonly remarks: readonly string[];
}

/** A run for a person at a terminal. */
export function describeDeviceRun({ title, what, program, run, heart, remarks }: DescribedRun): string {
  const duration_s = run.scenario.duration_ms / 1000;
  return [
    title,
    `${formatDuration(duration_s)}, ${run.eventCount} events; scenario: ${what}`,
    "",
    renderTextTable(["programmed", ""], program),
    "",
    renderTextTable(["marker", "count:", "meaning"], listMarkers(run)),
    "",
    renderTextTable(["pacing", "share of its events:"], listShares(run)),
    "",
    renderTextTable(["interval", "count:", "shortest ms:", "mean ms:", "longest ms:"], listIntervals(run)),
    "",
    ...describeHeartSide(run),
    describeSafety(run),
    "",
    renderTextTable(["heart", "value:", "from", "how"], listKnown(heart), [undefined, undefined, undefined, 84]),
    "",
    ...[describeAssumed(heart), ...heart.remarks, ...remarks].map(renderListItem),
    "",
    "Research, planning and training use; not for diagnosis or live care.",
  ].join("\n");
}

function formatDuration(duration_s: number): string {
  if (duration_s < 7200) return `${Number(duration_s.toFixed(1))} s`;
  return `${Number((duration_s / 3600).toFixed(1))} hours`;
}

function listMarkers({ blocks }: DeviceRun): string[][] {
  return [...countByKind(blocks).entries()]
    .filter(([kind, count]) => count > 0 && !isHeartMarker(kind))
    .map(([kind, count]) => [markerName(kind), String(count), MARKER_MEANING[kind] ?? ""]);
}

function percent(fraction: number): string {
  return `${(100 * fraction).toFixed(1)} %`;
}

function listShares({ counters }: DeviceRun): string[][] {
  const { delivered, effective } = resynchronizedFractions(counters);
  return [
    ["atrium paced", percent(atrialPacedFraction(counters))],
    ["ventricles paced", percent(ventricularPacedFraction(counters))],
    ["resynchronized, delivered", percent(delivered)],
    ["resynchronized, effective: the left pulse captured", percent(effective)],
  ];
}

function listIntervals({ intervals }: DeviceRun): string[][] {
  const names = { atrial: "atrium", ventricular: "ventricles", sensedAv: "AV, sensed", pacedAv: "AV, paced" } as const;
  return (Object.keys(names) as (keyof typeof names)[]).map((key) => {
    const summary = intervals[key];
    if (!summary) return [names[key], "0"];
    const { count, least_ms, mean_ms, most_ms } = summary;
    return [names[key], String(count), ...[least_ms, mean_ms, most_ms].map((value) => value.toFixed(0))];
  });
}

function describeHeartSide({ tally, episodes }: DeviceRun): string[] {
  const rows = [
    ["beats", String(tally.ventricularBeats)],
    ["atrial pulses without capture", String(tally.uncapturedAtrial)],
    ["right-ventricular pulses without capture", String(tally.uncapturedRight)],
    ["left-ventricular pulses without capture", String(tally.uncapturedLeft)],
    ["atrial deflections that nothing answered", String(tally.unseenAtrial)],
    ["ventricular deflections that nothing answered", String(tally.unseenVentricular)],
    ["longest pause", `${tally.longestPause_ms.toFixed(0)} ms`],
  ].filter(([, count]) => count !== "0");
  const told = episodes.map(({ kind, start_us, end_us, pulses, shocks }) => {
    const end = end_us === undefined ? "goes on" : `to ${(end_us / 1e6).toFixed(1)} s`;
    const therapy = kind === "tachycardia" ? `, ${pulses} pulses, ${shocks} shocks` : "";
    return `${kind}: ${(start_us / 1e6).toFixed(1)} s, ${end}${therapy}`;
  });
  return [
    renderTextTable(["what the heart did", "count:"], rows),
    "",
    ...told.slice(0, MOST_EPISODES).map(renderListItem),
  ];
}

const MOST_EPISODES = 10;

function describeSafety({ violations }: DeviceRun): string {
  if (violations === undefined) return "Safety properties: not judged, the log is too long.";
  if (violations.length === 0) return "Safety properties S1 to S10, P1 to P3: all hold.";
  const [first] = violations;
  return `Safety properties: ${violations.length} broken; first ${first!.property} at ${first!.time_us / 1e6} s: ${first!.what}`;
}

function listKnown({ origins }: CaseRhythm): string[][] {
  return origins
    .filter(({ from }) => from !== "assumed")
    .map(({ name, value, unit, from, how }) => [name, `${value} ${unit}`.trim(), from, how]);
}

function describeAssumed({ origins }: CaseRhythm): string {
  const assumed = origins.filter(({ from }) => from === "assumed");
  return `Assumed, the same for every case (no case tells of conduction back to the atria, refractory periods or sizes of signals): ${assumed.map(({ name, value, unit }) => `${name} ${value} ${unit}`.trim()).join(", ")}. --heart changes them.`;
}
