import { createRandom } from "@tributary/model";
import type { ElectrodePair, TestedSystem } from "@tributary/model/generator";
import { describe, expect, test } from "vitest";
import { applySystemFault, compareSystems, drawSystemFault, LEAD_FAULTS } from "./lead-fault-on-system.ts";

function pair(name: string, chamber: ElectrodePair["chamber"]): ElectrodePair {
  const capture = { rheobase_V: 0.5, chronaxie_ms: 0.3 };
  return {
    ...{ name, chamber, signal_mV: 10, impedance_ohm: 600, capture },
    ...{ phrenic: undefined, hasLeadNoise: false, seenChamber: chamber },
  };
}

const SOUND: TestedSystem = {
  atrial: pair("RA", "RA"),
  right: pair("RV", "RV"),
  left: [pair("LV1 → can", "LV"), pair("LV2 → can", "LV")],
  shockImpedance_ohm: undefined,
  qLv_ms: new Map([["LV1 → can", 110]]),
  leftRightDelay_ms: new Map([["LV1 → can", 90]]),
  qrsDuration_ms: 150,
};

describe("a fault on a system", () => {
  test.each(LEAD_FAULTS)("%s changes its lead alone and is recognized from the findings", (fault) => {
    const changed = compareSystems(SOUND, applySystemFault(SOUND, { fault, lead: "LV" }));
    expect(changed.map(({ name }) => name)).toEqual(
      fault === "reversed-ports" ? ["RA", "RV"] : ["LV1 → can", "LV2 → can"],
    );
    for (const { recognized } of changed) expect(recognized).toBe(fault);
  });

  test("a dislodged left lead has no Q-LV any more", () => {
    expect(applySystemFault(SOUND, { fault: "dislodgement", lead: "LV" }).qLv_ms.size).toBe(0);
    expect(applySystemFault(SOUND, { fault: "fracture", lead: "LV" }).qLv_ms.size).toBe(1);
  });
});

describe("a fault that is drawn", () => {
  const draw = (system: TestedSystem) =>
    Array.from({ length: 300 }, (_, i) => drawSystemFault(system, createRandom(i)));

  test("is the same for the same seed, and every fault on every lead comes, and none at all", () => {
    expect(draw(SOUND)).toEqual(draw(SOUND));
    const names = new Set(draw(SOUND).map((drawn) => (drawn ? `${drawn.fault} ${drawn.lead}` : "sound")));
    expect(names.size).toBe(5 * 3 + 2);
  });

  test("is of a lead that is there", () => {
    const drawn = draw({ ...SOUND, atrial: undefined, left: [] });
    for (const fault of drawn) if (fault) expect([fault.lead, fault.fault]).not.toContain("reversed-ports");
    expect(new Set(drawn.flatMap((fault) => (fault ? [fault.lead] : [])))).toEqual(new Set(["RV"]));
  });
});
