import { fillClinicalSection, type ImportedRecord, readClinicalCase, readFact, resolveFact } from "@tributary/care";
import type { Case } from "@tributary/formats";
import { readKnownCase } from "@tributary/intake";
import { TributaryError, type TributaryErrorParts } from "@tributary/model";
import { readErrorParts } from "../errors/error-parts.ts";
import { FORM_FIELDS, FORM_SECTIONS, type FormField, factOf } from "./form-fields.ts";

/** What stands in the fields of the form, as text; of a clinical fact the day of its finding too, under `ID.date`. */
export type CaseDraft = Readonly<Record<string, string>>;

/** What the fields do not show and the case keeps. */
export type DraftBase = Partial<Case>;

const ALL_FIELDS: readonly FormField[] = FORM_SECTIONS.flatMap((section) => FORM_FIELDS[section]);

/** The parts of a case that the form can write; an imported heart, given veins or a lead of one's own stay as they are. */
const WRITTEN_KINDS: Readonly<Record<string, string>> = { heart: "preset", veins: "generated", lead: "catalog" };

export function listAsked(base: DraftBase): readonly FormField[] {
  return ALL_FIELDS.filter(({ id }) => {
    const section = id.split(".")[0]!;
    const kind = valueAt(base, `${section}.kind`);
    return kind === undefined || WRITTEN_KINDS[section] === undefined || kind === WRITTEN_KINDS[section];
  });
}

export const dateId = (id: string) => `${id}.date`;

/** The fields as a case fills them; findings that disagree leave theirs empty. */
export function draftOfCase(value: DraftBase): CaseDraft {
  const draft: Record<string, string> = {};
  const records = (value.clinical?.facts ?? []).map((fact) => readFact(fact, "clinical.facts", value.id ?? WHERE));
  for (const { id } of ALL_FIELDS) {
    const fact = factOf(id);
    if (fact) {
      const resolved = resolveFact(records, fact);
      if (resolved.status !== "known") continue;
      draft[id] = String(resolved.record.value);
      draft[dateId(id)] = resolved.record.date ?? "";
    } else {
      const found = valueAt(value, id);
      if (found !== undefined) draft[id] = Array.isArray(found) ? found.join(", ") : String(found);
    }
  }
  return draft;
}

/** What a patient's record knows, as the base of a case: nothing that only was inferred, nothing that is in conflict. */
export function baseOfRecord(record: ImportedRecord): DraftBase {
  const { section } = fillClinicalSection({}, record);
  const known = (id: "sex" | "height_cm" | "weight_kg" | "lvef_pct") => {
    const resolved = resolveFact(record.facts, id);
    return resolved.status === "known" ? resolved.record.value : undefined;
  };
  const patient = {
    sex: known("sex"),
    height_cm: known("height_cm"),
    weight_kg: known("weight_kg"),
    ejectionFraction_pct: known("lvef_pct"),
  };
  const given = Object.fromEntries(Object.entries(patient).filter(([, value]) => value !== undefined));
  return { patient: given as NonNullable<Case["patient"]>, clinical: section };
}

export type BuiltCase =
  | { readonly kind: "built"; readonly case: Case; readonly notes: readonly string[] }
  /** The field it is about; undefined where it is about none of the form. */
  | { readonly kind: "refused"; readonly field: string | undefined; readonly error: TributaryErrorParts };

/**
 * The case that the fields say, read and checked as any case file.
 *
 * @param base   what the form does not show
 * @param first  the fields as they stood when the form was opened: a clinical finding is added where it was changed
 */
export function buildCase(draft: CaseDraft, base: DraftBase, first: CaseDraft): BuiltCase {
  const raw = writeCase(draft, base, first);
  try {
    const read = readKnownCase(new TextEncoder().encode(JSON.stringify(raw)), WHERE);
    readClinicalCase(read.case);
    return { kind: "built", case: read.case, notes: read.notes };
  } catch (error) {
    if (!(error instanceof TributaryError)) throw error;
    return { kind: "refused", field: fieldOf(error.where, raw), error: readErrorParts(error) };
  }
}

const WHERE = "form";
/** The least that is a case: a field is judged by the reader of cases as if it were the only one. */
const LEAST: CaseDraft = {
  title: "a case",
  "heart.preset": "normal-male",
  "conduction.rhythm": "sinus",
  "conduction.pattern": "lbbb",
};

