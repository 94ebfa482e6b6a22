/**
 * The best configuration by trying every one: placement x vector x right-ventricular site x AV x VV, each pair of delays
 * with its own map of activation. None of the search's shortcuts is used: no bounds of blocks, no split of the score into
 * what delays and what contact give.
 */
import type { PlacedElectrode } from "@tributary/model";
import {
  listSearchedVectors,
  PLAN_PARAMETERS,
  type Placement,
  rateStability,
  scoreValues,
  weighElectrically,
} from "@tributary/plan";
import type { RankedHeart } from "./ranked-heart.ts";

export interface BestConfiguration {
  readonly score: number;
  readonly totalActivationTime_ms: number;
  readonly tip: string;
  readonly triedCount: number;
}

/** @param heart  searched with a known PR interval */
export function searchExhaustively(heart: RankedHeart): BestConfiguration {
  let best: Omit<BestConfiguration, "triedCount"> | undefined;
  let triedCount = 0;
  for (const pole of listPoles(heart)) {
    const contactScores = listContactScores(heart, pole);
    for (const setting of listSettings(heart)) {
      triedCount += contactScores.length;
      const total_ms = measureTotal(heart, pole.cathode, setting);
      if (!setting.isSafe) continue;
      for (const scoreOf of contactScores) {
        const score = scoreOf(total_ms);
        if (best && (score < best.score || (score === best.score && total_ms >= best.totalActivationTime_ms))) continue;
        best = {
          score,
          totalActivationTime_ms: total_ms,
          tip: `${pole.placement.vein} ${pole.placement.tipDepth_mm} mm`,
        };
      }
    }
  }
  return { ...best!, triedCount };
}

/** One electrode of one placement as cathode. */
interface Pole {
  readonly placement: Placement;
  readonly electrode: PlacedElectrode;
  /** Place in the search's cathodes. */
  readonly cathode: number;
}

/** Electrodes in the atrioventricular groove are no cathodes. */
function listPoles({ search, candidates }: RankedHeart): Pole[] {
  return candidates.placements.flatMap((placement) =>
    placement.electrodes.flatMap((electrode, electrodeIndex) => {
      const cathode = search.cathodes.findIndex(({ candidate }) =>
        candidate.uses.some((use) => use.placement === placement && use.electrodeIndex === electrodeIndex),
      );
      return cathode < 0 ? [] : [{ placement, electrode, cathode }];
    }),
  );
}

/** For each vector of a pole that captures, its score at a total activation time. */
function listContactScores(heart: RankedHeart, { placement, electrode, cathode }: Pole) {
  const { search, input, contacts } = heart;
  const { measures } = search.baseline;
  const { qLv_ms, viableShare } = search.cathodes[cathode]!;
  return listSearchedVectors(input).flatMap((vector) => {
    const capture_V = contacts.expected.captureThreshold_V(electrode, vector);
    if (vector.cathode !== electrode.name || capture_V === Infinity) return [];
    const anode = placement.electrodes.find(({ name }) => name === vector.anode);
    const values = {
      workBalance: NaN,
      pressureRise: NaN,
      electricalDelay: qLv_ms / measures.qrsDuration_ms,
      viableMuscle: viableShare,
      captureMargin: capture_V,
      phrenicMargin: contacts.expected.phrenicThreshold_V(electrode, anode) - capture_V,
      reachAndStability: rateStability(placement, input.lead.fixation.value === "active"),
    };
    return [
      (total_ms: number) => {
        const resynchronization = 100 * (1 - total_ms / measures.totalActivationTime_ms);
        return scoreValues({ ...values, resynchronization }, weighElectrically(input.weights));
      },
    ];
  });
}

interface Setting {
  readonly rv_ms: Float32Array;
  /** Starts of the fronts of the right pulse, the left one and the conducted beat, on the clock of the atrial event. */
  readonly starts_ms: readonly [rv: number, lv: number, intrinsic: number];
  /** Long enough before the sense that would inhibit the pulses. */
  readonly isSafe: boolean;
}

function listSettings({ search: { problem } }: RankedHeart): Setting[] {
  const latency_ms = problem.captureLatency_ms;
  return problem.rv.flatMap(({ times_ms, rhythm, grid }) =>
    grid.avDelays_ms.flatMap((av_ms) =>
      grid.vvDelays_ms.map(
        (vv_ms): Setting => ({
          rv_ms: times_ms,
          starts_ms: [
            av_ms! + Math.max(0, vv_ms) + latency_ms,
            av_ms! + Math.max(0, -vv_ms) + latency_ms,
            rhythm.intrinsicStart_ms!,
          ],
          isSafe: av_ms! + PLAN_PARAMETERS.avSafetyMargin_ms.value <= rhythm.rvSense_ms!,
        }),
      ),
    ),
  );
}

/** Latest minus first activation of the earliest of the three fronts at every node. */
function measureTotal({ search: { problem } }: RankedHeart, cathode: number, { rv_ms, starts_ms }: Setting): number {
  const lv_ms = problem.knots[problem.blends[cathode]!.lower]!;
  const intrinsic_ms = problem.intrinsic_ms!;
  const [rvStart_ms, lvStart_ms, intrinsicStart_ms] = starts_ms;
  let latest_ms = -Infinity;
  for (let node = 0; node < lv_ms.length; node++) {
    const time_ms = Math.min(
      rv_ms[node]! + rvStart_ms,
      lv_ms[node]! + lvStart_ms,
      intrinsic_ms[node]! + intrinsicStart_ms,
    );
    if (time_ms > latest_ms && time_ms < Infinity) latest_ms = time_ms;
  }
  return latest_ms - Math.min(...starts_ms);
}
