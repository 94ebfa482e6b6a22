import type { Case } from "@tributary/formats";

type ScarRegion = NonNullable<Case["scar"]>[number];
type SegmentRegion = Extract<ScarRegion, { readonly by: "segments" }>;

/** Scar of one AHA segment, as a report gives it. */
export type SegmentScar = Pick<SegmentRegion, "transmuralFraction" | "from" | "tissue">;

/** By AHA segment; of several regions in one the deepest. Scar that the case gives by element label is not among them. */
export function listSegmentScars({ scar = [] }: Case): ReadonlyMap<number, SegmentScar> {
  const found = new Map<number, SegmentScar>();
  for (const region of scar.filter((own) => own.by === "segments")) {
    const { segments, transmuralFraction, from, tissue } = region;
    for (const segment of segments) {
      const before = found.get(segment);
      if (!before || transmuralFraction > before.transmuralFraction) {
        found.set(segment, { transmuralFraction, from, tissue });
      }
    }
  }
  return found;
}

/**
 * The case with another scar in one AHA segment; scar of other segments and by element label stays.
 *
 * @param segment  1 to 17
 * @param scar     undefined: no scar there
 */
export function paintSegment(value: Case, segment: number, scar: SegmentScar | undefined): Case {
  const rest = (value.scar ?? []).flatMap((region): ScarRegion[] => {
    if (region.by !== "segments" || !region.segments.includes(segment)) return [region];
    const segments = region.segments.filter((own) => own !== segment);
    return segments.length === 0 ? [] : [{ ...region, segments }];
  });
  if (!scar) return { ...value, scar: rest };
  const alike = rest.find((region): region is SegmentRegion => region.by === "segments" && isAlike(region, scar));
  if (!alike) return { ...value, scar: [...rest, { by: "segments", segments: [segment], ...scar }] };
  const widened = { ...alike, segments: [...alike.segments, segment].sort((a, b) => a - b) };
  return { ...value, scar: rest.map((region) => (region === alike ? widened : region)) };
}

function isAlike(a: SegmentScar, b: SegmentScar): boolean {
  return a.transmuralFraction === b.transmuralFraction && a.from === b.from && a.tissue === b.tissue;
}
