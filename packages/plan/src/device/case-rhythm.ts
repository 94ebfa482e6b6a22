/**
 * The heart that beats beside a generator, as far as a case tells: rate, conduction, and the times between the electrodes
 * on this heart. The rest (retrograde conduction, refractory periods, sizes of signals) is that of the table of rhythm
 * parameters, and listed as such.
 */

import type { ActivationStudy } from "@tributary/engine";
import { type ConductionSpecification, INTRINSIC_SOURCE, type PreparedHeart, RV_SOURCE } from "@tributary/engine";
import { interpolateAtLocation, type LvElectrode } from "@tributary/model";
import { DEFAULT_RHYTHM, RHYTHM_PARAMETERS, type RhythmSettings } from "@tributary/model/generator";
import { findIntrinsicStart_ms, timeRhythm } from "../timing/delay-grid.ts";

export interface CaseRhythmInput {
  readonly prepared: PreparedHeart;
  readonly study: Pick<ActivationStudy, "fields" | "sites">;
  readonly conduction: ConductionSpecification;
  readonly heartRate_perMin: number | undefined;
  /** Undefined where no lead is placed. */
  readonly cathode: LvElectrode | undefined;
  /** Expected threshold of the programmed vector at the programmed width; undefined where not estimated. */
  readonly leftThreshold_V: number | undefined;
}

/** One value of the heart, and where it is from. */
export interface RhythmOrigin {
  readonly name: keyof RhythmSettings;
  readonly value: RhythmSettings[keyof RhythmSettings];
  readonly unit: string;
  /** "case": given in it. "model": computed on this heart. "assumed": the same for every case. */
  readonly from: "case" | "model" | "assumed";
  readonly how: string;
}

export interface CaseRhythm {
  readonly rhythm: RhythmSettings;
  /** Every value, those of the case first, then computed, then assumed. */
  readonly origins: readonly RhythmOrigin[];
  readonly hasAtrialFibrillation: boolean;
  readonly remarks: readonly string[];
}

interface Known {
  readonly name: keyof RhythmSettings;
  readonly value: RhythmSettings[keyof RhythmSettings];
  readonly from: "case" | "model";
  readonly how: string;
}

export function describeCaseRhythm(input: CaseRhythmInput): CaseRhythm {
  const known = [...readCase(input), ...computeTimes(input)];
  const remarks: string[] = [];
  const bounded = known.map((entry) => keepInRange(entry, remarks));
  const rhythm = { ...DEFAULT_RHYTHM, ...Object.fromEntries(bounded.map(({ name, value }) => [name, value])) };
  return {
    rhythm,
    origins: [...bounded.map(addUnit), ...listAssumed(bounded)],
    hasAtrialFibrillation: input.conduction.atrioventricular.kind === "atrialFibrillation",
    remarks,
  };
}

function readCase({ conduction, heartRate_perMin }: CaseRhythmInput): Known[] {
  const { atrioventricular } = conduction;
  const rate: Known[] =
    heartRate_perMin === undefined
      ? []
      : [
          {
            name: "sinusInterval_ms",
            value: 60_000 / heartRate_perMin,
            from: "case",
            how: `heart rate ${heartRate_perMin} a minute`,
          },
        ];
  const conducts = atrioventricular.kind !== "block" && conduction.pattern !== "rvPaced";
  const how = conducts ? "the case has no AV block" : "AV block, or a heart that is paced all the time";
  return [...rate, { name: "conductsAntegrade", value: conducts, from: "case", how }];
}

