import { extname } from "node:path";
import { readActivationDat, readIgb } from "@tributary/formats";
import { TributaryError } from "@tributary/model";
import { readInputFile } from "./read-input-file.ts";

/**
 * Activation times of another program, one a node: .dat (a value a line, negative where not activated) or .igb.
 *
 * @param nodeCount  of the mesh the times must belong to
 * @throws TributaryError "activation-not-matching" when the file is of another mesh
 */
export function readActivationFile(path: string, nodeCount: number): Float64Array {
  const { name, bytes } = readInputFile(path);
  const times_ms = extname(name).toLowerCase() === ".igb" ? readIgbTimes(bytes, name) : readActivationDat(bytes, name);
  if (times_ms.length === nodeCount) return times_ms;
  throw new TributaryError({
    code: "activation-not-matching",
    what: "The activation map to compare with belongs to another mesh.",
    where: path,
    why: `it has ${times_ms.length} values; the mesh has ${nodeCount} nodes`,
    fix: "Compute the other map on the mesh that activate --out writes (heart.pts, heart.elem, heart.lon).",
  });
}

/** The last step of the file; negative values are nodes that were not activated. */
function readIgbTimes(bytes: Uint8Array, name: string): Float64Array {
  const { values, nodeCount, stepCount } = readIgb(bytes, name);
  return values.slice((stepCount - 1) * nodeCount).map((time_ms) => (time_ms < 0 ? Infinity : time_ms));
}
