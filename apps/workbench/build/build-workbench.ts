import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { hashSources } from "./hash-sources.ts";

const WORKBENCH = join(import.meta.dirname, "..");
/** Where the built files are. */
export const WORKBENCH_FOLDER = join(WORKBENCH, "dist");
/** What they were made from. */
const STAMP = join(WORKBENCH_FOLDER, "sources.sha256");

/**
 * Builds the workbench where its sources differ from those it was last built from.
 *
 * @param onBuild  called before a build begins
 */
export async function buildWorkbench(onBuild: () => void): Promise<void> {
  const hash = hashSources();
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === hash) return;
  onBuild();
  // Loaded only where something is built: it takes longer than to see that nothing is.
  const { build } = await import("vite");
  await build({ configFile: join(WORKBENCH, "vite.config.ts"), logLevel: "error" });
  writeFileSync(STAMP, hash);
}
