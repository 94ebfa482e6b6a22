/** Driving after an implant, by jurisdiction; the newest local rule wins. */
import type { SourceId } from "../figures/source-catalog.ts";
import { origin, type RuleOrigin } from "../rules/clinical-rule.ts";

export type DrivingJurisdiction = "EU" | "CA" | "UK" | "US";
export type DrivingEvent =
  | "newPacemaker"
  | "newDefibrillatorPrimary"
  | "newDefibrillatorSecondary"
  | "generatorReplacement"
  | "leadReplacement"
  | "appropriateTherapy"
  | "refusedDefibrillator";
export type DrivingUse = "private" | "professional";

/** How long: a calendar offset, no restriction, or for good; undefined where the source is silent. */
type DrivingRestriction = { readonly kind: "until"; readonly offset: string } | { readonly kind: "none" | "permanent" };

export interface DrivingRule extends RuleOrigin {
  readonly jurisdiction: DrivingJurisdiction;
  readonly event: DrivingEvent;
  readonly use: DrivingUse;
  readonly restriction: DrivingRestriction;
}

const SOURCE: Readonly<Record<DrivingJurisdiction, SourceId>> = {
  EU: "ehraDriving",
  CA: "ccsDriving",
  UK: "dvla",
  US: "practice",
};

function rules(
  jurisdiction: DrivingJurisdiction,
  event: DrivingEvent,
  restrictions: readonly [forPrivate: string | undefined, forProfessional: string | undefined],
  confirmed = true,
): DrivingRule[] {
  const uses: readonly DrivingUse[] = ["private", "professional"];
  return uses.flatMap((use, i) => {
    const text = restrictions[i];
    if (text === undefined) return [];
    const restriction: DrivingRestriction =
      text === "none" || text === "permanent" ? { kind: text } : { kind: "until", offset: text };
    return [{ ...origin(SOURCE[jurisdiction], event, confirmed), jurisdiction, event, use, restriction }];
  });
}

export const DRIVING_RULES: readonly DrivingRule[] = [
  ...rules("EU", "newDefibrillatorPrimary", ["P4W", "permanent"]),
  ...rules("EU", "newDefibrillatorSecondary", ["P3M", "permanent"]),
  ...rules("EU", "generatorReplacement", ["P1W", "permanent"]),
  ...rules("EU", "leadReplacement", ["P4W", "permanent"]),
  ...rules("EU", "appropriateTherapy", ["P3M", "permanent"]),
  ...rules("EU", "refusedDefibrillator", ["none", "permanent"]),
  ...rules("CA", "newPacemaker", ["P1W", "P1W"], false),
  ...rules("CA", "newDefibrillatorPrimary", ["P4W", "permanent"]),
  ...rules("CA", "newDefibrillatorSecondary", ["P6M", "permanent"]),
  ...rules("CA", "appropriateTherapy", ["P6M", "permanent"]),
  ...rules("CA", "refusedDefibrillator", ["none", "permanent"]),
  ...rules("UK", "newPacemaker", ["P1W", "P6W"]),
  ...rules("UK", "newDefibrillatorPrimary", ["P1M", "permanent"]),
  ...rules("UK", "newDefibrillatorSecondary", ["P6M", "permanent"]),
  ...rules("UK", "generatorReplacement", ["P1W", "permanent"]),
  ...rules("UK", "leadReplacement", ["P1M", "permanent"]),
  ...rules("UK", "appropriateTherapy", ["P6M", "permanent"]),
  ...rules("US", "newDefibrillatorPrimary", ["P1W", undefined], false),
];

/** The rule for an event, or undefined where the jurisdiction's source says nothing: then the clinic is asked. */
export function findDrivingRule(
  jurisdiction: DrivingJurisdiction,
  event: DrivingEvent,
  use: DrivingUse,
): DrivingRule | undefined {
  return DRIVING_RULES.find((rule) => rule.jurisdiction === jurisdiction && rule.event === event && rule.use === use);
}
