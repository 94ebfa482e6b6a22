import {
  type ElectrodePair,
  type GeneratorSettings,
  NO_CAPTURE_V,
  type RhythmSettings,
  type Scenario,
  type ScriptedAction,
  scriptLeadNoise,
  type TestedSystem,
  trueThreshold_V,
} from "@tributary/model/generator";

/** The scenario with its leads as they are: thresholds at the programmed widths, sizes of signals, noise of their own. */
export function carryLeads(scenario: Scenario, { atrial, right, left }: TestedSystem): Scenario {
  const { settings, duration_ms } = scenario;
  const noise = [
    ...(atrial?.hasLeadNoise ? scriptLeadNoise("A", duration_ms) : []),
    ...(right.hasLeadNoise ? scriptLeadNoise("V", duration_ms) : []),
  ];
  return {
    ...scenario,
    rhythm: {
      ...scenario.rhythm,
      ...(atrial && {
        pWave_mV: atrial.signal_mV,
        atrialThreshold_V: threshold_V(atrial, settings.atrialPulseWidth_ms),
      }),
      rWave_mV: right.signal_mV,
      rightThreshold_V: threshold_V(right, settings.ventricularPulseWidth_ms),
      ...carryLeft(left, settings),
    },
    script: [...scenario.script, ...noise].sort(byTime),
  };
}

function carryLeft(left: TestedSystem["left"], settings: GeneratorSettings): Partial<RhythmSettings> {
  const pair = left.find(({ name }) => name === settings.lvVector);
  return pair
    ? { lvRWave_mV: pair.signal_mV, leftThreshold_V: threshold_V(pair, settings.leftVentricularPulseWidth_ms) }
    : {};
}

function threshold_V(pair: ElectrodePair, pulseWidth_ms: number): number {
  return Math.min(NO_CAPTURE_V, trueThreshold_V(pair, pulseWidth_ms));
}

function byTime(a: ScriptedAction, b: ScriptedAction): number {
  return a.time_ms - b.time_ms;
}
