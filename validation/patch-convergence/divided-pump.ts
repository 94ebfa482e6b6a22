import {
  type ActivatedHeart,
  type AcuteChange,
  createPatchClock,
  type PumpMeasures,
  patchesFromActivation,
  simulateAcuteResponse,
  simulatePatient,
} from "@tributary/model";
import { findTogether, PR_INTERVAL_ms, type PumpedHeart, timeTogether } from "../pumped-heart.ts";
import type { NamedScheme } from "./patch-schemes.ts";

/** The pump of one heart with its muscle divided in one way. */
export interface DividedPump {
  readonly name: string;
  /** Of left ventricle and septum. */
  readonly leftCount: number;
  /** Of the right free wall, which no ring divides. */
  readonly rightCount: number;
  /** Largest standard deviation of activation times inside a patch of the left ventricle. */
  readonly largestSpread_ms: number;
  /** The conducted beat. */
  readonly pump: PumpMeasures;
  /** What pacing at the fastest site does. */
  readonly change: AcuteChange;
}

const AV_DELAY_ms = 140;

/** The same circulation and the same maps on other patches. */
export function divideHeart(heart: PumpedHeart, { name, options }: NamedScheme): DividedPump {
  const { model, search } = heart.ranked;
  const { heart: mesh, segment, wall, elementVolumes_mm3 } = model.prepared;
  const activated: ActivatedHeart = {
    tetrahedra: mesh.tetrahedra,
    times_ms: search.baseline.times_ms,
    segment,
    wall,
    volumes_mm3: elementVolumes_mm3,
  };
  const { patches, spread_ms, elements } = patchesFromActivation(activated, options);
  const left = patches.flatMap(({ wall: own }, patch) => (own === "rvFree" ? [] : [patch]));
  const patient = { ...heart.fit.patient, patches, avDelay_ms: PR_INTERVAL_ms };
  const baseline = simulatePatient(patient);
  const clock = createPatchClock(elements, activated);
  const activation_ms = timeTogether(heart, findFastest(heart), { clock });
  const response = simulateAcuteResponse(patient, baseline, { activation_ms, avDelay_ms: AV_DELAY_ms });
  if (response.kind !== "compared") throw new Error(response.reason);
  return {
    name,
    leftCount: left.length,
    rightCount: patches.length - left.length,
    largestSpread_ms: Math.max(...left.map((patch) => spread_ms[patch]!)),
    pump: baseline.pump,
    change: response.change,
  };
}

/** The cathode with the shortest total activation, paced together with the right-ventricular apex. */
function findFastest(heart: PumpedHeart): number {
  const together = findTogether(heart);
  const totals_ms = heart.ranked.search.cathodes.map(({ response }) => response.totalActivationTime_ms[together]!);
  return totals_ms.indexOf(Math.min(...totals_ms));
}
