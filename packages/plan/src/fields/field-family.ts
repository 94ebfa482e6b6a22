import type { ConductionSpecification, PreparedHeart } from "@tributary/engine";
import { countNodes } from "@tributary/model";
import type { PlanSources } from "./plan-sources.ts";
import { DESIGN_SHAPES } from "./shape-design.ts";
import { type FieldRun, type PlanFields, solvePlanFields } from "./solve-fields.ts";

/** Fields for any shape of conduction, from solves at the shapes of the design. */
export interface FieldFamily {
  readonly nodeCount: number;
  readonly designs: readonly PlanFields[];
}

/** Solves all sources at all shapes of the design: for a coarse mesh. */
export async function solveFieldFamily(
  prepared: PreparedHeart,
  conduction: ConductionSpecification,
  sources: PlanSources,
  run: FieldRun,
): Promise<FieldFamily> {
  const designs: PlanFields[] = [];
  for (const [index, shape] of DESIGN_SHAPES.entries()) {
    designs.push(
      await solvePlanFields(prepared, conduction, shape, {
        host: run.host,
        ...(run.signal ? { signal: run.signal } : {}),
        sources,
        onProgress: (done, total) => run.onProgress?.(index * total + done, DESIGN_SHAPES.length * total),
      }),
    );
  }
  return { nodeCount: countNodes(prepared.heart), designs };
}

/** Which field of a design to take. */
export type FieldChoice = (fields: PlanFields) => Float32Array;

/**
 * One field of the family at a shape.
 *
 * @param out      written; nodeCount, ms; Infinity where any design does not reach
 * @param weights  of `weighDesign` for the shape
 */
export function evaluateField(out: Float32Array, family: FieldFamily, choose: FieldChoice, weights: Float64Array): void {
  const fields = family.designs.map(choose);
  const sums = new Float64Array(out.length);
  for (let design = 0; design < fields.length; design++) {
    const field = fields[design]!;
    const weight = weights[design]!;
    for (let node = 0; node < out.length; node++) sums[node]! += weight * field[node]!;
  }
  // Unreached nodes are Infinity in every design; weights of both signs make that NaN.
  for (let node = 0; node < out.length; node++) {
    const time_ms = sums[node]!;
    out[node] = Number.isNaN(time_ms) ? Infinity : Math.max(0, time_ms);
  }
}
