import { DEFAULT_SITE_POLICY, type DrivingJurisdiction, type SitePolicy } from "@tributary/care";
import type { OptionValues } from "../command.ts";
import { usage } from "../usage-error.ts";

/** What a site decides for itself, as options. */
export const SITE_OPTIONS = { "upgrade-bleeding": { type: "string" } } as const;

export const SITE_OPTIONS_HELP =
  "  --upgrade-bleeding low|high  bleeding class of upgrades, exchanges and revisions; has no default, the site decides";

export const JURISDICTION_OPTION = { jurisdiction: { type: "string" } } as const;

export const JURISDICTION_HELP = "  --jurisdiction EU|CA|UK|US   whose driving rules (default EU)";

const JURISDICTIONS: readonly DrivingJurisdiction[] = ["EU", "CA", "UK", "US"];

export function readPolicy(options: OptionValues): SitePolicy {
  const upgradeBleedingClass = readChoice("upgrade-bleeding", options, ["low", "high"] as const);
  return { ...DEFAULT_SITE_POLICY, upgradeBleedingClass };
}

export function readJurisdiction(options: OptionValues): DrivingJurisdiction {
  return readChoice("jurisdiction", options, JURISDICTIONS) ?? "EU";
}

/** @throws TributaryError "usage" naming the option and its choices */
export function readChoice<Choice extends string>(
  name: string,
  options: OptionValues,
  choices: readonly Choice[],
): Choice | undefined {
  const value = options[name];
  if (value === undefined) return undefined;
  const found = choices.find((choice) => choice === value);
  if (found) return found;
  throw usage(`--${name}`, `"${value}" is not one of ${choices.join(", ")}`);
}
