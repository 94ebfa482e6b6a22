import {
  createEcgModel,
  type PreparedHeart,
  type PreparedVeins,
  prepareVeins,
  type VeinSpecification,
} from "@tributary/engine";
import {
  ACTION_POTENTIAL_PARAMETERS,
  countNodes,
  createFrontTaps,
  type FrontTaps,
  type SweepNodes,
} from "@tributary/model";
import type { FieldHost } from "../field-host.ts";

/** A heart with its veins, ready to be searched. */
export interface HeartModel {
  readonly prepared: PreparedHeart;
  readonly veins: PreparedVeins;
  /** With the weights of the ECG: computed when first asked for, so that fields can be solved meanwhile. */
  readonly nodes: SweepNodes;
  readonly taps: FrontTaps;
  readonly apd_ms: Float64Array;
}

/** The veins of a case that gives none; the plan says so. */
const DEFAULT_VEINS: VeinSpecification = { kind: "generated", seed: 1, group: "noCoronaryDisease" };

/**
 * Veins and ECG of a prepared heart.
 *
 * @throws TributaryError of given veins that do not fit the heart
 */
export function buildHeartModel(
  given: PreparedHeart,
  veins: VeinSpecification | undefined,
  host: FieldHost,
): HeartModel {
  const prepared = shareMesh(given, host);
  const { rest_mV, plateau_mV, frontWidth_ms } = ACTION_POTENTIAL_PARAMETERS;
  const prepareEcg = onFirstCall(() => {
    const { weights, apd_ms } = createEcgModel(prepared);
    const mask = host.share(prepared.coordinates.tv.map((tv) => (tv === 0 ? 1 : 0)));
    return { apd_ms, nodes: { nodeCount: countNodes(prepared.heart), weights: host.share(weights), mask } };
  });
  return {
    prepared,
    veins: prepareVeins(prepared, veins ?? DEFAULT_VEINS),
    taps: createFrontTaps(frontWidth_ms.value, plateau_mV.value - rest_mV.value),
    get nodes() {
      return prepareEcg().nodes;
    },
    get apd_ms() {
      return prepareEcg().apd_ms;
    },
  };
}

function onFirstCall<Result>(compute: () => Result): () => Result {
  let known: { readonly result: Result } | undefined;
  return () => {
    known ??= { result: compute() };
    return known.result;
  };
}

/** The mesh is in every domain that is solved: shared once, it is copied for none of them. */
function shareMesh(prepared: PreparedHeart, host: FieldHost): PreparedHeart {
  const { heart } = prepared;
  const points_mm = host.share(heart.points_mm);
  const tetrahedra = host.share(heart.tetrahedra);
  return { ...prepared, heart: { ...heart, points_mm, tetrahedra } };
}
