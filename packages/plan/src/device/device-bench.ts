/**
 * A test bench on the heart of a finished plan: generator and heart in a closed loop, its strips, the tests of its leads,
 * with or without a fault.
 */
import { createRandom } from "@tributary/model";
import {
  type Disturbance,
  type GeneratorSettings,
  type ImplantedSystem,
  type InterrogationSnapshot,
  listSystemVectors,
  type Scenario,
  type TestedSystem,
} from "@tributary/model/generator";
import type { PlannedHeart } from "../explore/planned-heart.ts";
import { carryLeads } from "./carry-leads.ts";
import { testedSystemOf } from "./case-pairs.ts";
import { type CaseRhythm, describeCaseRhythm } from "./case-rhythm.ts";
import { expectProgrammed } from "./choose-vector.ts";
import { interrogateHeart } from "./interrogate-heart.ts";
import { applySystemFault, drawSystemFault, type SystemFault } from "./lead-fault-on-system.ts";
import { poseScenario } from "./pose-scenario.ts";
import { type DeviceRun, runDevice } from "./run-device.ts";
import { createStripSampler, type StripSampler } from "./sample-strip.ts";
import { type OutputTest, poseOutputTest } from "./threshold-test.ts";

/** What lies on the bench: the generator as programmed, and what happens to heart and leads. */
export interface BenchSetup {
  readonly system: ImplantedSystem;
  readonly settings: GeneratorSettings;
  readonly disturbance: Disturbance;
  readonly duration_ms: number;
  readonly fault: SystemFault | undefined;
}

export interface DeviceBench {
  /** The heart as the programmed generator meets it. */
  describeHeart(setup: Pick<BenchSetup, "system" | "settings">): CaseRhythm;
  /** The leads, with the fault where there is one. */
  leads(setup: Pick<BenchSetup, "system" | "fault">): TestedSystem;
  /** A fault that nobody has seen; the same seed, the same fault. Undefined: the leads are sound. */
  drawFault(system: ImplantedSystem, seed: number): SystemFault | undefined;
  run(setup: BenchSetup): DeviceRun;
  /** A few beats paced at one output, for a person to see whether it captures. */
  runOutputTest(setup: Omit<BenchSetup, "duration_ms" | "disturbance">, test: OutputTest): DeviceRun;
  /** Draws strips of what was run with these settings. */
  stripsOf(settings: GeneratorSettings, system: ImplantedSystem): StripSampler;
  readOut(setup: BenchSetup, time: string): InterrogationSnapshot;
}

/** @param leads  surface leads of the strips */
export function createDeviceBench(
  heart: PlannedHeart,
  leads: Parameters<typeof createStripSampler>[0]["leads"],
): DeviceBench {
  const sound = new Map<string, TestedSystem>();
  const samplers = new Map<string | undefined, StripSampler>();

  function soundLeads(system: ImplantedSystem): TestedSystem {
    const known = sound.get(system.device.name) ?? testedSystemOf({ ...heart, system });
    sound.set(system.device.name, known);
    return known;
  }
  function leadsOf({ system, fault }: Pick<BenchSetup, "system" | "fault">): TestedSystem {
    return fault ? applySystemFault(soundLeads(system), fault) : soundLeads(system);
  }
  function describeHeart({ system, settings }: Pick<BenchSetup, "system" | "settings">): CaseRhythm {
    const vector = expectProgrammed(heart.lead, listSystemVectors(system), settings);
    return describeCaseRhythm({ ...heart, cathode: vector?.vector.cathode, leftThreshold_V: vector?.threshold_V });
  }
  function pose(setup: BenchSetup): Scenario {
    const request = { disturbance: setup.disturbance, duration_ms: setup.duration_ms, change: {} };
    return carryLeads(poseScenario(request, describeHeart(setup), setup.settings), leadsOf(setup));
  }
  return {
    describeHeart,
    leads: leadsOf,
    drawFault: (system, seed) => drawSystemFault(soundLeads(system), createRandom(seed)),
    run: (setup) => runDevice(pose(setup)),
    runOutputTest(setup, test) {
      const posed = poseOutputTest(setup.settings, describeHeart(setup).rhythm, test);
      return runDevice(carryLeads(posed, leadsOf(setup)));
    },
    stripsOf(settings, system) {
      const cathode = expectProgrammed(heart.lead, listSystemVectors(system), settings)?.vector.cathode;
      const known = samplers.get(cathode) ?? createStripSampler({ ...heart, model: heart.ecg, cathode, leads });
      samplers.set(cathode, known);
      return known;
    },
    readOut: (setup, time) =>
      interrogateHeart({
        ...{ system: setup.system, lead: heart.lead.lead, tested: leadsOf(setup), time },
        scenario: pose(setup),
      }),
  };
}
