/** Responses over AV and VV delays, and where they are best. */
import type { PatientBeat } from "@tributary/model";
import { type Fronts, type PacedPatient, paceWith, type Response } from "./paced-patient.ts";
import { fitParabola, type Parabola } from "./parabola.ts";

export type PacingMode = "biventricular" | "left" | "right";

/** A response at a delay. */
export interface DelayPoint {
  readonly delay_ms: number;
  readonly response: Response;
}

const STEP_ms = 10;
const SHORTEST_ms = 40;
/** AV delays of pacing alone: the ventricles follow the pulses only, as in AV block. */
const ALONE_DELAYS_ms = [20, 40, 60, 80, 100, 120, 140, 160, 180, 200, 220, 240];
/** VV delays, positive where the left ventricle is first. */
const VV_DELAYS_ms = [-80, -60, -40, -20, 0, 20, 40, 60, 80];

function startFronts(mode: PacingMode, delay_ms: number): Fronts {
  return {
    ...(mode === "left" ? {} : { rv_ms: delay_ms }),
    ...(mode === "right" ? {} : { lv_ms: delay_ms }),
  };
}

/** AV delays from 40 ms to the PR interval, the conducted beat taking part. */
export function sweepFused(paced: PacedPatient, mode: PacingMode): DelayPoint[] {
  const pr_ms = paced.patient.avDelay_ms;
  const count = Math.floor((pr_ms - SHORTEST_ms) / STEP_ms) + 1;
  return Array.from({ length: count }, (_, i) => SHORTEST_ms + STEP_ms * i).map((delay_ms) => ({
    delay_ms,
    response: paceWith(paced, { ...startFronts(mode, delay_ms), isConducted: true }),
  }));
}

/** AV delays from 20 to 240 ms without a conducted beat. */
export function sweepAlone(paced: PacedPatient, mode: PacingMode): DelayPoint[] {
  return ALONE_DELAYS_ms.map((delay_ms) => ({ delay_ms, response: paceWith(paced, startFronts(mode, delay_ms)) }));
}

/** VV delays of biventricular pacing, the first pulse at a fixed AV delay, the conducted beat taking part. */
export function sweepVv(paced: PacedPatient, avDelay_ms: number): DelayPoint[] {
  return VV_DELAYS_ms.map((delay_ms) => ({
    delay_ms,
    response: paceWith(paced, {
      rv_ms: avDelay_ms + Math.max(0, delay_ms),
      lv_ms: avDelay_ms + Math.max(0, -delay_ms),
      isConducted: true,
    }),
  }));
}

export const READ_VOLUME = ({ pump }: PatientBeat) => pump.forwardVolume_mL;
export const READ_RISE = ({ pump }: PatientBeat) => pump.dpdtMax_kPaPerS;

/** The point at which a measure is largest. */
export function bestPoint(points: readonly DelayPoint[], read: (beat: PatientBeat) => number): DelayPoint {
  return points.reduce((best, point) => (read(point.response.beat) > read(best.response.beat) ? point : best));
}

/** How often a measure turns from rising to falling or back along a curve. */
export function countTurns(points: readonly DelayPoint[], read: (beat: PatientBeat) => number): number {
  const rises = points.slice(1).map((point, i) => read(point.response.beat) > read(points[i]!.response.beat));
  return rises.slice(1).filter((isRising, i) => isRising !== rises[i]).length;
}

/** The best AV delay by a parabola through the points below the PR interval. */
export function fitBestDelay(
  points: readonly DelayPoint[],
  read: (beat: PatientBeat) => number,
  pr_ms: number,
): Parabola {
  const used = points.filter(({ delay_ms }) => delay_ms < pr_ms);
  return fitParabola(
    used.map(({ delay_ms }) => delay_ms),
    used.map(({ response }) => read(response.beat)),
  );
}

/** Delays, by linear interpolation, between which a measure stays within a share of its best. */
export function nearlyBest(
  points: readonly DelayPoint[],
  read: (beat: PatientBeat) => number,
  lostShare: number,
): readonly [from_ms: number, to_ms: number] {
  const values = points.map(({ response }) => read(response.beat));
  const limit = (1 - lostShare) * Math.max(...values);
  const first = values.findIndex((value) => value >= limit);
  const last = values.findLastIndex((value) => value >= limit);
  const cross = (inside: number, outside: number) => {
    const [own, other] = [points[inside]!.delay_ms, points[outside]?.delay_ms];
    if (other === undefined) return own;
    return own + ((values[inside]! - limit) / (values[inside]! - values[outside]!)) * (other - own);
  };
  return [cross(first, first - 1), cross(last, last + 1)];
}
