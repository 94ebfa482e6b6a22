import { editDistance } from "./edit-distance.ts";

/**
 * The known names nearest to a mistyped one, by edit distance, for an error's "did you mean".
 *
 * @param wanted  what was asked for
 * @param known   names that exist
 * @returns at most three names, nearest first; only those within half of the asked length
 */
export function suggestNames(wanted: string, known: readonly string[]): string[] {
  const asked = wanted.toLowerCase();
  const limit = Math.max(2, Math.ceil(asked.length / 2));
  return known
    .map((name) => ({ name, distance: measureNameDistance(asked, name.toLowerCase()) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
    .slice(0, 3)
    .map(({ name }) => name);
}

/** A name that contains what was typed (or the other way round) is as near as one wrong letter. */
function measureNameDistance(asked: string, name: string): number {
  if (asked === name) return 0;
  if (asked.length > 2 && (name.includes(asked) || asked.includes(name))) return 1;
  return editDistance(asked, name);
}
