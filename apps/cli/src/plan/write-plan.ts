import type { OutputFolder } from "../output/output-folder.ts";
import type { PlannedCase } from "./plan-thread.ts";

/** The plan as plan.json holds it: no time, no path, no machine; the same bytes for the same case, seed and weights. */
export function formatPlan({ plan }: PlannedCase): string {
  return `${JSON.stringify(plan, undefined, 2)}\n`;
}

export function writePlan(planned: PlannedCase, folder: OutputFolder): void {
  folder.write("plan.json", formatPlan(planned));
  folder.write("report.html", planned.html);
  for (const [name, svg] of planned.pictures) folder.write(`pictures/${name}`, svg);
}
