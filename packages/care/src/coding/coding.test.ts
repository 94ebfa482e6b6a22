import { describe, expect, test } from "vitest";
import { type Claim, checkClaim } from "./check-claim.ts";
import { TERMINOLOGY_CODES } from "./diagnosis-codes.ts";
import { findProcedureCode, PROCEDURE_CODES } from "./procedure-codes.ts";
import { proposeCodes } from "./propose-codes.ts";

const claim = (numbers: readonly string[], generator: Claim["generator"] = "new"): Claim => ({
  lines: numbers.map((number) => ({ number })),
  generator,
});
const errors = (checked: Claim) =>
  checkClaim(checked)
    .filter(({ severity }) => severity === "error")
    .map(({ id }) => id);

describe("33225", () => {
  test("alone is an error with its reason", () => {
    const [issue] = checkClaim(claim(["33225"]));
    expect(issue).toMatchObject({ id: "addOnWithoutPrimary", severity: "error", numbers: ["33225"] });
    expect(issue!.why).toContain("never stands alone");
  });

  test.each(["33208", "33240", "33249", "33264"])("with %s is valid", (primary) => {
    expect(errors(claim([primary, "33225"]))).toEqual([]);
  });

  test("a pairing that is from memory is told", () => {
    expect(checkClaim(claim(["33208", "33225"])).map(({ id }) => id)).toEqual(["primaryUnconfirmed"]);
    expect(checkClaim(claim(["33264", "33225"], "exchanged"))).toEqual([]);
  });

  test.each(["33227", "33262", "33241", "33226", "33202"])("with %s only is an error", (other) => {
    expect(errors(claim([other, "33225"]))).toContain("addOnWithoutPrimary");
  });

  test("with 33224 for the same lead is an error, for another lead not", () => {
    expect(errors(claim(["33208", "33225", "33224"]))).toContain("sameLeadTwice");
    const twoLeads: Claim = {
      lines: [{ number: "33208" }, { number: "33225", lead: "LV" }, { number: "33224", lead: "second LV" }],
      generator: "new",
    };
    expect(errors(twoLeads)).not.toContain("sameLeadTwice");
  });

  test("with an untouched generator is an error; 33224 alone is right there", () => {
    expect(errors(claim(["33216", "33225"], "untouched"))).toContain("addOnWithoutGenerator");
    expect(errors(claim(["33224"], "untouched"))).toEqual([]);
    expect(errors(claim(["33224"], "new"))).toEqual(["existingGeneratorOnly"]);
  });

  test("takes no modifier 51", () => {
    const lines = [{ number: "33249" }, { number: "33225", modifiers: ["51"] }];
    expect(errors({ lines, generator: "new" })).toEqual(["multipleProcedureModifier"]);
  });

  test("includes venography and fluoroscopy", () => {
    expect(errors(claim(["33249", "33225", "76000"]))).toEqual(["imagingIncluded"]);
  });
});

describe("pockets", () => {
  test("33222 is for pacemakers, 33223 for defibrillators", () => {
    expect(errors(claim(["33249", "33222"]))).toEqual(["pocketOfOtherSystem"]);
    expect(errors(claim(["33208", "33223"]))).toEqual(["pocketOfOtherSystem"]);
    expect(errors(claim(["33249", "33223"]))).toEqual([]);
  });

  test("an exchange includes revising the pocket", () => {
    expect(checkClaim(claim(["33264", "33225", "33223"], "exchanged")).map(({ id }) => id)).toEqual([
      "pocketWithExchange",
    ]);
  });
});

describe("numbers from what was done", () => {
  const numbers = (done: Parameters<typeof proposeCodes>[0]) => proposeCodes(done).map(({ number }) => number);

  test.each([
    [1, "33240"],
    [2, "33230"],
    [3, "33231"],
  ])("a defibrillator generator on %i leads is %s", (leadCount, number) => {
    expect(numbers({ kind: "generatorOnly", system: "icd", leadCount })).toEqual([number]);
    expect(findProcedureCode(number)!.leadCount).toBe(leadCount === 3 ? "multiple" : leadCount);
  });

  test("a two-chamber defibrillator exchanged for a CRT-D is 33264 with 33225", () => {
    const done = { kind: "exchangeWithLvLead", system: "icd", leadCountAfter: 3 } as const;
    expect(numbers(done)).toEqual(["33264", "33225"]);
  });

  test("a lead onto a generator in place is 33224 alone, one that is moved 33226 alone", () => {
    expect(numbers({ kind: "lvLeadOntoGeneratorInPlace" })).toEqual(["33224"]);
    expect(numbers({ kind: "lvLeadMoved" })).toEqual(["33226"]);
  });

  test("every proposal with a generator passes its own check", () => {
    for (const system of ["pacemaker", "icd"] as const) {
      for (const hasAtrialLead of [true, false]) {
        expect(errors(claim(numbers({ kind: "newSystem", system, hasAtrialLead })))).toEqual([]);
      }
      const exchange = numbers({ kind: "exchangeWithLvLead", system, leadCountAfter: 3 });
      expect(errors(claim(exchange, "exchanged"))).toEqual([]);
    }
    expect(errors(claim(numbers({ kind: "pacemakerToDefibrillator" })))).toEqual([]);
  });
});

test("an unknown number is told", () => {
  expect(errors(claim(["33299"]))).toEqual(["unknownNumber"]);
  expect(errors(claim(["0519T"]))).toEqual([]);
});

test("no number is listed twice", () => {
  const keys = [
    ...PROCEDURE_CODES.map(({ number }) => number),
    ...TERMINOLOGY_CODES.map(({ system, value }) => `${system} ${value}`),
  ];
  expect(new Set(keys).size).toBe(keys.length);
});
