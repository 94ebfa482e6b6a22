import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, chromium } from "playwright-core";

const PROGRAMS = ["chromium", "chromium-browser", "google-chrome"];

/**
 * The Chromium that the environment names, or else the system's; undefined where there is none, and tests that need it are
 * listed as not run.
 */
export const CHROMIUM_PATH = [
  ...(process.env["CHROMIUM_PATH"] ? [process.env["CHROMIUM_PATH"]] : []),
  ...(process.env["PATH"] ?? "").split(delimiter).flatMap((folder) => PROGRAMS.map((name) => join(folder, name))),
].find((path) => existsSync(path));

/** No sandbox, since containers forbid it to root; nothing of the browser's own traffic. */
const FLAGS = [
  "--no-sandbox",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--enable-unsafe-swiftshader",
];

export function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM_PATH!, args: FLAGS });
}
