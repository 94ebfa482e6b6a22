/** How the ventricles are activated without an LV lead; the names are those of ECG reports. */
export const CONDUCTION_PATTERNS = ["normal", "lbbb", "rbbb", "lafb", "lpfb", "nonspecific", "rvPaced"] as const;
export type ConductionPattern = (typeof CONDUCTION_PATTERNS)[number];

/** Each pattern in words a report can print. */
export const CONDUCTION_PATTERN_NAME: Record<ConductionPattern, string> = {
  normal: "normal conduction",
  lbbb: "left bundle branch block",
  rbbb: "right bundle branch block",
  lafb: "left anterior fascicular block",
  lpfb: "left posterior fascicular block",
  nonspecific: "non-specific intraventricular delay",
  rvPaced: "right-ventricular pacing",
};

/**
 * How the atrial beat reaches the ventricles, which decides when the intrinsic fronts start relative to a pulse.
 * In atrial fibrillation there is no atrial event to count from; in AV block there is no intrinsic front at all;
 * a PR interval that was not measured stays missing, and no fusion result can be given.
 */
export type AtrioventricularConduction =
  | { readonly kind: "conducted"; readonly prInterval_ms: number | undefined }
  | { readonly kind: "atrialFibrillation" }
  | { readonly kind: "block" };

/** Start of the intrinsic ventricular fronts after the atrial event, ms; undefined where it has no meaning. */
export function intrinsicDelay_ms(conduction: AtrioventricularConduction): number | undefined {
  return conduction.kind === "conducted" ? conduction.prInterval_ms : undefined;
}
