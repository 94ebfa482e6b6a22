import type { VenousTree } from "@tributary/model";
import { type HeartModel, type PlanHost, rankSites } from "@tributary/plan";
import { type RankedHeart, searchModel } from "./ranked-heart.ts";
import { listReducedCandidates } from "./reduced-candidates.ts";
import { TRUNK_VEINS } from "./vein-sites.ts";

/**
 * A heart whose tributaries carry each other's names, searched; and what each new name was before. The trunk keeps its
 * names: the reach of a lead knows by them what is trunk.
 */
export async function rankRenamed(
  { model, input }: RankedHeart,
  host: PlanHost,
): Promise<{ renamed: RankedHeart; oldNames: ReadonlyMap<string, string> }> {
  const { tree } = model.veins;
  const tributaries = tree.branches.map(({ name }) => name).filter((name) => !TRUNK_VEINS.includes(name));
  const newNames = new Map(tributaries.map((name, i) => [name, tributaries[(i + 1) % tributaries.length]!]));
  const renamedModel: HeartModel = { ...model, veins: { ...model.veins, tree: renameBranches(tree, newNames) } };
  const candidates = listReducedCandidates(renamedModel, input);
  const renamed = await searchModel(renamedModel, input, { host, candidates });
  return { renamed, oldNames: new Map([...newNames].map(([before, after]) => [after, before])) };
}

function renameBranches(tree: VenousTree, newNames: ReadonlyMap<string, string>): VenousTree {
  const rename = (name: string) => newNames.get(name) ?? name;
  return {
    valves: tree.valves.map((valve) => ({ ...valve, branch: rename(valve.branch) })),
    branches: tree.branches.map((branch) => ({
      ...branch,
      name: rename(branch.name),
      parent: branch.parent === undefined ? undefined : rename(branch.parent),
    })),
  };
}

/** How many places of the ranking differ in site or score once the old names are back. */
export function countChangedRanks(
  before: RankedHeart,
  renamed: RankedHeart,
  oldNames: ReadonlyMap<string, string>,
): number {
  const list = ({ candidates, search }: RankedHeart, nameOf: (vein: string) => string) =>
    rankSites(candidates.sites, search.choices).map(
      ({ site, choice }) => `${nameOf(site.vein)} ${site.fromArc_mm} ${choice.score} ${choice.totalActivationTime_ms}`,
    );
  const own = list(before, (vein) => vein);
  const other = list(renamed, (vein) => oldNames.get(vein) ?? vein);
  return own.filter((place, index) => place !== other[index]).length + Math.abs(own.length - other.length);
}
