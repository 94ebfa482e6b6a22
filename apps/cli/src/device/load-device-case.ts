import { specifyHeart } from "@tributary/intake";
import type { CommandContext, OptionValues } from "../command.ts";
import { INPUT_OPTIONS, INPUT_OPTIONS_HELP, readInputOptions } from "../input/input-options.ts";
import { loadCase } from "../input/load-case.ts";
import { type CaseRun, runCase } from "../run-case.ts";
import { usage } from "../usage-error.ts";

export const DEVICE_CASE_OPTIONS = INPUT_OPTIONS;
export const DEVICE_CASE_OPTIONS_HELP = INPUT_OPTIONS_HELP;

/** A case with its leads in place, and the generator that fits its right-ventricular lead. */
export interface DeviceCase {
  readonly run: CaseRun;
  readonly device: "CRT-P" | "CRT-D";
  readonly remarks: readonly string[];
}

/** @param device  as asked for; by the right-ventricular lead of the case where left out */
export async function loadDeviceCase(
  commandName: string,
  path: string | undefined,
  device: DeviceCase["device"] | undefined,
  options: OptionValues,
  context: CommandContext,
): Promise<DeviceCase> {
  if (!path) throw usage(commandName, "no case is named");
  const loaded = loadCase(path, readInputOptions(options));
  const heart = specifyHeart(loaded);
  if (heart.kind === "plainMesh") throw usage(commandName, "a mesh without surface labels has no place for leads");
  const run = await runCase(loaded, heart, context);
  const given = loaded.case.device?.rvLead;
  const remarks = [...run.remarks];
  if (device === undefined && given === undefined)
    remarks.push("Whether the right-ventricular lead has a ring or a coil is missing in the case; CRT-P was taken.");
  if (run.lead?.outcome.kind === "placed" && run.lead.isDefault)
    remarks.push(
      `The case names no place of the lead; ${Math.round(run.lead.placement!.insertionDepth_mm)} mm into ${run.lead.placement!.vein} was taken to have something to show. No recommendation.`,
    );
  if (run.lead?.outcome.kind !== "placed")
    remarks.push(
      "No left-ventricular lead lies in this heart; its port is plugged and only the right ventricle paced.",
    );
  return { run, device: device ?? (given === "coil" ? "CRT-D" : "CRT-P"), remarks };
}
