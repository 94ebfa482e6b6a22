// The public API of @tributary/validation: every case, in the order of the page.
import type { ValidationEntry } from "./validation-context.ts";

export type { ValidationCase, ValidationRow } from "./validation-case.ts";
export type { ValidationContext, ValidationEntry } from "./validation-context.ts";

export const VALIDATION_CASES: readonly ValidationEntry[] = [];
