/** The manifest of a `.tributary` file: who wrote it, in which formats, and every other entry with its SHA-256. */
import { z } from "zod";

/** Version of the bundle that this program writes. Raised when a field or entry changes its name or meaning. */
export const BUNDLE_VERSION = 1;

const entry = z
  .strictObject({
    path: z.string().min(1).meta({ description: "Name of the entry in the ZIP file" }),
    role: z.enum(["case", "data", "events", "result"]).meta({
      description: "The case file; a file that the case names; the event log; a result that was computed from them",
    }),
    namedInCase: z
      .string()
      .min(1)
      .meta({ description: "For data: how the case names the file; nothing is ever written to this path" })
      .exactOptional(),
    size_bytes: z.int().min(0).meta({ description: "Size, unpacked", unit: "bytes" }),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .meta({ description: "SHA-256 of the entry, unpacked" }),
  })
  .meta({ description: "One entry beside the manifest" });

export const bundleManifest = z
  .strictObject({
    version: z.literal(BUNDLE_VERSION).meta({ description: "Version of this file format" }),
    programVersion: z.string().min(1).meta({ description: "Version of the program that wrote it" }),
    caseVersion: z
      .int()
      .min(1)
      .meta({ description: "Version of the case file's format, as the writing program knows it" }),
    entries: z.array(entry).min(1).meta({ description: "Every entry but the manifest, in the order of the file" }),
  })
  .meta({ title: "Tributary bundle manifest", description: "A case with its files and results in one ZIP file" });

export type BundleManifest = z.infer<typeof bundleManifest>;

/** The published schema of the manifest: draft 2020-12. */
export function buildBundleJsonSchema(): { readonly $id: string } {
  return {
    $id: `bundle-${BUNDLE_VERSION}.schema.json`,
    ...z.toJSONSchema(bundleManifest, { target: "draft-2020-12" }),
  };
}
