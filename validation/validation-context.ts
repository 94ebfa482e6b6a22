import type { FieldSolver, HeartSpecification, PreparedHeart } from "@tributary/engine";
import type { ValidationCase } from "./validation-case.ts";

/** How a case that needs whole hearts gets them; the caller chooses threads or none. */
export interface ValidationContext {
  prepareHeart(specification: HeartSpecification): PreparedHeart | Promise<PreparedHeart>;
  readonly solver: FieldSolver;
}

/** A case by name, before it is run. */
export interface ValidationEntry {
  readonly id: string;
  run(context: ValidationContext): ValidationCase | Promise<ValidationCase>;
}
