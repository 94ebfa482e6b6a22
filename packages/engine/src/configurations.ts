import { CONDUCTION_PARAMETERS, type PlacedElectrode } from "@tributary/model";
import { INTRINSIC_SOURCE, RV_SOURCE } from "./activation-sources.ts";
import type { ConductionSpecification } from "./conduction-specification.ts";

/** A source and when it starts, ms. */
export interface DelayedSource {
  readonly id: string;
  readonly delay_ms: number;
}

/** One way of activating the heart: which sources, and when. */
export interface Configuration {
  readonly id: string;
  readonly name: string;
  readonly sources: readonly DelayedSource[];
}

/**
 * The configurations that a reader asks for first: the intrinsic beat, each lead alone, both ventricles paced together,
 * and, where the PR interval is known so that it could be programmed, each electrode timed with the conducted beat.
 *
 * Paced sources start after the capture latency of healthy muscle; the intrinsic beat at the first of its roots.
 */
export function listFirstConfigurations(
  conduction: ConductionSpecification,
  hasIntrinsic: boolean,
  electrodes: readonly PlacedElectrode[],
): readonly Configuration[] {
  const delay_ms = CONDUCTION_PARAMETERS.captureLatency_ms.value;
  const intrinsic = { id: INTRINSIC_SOURCE, delay_ms: 0 };
  const rv = { id: RV_SOURCE, delay_ms };
  const { atrioventricular } = conduction;
  const isTimed = atrioventricular.kind === "conducted" && atrioventricular.prInterval_ms !== undefined;
  return [
    ...(hasIntrinsic ? [{ id: "intrinsic", name: "Intrinsic", sources: [intrinsic] }] : []),
    { id: "rv", name: "RV pacing", sources: [rv] },
    ...electrodes.flatMap(({ name }) => {
      const lv = { id: name, delay_ms };
      return [
        { id: `lv-${name}`, name: `LV pacing, ${name}`, sources: [lv] },
        { id: `biv-${name}`, name: `RV + ${name} together`, sources: [rv, lv] },
        ...(hasIntrinsic && isTimed
          ? [{ id: `fusion-${name}`, name: `${name} with the conducted beat`, sources: [intrinsic, lv] }]
          : []),
      ];
    }),
  ];
}
