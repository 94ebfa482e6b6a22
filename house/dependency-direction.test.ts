import { globSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "..");

/** What a package or app may import from the project, besides itself. */
const PACKAGE_MAY_IMPORT: Record<string, readonly string[]> = {
  model: [],
  formats: ["model"],
  engine: ["model"],
  plan: ["model", "model/generator", "engine", "engine/node"],
  care: ["model", "model/generator", "formats", "plan"],
  intake: ["model", "model/generator", "formats", "engine", "plan"],
  report: ["model", "model/generator", "engine", "plan"],
  fixtures: [],
  validation: ["model", "model/generator", "formats", "engine", "plan", "care", "report", "fixtures"],
  bench: ["model", "model/generator", "formats", "intake"],
  examples: [
    "model",
    "model/generator",
    "formats",
    "engine",
    "engine/node",
    "plan",
    "plan/node",
    "care",
    "care/validation",
    "intake",
    "report",
  ],
  cli: [
    "model",
    "model/generator",
    "formats",
    "intake",
    "engine",
    "engine/node",
    "plan",
    "plan/node",
    "care",
    "care/validation",
    "report",
    "validation",
    "bench",
    "workbench/build",
  ],
  workbench: [
    "model",
    "model/generator",
    "formats",
    "intake",
    "engine",
    "plan",
    "care",
    "report",
    "examples/real-heart/case.json?raw",
    "examples/real-heart/heart.vtp?url",
  ],
};

/** Where a package keeps its sources. */
function folderOf(name: string): string {
  if (name === "cli" || name === "workbench") return `apps/${name}`;
  return ["validation", "bench", "examples", "fixtures"].includes(name) ? name : `packages/${name}`;
}

/** Rooms of the model, from the ground up; a room may import rooms of a lower or the same number only. */
const MODEL_ROOM_LEVEL: Record<string, number> = {
  errors: 0,
  units: 1,
  numerics: 2,
  mesh: 3,
  anatomy: 4,
  veins: 5,
  conduction: 6,
  lead: 6,
  activation: 7,
  capture: 8,
  phrenic: 8,
  circulation: 8,
  ecg: 8,
  generator: 9,
};

interface Import {
  readonly file: string;
  readonly specifier: string;
}

function listImports(pattern: string): Import[] {
  const files = globSync(pattern, { cwd: ROOT, exclude: (name) => name.includes("node_modules") });
  return files.flatMap((file) => {
    const source = readFileSync(join(ROOT, file), "utf8");
    const matches = source.matchAll(/(?:^|\n)\s*(?:import|export)\b[^;"']*?from\s*["']([^"']+)["']/g);
    return [...matches].map((match) => ({ file, specifier: match[1]! }));
  });
}

describe("dependency direction", () => {
  test.each(Object.keys(PACKAGE_MAY_IMPORT))("%s imports only the packages below it, through their exports", (name) => {
    const folder = folderOf(name);
    const wrong = listImports(`${folder}/**/*.{ts,tsx}`).filter(({ file, specifier }) => {
      if (/\.(?:test|fixture)\.ts$/.test(file)) return false;
      // The workbench is timed as its tests drive it.
      if (name === "bench" && specifier.endsWith(".fixture.ts")) return false;
      if (specifier.startsWith("."))
        return relative(join(ROOT, folder), resolve(ROOT, dirname(file), specifier)).startsWith("..");
      if (!specifier.startsWith("@tributary/")) return false;
      const target = specifier.slice("@tributary/".length);
      return !PACKAGE_MAY_IMPORT[name]!.includes(target);
    });
    expect(wrong).toEqual([]);
  });

  test("what runs in a browser too imports nothing of Node", () => {
    const folders = ["model", "formats", "engine", "plan", "care", "report"].map((name) => `packages/${name}/src`);
    const wrong = folders
      .flatMap((folder) => listImports(`${folder}/**/*.ts`))
      .filter(({ file, specifier }) => specifier.startsWith("node:") && !file.endsWith(".test.ts"))
      .filter(({ file }) => !/^packages.(?:engine|plan).src.node/.test(file));
    expect(wrong).toEqual([]);
  });

  test.each(["engine", "plan"])("the part of %s for any host imports nothing of a part for Node", (name) => {
    const wrong = listImports(`packages/${name}/src/**/*.ts`)
      .filter(({ file }) => !file.startsWith(join("packages", name, "src", "node")))
      .filter(({ specifier }) => /(?:^\.\/|\/)node(?:\/|$)/.test(specifier));
    expect(wrong).toEqual([]);
  });

  test("inside the model, rooms import only rooms at or below their level", () => {
    const wrong = listImports("packages/model/src/*/**/*.ts").filter(({ file, specifier }) => {
      if (!specifier.startsWith(".") || file.endsWith(".test.ts")) return false;
      const from = file.split("/")[3]!;
      const to = relative(join(ROOT, "packages/model/src"), resolve(ROOT, dirname(file), specifier)).split("/")[0]!;
      if (to === from) return false;
      const fromLevel = MODEL_ROOM_LEVEL[from];
      const toLevel = MODEL_ROOM_LEVEL[to];
      return fromLevel === undefined || toLevel === undefined || toLevel >= fromLevel;
    });
    expect(wrong).toEqual([]);
  });

  test("no file of a package imports itself through others", () => {
    const edges = new Map<string, string[]>();
    for (const { file, specifier } of listImports("packages/*/src/**/*.ts")) {
      if (!specifier.startsWith(".") || file.endsWith(".test.ts")) continue;
      const target = relative(ROOT, resolve(ROOT, dirname(file), specifier));
      edges.set(file, [...(edges.get(file) ?? []), target]);
    }
    expect(findCycle(edges)).toBeUndefined();
  });
});

function findCycle(edges: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const done = new Set<string>();
  const path: string[] = [];
  function visit(file: string): string[] | undefined {
    if (done.has(file)) return undefined;
    const at = path.indexOf(file);
    if (at >= 0) return [...path.slice(at), file];
    path.push(file);
    for (const next of edges.get(file) ?? []) {
      const cycle = visit(next);
      if (cycle) return cycle;
    }
    path.pop();
    done.add(file);
    return undefined;
  }
  for (const file of edges.keys()) {
    const cycle = visit(file);
    if (cycle) return cycle;
  }
  return undefined;
}
