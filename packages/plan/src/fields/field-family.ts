import type { ConductionSpecification, PreparedHeart } from "@tributary/engine";
import { mapOneAhead } from "./map-one-ahead.ts";
import { DESIGN_SHAPES } from "./shape-design.ts";
import { type FieldLayout, type FieldRun, type SourceList, solvePlanFields } from "./solve-fields.ts";

/** Fields for any shape of conduction, from solves at the shapes of the design. */
export interface FieldFamily {
  readonly layout: FieldLayout;
  /** For each design, its fields in the order of the layout. */
  readonly designs: readonly (readonly Float32Array[])[];
}

/** Solves all sources at all shapes of the design: for a coarse mesh. */
export async function solveFieldFamily(
  prepared: PreparedHeart,
  conduction: ConductionSpecification,
  sources: SourceList,
  run: FieldRun,
): Promise<FieldFamily> {
  let done = 0;
  const solved = await mapOneAhead(DESIGN_SHAPES, (shape) =>
    solvePlanFields(prepared, conduction, shape, {
      ...run,
      sources,
      onProgress: (_, total) => run.onProgress?.(++done, DESIGN_SHAPES.length * total),
    }),
  );
  return { layout: solved[0]!.layout, designs: solved.map(({ fields }) => fields) };
}

/**
 * One field of the family at a shape.
 *
 * @param out      written; nodeCount, ms; Infinity where any design does not reach
 * @param index    of the family's layout
 * @param weights  of `weighDesign` for the shape
 */
export function evaluateField(out: Float32Array, family: FieldFamily, index: number, weights: Float64Array): void {
  const sums = new Float64Array(out.length);
  for (const [design, fields] of family.designs.entries()) {
    const field = fields[index]!;
    const weight = weights[design]!;
    for (let node = 0; node < out.length; node++) sums[node]! += weight * field[node]!;
  }
  // Unreached nodes are Infinity in every design; weights of both signs make that NaN.
  for (let node = 0; node < out.length; node++) {
    const time_ms = sums[node]!;
    out[node] = Number.isNaN(time_ms) ? Infinity : Math.max(0, time_ms);
  }
}
