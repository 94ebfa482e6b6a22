import { spellVeinName } from "@tributary/model";
import { describe, expect, test } from "vitest";
import { computeCornerNormals } from "../raster/corner-normals.ts";
import { createSampleEllipsoid } from "../raster/sample-ellipsoid.fixture.ts";
import { STANDARD_VIEWS } from "../raster/standard-views.ts";
import { findMarkupError } from "../svg/find-markup-error.fixture.ts";
import { drawActivationViews } from "./draw-activation-views.ts";
import { drawVenousTree } from "./draw-venous-tree.ts";
import { drawHeartPanel, fitProjections } from "./heart-panel.ts";
import { splitVein } from "./vein-overlay.ts";

const surface = createSampleEllipsoid([40, 35, 50], 16);
/** Linear from the right (0 ms) to the left (80 ms). */
const times_ms = Float64Array.from({ length: surface.points_mm.length / 3 }, (_, i) => surface.points_mm[3 * i]! + 40);
const options = { surface, times_ms, title: "Ellipsoid", imageDensity: 0.5, isochroneStep_ms: 10 };
/** Around the ellipsoid at the height of its middle, 1 mm above it. */
const vein = {
  name: "Girdle vein",
  points_mm: Array.from({ length: 37 }, (_, i) => [
    41 * Math.cos((i * Math.PI) / 18),
    36 * Math.sin((i * Math.PI) / 18),
    0,
  ]).flat(),
  diameter_mm: Array.from({ length: 37 }, (_, i) => 4 - i * 0.05),
};

describe("activation sheet", () => {
  const picture = drawActivationViews({
    ...options,
    veins: [vein],
    electrodes: [{ name: "LV1", position_mm: [41, 0, 0] }],
  });

  test("is well-formed and the same bytes twice", () => {
    expect(findMarkupError(picture.svg)).toBeUndefined();
    const again = drawActivationViews({
      ...options,
      veins: [vein],
      electrodes: [{ name: "LV1", position_mm: [41, 0, 0] }],
    });
    expect(again.svg).toBe(picture.svg);
  });

  test("names its views, the patient's sides, the unit and the direction", () => {
    for (const text of ["RAO 30°", "LAO 40°", "Left lateral", "Posterior (PA)", ">S<", ">I<", ">LP<", "20 mm"]) {
      expect(picture.svg).toContain(text);
    }
    expect(picture.svg).toContain("Activation time, ms; isochrones every 10 ms (early → late)");
  });

  test("the table gives equal shares on equal bands of a symmetric field, and the electrode's time", () => {
    const shares = picture.table.rows.slice(0, 8).map(([, share]) => Number.parseFloat(share!));
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(100, 0);
    for (let i = 0; i < 4; i++) expect(Math.abs(shares[i]! - shares[7 - i]!)).toBeLessThan(0.3);
    expect(picture.table.rows.at(-1)).toEqual(["LV1, at the nearest point of the surface", "80 ms"]);
  });

  test("says what has no value, with the word given", () => {
    const some = times_ms.map((time) => (time > 60 ? Number.NaN : time));
    const { svg, table } = drawActivationViews({ ...options, times_ms: some, noValueLabel: "scar" });
    expect(svg).toContain(">scar</text>");
    expect(table.rows.at(-1)![0]).toBe("no activation");
  });
});

describe("veins over a heart", () => {
  test("are cut where they pass behind it: half of a girdle is hidden", () => {
    const [projection] = fitProjections(surface, [STANDARD_VIEWS.ap], {
      width_px: 200,
      height_px: 200,
      marginX_px: 10,
      marginY_px: 10,
    });
    const panel = drawHeartPanel({
      surface,
      cornerNormals: computeCornerNormals(surface),
      projection: projection!,
      imageDensity: 1,
    });
    const stretches = splitVein(vein, panel);
    const count = (hidden: boolean): number =>
      stretches
        .filter((stretch) => stretch.hidden === hidden)
        .reduce((sum, { halfWidth_px }) => sum + halfWidth_px.length, 0);
    expect(count(true) / (count(true) + count(false))).toBeGreaterThan(0.35);
    expect(count(true) / (count(true) + count(false))).toBeLessThan(0.5);
    // In the view from the front the hidden half is the posterior one.
    expect(panel.isHidden([0, 36, 0], 2)).toBe(true);
    expect(panel.isHidden([0, -36, 0], 2)).toBe(false);
  });

  test("the tree names veins with their lumens and dashes what is hidden", () => {
    const { svg, table } = drawVenousTree({ surface, veins: [vein], title: "Veins & lead", imageDensity: 0.5 });
    expect(findMarkupError(svg)).toBeUndefined();
    expect(svg).toContain("Girdle vein");
    expect(svg).toContain("Ø 4 to 2.2 mm");
    expect(svg).toContain("stroke-dasharray");
    expect(table.rows[0]!.slice(0, 3)).toEqual(["Girdle vein", "4", "2.2"]);
    expect(drawVenousTree({ surface, veins: [vein], title: "Veins & lead", imageDensity: 0.5 }).svg).toBe(svg);
  });
});

test("identifiers of veins are spelled out, other names stay", () => {
  expect(spellVeinName("anteriorInterventricularVein")).toBe("Anterior interventricular vein");
  expect(spellVeinName("Marshall's vein")).toBe("Marshall's vein");
  expect(spellVeinName("vein7")).toBe("vein7");
});
