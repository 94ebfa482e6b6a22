import { defineConfig } from "vitest/config";

// Which tests a suite runs is told by the file name: thing.test.ts is quick (unit, property), thing.normal.test.ts
// builds whole hearts or starts processes, thing.slow.test.ts is a long search.
const SUITES: Record<string, { include: string[]; exclude: string[] }> = {
  quick: { include: ["**/*.test.ts"], exclude: ["**/*.normal.test.ts", "**/*.slow.test.ts"] },
  normal: { include: ["**/*.test.ts"], exclude: ["**/*.slow.test.ts"] },
  slow: { include: ["**/*.slow.test.ts"], exclude: [] },
};

const suite = SUITES[process.env["TRIBUTARY_SUITE"] ?? "normal"] ?? SUITES["normal"]!;

export default defineConfig({
  test: {
    include: suite.include,
    exclude: [...suite.exclude, "**/node_modules/**"],
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 900_000,
    hookTimeout: 900_000,
    // What a page shows is waited for as long as a busy machine may take; no test measures time.
    expect: { poll: { timeout: 60_000 } },
    reporters: ["./scripts/test-reporter.ts"],
    passWithNoTests: false,
  },
});
