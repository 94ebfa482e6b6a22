import { radiansFromDegrees, rtFromAhaAngle } from "@tributary/model";
import { formatCoordinate } from "../svg/svg-markup.ts";

/** One of the 17 segments on the bull's-eye: a ring (0 apex, 1 apical, 2 mid, 3 basal) between two AHA angles. */
export interface AhaSector {
  /** 1 to 17. */
  readonly segment: number;
  readonly name: string;
  readonly ring: 0 | 1 | 2 | 3;
  /** AHA angle, 0 lateral, 90 anterior, 180 septal, 270 inferior; counter-clockwise on the page. */
  readonly from_deg: number;
  readonly to_deg: number;
}

const WALLS = ["anterior", "anteroseptal", "inferoseptal", "inferior", "inferolateral", "anterolateral"] as const;
const APICAL_WALLS = ["anterior", "septal", "inferior", "lateral"] as const;

/** Segments 1 to 17 in order. Source: Cerqueira et al., Circulation 2002;105:539. */
export const AHA_SECTORS: readonly AhaSector[] = [
  ...WALLS.map((wall, i) => createSector(1 + i, `basal ${wall}`, 3, 60 + 60 * i, 60)),
  ...WALLS.map((wall, i) => createSector(7 + i, `mid ${wall}`, 2, 60 + 60 * i, 60)),
  ...APICAL_WALLS.map((wall, i) => createSector(13 + i, `apical ${wall}`, 1, 45 + 90 * i, 90)),
  createSector(17, "apex", 0, 0, 360),
];

/** Outer edge of each ring in ab, and on the page as a fraction of the radius: the apex is widened to hold a number. */
const RING_ab = [0, 0.1, 0.4, 0.7, 1] as const;
const RING_RADIUS = [0, 0.22, 0.48, 0.74, 1] as const;

/** Fraction of the bull's-eye radius at which a height ab lies; linear within each ring. */
function radiusFractionAt(ab: number): number {
  const height = Math.min(1, Math.max(0, ab));
  const ring = RING_ab.findIndex((edge, i) => i > 0 && height <= edge);
  const part = (height - RING_ab[ring - 1]!) / (RING_ab[ring]! - RING_ab[ring - 1]!);
  return RING_RADIUS[ring - 1]! + part * (RING_RADIUS[ring]! - RING_RADIUS[ring - 1]!);
}

export function ringEdges(ring: AhaSector["ring"]): { readonly inner: number; readonly outer: number } {
  return { inner: RING_RADIUS[ring]!, outer: RING_RADIUS[ring + 1]! };
}

/** The middle of a sector on a bull's-eye of radius 1: x to the right, y down. */
export function centerOfSector({ ring, from_deg, to_deg }: AhaSector): { readonly x: number; readonly y: number } {
  const { inner, outer } = ringEdges(ring);
  const radius = ring === 0 ? 0 : (inner + outer) / 2;
  const angle_rad = radiansFromDegrees((from_deg + to_deg) / 2);
  return { x: radius * Math.cos(angle_rad), y: -radius * Math.sin(angle_rad) };
}

/** The data of an SVG path around a sector. */
export function outlineSector(
  { ring, from_deg, to_deg }: AhaSector,
  center: { readonly x: number; readonly y: number },
  radius_px: number,
): string {
  const { inner, outer } = ringEdges(ring);
  const [ro, ri] = [formatCoordinate(outer * radius_px), formatCoordinate(inner * radius_px)];
  if (ring === 0) {
    const width = formatCoordinate(2 * outer * radius_px);
    return `M${formatCoordinate(center.x - outer * radius_px)} ${center.y}a${ro} ${ro} 0 1 0 ${width} 0a${ro} ${ro} 0 1 0 -${width} 0Z`;
  }
  const corner = (fraction: number, angle_deg: number): string => {
    const angle_rad = radiansFromDegrees(angle_deg);
    const x = center.x + fraction * radius_px * Math.cos(angle_rad);
    const y = center.y - fraction * radius_px * Math.sin(angle_rad);
    return `${formatCoordinate(x)} ${formatCoordinate(y)}`;
  };
  const [a, b, c, d] = [corner(outer, from_deg), corner(outer, to_deg), corner(inner, to_deg), corner(inner, from_deg)];
  return `M${a}A${ro} ${ro} 0 0 0 ${b}L${c}A${ri} ${ri} 0 0 1 ${d}Z`;
}

/**
 * Where a place of the left ventricle lies on a bull's-eye of radius 1: x to the right (lateral), y down (inferior).
 *
 * @param ab  0 apex to 1 base
 * @param rt  rotation, 0 at the posterior interventricular groove, 1/3 lateral
 */
export function placeOnBullsEye(ab: number, rt: number): { readonly x: number; readonly y: number } {
  const angle_rad = 2 * Math.PI * (rt - rtFromAhaAngle(0));
  const radius = radiusFractionAt(ab);
  return { x: radius * Math.cos(angle_rad), y: -radius * Math.sin(angle_rad) };
}

function createSector(
  segment: number,
  name: string,
  ring: AhaSector["ring"],
  from_deg: number,
  span_deg: number,
): AhaSector {
  return { segment, name, ring, from_deg, to_deg: from_deg + span_deg };
}
