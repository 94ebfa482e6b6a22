import { DEFAULT_PHRENIC_MARGIN } from "@tributary/model";
import { expect, test } from "vitest";
import type { VectorRefusal } from "../search/choose-configurations.ts";
import type { ResponseEntry, RvOption } from "../search/search-problem.ts";
import { listExclusions } from "./list-exclusions.ts";

const SITE = { id: "a", vein: "leftMarginalVein", fromArc_mm: 10, toArc_mm: 25, cathodes: [0] };
const RV = { site: "apex", grid: { avDelays_ms: [120, 180], vvDelays_ms: [0, 20] } } as unknown as RvOption;

function entry(avDelay_ms: number, vvDelay_ms: number, refusal?: string): ResponseEntry {
  return { rv: RV, avDelay_ms, vvDelay_ms, refusal };
}

const DELIVERIES = {
  "no-capture": { kind: "no-capture", highestOutput_V: 7 },
  "nerve-stimulated": { kind: "nerve-stimulated", output_V: 2, nerve_V: 1.5 },
  "nerve-near": { kind: "nerve-near", output_V: 2, nerve_V: 2.4, margin: DEFAULT_PHRENIC_MARGIN },
} as const;

function refused(vectorName: string, kind: keyof typeof DELIVERIES): VectorRefusal {
  return { vectorName, delivery: DELIVERIES[kind], captureThreshold_V: kind === "no-capture" ? Infinity : 1 };
}

function list(entries: readonly ResponseEntry[], refusals: readonly VectorRefusal[], isRanked: boolean) {
  const candidates = { placements: [], exclusions: [], cathodes: [], sites: [SITE] };
  const ranked = isRanked ? [{ site: SITE, choice: {} as never }] : [];
  return listExclusions({ candidates, entries, refusals: [refusals] }, ranked);
}

test("delays with one reason are one row, over every VV delay or those that are named", () => {
  const why = "the conducted beat inhibits both pulses";
  expect(list([entry(120, 0), entry(180, 0, why), entry(180, 20, why)], [], true)).toEqual([
    { reason: `AV 180 ms, any VV with the right-ventricular lead at the apex: ${why}.` },
  ]);
  expect(list([entry(120, 0), entry(120, 20, "withheld")], [], true)[0]!.reason).toBe(
    "AV 120 ms, VV 20 ms with the right-ventricular lead at the apex: withheld.",
  );
});

test("vectors that cannot be paced are named by reason, with the numbers of the first", () => {
  const refusals = [refused("LV1 → can", "nerve-stimulated"), refused("LV2 → can", "no-capture")];
  expect(list([], refusals, true)).toEqual([
    {
      vein: "leftMarginalVein",
      reason: "LV2 → can, cathode 10 to 25 mm from the mouth: no capture at the highest output, 7 V.",
    },
    {
      vein: "leftMarginalVein",
      reason:
        "LV1 → can, cathode 10 to 25 mm from the mouth: the phrenic nerve is stimulated at the output (LV1 → can: threshold 1.0 V, output 2.0 V, nerve from 1.5 V).",
    },
  ]);
});

test("a nerve within the margin is told with the margin that is asked for", () => {
  const [row] = list([], [refused("LV1 → can", "nerve-near")], true);
  expect(row!.reason).toBe(
    "LV1 → can, cathode 10 to 25 mm from the mouth: the phrenic nerve is less than 3 V above the threshold and below 2.5 times it (LV1 → can: threshold 1.0 V, output 2.0 V, nerve from 2.4 V).",
  );
});

test("a stretch that is not in the ranking says so, before its vectors; many vectors are counted", () => {
  const refusals = ["a", "b", "c", "d", "e", "f"].map((name) => refused(name, "no-capture"));
  const [silent, vectors] = list([], refusals, false);
  expect(silent!.reason).toBe("Cathode 10 to 25 mm from the mouth: no vector can be paced here.");
  expect(vectors!.reason).toMatch(/^a, b, c, d and 2 more, cathode /);
});
