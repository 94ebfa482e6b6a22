import { availableParallelism, cpus, loadavg } from "node:os";
import { runActivationBench, runGeneratorBench } from "@tributary/bench";
import { type Command, EXIT_CODE } from "../command.ts";
import { renderTextTable } from "../output/text-table.ts";

export const benchCommand: Command = {
  name: "bench",
  summary: "times the solvers against each other in one run, and the pulse generator",
  help: [
    "tributary bench [--json]",
    "",
    "The fast and the reference eikonal solver, in turn on the same heart of 101 000 nodes, and how many combinations of",
    "fields one core measures per second. Then how many years of a pulse generator's life one core computes in a second:",
    "event by event, with steady rhythm skipped, and on a rhythm that is not steady. Times move with the machine; ratios",
    "within one run are what counts.",
    "",
    "Example: tributary bench",
  ].join("\n"),
  mostPositionals: 0,
  endsAtOnce: true,
  options: {},
  async run(_positionals, options, context) {
    context.progress.update("benchmark", 0);
    const machine = {
      processor: cpus()[0]?.model ?? "unknown",
      coreCount: availableParallelism(),
      loadAverage: loadavg()[0]!.toFixed(2),
      node: process.version,
    };
    const activationRows = runActivationBench((stage, fraction) => context.progress.update(stage, fraction));
    context.progress.update("generator", 1);
    const rows = [...activationRows, ...runGeneratorBench()];
    context.progress.clear();
    if (options["json"]) context.print(JSON.stringify({ machine, rows }, undefined, 2));
    else {
      context.print(
        `${machine.processor}, ${machine.coreCount} cores, load ${machine.loadAverage}, Node ${machine.node}\n`,
      );
      const cells = rows.map(({ quantity, unit, median, min, max, goal, pass }) => [
        quantity,
        unit,
        formatFigure(median),
        formatFigure(min),
        formatFigure(max),
        goal,
        pass === undefined ? "" : pass ? "pass" : "FAIL",
      ]);
      context.print(renderTextTable(["quantity", "unit", "median:", "min:", "max:", "floor", ""], cells));
    }
    return rows.some(({ pass }) => pass === false) ? EXIT_CODE.failed : EXIT_CODE.ok;
  },
};

function formatFigure(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
