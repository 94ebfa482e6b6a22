import { describe, expect, test } from "vitest";
import type { ResponseEntry, SearchProblem } from "../search/search-problem.ts";
import { describeAtria, listAvDelays_ms, listPacedAvDelays_ms } from "./atrial-timing.ts";

const PROBLEM = { captureLatency_ms: 8 } as SearchProblem;

function entry(avDelay_ms: number | undefined, intrinsicStart_ms: number | undefined): ResponseEntry {
  const rhythm = { intrinsicStart_ms, rvSense_ms: intrinsicStart_ms && intrinsicStart_ms + 30 };
  return { rv: { rhythm }, avDelay_ms, vvDelay_ms: 0 } as ResponseEntry;
}

describe("what the atria do", () => {
  test("a conducted beat follows after its PR interval", () => {
    expect(describeAtria({ kind: "conducted", prInterval_ms: 190 }, 70)).toEqual({
      kind: "conducted",
      avDelay_ms: 190,
    });
  });

  test("in AV block, and without a PR interval, an AV delay is free; in fibrillation there is none to choose", () => {
    expect(describeAtria({ kind: "block" }, 60).kind).toBe("free");
    expect(describeAtria({ kind: "conducted", prInterval_ms: undefined }, 60).kind).toBe("free");
    expect(listPacedAvDelays_ms(describeAtria({ kind: "atrialFibrillation" }, 60)).length).toBe(1);
  });
});

describe("from right atrial activation to the first ventricular front", () => {
  test("lie the sensing delay, the AV delay and the capture latency", () => {
    const atria = describeAtria({ kind: "conducted", prInterval_ms: 200 }, 70);
    expect(listAvDelays_ms(atria, PROBLEM, entry(120, 170))).toEqual([30 + 120 + 8]);
  });

  test("a conducted front that comes before the pulses' own counts", () => {
    const atria = describeAtria({ kind: "conducted", prInterval_ms: 200 }, 70);
    expect(listAvDelays_ms(atria, PROBLEM, entry(165, 170))).toEqual([30 + 170]);
  });

  test("inhibited pulses have none", () => {
    const atria = describeAtria({ kind: "conducted", prInterval_ms: 200 }, 70);
    expect(listAvDelays_ms(atria, PROBLEM, entry(220, 170))).toEqual([]);
  });

  test("where the delay does not change the activation several are tried", () => {
    const atria = describeAtria({ kind: "block" }, 70);
    expect(listAvDelays_ms(atria, PROBLEM, entry(undefined, undefined))).toEqual([98, 138, 178, 218]);
  });

  test("paced beats are not tried beyond the conducted one", () => {
    const atria = describeAtria({ kind: "conducted", prInterval_ms: 150 }, 70);
    expect(listPacedAvDelays_ms(atria)).toEqual([90, 130]);
  });
});
