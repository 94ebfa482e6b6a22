import { type MeshTransfer, transferField } from "@tributary/model";
import type { FieldHost } from "../field-host.ts";
import type { ConductionShape } from "./conduction-set.ts";
import { evaluateField, type FieldFamily } from "./field-family.ts";
import { DESIGN_SHAPES, pointOfShape, weighDesign } from "./shape-design.ts";

/** Fields of a fine mesh at one shape of conduction. */
export interface FineAnchor {
  readonly shape: ConductionShape;
  /** Of a field of the family, at the same velocity; undefined where it was not solved. */
  fieldOf(index: number): Float32Array | undefined;
}

/** From the nodes of a coarse mesh to samples: the same nodes, then further points. */
export interface CarryRun {
  /** All samples in the fine mesh. */
  readonly inFine: MeshTransfer;
  /** The further points in the coarse mesh. */
  readonly furtherInCoarse: MeshTransfer;
  readonly host: Pick<FieldHost, "allocateFloat32">;
}

/**
 * A family of a coarse mesh, brought to samples and moved so that at the anchors it gives the fields of a fine mesh.
 *
 * On a coarse mesh the innermost layer of elements is thicker and ends elsewhere, and a thin wall is all fast layer or none
 * of it, so that fields are off by some ms, by an amount of its own in each region. Node by node the fine field minus the
 * coarse one is known at the anchors. Between them it is taken for a sum of polynomials, one for each slowness through the
 * middle anchor and those that differ from it in that slowness (at most two), and added to the family:
 * D(z) = D(c) + Σ_axes Σ_j L_j(z_axis) (D_j − D(c)), L_j of Lagrange.
 *
 * @param middle  a field that it does not know is not moved
 * @param others  each differs from the middle in one slowness; one that does not know a field is left out for it
 */
export function carryFamily(
  coarseFamily: FieldFamily,
  middle: FineAnchor,
  others: readonly FineAnchor[],
  run: CarryRun,
): FieldFamily {
  const family = sampleFamily(coarseFamily, run);
  const sharesAt = DESIGN_SHAPES.map((shape) => shareAnchors(shape, middle, others));
  for (const index of family.designs[0]!.keys()) {
    const atMiddle_ms = measureDifference(family, index, middle, run);
    if (!atMiddle_ms) continue;
    const changes_ms = others.map((anchor) => {
      const change_ms = measureDifference(family, index, anchor, run);
      if (change_ms) addShift(change_ms, atMiddle_ms, -1);
      return change_ms;
    });
    for (const [design, fields] of family.designs.entries()) {
      addShift(fields[index]!, atMiddle_ms, 1);
      for (const [anchor, change_ms] of changes_ms.entries()) {
        if (change_ms) addShift(fields[index]!, change_ms, sharesAt[design]![anchor]!);
      }
    }
  }
  return family;
}

function sampleFamily({ layout, designs }: FieldFamily, { inFine, furtherInCoarse, host }: CarryRun): FieldFamily {
  const sampleCount = inFine.nodes.length / 4;
  const sample = (field: Float32Array) => {
    const sampled = host.allocateFloat32(sampleCount);
    sampled.set(field);
    transferField(sampled.subarray(field.length), furtherInCoarse, field);
    return sampled;
  };
  return { layout, designs: designs.map((fields) => fields.map(sample)) };
}

/** The fine field minus the coarse one at the samples; undefined where there is no fine one. */
function measureDifference(
  family: FieldFamily,
  index: number,
  anchor: FineAnchor,
  { inFine }: CarryRun,
): Float32Array | undefined {
  const fine = anchor.fieldOf(index);
  if (!fine) return undefined;
  const coarse = new Float32Array(family.designs[0]![index]!.length);
  evaluateField(coarse, family, index, weighDesign(anchor.shape));
  const difference_ms = new Float32Array(coarse.length);
  transferField(difference_ms, inFine, fine);
  for (let node = 0; node < coarse.length; node++) difference_ms[node]! -= coarse[node]!;
  return difference_ms;
}

function addShift(field: Float32Array, shift_ms: Float32Array, share: number): void {
  if (share === 0) return;
  for (let node = 0; node < field.length; node++) {
    const shift = share * shift_ms[node]!;
    // A sample that one of the meshes does not reach has no difference.
    if (Number.isFinite(shift)) field[node]! += shift;
  }
}

/** The Lagrange polynomial of each anchor at a shape, over the anchors of its own slowness and the middle. */
function shareAnchors(shape: ConductionShape, middle: FineAnchor, others: readonly FineAnchor[]): number[] {
  const at = pointOfShape(shape);
  const center = pointOfShape(middle.shape);
  const ends = others.map((anchor) => {
    const point = pointOfShape(anchor.shape);
    const moves = point.map((value, axis) => Math.abs(value - center[axis]!));
    const axis = moves.indexOf(Math.max(...moves));
    return { axis, place: point[axis]! };
  });
  return ends.map(({ axis, place }) => {
    const places = [center[axis]!, ...ends.filter((end) => end.axis === axis).map((end) => end.place)];
    return places
      .filter((other) => other !== place)
      .reduce((product, other) => (product * (at[axis]! - other)) / (place - other), 1);
  });
}