/** What the reader of cases says of one field by itself; undefined: nothing against it. */
export function checkField(id: string, draft: CaseDraft): TributaryErrorParts | undefined {
  const own = Object.fromEntries([id, dateId(id)].flatMap((key) => (draft[key] ? [[key, draft[key]]] : [])));
  if (Object.keys(own).length === 0) return undefined;
  const built = buildCase({ ...LEAST, ...own }, {}, {});
  return built.kind === "refused" ? built.error : undefined;
}

type Tree = Record<string, unknown>;

function writeCase(draft: CaseDraft, base: DraftBase, first: CaseDraft): Tree {
  const raw = structuredClone(base) as Tree;
  raw["version"] = 1;
  raw["id"] ??= idOf(draft["title"] ?? "");
  for (const field of listAsked(base)) {
    const text = (draft[field.id] ?? "").trim();
    if (factOf(field.id)) writeFact(raw, field, text, { draft, first });
    else writeField(raw, field, text);
  }
  completeKinds(raw);
  return raw;
}

function writeField(raw: Tree, field: FormField, text: string): void {
  const path = field.id.split(".");
  const key = path.pop()!;
  const parent = text === "" ? path.reduce<unknown>(childOf, raw) : path.reduce(makeChild, raw);
  if (typeof parent !== "object" || parent === null) return;
  if (text === "") delete (parent as Tree)[key];
  else (parent as Tree)[key] = field.id === "clinical.drugs" ? splitList(text) : readValue(field, text);
}

/** A finding that was changed is added: the earlier one stays, and the newest counts. */
function writeFact(
  raw: Tree,
  field: FormField,
  text: string,
  { draft, first }: { readonly draft: CaseDraft; readonly first: CaseDraft },
): void {
  const date = (draft[dateId(field.id)] ?? "").trim();
  const isSame = text === (first[field.id] ?? "") && date === (first[dateId(field.id)] ?? "");
  if (text === "" || isSame) return;
  const section = makeChild(raw, "clinical");
  const facts = (section["facts"] ?? []) as readonly unknown[];
  const fact = { fact: factOf(field.id), value: readValue(field, text), ...(date === "" ? {} : { date }) };
  section["facts"] = [...facts, fact];
}

/** A number is read with a point or a comma; what is none is left to the reader of cases to refuse. */
function readValue({ kind }: FormField, text: string): string | number | boolean {
  if (kind === "flag") return text === "true";
  if (kind !== "number") return text;
  const value = Number(text.replace(",", "."));
  return Number.isNaN(value) ? text : value;
}

/** What a section needs beside the fields that are asked for. */
function completeKinds(raw: Tree): void {
  const kindOf = (section: string) => (raw[section] as Tree | undefined)?.["kind"];
  const heart = makeChild(raw, "heart");
  heart["kind"] ??= "preset";
  makeChild(raw, "conduction");
  if (raw["veins"] && kindOf("veins") === undefined)
    raw["veins"] = { kind: "generated", seed: 1, ...(raw["veins"] as Tree) };
  if (raw["lead"] && kindOf("lead") === undefined) raw["lead"] = { kind: "catalog", ...(raw["lead"] as Tree) };
  const schedule = valueAt(raw, "clinical.schedule") as Tree | undefined;
  if (schedule) schedule["zone"] ??= new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

function fieldOf(where: string, raw: Tree): string | undefined {
  const path = where
    .split(", ")
    .at(-1)!
    .replace(/\.(?:value|date|fact)$/, "");
  const index = /^clinical\.facts\[(\d+)\]/.exec(path)?.[1];
  const facts = (valueAt(raw, "clinical.facts") ?? []) as readonly { readonly fact?: unknown }[];
  const id = index === undefined ? path : `fact.${String(facts[Number(index)]?.fact)}`;
  const ofSchedule = path.startsWith("clinical.schedule") ? "clinical.schedule.anchors.incision" : id;
  return ALL_FIELDS.find((field) => field.id === ofSchedule || field.id === path.replace(/\[\d+\]$/, ""))?.id;
}

function idOf(title: string): string {
  const plain = title.normalize("NFKD").replace(/[^A-Za-z0-9]+/g, "-");
  return (
    plain
      .replace(/^-+|-+$/g, "")
      .toLowerCase()
      .slice(0, 60) || "case"
  );
}

function splitList(text: string): string[] {
  return text
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== "");
}

function makeChild(parent: Tree, key: string): Tree {
  parent[key] ??= {};
  return parent[key] as Tree;
}

function childOf(parent: unknown, key: string): unknown {
  return typeof parent === "object" && parent !== null ? (parent as Tree)[key] : undefined;
}

function valueAt(value: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>(childOf, value);
}
