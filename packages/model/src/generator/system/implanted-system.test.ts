import { describe, expect, test } from "vitest";
import {
  checkImplantedSystem,
  connectAll,
  GENERATOR_DEVICES,
  type ImplantedLead,
  listSystemVectors,
} from "./implanted-system.ts";
import { contentsAfterUpgrade, planUpgrade } from "./plan-upgrade.ts";

const CRT_P = GENERATOR_DEVICES["CRT-P"];
const NO_AF = { hasPermanentFibrillation: false };

describe("ports", () => {
  test("every generator takes a lead of each port's place and connector", () => {
    for (const device of Object.values(GENERATOR_DEVICES))
      expect(() => checkImplantedSystem(connectAll(device))).not.toThrow();
  });

  test("reversed atrial and ventricular leads are refused", () => {
    const system = { ...connectAll(CRT_P), contents: [1, 0, 2] };
    expect(() => checkImplantedSystem(system)).toThrow(expect.objectContaining({ code: "lead-port-mismatch" }));
  });

  test("an IS-1 lead does not go into an IS4 port", () => {
    const system = connectAll(CRT_P);
    const leads = system.leads.map((lead) => (lead.place === "LV" ? { ...lead, connector: "IS-1" as const } : lead));
    expect(() => checkImplantedSystem({ ...system, leads })).toThrow(
      expect.objectContaining({ code: "lead-port-mismatch" }),
    );
  });

  test("an open port is refused, a plugged one is not", () => {
    const system = connectAll(CRT_P);
    const open = { ...system, contents: ["empty", 1, 2] as const };
    expect(() => checkImplantedSystem(open)).toThrow(expect.objectContaining({ code: "port-empty" }));
    expect(() => checkImplantedSystem({ ...system, contents: ["plug", 1, 2] })).not.toThrow();
  });

  test.each([
    ["CRT-P", 20, "LV1 → RVring"],
    ["CRT-D", 20, "LV1 → RVcoil"],
  ] as const)("%s with a quadripolar lead has %d vectors, among them %s", (name, count, vector) => {
    const vectors = listSystemVectors(connectAll(GENERATOR_DEVICES[name])).map(({ name }) => name);
    expect(vectors.length).toBe(count);
    expect(vectors).toContain(vector);
  });
});

describe("upgrades", () => {
  const RA: ImplantedLead = { place: "RA", connector: "IS-1" };
  const RV: ImplantedLead = { place: "RV", connector: "IS-1" };
  const ICD: ImplantedLead = { place: "RV", connector: "DF4-LLHH" };
  const LV: ImplantedLead = { place: "LV", connector: "IS4-LLLL" };
  const LV_IS1: ImplantedLead = { place: "LV", connector: "IS-1" };

  test.each([
    ["DDD PPM to CRT-P", [RA, RV], "CRT-P", NO_AF, ["reuse", "reuse", "new-lead"], []],
    [
      "VVI PPM to CRT-P in fibrillation",
      [RV],
      "CRT-P",
      { hasPermanentFibrillation: true },
      ["plug", "reuse", "new-lead"],
      [],
    ],
    ["VVI PPM to CRT-P in sinus rhythm", [RV], "CRT-P", NO_AF, ["new-lead", "reuse", "new-lead"], []],
    ["DDD PPM to CRT-D", [RA, RV], "CRT-D", NO_AF, ["reuse", "new-lead", "new-lead"], [1]],
    ["VVI ICD to CRT-D", [ICD], "CRT-D", NO_AF, ["new-lead", "reuse", "new-lead"], []],
    ["CRT-P to CRT-D", [RA, RV, LV], "CRT-D", NO_AF, ["reuse", "new-lead", "reuse"], [1]],
    ["CRT-P with an IS-1 left lead, new box", [RA, RV, LV_IS1], "CRT-P", NO_AF, ["reuse", "reuse", "adaptor"], []],
  ] as const)("%s", (_name, leads, device, options, kinds, abandoned) => {
    const plan = planUpgrade(leads, GENERATOR_DEVICES[device], options);
    expect(plan.needs.map(({ kind }) => kind)).toEqual(kinds);
    expect(plan.abandoned).toEqual(abandoned);
  });

  test("new leads come after the old ones", () => {
    const plan = planUpgrade([RA, RV], GENERATOR_DEVICES["CRT-D"], NO_AF);
    expect(contentsAfterUpgrade(plan, 2)).toEqual([0, 2, 3]);
  });
});
