import type { CandidateSite } from "../placements/define-sites.ts";
import type { PlanExclusion } from "../plan.ts";
import type { VectorRefusal } from "../search/choose-configurations.ts";
import type { RankedSite } from "../search/rank-sites.ts";
import type { HeartSearch } from "../search/search-heart.ts";
import type { ResponseEntry } from "../search/search-problem.ts";

/** More names than this are counted. */
const MOST_NAMES = 4;

/**
 * Everything that is not in the ranking, and why: veins that the lead does not enter, delays that the generator does not
 * deliver, vectors that cannot be paced from a stretch, stretches without any.
 */
export function listExclusions(
  search: Pick<HeartSearch, "candidates" | "entries" | "refusals">,
  ranked: readonly RankedSite[],
): PlanExclusion[] {
  const { candidates, entries, refusals } = search;
  return [
    ...candidates.exclusions,
    // Where the lead lies nowhere no delay matters.
    ...(candidates.sites.length > 0 ? listRefusedDelays(entries) : []),
    ...candidates.sites.flatMap((site, i) => {
      const isSilent = !ranked.some((other) => other.site === site);
      return [...(isSilent ? [describeSilent(site, refusals[i]!)] : []), ...describeRefused(site, refusals[i]!)];
    }),
  ];
}

/** Delays with the same reason and the right-ventricular lead at the same place in one row. */
function listRefusedDelays(entries: readonly ResponseEntry[]): PlanExclusion[] {
  const groups = new Map<string, ResponseEntry[]>();
  for (const entry of entries) {
    if (entry.refusal === undefined) continue;
    const key = `${entry.rv.site}: ${entry.refusal}`;
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return [...groups.values()].map((group) => {
    const [{ rv, refusal }] = group as [ResponseEntry];
    return {
      reason: `${describeDelays(group)} with the right-ventricular lead ${RV_WORDS[rv.site]}: ${refusal}.`,
    };
  });
}

const RV_WORDS = { apex: "at the apex", septum: "at the septum", existing: "where it is" } as const;

function describeDelays(group: readonly ResponseEntry[]): string {
  const avDelays = [...new Set(group.map(({ avDelay_ms }) => avDelay_ms))];
  const vvDelays = [...new Set(group.map(({ vvDelay_ms }) => vvDelay_ms))];
  const isEveryVv = vvDelays.length === group[0]!.rv.grid.vvDelays_ms.length;
  const av = avDelays[0] === undefined ? "" : `AV ${avDelays.join(", ")} ms, `;
  const text = `${av}${isEveryVv ? "any VV" : `VV ${vvDelays.join(", ")} ms`}`;
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function describeSilent(site: CandidateSite, refused: readonly VectorRefusal[]): PlanExclusion {
  const why =
    refused.length > 0
      ? "no vector can be paced here"
      : "no pair of delays is delivered, or no vector has its cathode here";
  return { vein: site.vein, reason: `Cathode ${describeStretch(site)}: ${why}.` };
}

function describeRefused(site: CandidateSite, refused: readonly VectorRefusal[]): PlanExclusion[] {
  const kinds = ["no-capture", "nerve-stimulated", "nerve-near"] as const;
  return kinds.flatMap((kind) => {
    const own = refused.filter(({ delivery }) => delivery.kind === kind);
    if (own.length === 0) return [];
    return [{ vein: site.vein, reason: `${nameVectors(own)}, cathode ${describeStretch(site)}: ${explain(own[0]!)}.` }];
  });
}

function describeStretch({ fromArc_mm, toArc_mm }: CandidateSite): string {
  return `${fromArc_mm.toFixed(0)} to ${toArc_mm.toFixed(0)} mm from the mouth`;
}

function nameVectors(refused: readonly VectorRefusal[]): string {
  const names = refused.map(({ vectorName }) => vectorName);
  if (names.length <= MOST_NAMES) return names.join(", ");
  return `${names.slice(0, MOST_NAMES).join(", ")} and ${names.length - MOST_NAMES} more`;
}

/** With the numbers of the first of them. */
function explain({ delivery, captureThreshold_V, vectorName }: VectorRefusal): string {
  if (delivery.kind === "no-capture") return `no capture at the highest output, ${delivery.highestOutput_V} V`;
  const { output_V, nerve_V } = delivery;
  const numbers = `(${vectorName}: threshold ${captureThreshold_V.toFixed(1)} V, output ${output_V.toFixed(1)} V, nerve from ${nerve_V.toFixed(1)} V)`;
  if (delivery.kind === "nerve-stimulated") return `the phrenic nerve is stimulated at the output ${numbers}`;
  const { leastDifference_V, leastRatio } = delivery.margin;
  const ratio = leastRatio < Infinity ? ` and below ${leastRatio} times it` : "";
  return `the phrenic nerve is less than ${leastDifference_V} V above the threshold${ratio} ${numbers}`;
}
