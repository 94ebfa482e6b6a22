import { existsSync } from "node:fs";
import { join } from "node:path";

/**
 * The path of a file of outside data (a real heart, a peer's results) below the folder named by TRIBUTARY_DATA, or
 * undefined when that folder or file is absent; a test then skips and is listed by name as "not run".
 */
export function outsideDataPath(relativePath: string): string | undefined {
  const folder = process.env["TRIBUTARY_DATA"];
  if (!folder) return undefined;
  const path = join(folder, relativePath);
  return existsSync(path) ? path : undefined;
}
