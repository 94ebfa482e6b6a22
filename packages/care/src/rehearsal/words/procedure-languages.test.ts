import { describe, expect, test } from "vitest";
import { PROCEDURE_WORDS } from "./procedure-languages.ts";

type Texts = Readonly<Record<string, string>>;

/** Every text of a file by its path. */
function flatten(value: unknown, path = ""): Texts {
  if (typeof value === "string") return { [path]: value };
  if (typeof value !== "object" || value === null) return {};
  return Object.assign({}, ...Object.entries(value).map(([key, part]) => flatten(part, `${path}.${key}`)));
}

const { en, de } = PROCEDURE_WORDS;
const [english, german] = [flatten(en), flatten(de)];

describe("the words of the procedure", () => {
  test("say the same things in both languages", () => {
    expect(Object.keys(german).sort()).toEqual(Object.keys(english).sort());
  });

  test("hold the same numbers in both languages", () => {
    const numbers = (text: string) => (text.match(/\d+/g) ?? []).sort();
    const differing = Object.keys(english).filter(
      (path) => numbers(english[path]!).join() !== numbers(german[path]!).join(),
    );
    expect(differing).toEqual([]);
  });

  test("say that no clinician has checked them", () => {
    for (const words of [en, de]) {
      expect(words.reviewedBy).toBeUndefined();
      expect(words.notChecked).not.toBe("");
      expect(words.translator).not.toBe("");
    }
  });
});
