import type { Projection } from "./projection.ts";

/** Points and triangles to draw; triangles counter-clockwise seen from outside. Points nobody uses are allowed. */
export interface DrawnSurface {
  /** 3 · pointCount, mm, patient space. */
  readonly points_mm: ArrayLike<number>;
  /** 3 · triangleCount point indices. */
  readonly triangles: ArrayLike<number>;
}

/** What the viewer meets first at each pixel center. */
export interface VisibilityBuffer {
  readonly width: number;
  readonly height: number;
  /** Toward the viewer, mm from the projection's center; -Infinity where nothing is. */
  readonly depth_mm: Float32Array;
  /** Triangle index; -1 where nothing is. */
  readonly triangle: Int32Array;
  /** Projected points, 3 · pointCount: pixel right, pixel down, depth in mm. */
  readonly screen: Float64Array;
}

/**
 * Z-buffer of a surface under an orthographic projection, sampled at pixel centers.
 *
 * Each triangle is tested at the pixel centers of its bounding box with edge functions; depth is linear in the pixel.
 *
 * @param projection   panel of width_px x height_px
 * @param density      samples per panel pixel and side, >= 1
 * @param clipDepth_mm everything nearer to the viewer than this is cut away; Infinity cuts nothing
 * @returns buffers of round(width_px · density) x round(height_px · density)
 *
 * Accuracy: exact for linear triangles, up to float32 depth. Cost: the sum of the bounding boxes in pixels.
 * Source: Pineda, SIGGRAPH Comput Graph 1988;22:17 (edge functions).
 */
export function rasterizeSurface(
  surface: DrawnSurface,
  projection: Projection,
  density: number,
  clipDepth_mm = Number.POSITIVE_INFINITY,
): VisibilityBuffer {
  const width = Math.round(projection.width_px * density);
  const height = Math.round(projection.height_px * density);
  const buffer: VisibilityBuffer = {
    width,
    height,
    depth_mm: new Float32Array(width * height).fill(Number.NEGATIVE_INFINITY),
    triangle: new Int32Array(width * height).fill(-1),
    screen: projectAll(surface.points_mm, projection, density),
  };
  for (let t = 0; t < surface.triangles.length / 3; t++) {
    fillTriangle(buffer, t, surface.triangles, clipDepth_mm);
  }
  return buffer;
}

function projectAll(points_mm: ArrayLike<number>, projection: Projection, density: number): Float64Array {
  const { right, up, toward } = projection.view;
  const [cx, cy, cz] = projection.center_mm;
  const scale = projection.scale_pxPerMm * density;
  const halfWidth = (projection.width_px * density) / 2;
  const halfHeight = (projection.height_px * density) / 2;
  const screen = new Float64Array(points_mm.length);
  for (let i = 0; i < points_mm.length; i += 3) {
    const x = points_mm[i]! - cx;
    const y = points_mm[i + 1]! - cy;
    const z = points_mm[i + 2]! - cz;
    screen[i] = halfWidth + scale * (right[0] * x + right[1] * y + right[2] * z);
    screen[i + 1] = halfHeight - scale * (up[0] * x + up[1] * y + up[2] * z);
    screen[i + 2] = toward[0] * x + toward[1] * y + toward[2] * z;
  }
  return screen;
}

function fillTriangle(
  buffer: VisibilityBuffer,
  index: number,
  triangles: ArrayLike<number>,
  clipDepth_mm: number,
): void {
  const { width, height, depth_mm, triangle, screen } = buffer;
  const a = 3 * triangles[3 * index]!;
  const b = 3 * triangles[3 * index + 1]!;
  const c = 3 * triangles[3 * index + 2]!;
  const [ax, ay, az] = [screen[a]!, screen[a + 1]!, screen[a + 2]!];
  const [bx, by, bz] = [screen[b]!, screen[b + 1]!, screen[b + 2]!];
  const [cx, cy, cz] = [screen[c]!, screen[c + 1]!, screen[c + 2]!];
  const area = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
  if (Math.abs(area) < 1e-12) return;
  const left = Math.max(0, Math.ceil(Math.min(ax, bx, cx) - 0.5));
  const right = Math.min(width - 1, Math.floor(Math.max(ax, bx, cx) - 0.5));
  const top = Math.max(0, Math.ceil(Math.min(ay, by, cy) - 0.5));
  const bottom = Math.min(height - 1, Math.floor(Math.max(ay, by, cy) - 0.5));
  const inverse = 1 / area;
  for (let row = top; row <= bottom; row++) {
    const y = row + 0.5;
    for (let column = left; column <= right; column++) {
      const x = column + 0.5;
      const wb = ((x - ax) * (cy - ay) - (y - ay) * (cx - ax)) * inverse;
      const wc = ((bx - ax) * (y - ay) - (by - ay) * (x - ax)) * inverse;
      if (wb < -1e-9 || wc < -1e-9 || wb + wc > 1 + 1e-9) continue;
      const depth = az + wb * (bz - az) + wc * (cz - az);
      const pixel = row * width + column;
      if (depth > clipDepth_mm || depth <= depth_mm[pixel]!) continue;
      depth_mm[pixel] = depth;
      triangle[pixel] = index;
    }
  }
}
