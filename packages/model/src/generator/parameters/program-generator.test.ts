import { describe, expect, test } from "vitest";
import { connectAll, GENERATOR_DEVICES, type ImplantedSystem } from "../system/implanted-system.ts";
import { NOMINAL_TACHYCARDIA } from "../tachycardia/tachycardia-settings.ts";
import {
  type GeneratorSettings,
  NOMINAL_CRT_SETTINGS,
  NOMINAL_SETTINGS,
  POWER_ON_RESET_SETTINGS,
} from "./generator-settings.ts";
import { programGenerator } from "./program-generator.ts";
import { type ProgrammingLink, receiveLinkMessage, writeLinkMessages } from "./programming-link.ts";

const DDD = connectAll(GENERATOR_DEVICES["DDD PPM"]);
const CRT = connectAll(GENERATOR_DEVICES["CRT-P"]);
const CRT_D = connectAll(GENERATOR_DEVICES["CRT-D"]);

function errorOf(act: () => unknown): { code?: string; why?: string; where?: string } {
  try {
    act();
  } catch (error) {
    return error as { code: string };
  }
  return {};
}

describe("values", () => {
  test.each([
    [{ lowerRateLimit_ppm: 47 }, "setting-off-increment"],
    [{ lowerRateLimit_ppm: 20 }, "setting-out-of-range"],
    [{ pvarp_ms: "off" }, "setting-out-of-range"],
    [{ atrMode: "perhaps" }, "setting-not-a-choice"],
    [{ lowerRate: 60 }, "unknown-setting"],
    [{ mode: "DDX" }, "unknown-mode"],
  ])("%j is refused with %s", (change, code) => {
    expect(errorOf(() => programGenerator(NOMINAL_SETTINGS, change as never, DDD)).code).toBe(code);
  });

  test("a change with one bad value programs none of the others", () => {
    const change = { lowerRateLimit_ppm: 70, upperRateLimit_ppm: 33 };
    expect(() => programGenerator(NOMINAL_SETTINGS, change, DDD)).toThrow();
    expect(NOMINAL_SETTINGS.lowerRateLimit_ppm).toBe(60);
  });
});

describe("interlocks that forbid", () => {
  test.each<[string, Partial<GeneratorSettings>, ImplantedSystem, string]>([
    ["URI 400 ms at TARP 410 ms", { upperRateLimit_ppm: 150, pvarp_ms: 260 }, DDD, "upper-interval-below-tarp"],
    ["lower rate equal to upper rate", { lowerRateLimit_ppm: 120 }, DDD, "lower-rate-not-below-upper"],
    ["sensor below lower rate", { mode: "DDDR", maximumSensorRate_ppm: 50 }, DDD, "sensor-rate-below-lower"],
    ["hysteresis at the lower rate", { hysteresisRateLimit_ppm: 60 }, DDD, "hysteresis-not-below-lower"],
    ["VRP as long as URI", { ventricularRefractory_ms: 500 }, DDD, "refractory-covers-interval"],
    ["SAV of 20 ms", { fixedAvDelay_ms: 70, sensedAvDelayOffset_ms: -50 }, DDD, "sensed-av-delay-too-short"],
    ["no left lead", { ventricularPacing: "BiV", lvVector: "LV1 → can" }, DDD, "lead-missing"],
    ["no atrial lead", {}, connectAll(GENERATOR_DEVICES["VVI PPM"]), "lead-missing"],
    ["a fifth pole", { ventricularPacing: "BiV", lvVector: "LV5 → can" }, CRT, "vector-not-on-lead"],
    ["no vector", { ventricularPacing: "BiV" }, CRT, "vector-not-on-lead"],
    ["a coil in a CRT-P", { ventricularPacing: "BiV", lvVector: "LV1 → RVcoil" }, CRT, "vector-not-on-lead"],
    ["upper rate in a zone", { tachycardia: NOMINAL_TACHYCARDIA, upperRateLimit_ppm: 175 }, CRT_D, "upper-interval"],
    ["therapy in AAI", { mode: "AAI", tachycardia: NOMINAL_TACHYCARDIA }, CRT_D, "therapy-without-ventricle"],
  ])("%s", (_name, change, system, id) => {
    const error = errorOf(() => programGenerator(NOMINAL_SETTINGS, change, system));
    expect(error.code).toBe("settings-conflict");
    expect(JSON.stringify(error)).toContain(id);
  });

  test("URI equal to TARP is allowed", () => {
    const change = { upperRateLimit_ppm: 150, pvarp_ms: 250 };
    expect(programGenerator(NOMINAL_SETTINGS, change, DDD).kind).toBe("programmed");
  });

  test("an upper rate at the slowest therapy zone is forbidden, 10 below it is not even warned of", () => {
    const zones = NOMINAL_TACHYCARDIA.zones.map((zone) => ({ ...zone, rate_bpm: zone.rate_bpm - 31 }));
    const tachycardia = { ...NOMINAL_TACHYCARDIA, zones };
    const settings = { ...NOMINAL_CRT_SETTINGS, tachycardia };
    const at = errorOf(() => programGenerator(settings, { upperRateLimit_ppm: 140 }, CRT_D));
    expect(JSON.stringify(at)).toContain("upper-rate-in-therapy-zone");
    expect(programGenerator(settings, { upperRateLimit_ppm: 130 }, CRT_D).kind).toBe("programmed");
    const near = programGenerator(settings, { upperRateLimit_ppm: 135 }, CRT_D);
    expect(near).toMatchObject({ kind: "needs-confirmation", warnings: [{ id: "upper-rate-near-therapy-zone" }] });
  });
});

