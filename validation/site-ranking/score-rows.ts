import { DEFAULT_WEIGHTS, type PlanHost } from "@tributary/plan";
import type { ValidationRow } from "../validation-case.ts";
import type { RankedHeart } from "./ranked-heart.ts";
import { compareScarPairs, countScarPreferred, rankScarred, segmentOf } from "./scarred-site.ts";
import { listWeightVariations, rankWith } from "./weight-variations.ts";

const SCAR_SOURCE =
  "pacing in scar, hazard ratio 6.3 for cardiovascular death: Leyva, J Cardiovasc Magn Reson 2011;13:29; response 14 against 81 %: Bleeker, Circulation 2006";
/** A site in transmural scar is not among this many best. */
const BEST_COUNT = 5;

/** What transmural scar under the best site does to the ranking. */
export async function describeScar(heart: RankedHeart, host: PlanHost): Promise<ValidationRow[]> {
  const { id } = heart;
  const before = rankWith(heart, DEFAULT_WEIGHTS);
  const best = before[0]!;
  const scarred = await rankScarred(heart, segmentOf(best), host);
  const after = rankWith(scarred, DEFAULT_WEIGHTS);
  const rank = 1 + after.findIndex(({ site }) => site.id === best.site.id);
  const row = { unit: "1", source: SCAR_SOURCE };
  const pairs = compareScarPairs(scarred);
  const preferred = [{ weights: DEFAULT_WEIGHTS }, ...listWeightVariations(DEFAULT_WEIGHTS)].reduce(
    (count, { weights }) =>
      count +
      countScarPreferred(
        before.map(({ choice }) => choice.values),
        weights,
      ),
    0,
  );
  return [
    {
      ...row,
      quantity: `${id}: rank of the best site, ${best.site.id}, with transmural scar in segment ${segmentOf(best)}`,
      expected: `beyond ${BEST_COUNT}, or no capture`,
      ours: rank === 0 ? "no capture" : rank,
      tolerance: "lower bound",
      pass: rank === 0 || rank > BEST_COUNT,
    },
    {
      ...row,
      quantity: `${id}: sites that score higher with scar under them, all else equal, over all weights`,
      expected: 0,
      ours: preferred,
      tolerance: "exact",
      pass: preferred === 0,
    },
    {
      ...row,
      quantity: `${id}: pairs of equal delay (3 ms), one in scar and one viable, in which scar scores higher, of ${pairs.pairCount}`,
      expected: 0,
      ours: pairs.scarPreferredCount,
      tolerance: "exact",
      pass: pairs.scarPreferredCount === 0,
    },
  ];
}

/** How often the best site is another one when a weight is half or one and a half times as large. */
export function describeWeights(hearts: readonly RankedHeart[]): ValidationRow[] {
  const variations = listWeightVariations(DEFAULT_WEIGHTS);
  const changed = hearts.flatMap((heart) => {
    const own = rankWith(heart, DEFAULT_WEIGHTS)[0]!.site.id;
    return variations
      .filter(({ weights }) => rankWith(heart, weights)[0]!.site.id !== own)
      .map(({ name }) => `${heart.id}: ${name}`);
  });
  const caseCount = hearts.length * variations.length;
  return [
    {
      quantity: `another best site when one weight is varied by 50 %, of ${caseCount} cases${changed.length > 0 ? ` (${changed.join("; ")})` : ""}`,
      unit: "%",
      expected: "stated, not tested",
      ours: (100 * changed.length) / caseCount,
      tolerance: "context",
      pass: true,
      source: "weights are a judgment",
    },
  ];
}
