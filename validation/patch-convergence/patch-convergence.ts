import { type BandedNumber, showBand, testBand } from "../band-rows.ts";
import { pumpHeart } from "../pumped-heart.ts";
import type { ValidationCase, ValidationRow } from "../validation-case.ts";
import type { ValidationContext } from "../validation-context.ts";
import { REAL_HEART } from "../whole-hearts.ts";
import { plotCounts } from "./convergence-figures.ts";
import { type DividedPump, divideHeart } from "./divided-pump.ts";
import { changeOf, type HeartDivisions } from "./heart-divisions.ts";
import { listDivisions, listSchemes } from "./patch-schemes.ts";

const HEARTS = [REAL_HEART, "dcm-lbbb-male"] as const;
const STEP_mm = 48;
const MOST_SPREAD_ms = 15;
const SOURCE = "ours: patches are enough when twice as many change little";

/** What more patches change, on meshes with left bundle branch block. */
export async function runPatchConvergence(
  context: ValidationContext,
  hearts: readonly string[] = HEARTS,
): Promise<ValidationCase> {
  const studies: HeartDivisions[] = [];
  for (const id of hearts) {
    const heart = await pumpHeart(id, { pattern: "lbbb", step_mm: STEP_mm }, context);
    const schemes = listSchemes(heart.ranked.model.prepared).map((scheme) => divideHeart(heart, scheme));
    studies.push({ id, schemes, divisions: listDivisions().map((scheme) => divideHeart(heart, scheme)) });
  }
  return {
    id: "patch-convergence",
    title: "More patches change little",
    claims:
      "On meshes with left bundle branch block, 36 patches of the left ventricle and more instead of the 18 of AHA segments change stroke volume by less than 1 % and dP/dt max by less than 2 %, and what pacing does to dP/dt max by less than a point. So does a finer division by time against that of a plan, which divides a patch whose times spread more than 15 ms.",
    notShown:
      "That patches of any number are right: inside a wall all carry one tension and have no place. Scar, and maps whose segments spread further.",
    rows: studies.flatMap(describeHeart),
    figures: [plotCounts("strokeVolume_percent", studies), plotCounts("dpdtMax_percent", studies)],
  };
}

function describeHeart({ id, schemes, divisions }: HeartDivisions): ValidationRow[] {
  const segments = schemes[0]!;
  const planned = divisions[0]!;
  const spread = {
    ...label(id, "AHA segments, largest standard deviation of activation times in one"),
    unit: "ms",
    ours: segments.largestSpread_ms,
    most: MOST_SPREAD_ms,
  };
  return [
    showBand(spread),
    ...schemes
      .filter(({ leftCount }) => leftCount > segments.leftCount)
      .flatMap((own) => compareDivisions(id, segments, own).map(testBand)),
    ...compareDivisions(id, segments, planned).map(showBand),
    ...divisions.slice(1).flatMap((own) => compareDivisions(id, planned, own).map(testBand)),
  ];
}

function compareDivisions(id: string, coarse: DividedPump, fine: DividedPump): BandedNumber[] {
  const what = `${fine.name} (${count(fine)}) against ${coarse.name} (${count(coarse)})`;
  return [
    {
      ...label(id, `${what}: stroke volume`),
      unit: "%",
      ours: changeOf("strokeVolume_percent", coarse, fine),
      least: -1,
      most: 1,
    },
    {
      ...label(id, `${what}: dP/dt max`),
      unit: "%",
      ours: changeOf("dpdtMax_percent", coarse, fine),
      least: -2,
      most: 2,
    },
    {
      ...label(id, `${what}: change of dP/dt max by pacing`),
      unit: "points",
      ours: fine.change.dpdtMax_percent - coarse.change.dpdtMax_percent,
      least: -1,
      most: 1,
    },
  ];
}

function label(id: string, quantity: string) {
  return { quantity: `${id}: ${quantity}`, source: SOURCE };
}

function count({ leftCount, rightCount }: DividedPump): string {
  return `${leftCount} + ${rightCount} patches`;
}
