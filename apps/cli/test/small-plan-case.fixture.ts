import { caseText } from "./case.fixture.ts";
import { createCoarseHeart } from "./coarse-heart.fixture.ts";
import type { TempFolder } from "./run-cli.fixture.ts";

/** Four electrodes that fit a vein of 40 mm. */
const SHORT_LEAD = {
  kind: "custom",
  id: "short-four",
  model: "Short four",
  electrodeOffsets_mm: [0, 8, 16, 24],
  bodySize_F: 4,
};

/**
 * A whole case that is quick to plan: a small heart of 3 mm tetrahedra with one vein down its lateral wall.
 *
 * @returns the path of the case file; the heart stands beside it
 */
export function writeSmallPlanCase(folder: TempFolder, changes: object = {}): string {
  const { vtu, lateralLine_mm } = createCoarseHeart();
  folder.write("heart.vtu", vtu);
  return folder.write("small.json", smallCaseText(lateralLine_mm, changes));
}

function smallCaseText(lateralLine_mm: readonly (readonly number[])[], changes: object): string {
  return caseText({
    id: "small",
    title: "A small heart with one vein",
    heart: { kind: "tetrahedra", files: ["heart.vtu"], units: "mm" },
    conduction: { rhythm: "sinus", pattern: "lbbb", prInterval_ms: 180, qrsDuration_ms: 150 },
    veins: {
      kind: "explicit",
      branches: [
        { name: "lateralVein", points_mm: lateralLine_mm, radius_mm: lateralLine_mm.map((_, i) => 2 - 0.1 * i) },
      ],
    },
    lead: SHORT_LEAD,
    ...changes,
  });
}
