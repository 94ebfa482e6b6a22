import { spellVeinName } from "@tributary/model";
import type { RecordId } from "../procedure/step.ts";
import type { GuidedRehearsal, RunView } from "./guided-rehearsal.ts";
import type { ExpectedTest, RehearsalTarget } from "./rehearsal-targets.ts";
import { sumExposure } from "./sum-exposure.ts";

/**
 * What a learner finds and may write down: at the left-ventricular lead what the patient's plan expects there, a model and
 * no measurement. Undefined where nothing in the program says it.
 */
export function suggestRecord(rehearsal: GuidedRehearsal, record: RecordId): string | undefined {
  const target = rehearsal.setup.targets.find(({ id }) => id === rehearsal.targetId);
  switch (record) {
    case "targetVein":
      return target && nameTarget(target);
    case "lvThreshold":
    case "lvImpedance":
    case "qLv":
    case "phrenicTest":
      return target?.expected && writeExpected(target.expected, record);
    case "csVenogram":
      return writeRuns(rehearsal);
    case "radiation":
      return writeExposure(rehearsal);
    default:
      return undefined;
  }
}

function nameTarget({ vein, rank }: RehearsalTarget): string {
  return rank === undefined ? spellVeinName(vein) : `${spellVeinName(vein)}, rank ${rank}`;
}

type LvTest = "lvThreshold" | "lvImpedance" | "qLv" | "phrenicTest";

function writeExpected(expected: ExpectedTest, record: LvTest): string | undefined {
  const { vector, captureThreshold_V, phrenicThreshold_V, qLv_ms, impedanceClass } = expected;
  switch (record) {
    case "lvThreshold":
      return `${captureThreshold_V.toFixed(1)} V at 0.5 ms, ${vector}`;
    case "lvImpedance":
      return impedanceClass;
    case "qLv":
      return qLv_ms === undefined ? undefined : `${qLv_ms.toFixed(0)} ms`;
    case "phrenicTest":
      return phrenicThreshold_V === undefined ? "none at 10 V" : `from ${phrenicThreshold_V.toFixed(1)} V`;
  }
}

const VIEW_NAMES: Readonly<Record<RunView, string>> = { rao30: "RAO 30", ap: "AP", lao40: "LAO 40" };

function writeRuns({ exposures }: GuidedRehearsal): string | undefined {
  const runs = exposures.flatMap(({ run, contrast_mL }) => (run ? [`${VIEW_NAMES[run.view]} ${contrast_mL} mL`] : []));
  return runs.length === 0 ? undefined : runs.join(", ");
}

function writeExposure(rehearsal: GuidedRehearsal): string {
  const { fluoroscopy_min, kermaAreaProduct_GyCm2, airKerma_mGy, contrast_mL } = sumExposure(rehearsal);
  const parts = [
    `${fluoroscopy_min.toFixed(1)} min`,
    `${kermaAreaProduct_GyCm2.toFixed(1)} Gy cm2`,
    `${airKerma_mGy.toFixed(0)} mGy`,
    `${contrast_mL.toFixed(0)} mL`,
  ];
  return parts.join(", ");
}
