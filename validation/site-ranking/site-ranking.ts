import { DEFAULT_WEIGHTS, type PlanHost } from "@tributary/plan";
import type { LineFigure } from "@tributary/report";
import { createStudyHost } from "../study-plan.ts";
import type { ValidationCase, ValidationRow } from "../validation-case.ts";
import type { ValidationContext } from "../validation-context.ts";
import { FIVE_PRESETS, REAL_HEART } from "../whole-hearts.ts";
import { type RankedHeart, rankHeart, specifyRankedHeart, specifyRanking } from "./ranked-heart.ts";
import { describeScar, describeWeights } from "./score-rows.ts";
import { checkSearch, describeMissedTarget } from "./search-rows.ts";
import { describeSites } from "./site-rows.ts";
import { listVeinSites } from "./vein-sites.ts";

/** The heart on which every configuration is tried and veins are renamed: the smallest. */
const SMALL_HEART = "lbbb-small-lv-female";

/** What the ranking of sites does on five parametric hearts and a real one. */
export async function runSiteRanking(
  context: ValidationContext,
  hearts: readonly string[] = [REAL_HEART, ...FIVE_PRESETS],
): Promise<ValidationCase> {
  const host = createStudyHost(context);
  const rows: ValidationRow[] = [];
  const figures: LineFigure[] = [];
  const all: RankedHeart[] = [];
  for (const id of hearts) {
    const heart = await prepareRanking(id, context, host);
    all.push(heart);
    const sites = listVeinSites(heart);
    rows.push(...describeSites(id, sites));
    rows.push(...(await describeScar(heart, host)));
    figures.push(drawSites(id, sites.tributaries));
  }
  const small = all.find(({ id }) => id === SMALL_HEART) ?? (await prepareRanking(SMALL_HEART, context, host));
  rows.push(...describeWeights(all), ...(await checkSearch(small, host)), ...(await describeMissedTarget(host)));
  return {
    id: "site-ranking",
    title: "Ranking of sites on six hearts with left bundle branch block",
    claims:
      "Pacing together with the right-ventricular apex shortens the activation of both ventricles the more, the later a place of a vein is activated in left bundle branch block; the anterior interventricular vein is worse than the lateral wall; names of veins do not count; the search finds what trying every configuration finds; transmural scar takes a site out of the best.",
    notShown:
      "That the site of the fastest activation is the best for a patient: blood pressure, reverse remodeling and survival are not modeled. The published correlation is with pressure, in three patients' models; ours is with activation time itself. Apical sites are compared and not judged: trials disagree.",
    rows,
    figures,
  };
}

async function prepareRanking(id: string, context: ValidationContext, host: PlanHost): Promise<RankedHeart> {
  const prepared = await context.prepareHeart(`${id} ranked`, () => specifyRankedHeart(id));
  return rankHeart(prepared, specifyRanking(id, DEFAULT_WEIGHTS), { host });
}

function drawSites(id: string, sites: ReturnType<typeof listVeinSites>["tributaries"]): LineFigure {
  const regions = [...new Set(sites.map(({ region }) => region))];
  return {
    kind: "scatter",
    title: `Places in the veins: ${id}`,
    subtitle: "Paced together with the right-ventricular apex",
    xLabel: "Activation in left bundle branch block, ms",
    yLabel: "Change of total activation, ms",
    series: regions.map((region) => {
      const own = sites.filter((site) => site.region === region);
      return {
        name: region,
        x: own.map(({ activationTime_ms }) => activationTime_ms),
        y: own.map(({ change_ms }) => change_ms),
      };
    }),
  };
}
