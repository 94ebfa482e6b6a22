import { checkImplantedSystem, checkSettings, runSkipping } from "@tributary/model/generator";
import { expect, test } from "vitest";
import { BUILT_IN_CASE } from "./built-in-case.ts";
import { type CaseFiles, describeCase } from "./loaded-case.ts";
import { specifyGenerator } from "./specify-generator.ts";

const NO_FILES = {} as CaseFiles;

function specify(change: object) {
  return specifyGenerator(describeCase({ ...BUILT_IN_CASE, ...change }, NO_FILES, []));
}

test("the built-in patient has a CRT-P with the lead of the case, paced at its rate", () => {
  const { system, scenario, remarks } = specify({});
  expect(() => checkImplantedSystem(system)).not.toThrow();
  expect(() => checkSettings(scenario.settings)).not.toThrow();
  expect(system.leads[2]).toMatchObject({
    place: "LV",
    lvLead: { electrodeCount: 4 },
    identity: { model: expect.any(String) },
  });
  expect(scenario.rhythm).toMatchObject({ sinusInterval_ms: 60_000 / 72, avConduction_ms: 180 });
  expect(remarks).toEqual([expect.stringContaining("CRT-P was taken")]);
});

test("a coil makes it a CRT-D; without a lead the port is plugged and the right ventricle paced", () => {
  const { system, scenario, remarks } = specify({ device: { rvLead: "coil" }, lead: undefined });
  expect([system.device.name, system.contents]).toEqual(["CRT-D", [0, 1, "plug"]]);
  expect(scenario.settings).toMatchObject({ ventricularPacing: "RV", lvVector: undefined });
  expect(scenario.settings.tachycardia).toBeDefined();
  expect(remarks).toHaveLength(1);
});

test("in atrial fibrillation the ventricles are paced alone", () => {
  const { scenario } = specify({ conduction: { rhythm: "atrialFibrillation", pattern: "lbbb" } });
  expect(scenario.settings.mode).toBe("VVIOV");
  expect(runSkipping({ ...scenario, duration_ms: 10_000 }).length).toBeGreaterThan(0);
});
