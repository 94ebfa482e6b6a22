import { CODE_RANGES, findProcedureCode, type ProcedureCode } from "./procedure-codes.ts";

/** One number of a session, with the lead it is about where it is about one. */
export interface ClaimLine {
  readonly number: string;
  readonly lead?: string;
  readonly modifiers?: readonly string[];
}

/** All numbers of one session, and what happened to the generator in it. */
export interface Claim {
  readonly lines: readonly ClaimLine[];
  readonly generator: "new" | "exchanged" | "untouched";
}

export interface ClaimIssue {
  readonly id:
    | "unknownNumber"
    | "addOnWithoutPrimary"
    | "primaryUnconfirmed"
    | "sameLeadTwice"
    | "addOnWithoutGenerator"
    | "existingGeneratorOnly"
    | "multipleProcedureModifier"
    | "pocketOfOtherSystem"
    | "pocketWithExchange"
    | "imagingIncluded";
  readonly severity: "error" | "warning";
  readonly numbers: readonly string[];
  readonly why: string;
  readonly fix: string;
}

const ADD_ON = "33225";
const ONTO_EXISTING = "33224";
/** Pairings with the add-on that were seen in a source; others of the list are from memory. */
const CONFIRMED_PRIMARIES = ["33240", "33264"];
const EXCHANGES = ["33227", "33228", "33229", "33262", "33263", "33264"];
const POCKETS = ["33222", "33223"];
const INCLUDED_IMAGING = ["76000", "75860"];

type Check = (claim: Claim, codes: readonly ProcedureCode[]) => ClaimIssue[];

/** What is wrong with the numbers of a session, each with its reason; empty where nothing is found. */
export function checkClaim(claim: Claim): ClaimIssue[] {
  const codes = claim.lines.flatMap(({ number }) => findProcedureCode(number) ?? []);
  return CHECKS.flatMap((check) => check(claim, codes));
}

const has = ({ lines }: Claim, number: string) => lines.some((line) => line.number === number);

const checkNumbers: Check = ({ lines }) =>
  lines
    .filter(
      ({ number }) => !findProcedureCode(number) && !CODE_RANGES.some(({ from, to }) => number >= from && number <= to),
    )
    .map(({ number }) => ({
      id: "unknownNumber",
      severity: "error",
      numbers: [number],
      why: `${number} is not among the numbers around a left-ventricular lead`,
      fix: "Check the number.",
    }));

const checkPrimary: Check = (claim, codes) => {
  if (!has(claim, ADD_ON)) return [];
  const primaries = codes.filter(({ isPrimaryOf33225 }) => isPrimaryOf33225).map(({ number }) => number);
  if (primaries.length === 0) {
    return [
      {
        id: "addOnWithoutPrimary",
        severity: "error",
        numbers: [ADD_ON],
        why: "33225 is an add-on: it never stands alone and has no valid primary number beside it",
        fix: "Add the number of the generator or lead procedure of the same session, or use 33224 for a generator that was in place.",
      },
    ];
  }
  if (primaries.some((number) => CONFIRMED_PRIMARIES.includes(number))) return [];
  return [
    {
      id: "primaryUnconfirmed",
      severity: "warning",
      numbers: primaries,
      why: "the pairing with 33225 is from memory",
      fix: "Compare with the publisher's current list of primary numbers.",
    },
  ];
};

const checkSameLead: Check = ({ lines }) => {
  const leadOf = (wanted: string) => lines.find(({ number }) => number === wanted);
  const [added, joined] = [leadOf(ADD_ON), leadOf(ONTO_EXISTING)];
  if (!added || !joined || (added.lead !== joined.lead && added.lead !== undefined && joined.lead !== undefined))
    return [];
  return [
    {
      id: "sameLeadTwice",
      severity: "error",
      numbers: [ONTO_EXISTING, ADD_ON],
      why: "one left-ventricular lead is either joined to a generator in place (33224) or put in with a generator (33225)",
      fix: "Keep the one that tells what happened to the generator.",
    },
  ];
};

const checkGenerator: Check = (claim) => {
  const isUntouched = claim.generator === "untouched";
  if (isUntouched && has(claim, ADD_ON)) {
    return [
      {
        id: "addOnWithoutGenerator",
        severity: "error",
        numbers: [ADD_ON],
        why: "no generator was put in or exchanged, even if it was lifted out of a revised pocket and put back",
        fix: "Use 33224 alone.",
      },
    ];
  }
  if (!isUntouched && has(claim, ONTO_EXISTING)) {
    return [
      {
        id: "existingGeneratorOnly",
        severity: "error",
        numbers: [ONTO_EXISTING],
        why: "33224 is for a generator that was in place and stays; here one was put in",
        fix: "Use the number of the generator procedure with 33225.",
      },
    ];
  }
  return [];
};

const checkModifier: Check = ({ lines }) =>
  lines
    .filter(({ number, modifiers = [] }) => number === ADD_ON && modifiers.includes("51"))
    .map(() => ({
      id: "multipleProcedureModifier",
      severity: "error",
      numbers: [ADD_ON],
      why: "add-on numbers are exempt from modifier 51",
      fix: "Remove the modifier.",
    }));

const checkPocket: Check = (claim, codes) => {
  const pockets = codes.filter(({ number }) => POCKETS.includes(number));
  const systems = codes.filter(({ number }) => !POCKETS.includes(number)).map(({ system }) => system);
  const isOther = (system: ProcedureCode["system"]) =>
    systems.includes(system === "pacemaker" ? "icd" : "pacemaker") && !systems.includes(system);
  const ofOtherSystem = pockets
    .filter(({ system }) => isOther(system))
    .map(
      ({ number, system }): ClaimIssue => ({
        id: "pocketOfOtherSystem",
        severity: "error",
        numbers: [number],
        why: `${number} moves the pocket of a ${system === "icd" ? "defibrillator" : "pacemaker"} only`,
        fix: system === "icd" ? "Use 33222 for a pacemaker." : "Use 33223 for a defibrillator.",
      }),
    );
  const isExchange = claim.lines.some(({ number }) => EXCHANGES.includes(number));
  const withExchange = pockets.map(
    ({ number }): ClaimIssue => ({
      id: "pocketWithExchange",
      severity: "warning",
      numbers: [number],
      why: "revising the pocket belongs to the exchange; only moving it to another place is separate",
      fix: "Keep it only if the pocket was moved.",
    }),
  );
  return [...ofOtherSystem, ...(isExchange ? withExchange : [])];
};

const checkImaging: Check = (claim, codes) =>
  claim.lines.some(({ number }) => [ADD_ON, ONTO_EXISTING, "33226"].includes(number))
    ? codes
        .filter(({ number }) => INCLUDED_IMAGING.includes(number))
        .map(({ number }) => ({
          id: "imagingIncluded",
          severity: "error",
          numbers: [number],
          why: "venography of the coronary sinus and fluoroscopy for the lead are part of the lead's number",
          fix: "Remove it.",
        }))
    : [];

const CHECKS: readonly Check[] = [
  checkNumbers,
  checkPrimary,
  checkSameLead,
  checkGenerator,
  checkModifier,
  checkPocket,
  checkImaging,
];
