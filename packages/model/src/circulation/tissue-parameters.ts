/** Heart muscle as contractile and series element: constants of the sarcomere and of the passive fiber. */
import type { Parameter } from "../units/parameter.ts";

const KOOPSEN = "reference structure AHA18 published with Koopsen, BioMed Eng OnLine 2024";
const ARTS_1991 = "Arts, J Biomech 1991;24:849 as used by Lumens, Ann Biomed Eng 2009;37:2234";

export const SARCOMERE_PARAMETERS = {
  /** Sarcomere length at which the natural strain of a wall counts as 0. */
  referenceLength_um: { value: 2, unit: "um", range: [1.9, 2.2], source: ARTS_1991, confirmed: true },
  /** Contractile length at which no active stress is left. */
  zeroActiveStressLength_um: { value: 1.51, unit: "um", range: [1.48, 1.6], source: KOOPSEN, confirmed: true },
  /** Length of the series element in an isometric contraction. */
  seriesLength_um: { value: 0.04, unit: "um", range: [0.02, 0.06], source: KOOPSEN, confirmed: true },
  /** Sarcomere length at which the passive fiber carries no stress. */
  zeroPassiveStressLength_um: { value: 1.8, unit: "um", range: [1.7, 1.9], source: KOOPSEN, confirmed: true },
  /** Stress of titin over that of full activation, per unit of stretch to its exponent. */
  titinRatio: { value: 0.01, unit: "1", range: [0.005, 0.02], source: KOOPSEN, confirmed: true },
  /** Dependence of the rise of contractility on length: tanh(4.0 (l − l0)²). */
  lengthDependenceOfRise_perUm2: { value: 4, unit: "1/um2", range: [2, 6], source: KOOPSEN, confirmed: true },
  /** Duration of activation at zero active stress length, as a share of the activation time constant. */
  durationOffsetRatio: {
    value: 0.65,
    unit: "1",
    range: [0.6, 0.8],
    source: `${KOOPSEN}; 0.75 with a length dependence of 0.50 in Munneke 2023: relaxation differs by a tenth`,
    confirmed: true,
  },
  durationLengthRatio: { value: 1.057, unit: "1", range: [0.4, 1.1], source: KOOPSEN, confirmed: true },
  riseTimeRatio: { value: 0.55, unit: "1", range: [0.5, 0.6], source: KOOPSEN, confirmed: true },
  decayTimeRatio: { value: 0.33, unit: "1", range: [0.3, 0.4], source: KOOPSEN, confirmed: true },
  ventricularRiseRatio: { value: 0.25, unit: "1", range: [0.2, 0.4], source: KOOPSEN, confirmed: true },
  ventricularDecayRatio: { value: 0.25, unit: "1", range: [0.2, 0.4], source: KOOPSEN, confirmed: true },
  atrialRiseRatio: { value: 0.4, unit: "1", range: [0.3, 0.5], source: KOOPSEN, confirmed: true },
  atrialDecayRatio: { value: 0.4, unit: "1", range: [0.3, 0.5], source: KOOPSEN, confirmed: true },
  ventricularVelocity_umPerS: { value: 7, unit: "um/s", range: [5, 12], source: KOOPSEN, confirmed: true },
  atrialVelocity_umPerS: { value: 14, unit: "um/s", range: [7, 20], source: KOOPSEN, confirmed: true },
  /** Passive stiffness of scar over that of healthy muscle. */
  scarStiffnessRatio: { value: 3, unit: "1", range: [2, 5], source: "assumed", confirmed: false },
  /** Area of scar over its reference area beyond which collagen stops it. */
  scarAreaLimitRatio: { value: 1.4, unit: "1", range: [1.2, 1.5], source: "assumed", confirmed: false },
  scarStopStiffness_PaPerUm: { value: 1e6, unit: "Pa/um", range: [3e5, 3e6], source: "assumed", confirmed: false },
} as const satisfies Record<string, Parameter>;

/** The activation time constants and their dependence on the cycle. */
export const TIMING_PARAMETERS = {
  /** Atrial activation time over the cycle: 0.15 s at 0.85 s. */
  atrialActivationRatio: { value: 0.15 / 0.85, unit: "1", range: [0.14, 0.22], source: KOOPSEN, confirmed: true },
  ventricularRestRatio: { value: 0.1, unit: "1", range: [0.05, 0.15], source: KOOPSEN, confirmed: true },
  ventricularCycleRatio: { value: 0.4, unit: "1", range: [0.35, 0.45], source: KOOPSEN, confirmed: true },
  restCycle_s: { value: 0.85, unit: "s", range: [0.75, 1], source: KOOPSEN, confirmed: true },
  /** From right to left atrial activation. */
  interatrialDelay_s: {
    value: 0.0284,
    unit: "s",
    range: [0.02, 0.12],
    source: `${KOOPSEN}; 40 to 120 ms with interatrial block (from memory)`,
    confirmed: true,
  },
  /** From right atrial to ventricular activation, over the cycle: 150 ms at 0.85 s. */
  avDelayRatio: { value: 0.1765, unit: "1", range: [0.14, 0.24], source: KOOPSEN, confirmed: true },
} as const satisfies Record<string, Parameter>;
