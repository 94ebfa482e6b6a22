import type { FhirConcept, FhirQuantity } from "../../fhir/fhir-resource.ts";
import type { WrittenCode, WrittenValue } from "../device-item.ts";
import { WHY_OF_FLAG } from "../value-flags.ts";
import type { DeviceCoding, ReadComponent, ReadValue } from "./device-elements.ts";
import { BALLOT_SYSTEM, INSTANCE_EXTENSION, MDC_SYSTEM, OWN_SYSTEM, UCUM_SYSTEM } from "./fhir-names.ts";

/** The code of a concept: the first of the standard or of ours, else the first there is. */
export function readConcept({ coding = [], text }: FhirConcept): WrittenCode {
  const known = coding.find(({ system }) => system === MDC_SYSTEM || system === BALLOT_SYSTEM || system === OWN_SYSTEM);
  const [first] = coding;
  if (known) return readKnown(known);
  const name = first ? [first.system, first.code].filter((part) => part !== undefined).join("|") : text;
  return { system: "other", name };
}

function readKnown({ system, code, ...rest }: DeviceCoding): WrittenCode {
  if (system === OWN_SYSTEM) return { system: "own", name: code };
  const display = typeof rest["display"] === "string" ? rest["display"] : undefined;
  const isNumber = code !== undefined && /^\d+$/.test(code);
  return isNumber ? { system: "MDC", number: Number(code), name: display } : { system: "MDC", name: code ?? display };
}

/** Which lead, zone or episode a component is of. */
export function readInstance({ extension = [] }: ReadComponent): number | undefined {
  return extension.find(({ url }) => url === INSTANCE_EXTENSION)?.valueInteger;
}

export function readFhirValue(valued: ReadValue): WrittenValue {
  const codes = (valued.interpretation ?? []).flatMap(({ coding = [] }) => coding.map(({ code }) => code ?? ""));
  const flag = codes.map((code) => WHY_OF_FLAG.get(code)).find((why) => why !== undefined);
  if (flag !== undefined) return { kind: "none", why: flag };
  if (valued.valueQuantity) return readQuantity(valued.valueQuantity);
  if (valued.valueInteger !== undefined) return { kind: "number", value: valued.valueInteger, unit: undefined };
  if (valued.valueBoolean !== undefined) return { kind: "flag", value: valued.valueBoolean };
  if (valued.valueString !== undefined) return { kind: "text", text: valued.valueString };
  if (valued.valueDateTime !== undefined) return { kind: "moment", time: valued.valueDateTime };
  if (valued.valueCodeableConcept) return readAnswer(valued.valueCodeableConcept);
  const absent = valued.dataAbsentReason;
  const reason = absent?.text ?? absent?.coding?.[0]?.code;
  return { kind: "none", why: absent ? `no value: ${reason ?? "no reason is told"}` : "it has no value that is read" };
}

export function readQuantity({ value, comparator, unit, system, code }: FhirQuantity): WrittenValue {
  if (value === undefined) return { kind: "none", why: "no value" };
  if (comparator !== undefined) return { kind: "none", why: `only a bound is told: ${comparator} ${value}` };
  const isUcum = system === UCUM_SYSTEM;
  return { kind: "number", value, unit: isUcum ? code : unit && `${unit} (no UCUM)` };
}

export function readAnswer(concept: FhirConcept): WrittenValue {
  return { kind: "coded", code: readConcept(concept), text: concept.text };
}
