import type { ProcedureVariant } from "../procedure/variants.ts";
import { type Claim, type ClaimIssue, checkClaim } from "./check-claim.ts";
import { type DoneProcedure, type ProposedCode, proposeCodes } from "./propose-codes.ts";

/** The numbers of a planned implant with what is wrong with them; or why a person has to code it. */
export type CodedImplant =
  | { readonly kind: "proposed"; readonly codes: readonly ProposedCode[]; readonly issues: readonly ClaimIssue[] }
  | { readonly kind: "byAPerson"; readonly reason: string };

/** Numbers for a kind of implant, checked as a claim; to be looked at by a person before they are used. */
export function codeImplant(variant: ProcedureVariant): CodedImplant {
  const done = describeSession(variant);
  if (done === undefined) {
    return { kind: "byAPerson", reason: "a new right-sided lead beside a generator exchange is coded lead by lead" };
  }
  const codes = proposeCodes(done);
  const claim: Claim = {
    lines: codes.map(({ number }) => ({ number })),
    generator: variant.origin === "deNovo" ? "new" : "exchanged",
  };
  return { kind: "proposed", codes, issues: checkClaim(claim) };
}

/** A session as the numbers tell it apart; undefined where no single description holds. */
function describeSession(variant: ProcedureVariant): DoneProcedure | undefined {
  const { device, existing, needsAtrialLead, needsRvLead, id } = variant;
  const system = device === "CRT-D" ? "icd" : "pacemaker";
  if (existing === "none") return { kind: "newSystem", system, hasAtrialLead: needsAtrialLead };
  if (existing === "pacemaker" && device === "CRT-D") return { kind: "pacemakerToDefibrillator" };
  if (needsAtrialLead || needsRvLead) return undefined;
  // One lead in place in permanent atrial fibrillation; two, and so three with the new one, everywhere else.
  return { kind: "exchangeWithLvLead", system, leadCountAfter: id === "singlePacemakerToCrtPPermanentAf" ? 2 : 3 };
}
