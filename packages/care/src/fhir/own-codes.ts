/** Codes of this program, for what no public code system says, or not exactly; a name of its own for each list. */
export type OwnList =
  | "fact"
  | "fact-value"
  | "drug"
  | "variant"
  | "task"
  | "role"
  | "device-role"
  | "procedure"
  | "complication"
  | "document"
  | "communication"
  | "report"
  | "measurement"
  | "guideline"
  | "indication";

export function ownSystem(list: OwnList): string {
  return `urn:tributary:${list}`;
}

export function ownExtension(name: string): string {
  return `urn:tributary:extension:${name}`;
}

export function ownConcept(list: OwnList, code: string, text?: string) {
  return { coding: [{ system: ownSystem(list), code }], ...(text === undefined ? {} : { text }) };
}

/** The element `code` of a resource, from one of this program's lists. */
export function ownCode(list: OwnList, code: string, text?: string) {
  return { code: ownConcept(list, code, text) };
}

/** The code of one of this program's lists in a coded concept. */
export function readOwnCode(list: OwnList, concept: unknown): string | undefined {
  const { coding } = (concept ?? {}) as { readonly coding?: unknown };
  if (!Array.isArray(coding)) return undefined;
  const found = coding.find((one: { system?: unknown } | null) => one?.system === ownSystem(list));
  return typeof found?.code === "string" ? found.code : undefined;
}
