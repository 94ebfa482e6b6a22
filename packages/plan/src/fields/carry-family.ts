import { type MeshTransfer, transferField } from "@tributary/model";
import type { FieldHost } from "../field-host.ts";
import type { ConductionShape } from "./conduction-set.ts";
import { evaluateField, type FieldFamily } from "./field-family.ts";
import { DESIGN_SHAPES, pointOfShape, weighDesign } from "./shape-design.ts";

/** Fields of a fine mesh at one shape of conduction. */
export interface FineAnchor {
  readonly shape: ConductionShape;
  /** Of a field of the family, at the same velocity; undefined: that field stays as it is. */
  fieldOf(index: number): Float32Array | undefined;
}

export interface CarryRun {
  /** Where the nodes of the coarse mesh lie in the fine one. */
  readonly transfer: MeshTransfer;
  readonly host: Pick<FieldHost, "allocateFloat32">;
}

/**
 * A family of a coarse mesh, moved so that at some shapes it gives the fields of a fine mesh.
 *
 * On a coarse mesh the innermost layer of elements is thicker and ends elsewhere, and a thin wall is all fast layer or none
 * of it, so that fields are off by some ms, by an amount of its own in each region. Node by node the fine field minus the
 * coarse one is known at the anchors; it is taken to be linear in the slownesses between them, and added.
 *
 * @param anchors  the first is the middle; each further one differs from it in a ratio of its own
 */
export function carryFamily(
  family: FieldFamily,
  anchors: readonly FineAnchor[],
  { transfer, host }: CarryRun,
): FieldFamily {
  const shares = DESIGN_SHAPES.map((shape) => shareAnchors(shape, anchors));
  const anchorWeights = anchors.map(({ shape }) => weighDesign(shape));
  const designs: Float32Array[][] = DESIGN_SHAPES.map(() => []);
  for (const [index, field] of family.designs[0]!.entries()) {
    const differences_ms = anchors.map((anchor, i) => {
      const fine = anchor.fieldOf(index);
      if (!fine) return undefined;
      const coarse = new Float32Array(field.length);
      evaluateField(coarse, family, index, anchorWeights[i]!);
      const difference_ms = new Float32Array(field.length);
      transferField(difference_ms, transfer, fine);
      for (let node = 0; node < field.length; node++) difference_ms[node]! -= coarse[node]!;
      return difference_ms;
    });
    for (const [design, fields] of family.designs.entries()) {
      designs[design]!.push(addDifferences(fields[index]!, differences_ms, shares[design]!, host));
    }
  }
  return { ...family, designs };
}

function addDifferences(
  field: Float32Array,
  differences_ms: readonly (Float32Array | undefined)[],
  shares: readonly number[],
  host: CarryRun["host"],
): Float32Array {
  if (differences_ms.includes(undefined)) return field;
  const moved = host.allocateFloat32(field.length);
  for (let node = 0; node < field.length; node++) {
    let shift_ms = 0;
    for (const [anchor, difference_ms] of differences_ms.entries()) shift_ms += shares[anchor]! * difference_ms![node]!;
    // A node that one of the meshes does not reach has no difference.
    moved[node] = field[node]! + (Number.isFinite(shift_ms) ? shift_ms : 0);
  }
  return moved;
}

/** How much the difference at each anchor counts at a shape; the shares add to 1. */
function shareAnchors(shape: ConductionShape, anchors: readonly FineAnchor[]): number[] {
  const at = pointOfShape(shape);
  const [middle, ...others] = anchors.map((anchor) => pointOfShape(anchor.shape));
  const shares = others.map((other) => {
    const axis = other.reduce<number>((widest, value, i) => {
      const distance = Math.abs(value - middle![i]!);
      return distance > Math.abs(other[widest]! - middle![widest]!) ? i : widest;
    }, 0);
    return (at[axis]! - middle![axis]!) / (other[axis]! - middle![axis]!);
  });
  return [1 - shares.reduce((sum, share) => sum + share, 0), ...shares];
}
