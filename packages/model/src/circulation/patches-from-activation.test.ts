import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { WALL } from "../anatomy/aha-segments.ts";
import { TributaryError } from "../errors/tributary-error.ts";
import type { ActivatedHeart } from "./activated-heart.ts";
import { checkPatches } from "./check-circulation-input.ts";
import { schemeRings } from "./patch-scheme.ts";
import { patchesFromActivation, retimePatches } from "./patches-from-activation.ts";

interface Element {
  readonly wall: number;
  readonly segment: number;
  readonly time_ms: number;
  readonly volume_mm3?: number;
  readonly scar?: number;
}

/** A heart of elements that share no nodes. */
function heartOf(elements: readonly Element[]): ActivatedHeart {
  return {
    tetrahedra: Uint32Array.from({ length: 4 * elements.length }, (_, i) => i),
    times_ms: Float64Array.from({ length: 4 * elements.length }, (_, i) => elements[Math.floor(i / 4)]!.time_ms),
    segment: Uint8Array.from(elements, ({ segment }) => segment),
    wall: Uint8Array.from(elements, ({ wall }) => wall),
    volumes_mm3: Float64Array.from(elements, ({ volume_mm3 = 1 }) => volume_mm3),
    scarFraction: Float64Array.from(elements, ({ scar = 0 }) => scar),
  };
}

const SEPTAL = [2, 3, 8, 9, 14];
/** One element a segment, two in the apex, one in the right ventricle; activated at 10 ms times the segment. */
const ONE_EACH: Element[] = [
  ...Array.from({ length: 16 }, (_, i) => ({
    wall: SEPTAL.includes(i + 1) ? WALL.septum : WALL.lvFree,
    segment: i + 1,
    time_ms: 10 * (i + 1),
  })),
  { wall: WALL.lvFree, segment: 17, time_ms: 40 },
  { wall: WALL.septum, segment: 17, time_ms: 30 },
  { wall: WALL.rvFree, segment: 0, time_ms: 5 },
];

