import type { CodedImplant } from "../coding/code-implant.ts";
import { TERMINOLOGY_CODES } from "../coding/diagnosis-codes.ts";
import { findProcedureCode } from "../coding/procedure-codes.ts";
import { type CarePart, careTable, collectParts, listPart, MARK_NOTE, mark, tablePart, textPart } from "./care-part.ts";

/** Numbers with their meaning in this program's words; never the text of a publisher. */
export function describeCodes(coded: CodedImplant): CarePart[] {
  const notice = "Numbers to be checked by a person before they are used; meanings in this program's own words.";
  return collectParts([textPart(notice), ...describeNumbers(coded), describeTerms(), MARK_NOTE]);
}

function describeNumbers(coded: CodedImplant): (CarePart | undefined)[] {
  if (coded.kind === "byAPerson") return [textPart(`No proposal: ${coded.reason}.`)];
  const rows = coded.codes.map(({ number, why }) => {
    const known = findProcedureCode(number);
    return [`${number}${mark(known?.confirmed ?? false)}`, known?.meaning ?? "", why];
  });
  return [
    tablePart("Procedure", careTable(["number", "meaning", "why"], rows, [undefined, 50, 50])),
    listPart(
      "What is wrong, or has to be looked at",
      coded.issues.map(({ severity, numbers, why, fix }) => `${severity}, ${numbers.join(", ")}: ${why}. ${fix}`),
    ),
  ];
}

function describeTerms(): CarePart {
  const rows = TERMINOLOGY_CODES.map(({ system, value, meaning, confirmed }) => [
    system,
    `${value}${mark(confirmed)}`,
    meaning,
  ]);
  return tablePart(
    "Diagnosis, device and findings",
    careTable(["system", "code", "meaning"], rows, [undefined, undefined, 70]),
  );
}
