import type { Case } from "@tributary/formats";
import { findLead } from "@tributary/model";
import {
  connectAll,
  GENERATOR_DEVICES,
  type GeneratorSettings,
  type ImplantedSystem,
  NOMINAL_CRT_SETTINGS,
  NOMINAL_TACHYCARDIA,
} from "@tributary/model/generator";

/** The generator that fits the leads of a case, as it is before anybody programs it. */
export interface CaseGenerator {
  readonly system: ImplantedSystem;
  readonly nominal: GeneratorSettings;
  readonly electrodeCount: 1 | 2 | 4;
  /** The case does not tell whether it defibrillates; a pacemaker was taken. */
  readonly isDeviceAssumed: boolean;
  /** The case names no left-ventricular lead; one with four electrodes was taken. */
  readonly isLeadAssumed: boolean;
}

/** @throws TributaryError "unknown-lead" */
export function connectCase({ device, lead, conduction }: Case): CaseGenerator {
  const electrodeCount = countElectrodes(lead);
  const isDefibrillator = device?.rvLead === "coil";
  return {
    system: connectAll(GENERATOR_DEVICES[isDefibrillator ? "CRT-D" : "CRT-P"], electrodeCount),
    nominal: {
      ...NOMINAL_CRT_SETTINGS,
      mode: conduction?.rhythm === "atrialFibrillation" ? "VVIOV" : NOMINAL_CRT_SETTINGS.mode,
      tachycardia: isDefibrillator ? NOMINAL_TACHYCARDIA : undefined,
    },
    electrodeCount,
    isDeviceAssumed: device?.rvLead === undefined,
    isLeadAssumed: lead === undefined,
  };
}

function countElectrodes(lead: Case["lead"]): 1 | 2 | 4 {
  if (lead === undefined) return 4;
  if (lead.kind === "catalog") return findLead(lead.model).electrodeCount;
  return lead.electrodeOffsets_mm.length as 1 | 2 | 4;
}
