import { extname } from "node:path";
import type { VeinSpecification } from "@tributary/engine";
import { readCenterlineCsv, readCenterlineVtk } from "@tributary/formats";
import { defineLead, findLead, type LvLead } from "@tributary/model";
import type { LoadedCase } from "./load-case.ts";

/** What a case that says nothing of veins gets: seed 1, no coronary disease assumed, and a remark that says so. */
const DEFAULT_VEINS = { kind: "generated", seed: 1, group: "noCoronaryDisease" } as const;

/** @throws TributaryError of the centerline reader */
export function specifyVeins({ case: value, files }: LoadedCase): { veins: VeinSpecification; remarks: string[] } {
  const { veins } = value;
  if (!veins) {
    return {
      veins: DEFAULT_VEINS,
      remarks: ["The veins are missing; a tree was generated with seed 1 for no coronary disease."],
    };
  }
  if (veins.kind === "generated") return { veins, remarks: [] };
  if (veins.kind === "explicit") {
    return {
      veins: { kind: "given", veins: { branches: veins.branches.map(flattenBranch) }, source: "explicit" },
      remarks: [],
    };
  }
  const { name, bytes } = files.read(veins.file);
  const centerlines =
    extname(name).toLowerCase() === ".csv"
      ? readCenterlineCsv(bytes, name)
      : readCenterlineVtk(bytes, name, veins.units ?? "mm");
  return { veins: { kind: "given", veins: centerlines, source: "centerline" }, remarks: [] };
}

function flattenBranch(branch: {
  name: string;
  points_mm: readonly (readonly number[])[];
  radius_mm: readonly number[];
}) {
  return { name: branch.name, points_mm: branch.points_mm.flat(), radius_mm: branch.radius_mm };
}

/**
 * The lead of a case; undefined when the case names none.
 *
 * @throws TributaryError "unknown-lead" with the nearest names, or what a lead's own definition refuses
 */
export function specifyLead({ case: value }: LoadedCase): LvLead | undefined {
  const { lead } = value;
  if (!lead) return undefined;
  return lead.kind === "catalog" ? findLead(lead.model) : defineLead(lead);
}
