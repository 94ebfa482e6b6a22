import definitions from "./r4-definitions.json" with { type: "json" };

/** One element of R4 as the table holds it: path, least and greatest number, types, constraints, value set, content of. */
type ElementRow = readonly [
  path: string,
  min: number,
  max: string,
  types?: string,
  constraints?: readonly number[],
  valueSet?: string,
  contentOf?: string,
];

export interface R4Type {
  readonly kind: string;
  readonly elements: readonly ElementRow[];
}

interface R4Definitions {
  readonly source: string;
  readonly constraints: readonly (readonly [key: string, human: string, expression: string])[];
  /** Codes of each required binding whose codes are known, by system. */
  readonly valueSets: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  readonly types: Readonly<Record<string, R4Type>>;
}

/** Types, constraints and required value sets of FHIR R4, as `scripts/trim-fhir-definitions.ts` writes them. */
export const R4 = definitions as unknown as R4Definitions;

export function isR4Resource(type: unknown): boolean {
  return typeof type === "string" && Object.hasOwn(R4.types, type) && R4.types[type]!.kind === "resource";
}

/** A type of an element, and for a reference what it may lead to. */
export interface ElementType {
  readonly name: string;
  readonly targets: readonly string[];
}

/** An element where it stands: its types, its required value set, and the path of the element whose content it has. */
export interface R4Element {
  readonly types: readonly ElementType[];
  readonly valueSet: string;
  readonly contentOf: string;
}

const CHILDREN = new Map<string, Map<string, R4Element>>();
for (const { elements } of Object.values(R4.types)) {
  for (const [path, , , types = "", , valueSet = "", contentOf = ""] of elements) {
    const dot = path.lastIndexOf(".");
    if (dot < 0) continue;
    const parent = path.slice(0, dot);
    const element = { types: readTypes(types), valueSet, contentOf: contentOf.slice(1) };
    const siblings = CHILDREN.get(parent) ?? new Map<string, R4Element>();
    CHILDREN.set(parent, siblings.set(path.slice(dot + 1), element));
  }
}

export function readTypes(written: string): ElementType[] {
  return written.split(" ").flatMap((one) => {
    const [name, targets] = one.replace(")", "").split("(");
    return name ? [{ name, targets: targets?.split("|") ?? [] }] : [];
  });
}

export function hasChildren(path: string): boolean {
  return CHILDREN.has(path);
}

/** The element that a key of an object stands for, and of which type it is there: "valueQuantity" is value[x], a Quantity. */
export function findElement(
  parent: string,
  key: string,
): { readonly name: string; readonly element: R4Element; readonly type: ElementType | undefined } | undefined {
  const siblings = CHILDREN.get(parent);
  const plain = siblings?.get(key);
  if (plain !== undefined) return { name: key, element: plain, type: plain.types[0] };
  for (const [name, element] of siblings ?? []) {
    if (!name.endsWith("[x]") || !key.startsWith(name.slice(0, -3))) continue;
    const wanted = key.slice(name.length - 3).toLowerCase();
    const type = element.types.find((candidate) => candidate.name.toLowerCase() === wanted);
    if (type !== undefined) return { name, element, type };
  }
  return undefined;
}