describe("interlocks that warn", () => {
  test.each<[string, Partial<GeneratorSettings>, string]>([
    ["URI 375 ms below LVPP 400 ms", { upperRateLimit_ppm: 160, pvarp_ms: 250 }, "upper-interval-below-lv-protection"],
    ["left ventricle off", { ventricularPacing: "RV" }, "left-ventricle-off"],
    ["5 V at 1 ms", { leftVentricularAmplitude_V: 5, leftVentricularPulseWidth_ms: 1 }, "high-output-short-longevity"],
    ["safety pace after PAV", { fixedAvDelay_ms: 90 }, "safety-delay-above-av-delay"],
    [
      "VA interval 144 ms",
      { lowerRateLimit_ppm: 135, upperRateLimit_ppm: 140, fixedAvDelay_ms: 300 },
      "va-interval-short",
    ],
  ])("%s: nothing is programmed until it is confirmed", (_name, change, id) => {
    const first = programGenerator(NOMINAL_CRT_SETTINGS, { pvarp_ms: 150, ...change }, CRT);
    expect(first).toMatchObject({ kind: "needs-confirmation", settings: NOMINAL_CRT_SETTINGS });
    const ids = first.kind === "needs-confirmation" ? first.warnings.map((warning) => warning.id) : [];
    expect(ids).toContain(id);
    const second = programGenerator(NOMINAL_CRT_SETTINGS, { pvarp_ms: 150, ...change }, CRT, ids);
    expect(second).toMatchObject({ kind: "programmed", settings: change });
  });

  test("the nominal resynchronization settings need no confirmation", () => {
    expect(programGenerator(NOMINAL_CRT_SETTINGS, {}, CRT)).toMatchObject({ kind: "programmed", confirmed: [] });
  });
});

test("nominal and power-on-reset settings are allowed as they stand", () => {
  expect(programGenerator(NOMINAL_SETTINGS, {}, DDD).kind).toBe("programmed");
  expect(programGenerator(NOMINAL_SETTINGS, POWER_ON_RESET_SETTINGS, DDD).kind).toBe("programmed");
});

describe("the link that brings a change", () => {
  const change = { lowerRateLimit_ppm: 70, pvarp_ms: 300 } as const;
  const start: ProgrammingLink = { inForce: NOMINAL_SETTINGS, waiting: {} };
  const messages = writeLinkMessages(change);

  test("interrupted anywhere before its end it leaves all as it was", () => {
    for (let sent = 0; sent < messages.length; sent++) {
      const link = messages.slice(0, sent).reduce(receiveLinkMessage, start);
      expect(link.inForce).toBe(NOMINAL_SETTINGS);
    }
  });

  test("with a lost piece it leaves all as it was, whole it brings the whole change", () => {
    expect(messages.slice(1).reduce(receiveLinkMessage, start)).toEqual(start);
    expect(messages.reduce(receiveLinkMessage, start).inForce).toEqual({ ...NOMINAL_SETTINGS, ...change });
  });
});
