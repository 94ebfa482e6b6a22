import { type LvLead, listVectors, suggestNames, TributaryError } from "@tributary/model";

/** How a vector is written on a keyboard: with a blank, a hyphen or an arrow of any kind between. */
const BETWEEN = /\s*(?:→|->|=>|>|[-–—]|\s)\s*/;

/**
 * The name of a pacing vector of the lead, from what a person typed.
 *
 * @throws TributaryError "unknown-vector" with the nearest names
 */
export function specifyVector(typed: string, lead: LvLead, rvLead: "ring" | "coil"): string {
  const names = listVectors(lead, { rvLead, can: true }).map(({ name }) => name);
  const found = names.find((name) => simplify(name) === simplify(typed));
  if (found) return found;
  const near = suggestNames(simplify(typed), names.map(simplify));
  throw new TributaryError({
    code: "unknown-vector",
    what: `This lead has no vector "${typed}".`,
    where: "--vector",
    why: `${lead.model} with the ${rvLead} of the right-ventricular lead and the can allows ${names.map(writeShort).join(", ")}`,
    fix:
      near.length > 0
        ? `Did you mean ${names
            .filter((name) => near.includes(simplify(name)))
            .map(writeShort)
            .join(" or ")}?`
        : "Name cathode and anode, for example LV1-LV2.",
  });
}

function simplify(name: string): string {
  return name.trim().toLowerCase().split(BETWEEN).join("-");
}

function writeShort(name: string): string {
  return name.split(BETWEEN).join("-");
}
