import { measureText } from "./text.ts";

export interface LabelRequest {
  readonly x_px: number;
  readonly y_px: number;
  readonly text: string;
  readonly size_px: number;
  /** Radius of the mark that the label belongs to. */
  readonly clear_px: number;
}

export interface PlacedLabel {
  /** Left end and baseline of the text. */
  readonly x_px: number;
  readonly y_px: number;
  /** True when the label had to move away and needs a line to its mark. */
  readonly leader: boolean;
  readonly box: Box;
}

/** A rectangle on the page; y runs down. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface LabelFrame {
  readonly width_px: number;
  readonly height_px: number;
  /** Never covered: other labels and marks. */
  readonly taken?: readonly Box[];
  /** Covered only where nothing else is free. */
  readonly avoided?: readonly Box[];
}

/** Right, left, above, below, then the diagonals: the order in which eyes look for a label. */
const DIRECTIONS = [
  [1, 0],
  [-1, 0],
  [0, -1],
  [0, 1],
  [0.75, -0.75],
  [0.75, 0.75],
  [-0.75, -0.75],
  [-0.75, 0.75],
] as const;

/**
 * Places for labels beside their marks, none over another label, over any mark or outside the frame.
 *
 * Greedy in the order given: for each label the first free place among eight directions at growing distance; where
 * none is free, the first that covers only what is merely avoided; else the first.
 */
export function placeLabels(labels: readonly LabelRequest[], frame: LabelFrame): PlacedLabel[] {
  const marks: Box[] = labels.map(({ x_px, y_px, clear_px }) => ({
    left: x_px - clear_px,
    right: x_px + clear_px,
    top: y_px - clear_px,
    bottom: y_px + clear_px,
  }));
  const taken = [...(frame.taken ?? [])];
  return labels.map((label, own) => {
    const others = [...taken, ...marks.filter((_, index) => index !== own)];
    const places = listPlaces(label).filter(({ box }) => isInside(box, frame));
    const possible = places.filter(({ box }) => !others.some((other) => overlaps(box, other)));
    const free = possible.find(({ box }) => !(frame.avoided ?? []).some((other) => overlaps(box, other)));
    const { box, leader } = free ?? possible[0] ?? places[0] ?? listPlaces(label)[0]!;
    taken.push(box);
    return { x_px: box.left, y_px: box.bottom - 0.22 * label.size_px, leader, box };
  });
}

/** Right, left, above, below, then the diagonals, at growing distance. */
function listPlaces(label: LabelRequest): { readonly box: Box; readonly leader: boolean }[] {
  const width = measureText(label.text, label.size_px, "600");
  const height = label.size_px;
  return [3, 12, 24, 40].flatMap((gap) =>
    DIRECTIONS.map(([dx, dy]) => {
      const reach = label.clear_px + gap;
      const left = label.x_px + dx * reach + (dx > 0 ? 0 : dx < 0 ? -width : -width / 2);
      const top = label.y_px + dy * reach + (dy > 0 ? 0 : dy < 0 ? -height : -height / 2);
      return { box: { left, right: left + width, top, bottom: top + height }, leader: gap > 3 };
    }),
  );
}

export function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right + 1 && b.left < a.right + 1 && a.top < b.bottom && b.top < a.bottom;
}

function isInside(box: Box, frame: LabelFrame): boolean {
  return box.left >= 2 && box.right <= frame.width_px - 2 && box.top >= 2 && box.bottom <= frame.height_px - 2;
}
