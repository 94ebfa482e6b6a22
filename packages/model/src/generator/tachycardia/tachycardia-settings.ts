/** One way of ending a tachycardia. */
export type Therapy =
  | {
      readonly kind: "burst" | "ramp";
      readonly sequenceCount: number;
      readonly pulseCount: number;
      /** First interval over the tachycardia's, %. */
      readonly cycle_percent: number;
      /** Each later sequence of a burst is shorter by this; each pulse of a ramp is. */
      readonly decrement_ms: number;
    }
  | { readonly kind: "shock"; readonly energy_J: number; readonly count: number };

/**
 * How intervals are counted toward detection.
 *
 * "consecutive": in the zone +1, a slower interval resets. "x-of-y": X of the last Y. "up-down": in the zone +1, else
 * -1. "duration": 8 of 10 open a timer, which runs out while 6 of 10 stay fast.
 */
export type DetectionCounter =
  | { readonly kind: "consecutive" | "up-down"; readonly count: number; readonly redetectionCount: number }
  | { readonly kind: "x-of-y"; readonly x: number; readonly y: number; readonly redetectionX: number }
  | { readonly kind: "duration"; readonly duration_s: number; readonly redetectionDuration_s: number };

/** What tells a supraventricular tachycardia; every field may be off. */
export interface Discriminators {
  /** Shortening of the mean interval that is sudden enough to be ventricular, %. */
  readonly onset_percent: number | "off";
  /** Spread of intervals above which the rhythm is called irregular (atrial fibrillation), ms. */
  readonly stability_ms: number | "off";
  /** Ventricular rate above atrial rate by this needs no further test, bpm. */
  readonly vFasterThanA_bpm: number | "off";
  /** Therapy in spite of all discriminators after this, s. */
  readonly timeout_s: number | "off";
}

/** A class of intervals. */
export interface TachycardiaZone {
  readonly name: "VT1" | "VT" | "VF";
  /** Intervals at and above this rate are in the zone. */
  readonly rate_bpm: number;
  readonly counter: DetectionCounter;
  readonly discriminators: Discriminators;
  /** Tried in order; none in a monitor zone. */
  readonly therapies: readonly Therapy[];
}

/** The tachycardia side of a defibrillator; zones from slow to fast. */
export interface TachycardiaSettings {
  readonly zones: readonly TachycardiaZone[];
  /** No pulse of antitachycardia pacing follows the last sooner. */
  readonly shortestAtpInterval_ms: number;
  /** Antitachycardia pacing in both ventricles. */
  readonly biventricularAtp: boolean;
  /** Power that charges the capacitor, W. */
  readonly chargePower_W: number;
}

const NO_DISCRIMINATORS: Discriminators = {
  onset_percent: "off",
  stability_ms: "off",
  vFasterThanA_bpm: "off",
  timeout_s: "off",
};

/**
 * Two zones for a structurally diseased heart: VT from 171 bpm, VF from 200 bpm.
 *
 * Rates, counts and antitachycardia pacing: Biffi, Indian Heart J 2014. Energies, shortest interval, power: from memory.
 */
export const NOMINAL_TACHYCARDIA: TachycardiaSettings = {
  zones: [
    {
      name: "VT",
      rate_bpm: 171,
      counter: { kind: "consecutive", count: 24, redetectionCount: 12 },
      discriminators: { onset_percent: 9, stability_ms: 40, vFasterThanA_bpm: 10, timeout_s: 120 },
      therapies: [
        { kind: "burst", sequenceCount: 2, pulseCount: 8, cycle_percent: 88, decrement_ms: 20 },
        { kind: "ramp", sequenceCount: 1, pulseCount: 8, cycle_percent: 81, decrement_ms: 10 },
        { kind: "shock", energy_J: 35, count: 3 },
      ],
    },
    {
      name: "VF",
      rate_bpm: 200,
      counter: { kind: "x-of-y", x: 30, y: 40, redetectionX: 12 },
      discriminators: NO_DISCRIMINATORS,
      therapies: [
        { kind: "burst", sequenceCount: 1, pulseCount: 8, cycle_percent: 88, decrement_ms: 0 },
        { kind: "shock", energy_J: 35, count: 6 },
      ],
    },
  ],
  shortestAtpInterval_ms: 220,
  biventricularAtp: false,
  chargePower_W: 4,
};
