import { describe, expect, test } from "vitest";
import type { VectorAnode } from "../lead/list-vectors.ts";
import { judgeAnodalCapture } from "./anodal-capture.ts";
import { type LvPulse, listPacedSources } from "./paced-sources.ts";

const VV_DELAYS_ms = [0, 10, 20, 40, 60, 80];

function pulse(anode: VectorAnode, hasAnodalCapture: boolean, start_ms = 0): LvPulse {
  return { vector: { cathode: "LV1", anode }, start_ms, hasAnodalCapture };
}

describe("sources of a paced beat", () => {
  test("left and right ventricle start where and when they are paced", () => {
    expect(listPacedSources([pulse("RVcoil", false)], 30)).toEqual([
      { place: "LV1", start_ms: 0, cause: "cathode" },
      { place: "RV", start_ms: 30, cause: "RV pulse" },
    ]);
    expect(listPacedSources([pulse("RVcoil", false)], undefined)).toHaveLength(1);
  });

  test("with anodal capture of the RV ring, VV from 0 to 80 ms changes nothing", () => {
    const lists = VV_DELAYS_ms.map((vv_ms) => listPacedSources([pulse("RVring", true)], vv_ms));
    for (const list of lists) {
      expect(list).toEqual([
        { place: "LV1", start_ms: 0, cause: "cathode" },
        { place: "RV", start_ms: 0, cause: "anode" },
      ]);
    }
  });

  test("with an RV coil as anode every VV delay is a beat of its own, even at full output", () => {
    const { isCaptured } = judgeAnodalCapture(7, { anode: "RVcoil", pulseWidth_ms: 1 });
    const starts = VV_DELAYS_ms.map((vv_ms) => listPacedSources([pulse("RVcoil", isCaptured)], vv_ms)[1]!.start_ms);
    expect(starts).toEqual(VV_DELAYS_ms);
    expect(listPacedSources([pulse("RVcoil", true)], undefined)).toHaveLength(1);
  });

  test("an RV pulse before the LV pulse leaves the ring refractory", () => {
    expect(listPacedSources([pulse("RVring", true, 40)], 0)).toEqual([
      { place: "RV", start_ms: 0, cause: "RV pulse" },
      { place: "LV1", start_ms: 40, cause: "cathode" },
    ]);
  });

  test("a ring of the lead that captures as anode is a second source of the left ventricle", () => {
    const places = listPacedSources([pulse("LV4", true)], 0).map(({ place }) => place);
    expect(places).toEqual(["LV1", "LV4", "RV"]);
  });

  test("multipoint pacing has two cathodes, and a second pulse at a place captured before gives nothing", () => {
    const second: LvPulse = { vector: { cathode: "LV4", anode: "RVcoil" }, start_ms: 5, hasAnodalCapture: false };
    expect(listPacedSources([pulse("RVcoil", false), second], 10).map(({ place }) => place)).toEqual([
      "LV1",
      "LV4",
      "RV",
    ]);
    expect(listPacedSources([pulse("LV4", true), second], 10).map(({ start_ms }) => start_ms)).toEqual([0, 0, 10]);
  });
});
