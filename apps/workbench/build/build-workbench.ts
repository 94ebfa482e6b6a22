import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { hashSources } from "./hash-sources.ts";
import { withLock } from "./with-lock.ts";

const WORKBENCH = join(import.meta.dirname, "..");
/** Where the built files are. */
export const WORKBENCH_FOLDER = join(WORKBENCH, "dist");
/** What they were made from. */
const STAMP = join(WORKBENCH_FOLDER, "sources.sha256");
/** Beside the folder: a build empties it. */
const LOCK = join(WORKBENCH, "dist.lock");

/**
 * Builds the workbench where its sources differ from those it was last built from. Of several processes that ask at once,
 * one builds and the others wait for it.
 *
 * @param onBuild  called before a build begins
 */
export async function buildWorkbench(onBuild: () => void): Promise<void> {
  const hash = hashSources();
  if (isBuiltFrom(hash)) return;
  await withLock(LOCK, async () => {
    if (isBuiltFrom(hash)) return;
    onBuild();
    // Loaded only where something is built: it takes longer than to see that nothing is.
    const { build } = await import("vite");
    await build({ configFile: join(WORKBENCH, "vite.config.ts"), logLevel: "error" });
    writeFileSync(STAMP, hash);
  });
}

function isBuiltFrom(hash: string): boolean {
  return existsSync(STAMP) && readFileSync(STAMP, "utf8") === hash;
}
