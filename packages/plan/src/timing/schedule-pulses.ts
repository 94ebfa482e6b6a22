/**
 * When pulses fall and whether they are given, on a clock that starts at the sensed atrial event.
 *
 * The AV delay runs to the first ventricular pulse, the other follows after |VV|; VV above 0 is the left ventricle first.
 * A conducted front that has reached the RV electrode and was sensed by the time of the first pulse inhibits both: the
 * ventricles share one logical event, and a sense in the same millisecond wins. After the first pulse the device is
 * refractory, so the second pulse is always given; where it falls on muscle already active it captures nothing, which
 * the minimum over the fields shows by itself.
 */

/** What the rhythm allows. */
export interface RhythmTiming {
  /** Start of the conducted beat's first front after the sensed atrial event, ms; undefined where it has no meaning. */
  readonly intrinsicStart_ms: number | undefined;
  /** Its arrival at the RV electrode plus the sensing latency, ms; undefined without an intrinsic start. */
  readonly rvSense_ms: number | undefined;
}

/** Starts of the sources on the clock of the atrial event; undefined: not given, or not part of this beat. */
export interface PulseSchedule {
  readonly lv_ms: number | undefined;
  readonly rv_ms: number | undefined;
  readonly intrinsic_ms: number | undefined;
  readonly isDelivered: boolean;
}

/**
 * The schedule of one pair of delays.
 *
 * @param avDelay_ms  undefined where there is no atrial event to count from (then the first pulse is time zero)
 * @param vvDelay_ms  -80 to 80
 */
export function schedulePulses(
  rhythm: RhythmTiming,
  avDelay_ms: number | undefined,
  vvDelay_ms: number,
): PulseSchedule {
  const first_ms = avDelay_ms ?? 0;
  const lv_ms = first_ms + Math.max(0, -vvDelay_ms);
  const rv_ms = first_ms + Math.max(0, vvDelay_ms);
  if (avDelay_ms === undefined || rhythm.intrinsicStart_ms === undefined) {
    return { lv_ms, rv_ms, intrinsic_ms: undefined, isDelivered: true };
  }
  const intrinsic_ms = rhythm.intrinsicStart_ms;
  if (rhythm.rvSense_ms !== undefined && rhythm.rvSense_ms <= first_ms) {
    return { lv_ms: undefined, rv_ms: undefined, intrinsic_ms, isDelivered: false };
  }
  return { lv_ms, rv_ms, intrinsic_ms, isDelivered: true };
}
