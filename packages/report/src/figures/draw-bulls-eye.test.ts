import { ahaSegment, degreesFromRadians, rtFromAhaAngle } from "@tributary/model";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findMarkupError } from "../svg/find-markup-error.fixture.ts";
import { AHA_SECTORS, placeOnBullsEye, ringEdges } from "./aha-sectors.ts";
import { drawBullsEye } from "./draw-bulls-eye.ts";

const values = Array.from({ length: 17 }, (_, i) => 10 * (i + 1));
const options = {
  values,
  title: "Activation <LBBB>",
  label: "Mean activation time",
  unit: "ms",
  ends: ["early", "late"],
} as const;

/** The middle of a segment on the page, y down. */
function middleOf(segment: number): { x: number; y: number } {
  const sector = AHA_SECTORS[segment - 1]!;
  const { inner, outer } = ringEdges(sector.ring);
  const angle_rad = ((sector.from_deg + sector.to_deg) * Math.PI) / 360;
  const radius = (inner + outer) / 2;
  return { x: radius * Math.cos(angle_rad), y: -radius * Math.sin(angle_rad) };
}

describe("places on the bull's-eye", () => {
  test("anterior is above, lateral right, inferior below, septum left", () => {
    for (const [angle_deg, x, y] of [
      [90, 0, -1],
      [0, 1, 0],
      [270, 0, 1],
      [180, -1, 0],
    ] as const) {
      const place = placeOnBullsEye(1, rtFromAhaAngle(angle_deg));
      expect(place.x).toBeCloseTo(x, 9);
      expect(place.y).toBeCloseTo(y, 9);
    }
    expect(placeOnBullsEye(1, 7 / 12).y).toBeCloseTo(-1, 9);
    expect(placeOnBullsEye(1, 1 / 3).x).toBeCloseTo(1, 9);
  });

  test("segments 1 and 13 lie above, 4 below, 5 and 6 right, 2 and 3 left", () => {
    expect(middleOf(1).y).toBeLessThan(-0.8);
    expect(middleOf(13).y).toBeLessThan(-0.3);
    expect(middleOf(4).y).toBeGreaterThan(0.8);
    expect([middleOf(5), middleOf(6)].map(({ x, y }) => [x > 0.5, y > 0])).toEqual([
      [true, true],
      [true, false],
    ]);
    expect([middleOf(2), middleOf(3)].map(({ x, y }) => [x < -0.5, y > 0])).toEqual([
      [true, false],
      [true, true],
    ]);
  });

  test("every place falls into the sector of the segment that the model gives it", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (ab, rt) => {
          const { x, y } = placeOnBullsEye(ab, rt);
          const radius = Math.hypot(x, y);
          const angle_deg = degreesFromRadians(Math.atan2(-y, x));
          const onEdge =
            [0.1, 0.4, 0.7].some((cut) => Math.abs(ab - cut) < 1e-6) ||
            Math.abs((rt * 24) % 1) < 1e-6 ||
            (rt * 24) % 1 > 1 - 1e-6;
          fc.pre(!onEdge);
          const found = AHA_SECTORS.find(({ ring, from_deg, to_deg }) => {
            const { inner, outer } = ringEdges(ring);
            const turn = (((angle_deg - from_deg) % 360) + 360) % 360;
            return radius >= inner && radius < outer && turn < to_deg - from_deg;
          });
          expect(found!.segment).toBe(ahaSegment(ab, rt));
        },
      ),
    );
  });
});

describe("the picture", () => {
  test("is well-formed, the same twice, and says unit and direction", () => {
    const { svg } = drawBullsEye(options);
    expect(findMarkupError(svg)).toBeUndefined();
    expect(drawBullsEye(options).svg).toBe(svg);
    expect(svg).toContain("Mean activation time, ms (early → late)");
    expect(svg).toContain("Activation &lt;LBBB&gt;");
    expect(svg).toContain("not for diagnosis or live care");
  });

  test("shows a missing value as missing, in the picture and in the table", () => {
    const { svg, table } = drawBullsEye({
      ...options,
      values: values.map((value, i) => (i === 3 ? undefined : value)),
    });
    expect(svg).toContain(">–</text>");
    expect(table.rows[3]).toEqual(["4 basal inferior", "–"]);
    expect(table.rows[16]).toEqual(["17 apex", "170"]);
  });

  test("hatches the segments named, and lists electrodes by their coordinates", () => {
    const { svg, table } = drawBullsEye({
      ...options,
      hatched: { segments: [5, 11], label: "scar" },
      electrodes: [{ name: "LV1", ab: 0.5, rt: 0.25, chosen: true }],
    });
    expect(svg.match(/fill="url\(#hatch-/g)!.length).toBe(3);
    expect(table.rows[4]).toEqual(["5 basal inferolateral", "50", "yes"]);
    expect(table.rows.at(-1)).toEqual(["LV1", "at ab 0.5, rt 0.25", ""]);
    expect(findMarkupError(svg)).toBeUndefined();
  });
});