describe("patches from an activation map", () => {
  test("AHA segments make twelve patches of the free wall, six of the septum and one of the right ventricle", () => {
    const { patches } = patchesFromActivation(heartOf(ONE_EACH));
    expect(patches.filter(({ wall }) => wall === "lvFree").map(({ label }) => label)).toEqual([
      "1",
      "4",
      "5",
      "6",
      "7",
      "10",
      "11",
      "12",
      "13",
      "15",
      "16",
      "17f",
    ]);
    expect(patches.filter(({ wall }) => wall === "septum").map(({ label }) => label)).toEqual([
      "2",
      "3",
      "8",
      "9",
      "14",
      "17s",
    ]);
    expect(patches.find(({ label }) => label === "11")).toMatchObject({ activation_ms: 110, wallShare: 1 / 12 });
    expect(() => checkPatches(patches)).not.toThrow();
  });

  test("times are means by volume, and shares of a wall those of its volume", () => {
    const extra = { wall: WALL.rvFree, segment: 0, time_ms: 15, volume_mm3: 3 };
    const { patches, spread_ms } = patchesFromActivation(heartOf([...ONE_EACH, extra]));
    expect(patches.at(-1)).toMatchObject({ label: "RV", activation_ms: 12.5, wallShare: 1 });
    expect(spread_ms.at(-1)).toBeCloseTo(Math.sqrt(0.25 * 7.5 ** 2 + 0.75 * 2.5 ** 2), 12);
  });

  test("muscle activated more than 15 ms apart becomes an early and a late patch", () => {
    const extra = { wall: WALL.rvFree, segment: 0, time_ms: 65 };
    const { patches, spread_ms } = patchesFromActivation(heartOf([...ONE_EACH, extra]));
    const right = patches.filter(({ wall }) => wall === "rvFree");
    expect(right.map(({ activation_ms }) => activation_ms)).toEqual([5, 65]);
    expect(right.map(({ label }) => label)).toEqual(["RVa", "RVb"]);
    expect(Math.max(...spread_ms)).toBeLessThanOrEqual(15);
    const whole = patchesFromActivation(heartOf([...ONE_EACH, extra]), { mostSpread_ms: Infinity }).patches;
    expect(whole.filter(({ wall }) => wall === "rvFree")).toHaveLength(1);
  });

  test("where segment and wall disagree the wall decides, and the segment next to it takes the muscle", () => {
    const extra = { wall: WALL.septum, segment: 4, time_ms: 30 };
    const { patches } = patchesFromActivation(heartOf([...ONE_EACH, extra]));
    expect(patches.find(({ label }) => label === "3")).toMatchObject({ wall: "septum", wallShare: 2 / 7 });
  });

  test("shares of every wall add up to 1, whatever the volumes and times", () => {
    const element = fc.record({
      wall: fc.constantFrom(WALL.lvFree, WALL.septum, WALL.rvFree),
      segment: fc.integer({ min: 1, max: 17 }),
      time_ms: fc.double({ min: 0, max: 200, noNaN: true }),
      volume_mm3: fc.double({ min: 0.01, max: 5, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(element, { maxLength: 60 }), (elements) => {
        const { patches } = patchesFromActivation(heartOf([...ONE_EACH, ...elements]));
        expect(() => checkPatches(patches)).not.toThrow();
      }),
    );
  });

  test("under another map the same muscle has other times", () => {
    const extra = { wall: WALL.rvFree, segment: 0, time_ms: 65 };
    const own = patchesFromActivation(heartOf([...ONE_EACH, extra]));
    const paced = retimePatches(
      own,
      heartOf([...ONE_EACH, extra].map((each) => ({ ...each, time_ms: 2 * each.time_ms }))),
    );
    expect(paced.patches.map(({ label }) => label)).toEqual(own.patches.map(({ label }) => label));
    expect(paced.patches.map(({ activation_ms }) => activation_ms)).toEqual(
      own.patches.map(({ activation_ms }) => 2 * activation_ms),
    );
    expect(paced.patches.map(({ wallShare }) => wallShare)).toEqual(own.patches.map(({ wallShare }) => wallShare));
  });

  test("rings of 6 and of 18 sectors cut a wall where they should", () => {
    const elements = ONE_EACH.map((each, i) => ({ ...each, time_ms: i }));
    const rt = elements.map(({ wall }) => (wall === WALL.septum ? 0.9 : 0.3));
    const ab = elements.map((_, i) => i / elements.length);
    const six = patchesFromActivation(heartOf(elements), { scheme: schemeRings({ ab, rt }, 3, 6) }).patches;
    expect(six.filter(({ wall }) => wall === "septum").map(({ label }) => label)).toEqual(["1.6", "2.6", "3.6"]);
    const many = patchesFromActivation(heartOf(elements), { scheme: schemeRings({ ab, rt }, 3, 18) }).patches;
    expect(many.filter(({ wall }) => wall === "lvFree").map(({ label }) => label)).toEqual(["1.6", "2.6", "3.6"]);
  });

  test("scar is its part of the muscle; dense scar may stay unreached, living muscle not", () => {
    const change = (scar: number, time_ms: number) =>
      heartOf(ONE_EACH.map((each) => (each.segment === 11 ? { ...each, scar, time_ms } : each)));
    const { patches } = patchesFromActivation(change(0.5, 110));
    expect(patches.find(({ label }) => label === "11")).toMatchObject({ scarFraction: 0.5, activation_ms: 110 });
    const dense = patchesFromActivation(change(1, Infinity)).patches.find(({ label }) => label === "11")!;
    expect(Number.isFinite(dense.activation_ms)).toBe(true);
    expect(codeOf(change(0.5, Infinity))).toBe("activation-unreached");
  });

  test("scar under late and early muscle belongs to both halves of a divided patch", () => {
    const at = (time_ms: number, scar: number) => ({ wall: WALL.lvFree, segment: 11, time_ms, scar });
    const others = ONE_EACH.filter(({ segment }) => segment !== 11);
    const scarred = [at(60, 0), at(140, 0), at(Infinity, 1), at(Infinity, 1)];
    const { patches } = patchesFromActivation(heartOf([...others, ...scarred]));
    expect(patches.filter(({ label }) => label.startsWith("11"))).toMatchObject([
      { label: "11a", activation_ms: 60, scarFraction: 0.5 },
      { label: "11b", activation_ms: 140, scarFraction: 0.5 },
    ]);
  });

  test("a heart without a wall, or arrays of another mesh, are told", () => {
    expect(codeOf(heartOf(ONE_EACH.slice(0, -1)))).toBe("activation-wall-missing");
    expect(codeOf({ ...heartOf(ONE_EACH), segment: new Uint8Array(3) })).toBe("activation-map-size");
  });
});

function codeOf(heart: ActivatedHeart): string {
  try {
    patchesFromActivation(heart);
  } catch (error) {
    if (!(error instanceof TributaryError)) throw error;
    for (const part of ["what", "where", "why", "fix"] as const) expect(error[part]).not.toBe("");
    return error.code;
  }
  return "no error";
}
