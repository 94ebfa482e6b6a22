import { editDistance } from "@tributary/model";

/**
 * The known name that a wrong one most likely meant: one that differs only in its unit or case first ("edv" for
 * "edv_mL"), then the one with the fewest letters to change.
 *
 * @returns undefined where nothing is near
 */
export function suggestKey(wrong: string, known: readonly string[]): string | undefined {
  const stem = stemOf(wrong);
  const sameStem = known.find((name) => stemOf(name) === stem);
  if (sameStem) return sameStem;
  let best: string | undefined;
  let bestDistance = 1 + Math.max(2, Math.floor(wrong.length / 3));
  for (const name of known) {
    const distance = Math.min(editDistance(wrong.toLowerCase(), name.toLowerCase()), editDistance(stem, stemOf(name)));
    if (distance >= bestDistance) continue;
    best = name;
    bestDistance = distance;
  }
  return best;
}

function stemOf(name: string): string {
  return name.split("_")[0]!.toLowerCase();
}
