import type { HeartSpecification } from "@tributary/engine";
import { createWorkerFieldSolver, prepareHeartInWorker } from "@tributary/engine/node";
import { buildReportPage, drawLineFigure, type ReportSection } from "@tributary/report";
import { createValidationContext, VALIDATION_CASES, type ValidationCase } from "@tributary/validation";
import { type Command, EXIT_CODE } from "../command.ts";
import { blankRepeats } from "../output/blank-repeats.ts";
import { openOutputFolder } from "../output/output-folder.ts";
import { renderTextTable } from "../output/text-table.ts";
import { throwIfInterrupted } from "../throw-if-interrupted.ts";
import { usage } from "../usage-error.ts";

export const validateCommand: Command = {
  name: "validate",
  summary: "compares the program with exact and published values",
  help: [
    "tributary validate [CASE ...] [--out DIR] [--list]",
    "",
    "One row per number: exact or published value, ours, tolerance, pass. Writes a page with pictures to DIR",
    "(default out/validation). Without names all cases run, which takes some minutes.",
    "",
    "  --list              names the cases and ends",
    "",
    "Example: tributary validate niederer-slab",
  ].join("\n"),
  mostPositionals: Infinity,
  options: { out: { type: "string" }, list: { type: "boolean" } },
  async run(names, options, context) {
    if (options["list"]) {
      context.print(VALIDATION_CASES.map(({ id }) => id).join("\n"));
      return EXIT_CODE.ok;
    }
    const unknown = names.find((name) => !VALIDATION_CASES.some(({ id }) => id === name));
    if (unknown) throw usage("tributary validate", `there is no case "${unknown}"; see --list`);
    const chosen = VALIDATION_CASES.filter(({ id }) => names.length === 0 || names.includes(id));
    const folder = openOutputFolder(String(options["out"] ?? "out/validation"));
    const solver = createWorkerFieldSolver();
    try {
      const prepare = (heart: HeartSpecification) => prepareHeartInWorker(heart, { signal: context.signal });
      const validation = createValidationContext(prepare, solver);
      const results: ValidationCase[] = [];
      for (const { id, run } of chosen) {
        await throwIfInterrupted(context.signal);
        context.progress.update(id, results.length / chosen.length);
        results.push(await run(validation));
      }
      context.progress.clear();
      context.print(options["json"] ? JSON.stringify(results, undefined, 2) : describeResults(results));
      folder.write("index.html", buildPage(results));
      await throwIfInterrupted(context.signal);
      folder.commit();
      if (!options["json"]) context.print(`\nPage with pictures: ${folder.path}/index.html`);
      return results.every(isPassed) ? EXIT_CODE.ok : EXIT_CODE.failed;
    } finally {
      folder.discard();
      await solver.close();
    }
  },
};

function isPassed({ rows }: ValidationCase): boolean {
  return rows.every(({ pass }) => pass);
}

/** The tolerance of a row that is not tested. */
const CONTEXT = "context";

/** So that a row fits a terminal of 150 columns. */
const COLUMN_WIDTHS = [undefined, 46, 20, 20, 10, 24];

function describeResults(results: readonly ValidationCase[]): string {
  const cells = results.flatMap((result) => result.rows.map((row) => [result.id, ...describeRow(row)]));
  const failed = results.flatMap(({ rows }) => rows).filter(({ pass }) => !pass).length;
  const shown = results.flatMap(({ rows }) => rows).filter(({ tolerance }) => tolerance === CONTEXT).length;
  const headers = ["case", "quantity", "expected:", "ours:", "unit", "tolerance", ""];
  return `${renderTextTable(headers, blankRepeats(cells), COLUMN_WIDTHS)}\n\n${cells.length} rows: ${cells.length - shown} tested, ${failed} outside their tolerance; ${shown} shown for context`;
}

function describeRow({ quantity, expected, ours, unit, tolerance, pass }: ValidationCase["rows"][number]): string[] {
  return [quantity, formatValue(expected), formatValue(ours), unit, tolerance, judge(tolerance, pass)];
}

/** A row that is shown for comparison only is not said to have passed. */
function judge(tolerance: string, pass: boolean): string {
  if (tolerance === CONTEXT) return "shown";
  return pass ? "pass" : "FAIL";
}

function formatValue(value: number | string): string {
  if (typeof value === "string") return value;
  return Number.isInteger(value) ? String(value) : Number(value.toPrecision(5)).toString();
}

function buildPage(results: readonly ValidationCase[]): string {
  return buildReportPage({
    title: "Validation",
    subtitle: "Exact and published values beside what the program computes, and what each comparison does not show",
    sections: results.map(buildSection),
    assumptions: [],
    sources: [...new Set(results.flatMap(({ rows }) => rows.map(({ source }) => source)))],
    provenance: ["Tributary 0.1.0, tributary validate"],
  });
}

function buildSection({ title, claims, notShown, rows, figures, pictures = [] }: ValidationCase): ReportSection {
  return {
    heading: title,
    paragraphs: [claims, `Not shown: ${notShown}`],
    figures: [
      ...figures.map((figure) => ({ picture: drawLineFigure(figure) })),
      ...pictures.map((picture) => ({ picture })),
    ],
    tables: [
      {
        caption: title,
        columns: ["Quantity", "Exact or published", "Ours", "Unit", "Tolerance", "", "Source"],
        numberColumns: [1, 2],
        rows: rows.map((row) => [...describeRow(row), row.source]),
      },
    ],
  };
}
