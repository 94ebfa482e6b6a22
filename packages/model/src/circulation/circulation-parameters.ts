/**
 * A circulation in the terms of physiology, before it is laid out for the solver. SI; patches are shares of their wall.
 */

export type HeartWallName = "lvFree" | "septum" | "rvFree" | "leftAtrium" | "rightAtrium";
export type VentricularWallName = "lvFree" | "septum" | "rvFree";

export interface WallParameters {
  readonly volume_m3: number;
  /** Area of the middle of the wall, without annuli, at a sarcomere length of 2.0 um. */
  readonly referenceArea_m2: number;
  readonly annulusArea_m2: number;
  readonly activeStress_PaPerUm: number;
  /** Scale of the matrix stress. */
  readonly matrixStress_Pa: number;
}

export interface TubeParameters {
  readonly length_m: number;
  readonly section_m2: number;
  readonly wallSection_m2: number;
  readonly pressure_Pa: number;
  readonly exponent: number;
}

export interface BedParameters {
  readonly flow_m3PerS: number;
  readonly pressure_Pa: number;
  readonly exponent: number;
}

export interface ValveParameters {
  readonly openArea_m2: number;
  readonly leakArea_m2: number;
  readonly length_m: number;
}

export type TubeName = "systemicArteries" | "systemicVeins" | "pulmonaryArteries" | "pulmonaryVeins";
export type ValveName = "systemicVenous" | "tricuspid" | "pulmonary" | "pulmonaryVenous" | "mitral" | "aortic";

export interface CirculationParameters {
  readonly cycle_s: number;
  readonly walls: Readonly<Record<HeartWallName, WallParameters>>;
  readonly tubes: Readonly<Record<TubeName, TubeParameters>>;
  readonly beds: Readonly<Record<"systemic" | "pulmonary", BedParameters>>;
  readonly valves: Readonly<Record<ValveName, ValveParameters>>;
  readonly pericardium: { readonly pressure_Pa: number; readonly volume_m3: number };
  /** Content of the eight compartments; not the blood volume of a person, most of which carries no stress. */
  readonly bloodVolume_m3: number;
  /** From right to left atrial activation. */
  readonly interatrialDelay_s: number;
}

/** A part of a ventricular wall that contracts as one. */
export interface VentricularPatch {
  readonly wall: VentricularWallName;
  /** "4", "17s", "RV": what the patch is called in results. */
  readonly label: string;
  /** Share of its wall's volume and of its area; the shares of a wall add up to 1. */
  readonly wallShare: number;
  /** After the ventricles' time zero, which the AV delay sets. */
  readonly activation_ms: number;
  /** Part of its muscle that is scar, 0 to 1. */
  readonly scarFraction: number;
}
