import type { PlacedElectrode } from "@tributary/model";
import { DEFAULT_PHRENIC_MARGIN, findLead, listVectors } from "@tributary/model";
import { describe, expect, test } from "vitest";
import { DEFAULT_WEIGHTS, weighElectrically } from "../weights.ts";
import { type CathodeSite, type ChoiceSetting, type ContactEstimates, trySite } from "./choose-configurations.ts";

const LEAD = findLead("attain-stability-20066");
const VECTORS = listVectors(LEAD, { rvLead: "ring", can: true });
const SITE = { id: "v 0-15 mm", vein: "v", fromArc_mm: 0, toArc_mm: 15, cathodes: [0] };

/** A lead whose two electrodes share one place. */
function createCathode(bestEntry: number | undefined): CathodeSite {
  const electrodes = ["LV1", "LV2"].map((name) => ({ name, lumen_mm: 3, fit: "stable" }) as unknown as PlacedElectrode);
  const placement = { vein: "v", tipDepth_mm: 20, spareReach_mm: 20, takeOffAngle_rad: 1, electrodes };
  return {
    candidate: {
      vein: "v",
      arc_mm: 5,
      place: {} as never,
      uses: [0, 1].map((electrodeIndex) => ({ placement, electrodeIndex })),
    },
    response: {
      ...{ cathode: 0, totalActivationTime_ms: new Float32Array([100]), bestEntry },
      best: bestEntry === undefined ? undefined : ({ totalActivationTime_ms: 100 } as never),
    },
    qLv_ms: 100,
    viableShare: 1,
  };
}

function trySiteWith(estimates: ContactEstimates, { bestEntry }: { bestEntry: number | undefined } = { bestEntry: 0 }) {
  const setting: ChoiceSetting = {
    ...{ lead: LEAD, vectors: VECTORS, baselineTotal_ms: 140, baselineQrs_ms: 160, estimates },
    weights: weighElectrically(DEFAULT_WEIGHTS),
    phrenicMargin: DEFAULT_PHRENIC_MARGIN,
  };
  return trySite(SITE, [createCathode(bestEntry)], setting);
}

describe("the vectors of a site", () => {
  test("that capture at no output are refused, and named", () => {
    const { best, refused } = trySiteWith({
      captureThreshold_V: ({ name }) => (name === "LV1" ? Infinity : 1),
      phrenicThreshold_V: () => Infinity,
    });
    expect(best?.vector.cathode).toBe("LV2");
    expect(refused.map(({ vectorName, delivery }) => [vectorName, delivery.kind])).toEqual(
      VECTORS.filter(({ cathode }) => cathode === "LV1").map(({ name }) => [name, "no-capture"]),
    );
  });

  test("that stimulate the nerve at their output are refused, though they have the lower threshold", () => {
    const { best, refused } = trySiteWith({
      captureThreshold_V: ({ name }) => (name === "LV1" ? 0.8 : 1.4),
      phrenicThreshold_V: ({ name }) => (name === "LV1" ? 1.7 : 6),
    });
    expect(best?.vector.cathode).toBe("LV2");
    expect(refused[0]).toMatchObject({
      delivery: { kind: "nerve-stimulated", output_V: 1.8, nerve_V: 1.7 },
      captureThreshold_V: 0.8,
    });
  });

  test("whose nerve is above the output but not the margin above the threshold are refused", () => {
    const { best, refused } = trySiteWith({
      captureThreshold_V: ({ name }) => (name === "LV1" ? 0.8 : 1.4),
      phrenicThreshold_V: ({ name }) => (name === "LV1" ? 1.9 : 6),
    });
    expect(best?.vector.cathode).toBe("LV2");
    expect(refused[0]).toMatchObject({ delivery: { kind: "nerve-near", output_V: 1.8, nerve_V: 1.9 } });
  });

  test("without any pair of delays that is delivered there is no configuration, and no vector to blame", () => {
    const estimates = { captureThreshold_V: () => 1, phrenicThreshold_V: () => Infinity };
    expect(trySiteWith(estimates, { bestEntry: undefined })).toEqual({ best: undefined, refused: [] });
  });
});
