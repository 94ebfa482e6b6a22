import { type CodedImplant, findProcedureCode, TERMINOLOGY_CODES } from "@tributary/care";
import { renderTextTable } from "../output/text-table.ts";
import { joinParts, listPart, MARK_NOTE, mark, tablePart } from "./care-text.ts";

/** Numbers with their meaning in this program's words; never the text of a publisher. */
export function describeCodes(coded: CodedImplant): string {
  const notice = "Numbers to be checked by a person before they are used; meanings in this program's own words.";
  return joinParts([notice, ...describeNumbers(coded), describeTerms(), MARK_NOTE]);
}

function describeNumbers(coded: CodedImplant): (string | undefined)[] {
  if (coded.kind === "byAPerson") return [`No proposal: ${coded.reason}.`];
  const rows = coded.codes.map(({ number, why }) => {
    const known = findProcedureCode(number);
    return [`${number}${mark(known?.confirmed ?? false)}`, known?.meaning ?? "", why];
  });
  return [
    tablePart("Procedure", renderTextTable(["number", "meaning", "why"], rows, [undefined, 50, 50])),
    listPart(
      "What is wrong, or has to be looked at",
      coded.issues.map(({ severity, numbers, why, fix }) => `${severity}, ${numbers.join(", ")}: ${why}. ${fix}`),
    ),
  ];
}

function describeTerms(): string {
  const rows = TERMINOLOGY_CODES.map(({ system, value, meaning, confirmed }) => [
    system,
    `${value}${mark(confirmed)}`,
    meaning,
  ]);
  return tablePart(
    "Diagnosis, device and findings",
    renderTextTable(["system", "code", "meaning"], rows, [undefined, undefined, 70]),
  );
}
