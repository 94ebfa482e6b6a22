/** A patient as the solver sees one: everything that does not change during a beat, in typed arrays, SI. */

/** Patches sorted by wall; all arrays have one value per patch. */
export interface PatchTissue {
  readonly count: number;
  readonly wallVolume_m3: Float64Array;
  readonly referenceArea_m2: Float64Array;
  /** Active stress per unit of contractile length. */
  readonly activeStress_PaPerUm: Float64Array;
  /** Scale of the stress of the extracellular matrix (the published Sf_pas times 0.0349). */
  readonly matrixStress_Pa: Float64Array;
  /** Scale of the stress of titin. */
  readonly titinStress_Pa: Float64Array;
  /** Resistance of the collagen of scar beyond its area limit; 0 in muscle. */
  readonly stopStiffness_PaPerUm: Float64Array;
  readonly velocity_umPerS: Float64Array;
  readonly riseTime_s: Float64Array;
  readonly decayTime_s: Float64Array;
  /** Scale of how long activation lasts. */
  readonly activation_s: Float64Array;
  /** Since the activation of the right atrium. */
  readonly activationTime_s: Float64Array;
}

export interface CirculationModel {
  readonly cycle_s: number;
  /** An integer number of steps fills the cycle. */
  readonly stepCount: number;
  readonly step_s: number;
  readonly patches: PatchTissue;
  /** 6; the patches of wall w are firstPatch[w] up to firstPatch[w + 1]. */
  readonly firstPatch: Uint32Array;
  /** 5 */
  readonly wallVolume_m3: Float64Array;
  /** 5; area of annuli in a wall, which no patch covers. */
  readonly annulusArea_m2: Float64Array;
  readonly tubes: TubeSet;
  readonly beds: BedSet;
  readonly valves: ValveSet;
  /** 4; factor of the source impedance of the left and right atrium and ventricle. */
  readonly impedanceFactor: Float64Array;
  readonly pericardium: Pericardium;
}

/** Arteries and veins, in the order of `CAVITY`. */
export interface TubeSet {
  readonly length_m: Float64Array;
  readonly section_m2: Float64Array;
  readonly wallSection_m2: Float64Array;
  readonly pressure_Pa: Float64Array;
  readonly exponent: Float64Array;
}

/** Peripheral beds, in the order of `BED`: at the pressure drop `pressure_Pa` the flow is `flow_m3PerS`. */
export interface BedSet {
  readonly pressure_Pa: Float64Array;
  readonly flow_m3PerS: Float64Array;
  readonly exponent: Float64Array;
}

/** Orifices, in the order of `VALVE`. */
export interface ValveSet {
  readonly openArea_m2: Float64Array;
  readonly leakArea_m2: Float64Array;
  readonly length_m: Float64Array;
}

export interface Pericardium {
  readonly pressure_Pa: number;
  readonly volume_m3: number;
}
