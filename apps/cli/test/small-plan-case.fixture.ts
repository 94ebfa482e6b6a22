import type { Case } from "@tributary/formats";
import { defineLead } from "@tributary/model";
import { caseText } from "./case.fixture.ts";
import { createCoarseHeart } from "./coarse-heart.fixture.ts";
import type { TempFolder } from "./run-cli.fixture.ts";

/** Four electrodes that fit a vein of 40 mm. */
const SHORT_FOUR = {
  id: "short-four",
  model: "Short four",
  electrodeOffsets_mm: [0, 8, 16, 24],
  bodySize_F: 4,
};
export const SHORT_LEAD = defineLead(SHORT_FOUR);

/** Longer than that vein. */
export const LONG_LEAD = { kind: "catalog", model: "attain-performa-4298" } as const;

/**
 * A whole case that is quick to plan: a small heart of 3 mm tetrahedra with one vein down its lateral wall.
 *
 * @param changes  fields that differ; the case file is named for its id
 * @returns the path of the case file; the heart stands beside it
 */
export function writeSmallPlanCase(folder: TempFolder, { id = "small", ...changes }: Partial<Case> = {}) {
  const { vtu, lateralLine_mm } = createCoarseHeart();
  folder.write("heart.vtu", vtu);
  const veins = {
    kind: "explicit",
    branches: [
      { name: "lateralVein", points_mm: lateralLine_mm, radius_mm: lateralLine_mm.map((_, i) => 2 - 0.1 * i) },
    ],
  };
  const text = caseText({
    id,
    title: "A small heart with one vein",
    heart: { kind: "tetrahedra", files: ["heart.vtu"], units: "mm" },
    conduction: { rhythm: "sinus", pattern: "lbbb", prInterval_ms: 180, qrsDuration_ms: 150 },
    veins,
    lead: { kind: "custom", ...SHORT_FOUR },
    ...changes,
  });
  return folder.write(`${id}.json`, text);
}
