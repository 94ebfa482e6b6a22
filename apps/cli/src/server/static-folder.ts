import { existsSync, lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { getMimeType } from "hono/utils/mime";
import type { ServedFile } from "../page/served-file.ts";

/** A folder of built files, by the path of their address. */
export interface StaticFolder {
  find(path: string): ServedFile | undefined;
}

/** A name that the builder made from the content, as "assets/index-DiwrgTda.js": it never means anything else. */
const HASHED_NAME = /^\/assets\/[^/]+-[\w-]{8}\.\w+$/;

/**
 * Lists the regular files of a folder once; only what was listed is ever served, so no address leads out of the folder, and
 * a symbolic link is not followed.
 *
 * @returns undefined where there is no index.html: the folder was not built
 */
export function openStaticFolder(folder: string): StaticFolder | undefined {
  if (!existsSync(folder)) return undefined;
  const paths = listRegularFiles(folder);
  const index = paths.get("/index.html");
  if (index === undefined) return undefined;
  paths.set("/", index);
  return {
    find(address) {
      const file = paths.get(address);
      // What was replaced since by a link is not served either.
      if (file === undefined || !isRegularFile(file)) return undefined;
      return {
        contentType: getMimeType(file) ?? "application/octet-stream",
        content: new Uint8Array(readFileSync(file)),
        ...(HASHED_NAME.test(address) ? { isUnchanging: true } : {}),
      };
    },
  };
}

function listRegularFiles(folder: string): Map<string, string> {
  const found = new Map<string, string>();
  const pending = [""];
  for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
    for (const entry of readdirSync(join(folder, path), { withFileTypes: true })) {
      const inside = `${path}/${entry.name}`;
      if (entry.isDirectory()) pending.push(inside);
      if (entry.isFile()) found.set(inside, join(folder, inside));
    }
  }
  return found;
}

function isRegularFile(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false })?.isFile() === true;
}
