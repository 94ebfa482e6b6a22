import fc from "fast-check";
import { expect, test } from "vitest";
import type { CandidateCathode } from "./candidate-cathodes.ts";
import { defineSites } from "./define-sites.ts";

function cathodesAt(vein: string, arcs: readonly number[]): CandidateCathode[] {
  return arcs.map((arc_mm) => ({ vein, arc_mm, place: {} as CandidateCathode["place"], uses: [] }));
}

test("a vein of 61 mm is cut into four stretches of 15 mm", () => {
  const sites = defineSites(
    cathodesAt(
      "a",
      Array.from({ length: 61 }, (_, i) => i + 1),
    ),
  );
  expect(sites.map(({ id }) => id)).toEqual(["a 1-16 mm", "a 16-31 mm", "a 31-46 mm", "a 46-61 mm"]);
});

test("one cathode alone is one site", () => {
  expect(defineSites(cathodesAt("a", [7])).map(({ cathodes }) => cathodes)).toEqual([[0]]);
});

test("every cathode belongs to exactly one site of its own vein", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 0, max: 150 }), { minLength: 1 }),
      fc.uniqueArray(fc.integer({ min: 0, max: 80 }), { minLength: 1 }),
      (a, b) => {
        const rising = (x: number, y: number) => x - y;
        const cathodes = [...cathodesAt("a", a.sort(rising)), ...cathodesAt("b", b.sort(rising))];
        const sites = defineSites(cathodes);
        expect(sites.flatMap((site) => site.cathodes).sort(rising)).toEqual(cathodes.map((_, index) => index));
        for (const site of sites) for (const index of site.cathodes) expect(cathodes[index]!.vein).toBe(site.vein);
      },
    ),
  );
});
