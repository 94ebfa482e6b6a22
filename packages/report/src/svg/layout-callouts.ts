/**
 * Heights for labels stacked in a margin, each as near to its wish as the others allow.
 *
 * @param wishes_px  wished middle of each label
 * @param height_px  of one label with its spacing
 * @param top_px, bottom_px  the margin; when the labels do not all fit they run past the bottom
 * @returns middles in the order given; labels keep the vertical order of their wishes
 */
export function stackCallouts(
  wishes_px: readonly number[],
  height_px: number,
  top_px: number,
  bottom_px: number,
): number[] {
  const order = wishes_px.map((_, i) => i).sort((a, b) => wishes_px[a]! - wishes_px[b]! || a - b);
  const middles = new Array<number>(wishes_px.length).fill(0);
  let floor = top_px + height_px / 2;
  for (const index of order) {
    middles[index] = Math.max(wishes_px[index]!, floor);
    floor = middles[index]! + height_px;
  }
  let ceiling = bottom_px - height_px / 2;
  for (const index of order.toReversed()) {
    if (middles[index]! > ceiling) middles[index] = Math.max(ceiling, top_px + height_px / 2);
    ceiling = middles[index]! - height_px;
  }
  return middles;
}
