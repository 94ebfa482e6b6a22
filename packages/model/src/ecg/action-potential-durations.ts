import type { VentricularCoordinates } from "../anatomy/ventricular-coordinates.ts";
import type { Parameter } from "../units/parameter.ts";

/** Action potential durations and how they differ over the ventricles. */
export const APD_PARAMETERS = {
  /** Middle of the epicardium of the left ventricle. */
  mean_ms: {
    value: 235,
    unit: "ms",
    range: [200, 320],
    source: "mean epicardial activation-recovery interval, Ramanathan 2006, PNAS 103:6309",
    confirmed: true,
  },
  /** Base longer than apex. */
  baseMinusApex_ms: {
    value: 25,
    unit: "ms",
    range: [0, 45],
    source: "assumed, so that T is smaller than R; 42 ms on the epicardium in Ramanathan 2006, PNAS 103:6309",
    confirmed: false,
  },
  /** Endocardium longer than epicardium. */
  endoMinusEpi_ms: { value: 20, unit: "ms", range: [10, 40], source: "from memory", confirmed: false },
  /** Left ventricle longer than right. */
  lvMinusRv_ms: { value: 32, unit: "ms", range: [0, 45], source: "Ramanathan 2006, PNAS 103:6309", confirmed: true },
} as const satisfies Record<string, Parameter>;

export interface ActionPotentialGradients {
  readonly mean_ms: number;
  readonly baseMinusApex_ms: number;
  readonly endoMinusEpi_ms: number;
  readonly lvMinusRv_ms: number;
}

/** The parameter values above, as they stand. */
export const DEFAULT_APD_GRADIENTS: ActionPotentialGradients = {
  mean_ms: APD_PARAMETERS.mean_ms.value,
  baseMinusApex_ms: APD_PARAMETERS.baseMinusApex_ms.value,
  endoMinusEpi_ms: APD_PARAMETERS.endoMinusEpi_ms.value,
  lvMinusRv_ms: APD_PARAMETERS.lvMinusRv_ms.value,
};

/** The free walls' range of rt: from the posterior groove to the anterior one; beyond it lies the septum. */
const FREE_WALL_rt = 2 / 3;

/**
 * Action potential duration of every node.
 *
 * APD = mean + a (ab − ½) + e tm − r s, with s the share of the right ventricle: 0 in the left ventricle and the septum; in
 * the free wall of the right it rises from the grooves to 1 in the middle, s = 4u(1 − u), so that no edge of the mesh
 * carries the whole step.
 *
 * @returns nodeCount, ms
 */
export function assignActionPotentialDurations(
  coordinates: VentricularCoordinates,
  gradients: ActionPotentialGradients = DEFAULT_APD_GRADIENTS,
): Float64Array {
  const { ab, tm } = coordinates;
  return Float64Array.from(
    ab,
    (value, node) =>
      gradients.mean_ms +
      gradients.baseMinusApex_ms * (value - 0.5) +
      gradients.endoMinusEpi_ms * tm[node]! -
      gradients.lvMinusRv_ms * rightShare(coordinates, node),
  );
}

function rightShare({ tv, rtSin, rtCos }: VentricularCoordinates, node: number): number {
  const rt = (Math.atan2(rtSin[node]!, rtCos[node]!) / (2 * Math.PI) + 1) % 1;
  if (tv[node] !== 1 || rt > FREE_WALL_rt) return 0;
  const across = rt / FREE_WALL_rt;
  return 4 * across * (1 - across);
}
