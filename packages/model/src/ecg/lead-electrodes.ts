import type { EcgElectrode, IndependentLead } from "./lead-names.ts";

/**
 * Each independent lead as a sum of electrode potentials; what is not named is 0. The weights of a lead add to 0.
 *
 * I = L − R, II = F − R, Vk = V_k − (R + L + F)/3.
 */
export const LEAD_ELECTRODES: Readonly<Record<IndependentLead, Partial<Record<EcgElectrode, number>>>> = {
  I: { L: 1, R: -1 },
  II: { F: 1, R: -1 },
  V1: chestLead("V1"),
  V2: chestLead("V2"),
  V3: chestLead("V3"),
  V4: chestLead("V4"),
  V5: chestLead("V5"),
  V6: chestLead("V6"),
};

function chestLead(electrode: EcgElectrode): Partial<Record<EcgElectrode, number>> {
  return { [electrode]: 1, R: -1 / 3, L: -1 / 3, F: -1 / 3 };
}
