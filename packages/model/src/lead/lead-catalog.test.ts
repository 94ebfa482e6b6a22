import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { millimetersFromFrench } from "../units/convert.ts";
import { defineLead } from "./define-lead.ts";
import { findLead, LEAD_CATALOG } from "./lead-catalog.ts";
import { listVectors } from "./list-vectors.ts";

describe("the lead catalog", () => {
  test("every lead has its tip at 0, electrodes in order and as many as it says, where the spacing is known", () => {
    for (const { electrodeOffsets_mm, electrodeCount } of LEAD_CATALOG) {
      const offsets = electrodeOffsets_mm.value;
      if (!offsets) continue;
      expect(offsets).toHaveLength(electrodeCount);
      expect(offsets[0]).toBe(0);
      expect([...offsets].sort((a, b) => a - b)).toEqual(offsets);
    }
  });

  test("ids are unlike each other and an unknown value is never confirmed", () => {
    expect(new Set(LEAD_CATALOG.map(({ id }) => id)).size).toBe(LEAD_CATALOG.length);
    for (const lead of LEAD_CATALOG) {
      for (const entry of [lead.electrodeOffsets_mm, lead.bodySize_F, lead.tipSize_F, lead.lengths_cm]) {
        if (entry.value === undefined) expect(entry.confirmed).toBe(false);
      }
    }
  });

  test("spacings that nobody could confirm or remember are left out", () => {
    for (const id of ["sentus-otw-qp", "navigo-4lv"]) {
      expect(findLead(id).electrodeOffsets_mm.value).toBeUndefined();
    }
  });

  test.each([
    [4.7, 1.57],
    [5.3, 1.77],
    [2.6, 0.87],
  ])("%d F is %d mm", (size_F, diameter_mm) => {
    expect(millimetersFromFrench(size_F)).toBeCloseTo(diameter_mm, 2);
  });

  test.each(["quartet-1458", "quartet1458q", "acuity-x4-spiral", "atain-performa-4398"])(
    "an unknown lead %s is answered with the nearest",
    (id) => {
      expect(() => findLead(id)).toThrowError(
        expect.objectContaining({
          code: "unknown-lead",
          fix: expect.stringMatching(/quartet-1458q|acuity-x4-spiral-[sl]|attain-performa-4398/),
        }),
      );
    },
  );

  test("a name like no other gets the list and no guess", () => {
    expect(() => findLead("zzzzzz")).toThrowError(
      expect.objectContaining({ fix: "Choose a known lead or define your own." }),
    );
  });
});

describe("pacing vectors", () => {
  test.each([
    [4, 20],
    [2, 6],
    [1, 2],
  ] as const)("%d electrodes with right-ventricular coil and can give %d", (electrodeCount, count) => {
    expect(listVectors({ electrodeCount }, { rvLead: "coil", can: true })).toHaveLength(count);
  });

  test("a quadripolar lead without the can has 16", () => {
    const vectors = listVectors({ electrodeCount: 4 }, { rvLead: "ring", can: false });
    expect(vectors).toHaveLength(16);
    expect(vectors.filter(({ kind }) => kind === "bipolar")).toHaveLength(12);
    expect(vectors[0]).toEqual({ name: "LV1 → LV2", cathode: "LV1", anode: "LV2", kind: "bipolar" });
  });

  test("no vector has its cathode as anode, and none is listed twice", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(1 as const, 2 as const, 4 as const),
        fc.constantFrom("ring" as const, "coil" as const, "none" as const),
        fc.boolean(),
        (electrodeCount, rvLead, can) => {
          const vectors = listVectors({ electrodeCount }, { rvLead, can });
          expect(new Set(vectors.map(({ name }) => name)).size).toBe(vectors.length);
          for (const { cathode, anode } of vectors) expect(cathode).not.toBe(anode);
        },
      ),
    );
  });
});

describe("a lead of the user's own", () => {
  test("supplies the spacing that the catalog lacks", () => {
    const lead = defineLead({
      id: "my-sentus",
      basedOn: "sentus-otw-qp",
      electrodeOffsets_mm: [0, 21, 31, 41],
      bodySize_F: 4.8,
    });
    expect(findLead("my-sentus", [lead])).toMatchObject({ maker: "Biotronik", connector: { value: "IS4-LLLL" } });
    expect(lead.electrodeOffsets_mm).toEqual({ value: [0, 21, 31, 41], confirmed: true });
  });

  const good = { id: "mine", electrodeOffsets_mm: [0, 20], bodySize_F: 4 };
  test.each([
    ["an empty id", { ...good, id: "" }, "id"],
    ["three electrodes", { ...good, electrodeOffsets_mm: [0, 10, 20] }, "electrodeOffsets_mm"],
    ["a tip that is not at 0", { ...good, electrodeOffsets_mm: [5, 20] }, "electrodeOffsets_mm"],
    ["electrodes out of order", { ...good, electrodeOffsets_mm: [0, 20, 10, 30] }, "electrodeOffsets_mm[2]"],
    ["a spacing that is not a number", { ...good, electrodeOffsets_mm: [0, Number.NaN] }, "electrodeOffsets_mm[1]"],
    ["a body of 12 F", { ...good, bodySize_F: 12 }, "bodySize_F"],
    ["a tip of 0 F", { ...good, tipSize_F: 0 }, "tipSize_F"],
    ["a base that is not in the catalog", { ...good, basedOn: "none" }, "basedOn"],
  ])("%s is refused", (_name, definition, field) => {
    expect(() => defineLead(definition)).toThrowError(
      expect.objectContaining({ code: "bad-lead-definition", where: `lead "${definition.id}", ${field}` }),
    );
  });
});
