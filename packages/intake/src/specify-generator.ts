import type { LvLead } from "@tributary/model";
import {
  connectAll,
  DEFAULT_RHYTHM,
  GENERATOR_DEVICES,
  type GeneratorSettings,
  type ImplantedSystem,
  NOMINAL_CRT_SETTINGS,
  NOMINAL_TACHYCARDIA,
  type Scenario,
} from "@tributary/model/generator";
import type { LoadedCase } from "./loaded-case.ts";
import { specifyLead } from "./specify-lead.ts";

/** The generator of a case with its leads, and the heart it paces. */
export interface SpecifiedGenerator {
  readonly system: ImplantedSystem;
  readonly scenario: Omit<Scenario, "duration_ms">;
  /** What was taken because the case does not say it. */
  readonly remarks: readonly string[];
}

const ms_PER_MIN = 60_000;
/** Cycle of atrial fibrillation at an electrode and how far it spreads; assumed. */
const FIBRILLATION = { interval_ms: 170, spreadFraction: 0.25 } as const;

/**
 * The generator that belongs to a case: CRT-D with a coil in the right ventricle, else CRT-P, nominally programmed.
 *
 * Rate, PR interval, block and fibrillation are those of the case; all else of the heart is the default rhythm.
 *
 * @throws TributaryError of `specifyLead`
 */
export function specifyGenerator(loaded: LoadedCase): SpecifiedGenerator {
  const { device, conduction, circulation } = loaded.case;
  const lead = specifyLead(loaded);
  const hasCoil = device?.rvLead === "coil";
  const inFibrillation = conduction.rhythm === "atrialFibrillation";
  const rate_perMin = circulation?.heartRate_bpm;
  const settings: GeneratorSettings = {
    ...NOMINAL_CRT_SETTINGS,
    ...(inFibrillation && { mode: "VVIOV" }),
    ...(hasCoil && { tachycardia: NOMINAL_TACHYCARDIA }),
    ...(!lead && { ventricularPacing: "RV", lvVector: undefined }),
  };
  const rhythm = {
    ...DEFAULT_RHYTHM,
    ...(rate_perMin !== undefined && { sinusInterval_ms: ms_PER_MIN / rate_perMin }),
    ...(conduction.prInterval_ms !== undefined && { avConduction_ms: conduction.prInterval_ms }),
    conductsAntegrade: conduction.rhythm !== "avBlock",
  };
  const script = inFibrillation
    ? [{ time_ms: 0, action: { kind: "atrial-tachycardia", ...FIBRILLATION } } as const]
    : [];
  return {
    system: connect(lead, hasCoil),
    scenario: { settings, rhythm, script },
    remarks: [
      ...(device ? [] : ["Whether the right-ventricular lead has a coil is missing (device.rvLead); CRT-P was taken."]),
      ...(rate_perMin === undefined && !inFibrillation ? ["The heart rate is missing; 70 a minute was taken."] : []),
      ...(lead ? [] : ["The case names no left-ventricular lead; its port is plugged."]),
    ],
  };
}

function connect(lead: LvLead | undefined, hasCoil: boolean): ImplantedSystem {
  const system = connectAll(GENERATOR_DEVICES[hasCoil ? "CRT-D" : "CRT-P"], lead?.electrodeCount);
  const contents = system.contents.map((content, port) =>
    !lead && system.device.ports[port]!.place === "LV" ? "plug" : content,
  );
  const leads = system.leads.map((implanted) =>
    implanted.place === "LV" && lead
      ? { ...implanted, identity: { manufacturer: lead.maker, model: lead.model } }
      : implanted,
  );
  return {
    ...system,
    identity: { manufacturer: "Tributary", model: `modeled ${system.device.name}` },
    leads,
    contents,
  };
}
