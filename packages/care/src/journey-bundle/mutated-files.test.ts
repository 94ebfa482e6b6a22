import { TributaryError } from "@tributary/model";
import fc from "fast-check";
import { expect, test } from "vitest";
import { importRecord } from "../fhir/import-record.ts";
import { validateFhir } from "../fhir/validation/validate-fhir.ts";
import { DEFAULT_SITE_POLICY } from "../preparation/site-policy.ts";
import { exportJourney } from "./export-journey.ts";
import { JOURNEY } from "./journey.fixture.ts";
import { readJourney } from "./read-journey.ts";

const OPTIONS = { asOf: "2027-03-30", policy: DEFAULT_SITE_POLICY, jurisdiction: "EU" } as const;
const TEXT = JSON.stringify(exportJourney(JOURNEY, OPTIONS));

/** Every place of the file, as a path of keys. */
function listPlaces(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== "object" || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => listPlaces(inner, [...path, key]))];
}
const PLACES = listPlaces(JSON.parse(TEXT)).filter((path) => path.length > 0);

const junk = fc.constantFrom<unknown>(
  null,
  true,
  -1,
  1e308,
  "",
  "x",
  "2027-13-45",
  [],
  [null],
  {},
  { a: [1] },
  undefined,
);

function mutate(changes: readonly (readonly [number, unknown])[]): string {
  const bundle = JSON.parse(TEXT);
  for (const [index, value] of changes) {
    const path = PLACES[index]!;
    let holder = bundle;
    for (const key of path.slice(0, -1)) holder = holder?.[key];
    if (typeof holder === "object" && holder !== null) holder[path.at(-1)!] = value;
  }
  return JSON.stringify(bundle);
}

const changes = fc.array(fc.tuple(fc.integer({ min: 0, max: PLACES.length - 1 }), junk), {
  minLength: 1,
  maxLength: 4,
});

test("a file with anything anywhere is judged, and read or refused with five parts", () => {
  fc.assert(
    fc.property(changes, (mutations) => {
      const text = mutate(mutations);
      expect(validateFhir(text, "file.json").outcome.issue.length).toBeGreaterThan(0);
      for (const read of [importRecord, readJourney]) {
        try {
          read(text, "file.json");
        } catch (error) {
          expect(error).toBeInstanceOf(TributaryError);
        }
      }
    }),
    { numRuns: 30 },
  );
});
