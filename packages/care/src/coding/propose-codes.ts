/** The numbers of a session, from what was done in it. */

type SystemKind = "pacemaker" | "icd";

/** What was done; leads are those of the whole system without the new left-ventricular one. */
export type DoneProcedure =
  | { readonly kind: "newSystem"; readonly system: SystemKind; readonly hasAtrialLead: boolean }
  | { readonly kind: "exchangeWithLvLead"; readonly system: SystemKind; readonly leadCountAfter: number }
  | { readonly kind: "generatorOnly"; readonly system: SystemKind; readonly leadCount: number }
  | { readonly kind: "pacemakerToDefibrillator" }
  | { readonly kind: "lvLeadOntoGeneratorInPlace" }
  | { readonly kind: "lvLeadMoved" }
  | { readonly kind: "epicardialLead"; readonly approach: "open" | "endoscopic" };

export interface ProposedCode {
  readonly number: string;
  readonly why: string;
}

const GENERATOR_ONLY: Readonly<Record<SystemKind, readonly [one: string, two: string, several: string]>> = {
  pacemaker: ["33212", "33213", "33221"],
  icd: ["33240", "33230", "33231"],
};
const SWAP: Readonly<Record<SystemKind, readonly [one: string, two: string, several: string]>> = {
  pacemaker: ["33227", "33228", "33229"],
  icd: ["33262", "33263", "33264"],
};

const LV_WITH_GENERATOR: ProposedCode = { number: "33225", why: "left-ventricular lead in the same session" };

/** The numbers that describe a session; to be checked by `checkClaim` and by a person. */
export function proposeCodes(done: DoneProcedure): ProposedCode[] {
  switch (done.kind) {
    case "newSystem": {
      const number = done.system === "icd" ? "33249" : done.hasAtrialLead ? "33208" : "33207";
      return [{ number, why: "new system with its right-sided leads" }, LV_WITH_GENERATOR];
    }
    case "exchangeWithLvLead":
      return [
        {
          number: byLeadCount(SWAP[done.system], done.leadCountAfter),
          why: `generator exchanged for one of ${done.leadCountAfter} leads`,
        },
        LV_WITH_GENERATOR,
      ];
    case "generatorOnly":
      return [
        {
          number: byLeadCount(GENERATOR_ONLY[done.system], done.leadCount),
          why: `generator on ${done.leadCount} leads in place`,
        },
      ];
    case "pacemakerToDefibrillator":
      return [
        { number: "33249", why: "defibrillator with its lead" },
        { number: "33233", why: "pacemaker generator taken out" },
        LV_WITH_GENERATOR,
      ];
    case "lvLeadOntoGeneratorInPlace":
      return [{ number: "33224", why: "left-ventricular lead joined to a generator that stays" }];
    case "lvLeadMoved":
      return [{ number: "33226", why: "left-ventricular lead moved" }];
    case "epicardialLead":
      return [
        {
          number: done.approach === "open" ? "33202" : "33203",
          why: "left-ventricular lead on the outside of the heart",
        },
      ];
  }
}

function byLeadCount([one, two, several]: readonly [string, string, string], leadCount: number): string {
  return leadCount === 1 ? one : leadCount === 2 ? two : several;
}
