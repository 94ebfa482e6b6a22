/** Infection after an implant: with and without hematoma, and what an antibacterial envelope changes. */
import type { Figure } from "../figures/figure.ts";

const WRAP_IT = { sourceId: "wrapIt", confirmed: true } as const;

/** Hazard ratio of major infection with an envelope, by device; it helps where the generator is a defibrillator. */
export const ENVELOPE_RATIOS: Readonly<Record<"CRT-D" | "CRT-P", Figure>> = {
  "CRT-D": { ...WRAP_IT, value: 0.51, unit: "1", low: 0.29, high: 0.9, locator: "hazard ratio, defibrillators" },
  "CRT-P": { ...WRAP_IT, value: 1.02, unit: "1", locator: "hazard ratio, pacemakers" },
};

const HEMATOMA = { sourceId: "wrapItHematoma", unit: "%", confirmed: true } as const;

/** Infection over the whole follow-up without an envelope, percent. */
const INFECTION_BY_HEMATOMA = {
  withHematoma: { ...HEMATOMA, value: 13.1, locator: "control, with hematoma" },
  withoutHematoma: { ...HEMATOMA, value: 1.6, locator: "control, without hematoma" },
} as const satisfies Record<string, Figure>;

/** Infection in a group of whom some percent have a hematoma. */
export function estimateInfection_pct(hematoma_pct: number): number {
  const { withHematoma, withoutHematoma } = INFECTION_BY_HEMATOMA;
  const share = hematoma_pct / 100;
  return share * withHematoma.value + (1 - share) * withoutHematoma.value;
}