/** Times on this heart: from the atrium to the right electrode, and between the electrodes of both leads. */
function computeTimes(input: CaseRhythmInput): Known[] {
  const { conduction, cathode, leftThreshold_V } = input;
  const intrinsicRv_ms = timeAt(input, INTRINSIC_SOURCE, RV_SOURCE);
  const { rvSense_ms } = timeRhythm(findIntrinsicStart_ms(conduction.atrioventricular), intrinsicRv_ms);
  const times: Known[] = [];
  if (rvSense_ms !== undefined) {
    const how = "PR interval of the case, and activation at the right-ventricular lead";
    times.push({ name: "avConduction_ms", value: rvSense_ms, from: "model", how });
  }
  if (cathode === undefined) return times;
  const intrinsicLv_ms = timeAt(input, INTRINSIC_SOURCE, cathode);
  const [toLeft_ms, toRight_ms] = [timeAt(input, RV_SOURCE, cathode), timeAt(input, cathode, RV_SOURCE)];
  if (intrinsicRv_ms !== undefined && intrinsicLv_ms !== undefined) {
    const how = `conducted beat: activation at ${cathode} minus at the right-ventricular lead`;
    times.push({ name: "rightToLeft_ms", value: intrinsicLv_ms - intrinsicRv_ms, from: "model", how });
  }
  if (toLeft_ms !== undefined && toRight_ms !== undefined) {
    const how = `paced from the one lead to the other (${toLeft_ms.toFixed(0)} and ${toRight_ms.toFixed(0)} ms), mean`;
    times.push({ name: "pacedTransit_ms", value: (toLeft_ms + toRight_ms) / 2, from: "model", how });
  }
  if (leftThreshold_V !== undefined && leftThreshold_V < Infinity) {
    const how = `expected threshold of ${cathode} by its distance to viable muscle`;
    times.push({ name: "leftThreshold_V", value: leftThreshold_V, from: "model", how });
  }
  return times;
}

/** When the field of a source is at the site of another; undefined where either is not there. */
function timeAt({ prepared, study }: CaseRhythmInput, source: string, site: string): number | undefined {
  const field = study.fields.find(({ sourceId }) => sourceId === source);
  const location = study.sites.get(site);
  if (!field || !location) return undefined;
  const time_ms = interpolateAtLocation(prepared.heart, field.times_ms, location);
  return Number.isFinite(time_ms) ? time_ms : undefined;
}

/** The event heart knows times within its own ranges; a value beyond is cut, and said to be. */
function keepInRange(entry: Known, remarks: string[]): Known {
  if (typeof entry.value !== "number" || !(entry.name in RHYTHM_PARAMETERS)) return entry;
  const { range, unit } = RHYTHM_PARAMETERS[entry.name as keyof typeof RHYTHM_PARAMETERS];
  const value = Math.min(range[1], Math.max(range[0], entry.value));
  if (value === entry.value) return { ...entry, value: roundTo(value) };
  remarks.push(
    `${entry.name} would be ${roundTo(entry.value)} ${unit}; ${value} ${unit} was taken, the end of its range.`,
  );
  return { ...entry, value };
}

/** Tenths of a millisecond, hundredths of a volt: finer means nothing here. */
function roundTo(value: number): number {
  return Number(value.toFixed(Math.abs(value) < 10 ? 2 : 1));
}

function unitOf(name: keyof RhythmSettings): string {
  const unit = name in RHYTHM_PARAMETERS ? RHYTHM_PARAMETERS[name as keyof typeof RHYTHM_PARAMETERS].unit : "1";
  return unit === "1" ? "" : unit;
}

function addUnit(entry: Known): RhythmOrigin {
  return { ...entry, unit: unitOf(entry.name) };
}

function listAssumed(known: readonly Known[]): RhythmOrigin[] {
  const names = Object.keys(DEFAULT_RHYTHM) as (keyof RhythmSettings)[];
  return names
    .filter((name) => name !== "seed" && !known.some((entry) => entry.name === name))
    .map((name) => ({
      name,
      value: DEFAULT_RHYTHM[name],
      unit: unitOf(name),
      from: "assumed",
      how: name in RHYTHM_PARAMETERS ? RHYTHM_PARAMETERS[name as keyof typeof RHYTHM_PARAMETERS].source : "assumed",
    }));
}
