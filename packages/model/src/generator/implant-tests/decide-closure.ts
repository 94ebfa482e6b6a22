import type { TestVerdict } from "./judge-implant.ts";

/** A person takes the responsibility for a test that failed or was not done. */
export interface TestOverride {
  readonly id: string;
  /** In words; an empty one does not count. */
  readonly reason: string;
}

export type ClosureDecision =
  | { readonly kind: "may-close"; readonly overridden: readonly TestOverride[] }
  | { readonly kind: "blocked"; readonly open: readonly TestVerdict[] };

/** The pocket is closed only when every mandatory test has passed, or is overridden with a reason. */
export function decideClosure(
  verdicts: readonly TestVerdict[],
  overrides: readonly TestOverride[] = [],
): ClosureDecision {
  const failed = verdicts.filter(({ isMandatory, outcome }) => isMandatory && outcome !== "pass");
  const isOverridden = ({ id }: TestVerdict) =>
    overrides.some((override) => override.id === id && override.reason.trim() !== "");
  const open = failed.filter((verdict) => !isOverridden(verdict));
  if (open.length > 0) return { kind: "blocked", open };
  return { kind: "may-close", overridden: overrides.filter(({ id }) => failed.some((verdict) => verdict.id === id)) };
}
