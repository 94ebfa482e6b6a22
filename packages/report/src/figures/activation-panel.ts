import type { Vector3 } from "@tributary/model";
import type { ColorScale } from "../color/color-scale.ts";
import { ANATOMY_COLORS } from "../color/series-palette.ts";
import type { Projection } from "../raster/projection.ts";
import type { DrawnSurface } from "../raster/rasterize-surface.ts";
import type { DrawnElectrode, DrawnVein } from "./anatomy-marks.ts";
import { drawElectrodes } from "./electrode-overlay.ts";
import { drawHeartPanel, drawPanelFrame, drawScaleBar } from "./heart-panel.ts";
import { drawVeinStretches, splitVein } from "./vein-overlay.ts";

/** What one panel of an activation sheet shows. */
export interface ActivationPanelScene {
  readonly surface: DrawnSurface;
  readonly times_ms: ArrayLike<number>;
  readonly veins?: readonly DrawnVein[];
  readonly electrodes?: readonly DrawnElectrode[];
  readonly imageDensity?: number;
}

interface ActivationPanelPlace {
  readonly cornerNormals: Float32Array;
  readonly projection: Projection;
  readonly scale: ColorScale;
  readonly planePoint_mm?: Vector3 | undefined;
  readonly hasScaleBar: boolean;
}

/** The heart in one view, colored by time; veins and electrodes lie over it where it is not cut open. */
export function drawActivationPanel(scene: ActivationPanelScene, place: ActivationPanelPlace): string {
  const { cornerNormals, projection, scale, planePoint_mm, hasScaleBar } = place;
  const panel = drawHeartPanel({
    surface: scene.surface,
    cornerNormals,
    projection,
    values: scene.times_ms,
    scale,
    planePoint_mm,
    imageDensity: scene.imageDensity,
  });
  const isWhole = planePoint_mm === undefined;
  const stretches = (isWhole ? (scene.veins ?? []) : []).flatMap((vein) => splitVein(vein, panel));
  return [
    panel.markup,
    drawVeinStretches(stretches.map((stretch) => ({ stretch, color: ANATOMY_COLORS.vein }))),
    drawPanelFrame(projection, { left_px: 9, right_px: projection.width_px - 9, low: false }),
    hasScaleBar ? drawScaleBar(projection) : "",
    isWhole ? drawElectrodes(scene.electrodes ?? [], panel, stretches) : "",
  ].join("");
}
