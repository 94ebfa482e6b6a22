import { describe, expect, test } from "vitest";
import { MARKER, PACE_DETAIL } from "../log/marker.ts";
import { type GeneratorSettings, NOMINAL_SETTINGS } from "../parameters/generator-settings.ts";
import { monitorLog } from "./monitor-log.ts";

type Entry = readonly [number, keyof typeof MARKER, number?];

/** Properties that a log written by hand breaks. */
function broken(
  entries: readonly Entry[],
  change: Partial<GeneratorSettings> = {},
  end_ms = entries.at(-1)![0],
): string[] {
  const log = {
    count: entries.length,
    times_us: Float64Array.from(entries, ([time_ms]) => 1000 * time_ms),
    kinds: Uint8Array.from(entries, ([, marker]) => MARKER[marker]),
    details: Uint8Array.from(entries, ([, , detail]) => detail ?? 0),
  };
  const violations = monitorLog(log, { ...NOMINAL_SETTINGS, ...change }, 1000 * end_ms);
  return [...new Set(violations.map(({ property }) => property))].sort();
}

const { TRACKED, ASYNCHRONOUS, SAFETY, TRIGGERED, FURTHER } = PACE_DETAIL;
const VVI = { mode: "VVI" };

// LRI 1000, URI 500, VRP 320, PVARP 250 ms.
describe("the monitor finds", () => {
  test.each<[string, readonly Entry[], Partial<GeneratorSettings>, string[]]>([
    [
      "a pace in VRP of a sense",
      [
        [900, "VS"],
        [1200, "VP"],
      ],
      VVI,
      ["P3", "S1", "S4"],
    ],
    [
      "a tracked pace without a sense",
      [
        [900, "VP"],
        [1500, "VP", TRACKED],
      ],
      {},
      ["S2"],
    ],
    [
      "a beat in PVARP that is tracked",
      [
        [900, "VP"],
        [1149, "AS"],
        [1400, "VP", TRACKED],
      ],
      {},
      ["S2"],
    ],
    [
      "a tracked pace above the upper rate",
      [
        [900, "VP"],
        [1150, "AS"],
        [1399, "VP", TRACKED],
      ],
      {},
      ["P3", "S3"],
    ],
    [
      "a pace above the upper rate",
      [
        [900, "VP"],
        [1399, "VP"],
      ],
      VVI,
      ["P3", "S4"],
    ],
    [
      "an escape that is early",
      [
        [900, "VP"],
        [1891, "VP"],
      ],
      VVI,
      ["S4"],
    ],
    [
      "a lower rate that is late",
      [
        [900, "VP"],
        [1909, "VP"],
      ],
      VVI,
      ["P2"],
    ],
    [
      "a machine that stops",
      [
        [900, "VP"],
        [1900, "VP"],
        [3000, "V_DEFLECTION"],
        [3000, "VS"],
      ],
      VVI,
      ["P2"],
    ],
    [
      "a deflection without an answer",
      [
        [900, "VP"],
        [1300, "V_DEFLECTION"],
        [1900, "VP"],
      ],
      VVI,
      ["S5"],
    ],
    [
      "a pace in noise that is to inhibit",
      [
        [900, "VP"],
        [1850, "VN"],
        [1900, "VP"],
      ],
      { ...VVI, noiseResponse: "inhibit" },
      ["S5"],
    ],
    [
      "an atrial pace in an AV interval",
      [
        [700, "AS"],
        [750, "AP"],
        [850, "VP"],
      ],
      {},
      ["S6"],
    ],
    ["a pulse in a mode without any", [[700, "VP"]], { mode: "OOO" }, ["S10"]],
    [
      "two extensions in a row",
      [
        [500, "PVC"],
        [500, "PVARP_EXTENDED"],
        [1000, "PVC"],
        [1000, "PVARP_EXTENDED"],
      ],
      { pvarpExtension_ms: 100 },
      ["S8"],
    ],
    [
      "PVARP that does not return",
      [
        [500, "VP"],
        [760, "AR"],
        [1500, "VP"],
      ],
      {},
      ["S8"],
    ],
    [
      "hysteresis beyond its rate",
      [
        [900, "VS"],
        [2110, "VP"],
      ],
      { ...VVI, hysteresisRateLimit_ppm: 50 },
      ["P2", "S9"],
    ],
    [
      "hysteresis after a pace",
      [
        [900, "VP"],
        [2100, "VP"],
      ],
      { ...VVI, hysteresisRateLimit_ppm: 50 },
      ["P2", "S9"],
    ],
    [
      "an exemption for noise that is not",
      [
        [900, "VS"],
        [1200, "VP", ASYNCHRONOUS],
      ],
      VVI,
      ["S4", "exemption"],
    ],
    [
      "a safety pace without cross-talk",
      [
        [850, "AP"],
        [960, "VP", SAFETY],
      ],
      {},
      ["exemption"],
    ],
    [
      "a triggered pace without a sense",
      [
        [900, "VP"],
        [1100, "VP", TRIGGERED],
      ],
      VVI,
      ["exemption"],
    ],
    [
      "a further pulse without a first",
      [
        [900, "VP"],
        [1100, "LP", FURTHER],
      ],
      VVI,
      ["exemption"],
    ],
  ])("%s", (_name, entries, change, properties) => {
    expect(broken(entries, change)).toEqual(properties);
  });

  test("nothing due at the end of the log", () => {
    expect(
      broken(
        [
          [900, "VP"],
          [1900, "VP"],
        ],
        VVI,
        3000,
      ),
    ).toEqual(["P1"]);
  });

  test("a mode switch that goes on with a slow atrium", () => {
    const slow = Array.from({ length: 14 }, (_, i): Entry[] => [
      [1200 + 1000 * i, "AS"],
      [1900 + 1000 * i, "VP"],
    ]).flat();
    const entries: Entry[] = [[900, "VP"], [900, "ATR_FALLBACK"], ...slow];
    expect(broken(entries, { atrMode: "on" })).toEqual(["S7"]);
  });

  test("a loop that a rule does not end", () => {
    const loop = Array.from({ length: 25 }, (_, i): Entry[] => [
      [1300 + 500 * i, "ATRIUM", 3],
      [1300 + 500 * i, "AS"],
      [1500 + 500 * i, "VP", TRACKED],
    ]).flat();
    expect(broken([[1000, "VP"], ...loop], { pmtRule: "interval" })).toEqual(["PMT"]);
    expect(broken([[1000, "VP"], ...loop])).toEqual([]);
  });

  test("a loop faster than max(URI, VA + SAV)", () => {
    const entries: Entry[] = [
      [1000, "VP"],
      [1400, "ATRIUM", 3],
      [1400, "AS"],
      [1549, "VP", TRACKED],
    ];
    expect(broken(entries)).toEqual(["PMT"]);
  });
});

describe("the monitor accepts", () => {
  test.each<[string, readonly Entry[], Partial<GeneratorSettings>]>([
    [
      "pacing at the lower rate",
      [
        [900, "VP"],
        [1900, "VP"],
        [2900, "VP"],
      ],
      VVI,
    ],
    [
      "a tracked beat",
      [
        [900, "VP"],
        [1250, "AS"],
        [1400, "VP", TRACKED],
      ],
      {},
    ],
    [
      "a safety pace",
      [
        [850, "AP"],
        [910, "VX"],
        [960, "VP", SAFETY],
      ],
      {},
    ],
    [
      "a triggered pace",
      [
        [900, "VS"],
        [900, "VP", TRIGGERED],
      ],
      { mode: "VVT" },
    ],
    [
      "asynchronous pacing under a magnet",
      [
        [900, "VP"],
        [1000, "MAGNET_ON"],
        [1500, "VP", ASYNCHRONOUS],
      ],
      VVI,
    ],
    [
      "noise reversion",
      [
        [900, "VS"],
        [1800, "VN"],
        [1900, "VP", ASYNCHRONOUS],
      ],
      VVI,
    ],
  ])("%s", (_name, entries, change) => {
    expect(broken(entries, change)).toEqual([]);
  });
});
