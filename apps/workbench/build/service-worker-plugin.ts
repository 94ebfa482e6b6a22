import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

const SOURCE = join(import.meta.dirname, "..", "offline", "service-worker.js");
const PUBLIC = join(import.meta.dirname, "..", "public");

/** Writes sw.js with the list of everything that was built, under a version that changes with any of it. */
export function serviceWorkerPlugin(): Plugin {
  return {
    name: "tributary-service-worker",
    apply: "build",
    generateBundle: {
      // After the builder dropped what a style sheet left empty: one name too many and nothing is kept at all.
      order: "post",
      handler(_options, bundle) {
        const built = Object.keys(bundle).filter((name) => name !== "index.html");
        const files = [
          "/",
          ...built.map((name) => `/${name}`),
          ...readdirSync(PUBLIC).map((name) => `/${name}`),
        ].sort();
        const source = readFileSync(SOURCE, "utf8");
        const version = createHash("sha256").update(files.join("\n")).update(source).digest("hex").slice(0, 16);
        const head = `const FILES = ${JSON.stringify(files)};\nconst VERSION = "${version}";\n`;
        this.emitFile({ type: "asset", fileName: "sw.js", source: head + source });
      },
    },
  };
}
