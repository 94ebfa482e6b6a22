/**
 * Delays that a generator cannot deliver, by the generator itself: programmed with its interlocks, then run beside a heart that
 * beats at the patient's rate and conducts as the case says.
 */
import type { LvLead } from "@tributary/model";
import { TributaryError } from "@tributary/model";
import {
  connectAll,
  countPacing,
  DEFAULT_RHYTHM,
  GENERATOR_DEVICES,
  type GeneratorSettings,
  type ImplantedSystem,
  listSystemVectors,
  NOMINAL_CRT_SETTINGS,
  programGenerator,
  type RhythmSettings,
  runStepped,
} from "@tributary/model/generator";
import { PLAN_PARAMETERS } from "../plan-parameters.ts";
import type { DelayGrid } from "../timing/delay-grid.ts";
import type { RhythmTiming } from "../timing/schedule-pulses.ts";

export interface DelayRefusalInput {
  readonly lead: Pick<LvLead, "electrodeCount">;
  readonly rvLead: "ring" | "coil";
  readonly heartRate_perMin: number | undefined;
  /** Other settings than the nominal ones. */
  readonly base?: GeneratorSettings;
}

/** Long enough for the second and later beats, which a protection period can touch. */
const RUN_ms = 12_000;

/**
 * Why each pair of delays is not delivered, AV by AV and within it VV by VV; undefined where it is.
 *
 * Cost: one run of the loop for each pair, about a millisecond.
 */
export function refuseDelays(rhythm: RhythmTiming, grid: DelayGrid, input: DelayRefusalInput): (string | undefined)[] {
  const system = connectAll(GENERATOR_DEVICES[input.rvLead === "coil" ? "CRT-D" : "CRT-P"], input.lead.electrodeCount);
  const heart = beatAs(rhythm, input);
  return grid.avDelays_ms.flatMap((avDelay_ms) =>
    grid.vvDelays_ms.map((vvDelay_ms) => {
      const programmed = program({ avDelay_ms, vvDelay_ms }, system, input.base ?? NOMINAL_CRT_SETTINGS);
      if (typeof programmed === "string") return programmed;
      return judgeRun(programmed, heart, rhythm) ?? judgeMargin(avDelay_ms, rhythm);
    }),
  );
}

function beatAs({ rvSense_ms }: RhythmTiming, { heartRate_perMin }: DelayRefusalInput): RhythmSettings {
  return {
    ...DEFAULT_RHYTHM,
    sinusInterval_ms: heartRate_perMin === undefined ? DEFAULT_RHYTHM.sinusInterval_ms : 60_000 / heartRate_perMin,
    conductsAntegrade: rvSense_ms !== undefined,
    avConduction_ms: rvSense_ms ?? DEFAULT_RHYTHM.avConduction_ms,
    // The PR interval is that of this rate.
    avDecrement_ms: 0,
  };
}

interface Delays {
  readonly avDelay_ms: number | undefined;
  readonly vvDelay_ms: number;
}

/** The settings, or why an interlock or a range refuses them; a warning is no refusal. */
function program(
  { avDelay_ms, vvDelay_ms }: Delays,
  system: ImplantedSystem,
  base: GeneratorSettings,
): GeneratorSettings | string {
  const offset_ms = base.sensedAvDelayOffset_ms === "off" ? 0 : base.sensedAvDelayOffset_ms;
  const change = {
    vvDelay_ms,
    lvVector: listSystemVectors(system)[0]!.name,
    ...(avDelay_ms === undefined ? {} : { fixedAvDelay_ms: avDelay_ms - offset_ms }),
  };
  try {
    const result = programGenerator(base, change, system);
    return result.kind === "programmed" ? result.settings : { ...base, ...change };
  } catch (error) {
    if (!(error instanceof TributaryError)) throw error;
    return `the programmer refuses it: ${error.why}`;
  }
}

function judgeRun(
  settings: GeneratorSettings,
  heart: RhythmSettings,
  { rvSense_ms }: RhythmTiming,
): string | undefined {
  const counters = countPacing(runStepped({ settings, rhythm: heart, script: [], duration_ms: RUN_ms }));
  const beats = counters.ventricularPaced + counters.ventricularSensed;
  if (counters.leftWithheld > 0)
    return `the protection period of ${settings.lvProtectionPeriod_ms} ms withholds ${counters.leftWithheld} of ${beats} left pulses`;
  if (counters.resynchronized === 0 && rvSense_ms !== undefined)
    return `the conducted beat is sensed ${rvSense_ms.toFixed(0)} ms after the atrium and inhibits both pulses`;
  // The first beat comes before the sinus node has set the rhythm.
  if (counters.resynchronized < beats - 1) return `only ${counters.resynchronized} of ${beats} beats are paced`;
  return undefined;
}

function judgeMargin(avDelay_ms: number | undefined, { rvSense_ms }: RhythmTiming): string | undefined {
  const margin_ms = PLAN_PARAMETERS.avSafetyMargin_ms.value;
  if (avDelay_ms === undefined || rvSense_ms === undefined || avDelay_ms + margin_ms <= rvSense_ms) return undefined;
  return `less than ${margin_ms} ms are left to the conducted beat, which is sensed ${rvSense_ms.toFixed(0)} ms after the atrium`;
}
