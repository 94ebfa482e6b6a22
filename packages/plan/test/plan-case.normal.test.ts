import { findLead } from "@tributary/model";
import { beforeAll, describe, expect, test } from "vitest";
import { type Plan, type PlanInput, planCase } from "../src/index.ts";
import { createSmallHost, createSmallInput, SMALL_HEART } from "./small-patient.fixture.ts";

const host = createSmallHost();

async function plan(changes: Partial<PlanInput> = {}): Promise<Plan> {
  return (await planCase(createSmallInput(changes), host)).plan;
}

let result: Awaited<ReturnType<typeof planCase>>;
let provisional: Plan | undefined;
const stages: [string, number][] = [];

beforeAll(async () => {
  result = await planCase(createSmallInput(), host, {
    onProvisional: (early) => {
      provisional = early;
    },
    onProgress: (stage, fraction) => stages.push([stage, fraction]),
  });
});

describe("the plan of a patient with left bundle branch block", () => {
  test("ranks the sites by their score, the best first", () => {
    const scores = result.plan.sites.map(({ score }) => score);
    expect(scores.length).toBeGreaterThan(3);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(result.plan.sites.map(({ rank }) => rank)).toEqual(scores.map((_, index) => index + 1));
  });

  test("meets the measured QRS duration within 5 ms and keeps at least 30 sets of parameters", () => {
    expect(Math.abs(result.plan.baseline.qrsDuration_ms.value - 160)).toBeLessThanOrEqual(5);
    expect(result.plan.calibration.setCount).toBeGreaterThanOrEqual(30);
  });

  test("activates the heart sooner from the best site than it is now", () => {
    const [best] = result.plan.sites;
    expect(best!.totalActivationTime_ms.value).toBeLessThan(0.9 * result.plan.baseline.totalActivationTime_ms.value);
    expect(result.scene.after!.map.measures.totalActivationTime_ms).toBeCloseTo(best!.totalActivationTime_ms.value, 3);
  });

  test("shares the draws among the sites, and every interval holds its value", () => {
    expect(result.plan.sites.reduce((sum, { shareBest }) => sum + shareBest, 0)).toBeCloseTo(1, 9);
    for (const { totalActivationTime_ms: total, qrsDuration_ms: qrs, captureThreshold_V: capture } of result.plan
      .sites) {
      for (const { value, low, high } of [total, qrs, capture]) {
        expect(low).toBeLessThanOrEqual(value);
        expect(high).toBeGreaterThanOrEqual(value);
      }
    }
  });

  test("chooses AV delays that leave the margin to the conducted beat, and shows where pulses are not delivered", () => {
    const { avDelays_ms, vvDelays_ms, totalActivationTime_ms } = result.plan.response!;
    const notDelivered = totalActivationTime_ms.slice(-vvDelays_ms.length);
    expect(notDelivered.every((value) => value === undefined)).toBe(true);
    for (const { settings } of result.plan.sites) expect(settings.avDelay_ms!).toBeLessThan(avDelays_ms.at(-1)! - 20);
  });

  test("shows no pacing, pacing without a vein and the endocardium beside it", () => {
    expect(result.plan.alternatives.map(({ id }) => id)).toEqual(["rv", "lbbap", "his", "lv-septal", "endocardial"]);
    const times = new Map(
      result.plan.alternatives.map(({ id, totalActivationTime_ms }) => [id, totalActivationTime_ms.value]),
    );
    expect(times.get("his")!).toBeLessThan(times.get("rv")!);
  });

  test("gives a provisional ranking first, marked as one", () => {
    expect(provisional!.status).toBe("provisional");
    expect(provisional!.remarks.join(" ")).toMatch(/^Provisional: /);
    expect(provisional!.sites.length).toBeGreaterThan(3);
  });

  test("tells how far it is, never going back", () => {
    const fractions = stages.map(([, fraction]) => fraction);
    expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
  });
});

describe("what the rhythm allows", () => {
  test("in atrial fibrillation there is no AV delay", async () => {
    const planned = await plan({
      conduction: { ...createSmallInput().conduction, atrioventricular: { kind: "atrialFibrillation" } },
    });
    expect(planned.sites.every(({ settings }) => settings.avDelay_ms === undefined)).toBe(true);
    expect(planned.response!.avDelays_ms).toEqual([]);
    expect(planned.remarks.join(" ")).toContain("Atrial fibrillation");
  });

  test("in AV block there is no beat to wait for, and no delay under the cathode to show", async () => {
    const planned = await plan({
      conduction: { ...createSmallInput().conduction, atrioventricular: { kind: "block" } },
    });
    expect(planned.baseline.name).toMatch(/RV pacing alone/);
    expect(planned.sites.every(({ qLv_ms }) => qLv_ms === undefined)).toBe(true);
  });

  test("a paced heart keeps its lead and is compared with right-ventricular pacing", async () => {
    const conduction = {
      ...createSmallInput().conduction,
      pattern: "rvPaced",
      atrioventricular: { kind: "block" },
    } as const;
    const planned = await plan({ conduction });
    expect(new Set(planned.sites.map(({ settings }) => settings.rvSite))).toEqual(new Set(["existing"]));
    expect(planned.baseline.name).toBe("As it is now: RV pacing");
  });

  test("where a line of block is functional the ten best are solved jointly and the change is told", async () => {
    const line = { rt: 0.85, abFrom: 0.1, abTo: 0.9, kind: "functional" } as const;
    const planned = await plan({ conduction: { ...createSmallInput().conduction, blockLines: [line] } });
    expect(planned.remarks.join(" ")).toMatch(/best sites were solved jointly without it/);
  });
});

describe("what the lead and the heart allow", () => {
  test("a lead too large for every vein gives no site and a reason for each vein", async () => {
    const lead = { ...findLead("attain-stability-20066"), bodySize_F: { value: 40, confirmed: true } };
    const planned = await plan({ lead });
    expect(planned.sites).toEqual([]);
    expect(planned.exclusions.length).toBe(2);
    expect(planned.alternatives.length).toBe(4);
    expect(planned.remarks.join(" ")).toContain("No site can be paced from");
  });

  test("a lead of unknown spacing gives no site and says what is missing", async () => {
    const planned = await plan({ lead: findLead("navigo-4lv") });
    expect(planned.sites).toEqual([]);
    expect(planned.exclusions[0]!.reason).toMatch(/is not confirmed; state it from the data sheet/);
  });

  test("one vector is searched where one is asked for", async () => {
    const planned = await plan({ vectorName: "lv2 -> lv1" });
    expect(new Set(planned.sites.map(({ settings }) => settings.vectorName))).toEqual(new Set(["LV2 → LV1"]));
  });

  test("a vector that the lead lacks is refused with those it has", async () => {
    await expect(plan({ vectorName: "LV4 → can" })).rejects.toMatchObject({
      code: "unknown-vector",
      why: expect.stringContaining("LV1 → LV2"),
    });
  });

  test("transmural scar of the lateral wall takes the lead to another vein", async () => {
    const [best] = result.plan.sites;
    expect(best!.vein).toBe("leftMarginalVein");
    const lateral = [5, 6, 11, 12, 16];
    const scar = [{ segments: lateral, transmuralFraction: 1, from: "endocardium", tissue: "scar" } as const];
    const after = await plan({ heart: { ...SMALL_HEART, scar } });
    expect(after.sites[0]!.vein).not.toBe(best!.vein);
  });
});
