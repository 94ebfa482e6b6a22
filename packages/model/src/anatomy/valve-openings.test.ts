import { describe, expect, test } from "vitest";
import { SURFACE_LABEL } from "../mesh/mesh.ts";
import { HEART_PRESETS } from "./heart-presets.ts";
import { createParametricHeart } from "./parametric-heart.ts";
import { placeValveOpenings } from "./valve-openings.ts";

describe("placeValveOpenings", () => {
  test.each(HEART_PRESETS.map((preset) => [preset.id, preset] as const))(
    "%s: four openings inside their cavity",
    (_id, preset) => {
      const heart = createParametricHeart(preset.geometry);
      const openings = placeValveOpenings(heart);
      expect(openings.map((opening) => opening.valve)).toEqual(["mitral", "aortic", "tricuspid", "pulmonary"]);
      for (const { valve, center_mm, diameter_mm, wantedDiameter_mm, remark } of openings) {
        expect(diameter_mm).toBeGreaterThan(15);
        expect(diameter_mm).toBeLessThanOrEqual(wantedDiameter_mm + 1e-9);
        if (diameter_mm < wantedDiameter_mm - 0.1) expect(remark).toContain(valve);
        const cavity =
          valve === "mitral" || valve === "aortic" ? SURFACE_LABEL.lvEndocardium : SURFACE_LABEL.rvEndocardium;
        for (let angle = 0; angle < 2 * Math.PI; angle += 0.1) {
          const x = center_mm[0] + (diameter_mm / 2) * Math.cos(angle);
          const y = center_mm[1] + (diameter_mm / 2) * Math.sin(angle);
          expect(heart.shape.signedDistance_mm(x, y, center_mm[2] - 1e-6)).toBeGreaterThan(0);
          expect(heart.shape.surfaceLabel(x, y, center_mm[2] - 1e-6)).toBe(cavity);
        }
      }
    },
  );

  test("openings of one ventricle do not overlap", () => {
    for (const preset of HEART_PRESETS) {
      const [mitral, aortic, tricuspid, pulmonary] = placeValveOpenings(createParametricHeart(preset.geometry));
      for (const [a, b] of [
        [mitral!, aortic!],
        [tricuspid!, pulmonary!],
      ] as const) {
        const apart_mm = Math.hypot(a.center_mm[0] - b.center_mm[0], a.center_mm[1] - b.center_mm[1]);
        expect(apart_mm).toBeGreaterThan((a.diameter_mm + b.diameter_mm) / 2);
      }
    }
  });
});
