/**
 * What currents of the heart flow through. 1 S/m = 1 mS/mm. Published sets disagree by factors of two and more; this one
 * gives amplitudes of the size of real ECGs, that of Niederer 2011 (0.17/0.019 inside, 0.62/0.24 between) a third of them.
 */
import type { Parameter } from "../units/parameter.ts";

export const CONDUCTIVITY_PARAMETERS = {
  /** Inside the cells, along the fiber. */
  intracellularAlong_SPerM: {
    value: 0.3,
    unit: "S/m",
    range: [0.15, 0.4],
    source: "Potse 2006, IEEE Trans Biomed Eng 53:2425 (from memory)",
    confirmed: false,
  },
  /** Inside the cells, across the fiber. */
  intracellularAcross_SPerM: {
    value: 0.03,
    unit: "S/m",
    range: [0.015, 0.06],
    source: "Potse 2006, IEEE Trans Biomed Eng 53:2425 (from memory)",
    confirmed: false,
  },
  /** Between the cells, along the fiber. */
  extracellularAlong_SPerM: {
    value: 0.3,
    unit: "S/m",
    range: [0.1, 0.7],
    source: "Potse 2006, IEEE Trans Biomed Eng 53:2425 (from memory)",
    confirmed: false,
  },
  /** Between the cells, across the fiber. */
  extracellularAcross_SPerM: {
    value: 0.12,
    unit: "S/m",
    range: [0.08, 0.3],
    source: "Potse 2006, IEEE Trans Biomed Eng 53:2425 (from memory)",
    confirmed: false,
  },
  /** Mean of all tissues of the trunk. */
  torso_SPerM: {
    value: 0.2,
    unit: "S/m",
    range: [0.18, 0.25],
    source: "usual value (from memory); 0.239 is the mean of tissues of Johnson 1997",
    confirmed: false,
  },
} as const satisfies Record<string, Parameter>;

export interface TissueConductivities {
  readonly intracellularAlong_SPerM: number;
  readonly intracellularAcross_SPerM: number;
  readonly extracellularAlong_SPerM: number;
  readonly extracellularAcross_SPerM: number;
  readonly torso_SPerM: number;
}

/** The parameter values above, as they stand. */
export const DEFAULT_CONDUCTIVITIES: TissueConductivities = {
  intracellularAlong_SPerM: CONDUCTIVITY_PARAMETERS.intracellularAlong_SPerM.value,
  intracellularAcross_SPerM: CONDUCTIVITY_PARAMETERS.intracellularAcross_SPerM.value,
  extracellularAlong_SPerM: CONDUCTIVITY_PARAMETERS.extracellularAlong_SPerM.value,
  extracellularAcross_SPerM: CONDUCTIVITY_PARAMETERS.extracellularAcross_SPerM.value,
  torso_SPerM: CONDUCTIVITY_PARAMETERS.torso_SPerM.value,
};

/**
 * Conductivity that gives the muscle, in a body of one conductivity, the source it has in its own tissue: along and across
 * the fiber σ_torso σ_i/(σ_i + σ_e).
 *
 * A plane front of height ΔV leaves a step of ΔV σ_i/(σ_i + σ_e) outside the cells, 50 % along and 20 % across the
 * fiber. With σ_i itself as source in a medium of σ_torso it would be ten times larger along than across. Where σ_i + σ_e is that of the body this is σ_i.
 *
 * Source: steps of a plane front, Roberts and Scher, Circ Res 1982;50:342; oblique dipole layers, Colli Franzone 1982,
 * Circ Res 51:330 (both from memory).
 */
export function findSourceConductivities(set: TissueConductivities): {
  readonly along_SPerM: number;
  readonly across_SPerM: number;
} {
  const outside = (inside_SPerM: number, between_SPerM: number) =>
    (set.torso_SPerM * inside_SPerM) / (inside_SPerM + between_SPerM);
  return {
    along_SPerM: outside(set.intracellularAlong_SPerM, set.extracellularAlong_SPerM),
    across_SPerM: outside(set.intracellularAcross_SPerM, set.extracellularAcross_SPerM),
  };
}
