import { batteryYears, DEFAULT_LONGEVITY, estimateLongevity_years, type PacingOutput } from "@tributary/model";
import type { ValidationRow } from "../validation-case.ts";
import { compare } from "./compare.ts";

/** A CRT-P of 1.2 Ah with 8 uA of its own: atrium 2 V in 20 %, right ventricle 2 V in all beats, 0.4 ms, 500 ohm. */
const RIGHT = { amplitude_V: 2, pulseWidth_ms: 0.4, impedance_ohm: 500 } as const;
const EXAMPLES: readonly { readonly lv: Omit<PacingOutput, "pacedFraction">; readonly years: number }[] = [
  { lv: { amplitude_V: 1.5, pulseWidth_ms: 0.4, impedance_ohm: 700 }, years: 12.7 },
  { lv: { amplitude_V: 2.5, pulseWidth_ms: 0.5, impedance_ohm: 700 }, years: 11.7 },
  { lv: { amplitude_V: 4, pulseWidth_ms: 0.5, impedance_ohm: 500 }, years: 7.6 },
  { lv: { amplitude_V: 5, pulseWidth_ms: 1, impedance_ohm: 500 }, years: 4.6 },
];

export function longevityRows(): ValidationRow[] {
  const rectangular = { ...DEFAULT_LONGEVITY, outputCapacitance_uF: Infinity };
  const rows = EXAMPLES.map(({ lv, years }) => {
    const outputs = [
      { ...RIGHT, pacedFraction: 0.2 },
      { ...RIGHT, pacedFraction: 1 },
      { ...lv, pacedFraction: 1 },
    ];
    const { amplitude_V, pulseWidth_ms, impedance_ohm } = lv;
    return compare(`CRT-P with LV ${amplitude_V} V, ${pulseWidth_ms} ms, ${impedance_ohm} ohm`, "years", {
      expected: years,
      ours: estimateLongevity_years(outputs, 60, rectangular),
      tolerance: 0.05,
      source: "by hand, rectangular pulses at 60 a minute",
    });
  });
  const battery = compare("2.3 Ah at 20 uA", "years", {
    expected: 13.1,
    ours: batteryYears(2.3, 20),
    tolerance: 0.05,
    source: "capacity and current of Markewitz, PACE 1995",
  });
  return [...rows, battery];
}
