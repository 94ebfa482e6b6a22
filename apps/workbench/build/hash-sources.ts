import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "..", "..", "..");
const SOURCES = [
  "package-lock.json",
  "apps/workbench/{package.json,index.html,vite.config.ts}",
  "apps/workbench/{src,public,build,offline}/**/*",
  "examples/real-heart/*",
  "packages/*/{package.json,src/**/*.ts}",
];

/** SHA-256 over the name and content of everything the workbench is built from. */
export function hashSources(): string {
  const hash = createHash("sha256");
  const files = globSync(SOURCES, {
    cwd: ROOT,
    withFileTypes: true,
    exclude: (entry) => entry.name.endsWith(".test.ts"),
  });
  const paths = files.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  for (const path of paths.sort()) {
    const bytes = readFileSync(path);
    hash.update(`${path.slice(ROOT.length)}\n${bytes.length}\n`).update(bytes);
  }
  return hash.digest("hex");
}
