import type { TestVerdict } from "../implant-tests/judge-implant.ts";
import type { LogBlock } from "../log/event-log.ts";
import type { GeneratorSettings } from "../parameters/generator-settings.ts";
import { type GeneratorDevice, hasLead, type ImplantedSystem } from "../system/implanted-system.ts";
import {
  atrialPacedFraction,
  countPacing,
  type PacingCounters,
  resynchronizedFractions,
  ventricularPacedFraction,
} from "./count-pacing.ts";
import { estimateBattery } from "./estimate-battery.ts";
import type {
  BatteryReadout,
  ChamberReadouts,
  EpisodeReadout,
  GeneratorReadout,
  InterrogationSession,
  InterrogationSnapshot,
  LeadReadout,
  PacingReadout,
} from "./interrogation-snapshot.ts";
import { type Episode, listEpisodes } from "./list-episodes.ts";
import { normalizeTime, shiftTime } from "./session-time.ts";

/** What stands outside the log. */
export interface InterrogatedParts {
  readonly session: InterrogationSession;
  readonly system: ImplantedSystem;
  readonly settings: GeneratorSettings;
  readonly chambers: ChamberReadouts;
  readonly shockImpedance_ohm?: number | undefined;
  /** Last tests at implant or follow-up. */
  readonly tests: readonly TestVerdict[];
}

const us_PER_MS = 1000;
const MONTHS_PER_YEAR = 12;

/**
 * Reads a generator out.
 *
 * @param blocks       everything it logged
 * @param duration_us  how long it ran until the session
 * @throws TributaryError "bad-session-time"
 */
export function interrogate(
  parts: InterrogatedParts,
  blocks: readonly LogBlock[],
  duration_us: number,
): InterrogationSnapshot {
  const { system, settings, chambers, shockImpedance_ohm, tests } = parts;
  const time = normalizeTime(parts.session.time);
  const timeAt = (at_us: number) => shiftTime(time, (at_us - duration_us) / us_PER_MS);
  const counters = countPacing(blocks);
  return {
    session: { ...parts.session, time },
    generator: { kind: generatorKind(system.device), ...system.identity },
    leads: listLeads(system),
    chambers,
    shockImpedance_ohm,
    battery: readBattery(settings, counters, duration_us, chambers),
    pacing: { countedFrom: timeAt(0), countedTo: time, ...readShares(counters, hasLead(system, "LV")) },
    counters,
    episodes: listEpisodes(blocks).map((episode) => readEpisode(episode, timeAt)),
    settings,
    tests,
  };
}

function generatorKind({ canDefibrillate, ports }: GeneratorDevice): GeneratorReadout["kind"] {
  const resynchronizes = ports.some(({ place }) => place === "LV");
  if (resynchronizes) return canDefibrillate ? "CRT-D" : "CRT-P";
  return canDefibrillate ? "ICD" : "pacemaker";
}

function listLeads({ leads, contents }: ImplantedSystem): LeadReadout[] {
  return contents.flatMap((content) => {
    const lead = typeof content === "number" ? leads[content] : undefined;
    if (!lead) return [];
    const { place, connector, lvLead, identity } = lead;
    return [{ place, connector, electrodeCount: lvLead?.electrodeCount, ...identity }];
  });
}

function readBattery(
  settings: GeneratorSettings,
  counters: PacingCounters,
  duration_us: number,
  { RA, RV, LV }: ChamberReadouts,
): BatteryReadout | undefined {
  const impedances = {
    atrial_ohm: RA?.impedance_ohm,
    right_ohm: RV?.impedance_ohm,
    left_ohm: LV?.impedance_ohm,
  };
  const estimate = estimateBattery(settings, counters, duration_us, impedances);
  return (
    estimate && {
      remaining_months: MONTHS_PER_YEAR * estimate.remaining_years,
      remaining_percent: 100 * (1 - estimate.usedFraction),
      current_uA: estimate.current_uA,
    }
  );
}

function readShares(counters: PacingCounters, hasLeftLead: boolean): PacingReadout {
  const hasAtrial = counters.atrialPaced + counters.atrialSensed > 0;
  const hasVentricular = counters.ventricularPaced + counters.ventricularSensed > 0;
  const { delivered, effective } = resynchronizedFractions(counters);
  return {
    ...(hasAtrial && { atrialPaced_percent: 100 * atrialPacedFraction(counters) }),
    ...(hasVentricular && { ventricularPaced_percent: 100 * ventricularPacedFraction(counters) }),
    ...(hasVentricular &&
      hasLeftLead && { resynchronized_percent: 100 * delivered, effectivelyResynchronized_percent: 100 * effective }),
  };
}

function readEpisode({ kind, start_us, end_us, pulses, shocks }: Episode, timeAt: (at_us: number) => string) {
  const duration_s = end_us === undefined ? undefined : Math.round((end_us - start_us) / us_PER_MS) / 1000;
  return { kind, start: timeAt(start_us), duration_s, pulses, shocks } satisfies EpisodeReadout;
}
