import type { FieldSolver, HeartSpecification, PreparedHeart } from "@tributary/engine";
import type { ValidationCase } from "./validation-case.ts";

/** How cases that need whole hearts get them; several cases ask for the same ones. */
export interface ValidationContext {
  /** The heart named `id`, prepared at the first call and kept. */
  prepareHeart(id: string, specify: () => HeartSpecification): Promise<PreparedHeart>;
  readonly solver: FieldSolver;
}

/** A case by name, before it is run. */
export interface ValidationEntry {
  readonly id: string;
  run(context: ValidationContext): ValidationCase | Promise<ValidationCase>;
}

/** A context that prepares each heart once, by the way given (in this thread or in a worker). */
export function createValidationContext(
  prepare: (specification: HeartSpecification) => PreparedHeart | Promise<PreparedHeart>,
  solver: FieldSolver,
): ValidationContext {
  const kept = new Map<string, Promise<PreparedHeart>>();
  function prepareHeart(id: string, specify: () => HeartSpecification): Promise<PreparedHeart> {
    const found = kept.get(id) ?? Promise.resolve(prepare(specify()));
    kept.set(id, found);
    return found;
  }
  return { prepareHeart, solver };
}
