import { TributaryError } from "@tributary/model";
import { z } from "zod";

/** A FHIR R4 resource as it stands in a file; what is not read is carried as it is. */
export interface FhirResource {
  readonly resourceType: string;
  readonly id?: string | undefined;
  readonly [element: string]: unknown;
}

/** A resource with its place in the file, as a FHIRPath. */
export interface PlacedResource {
  readonly path: string;
  readonly fullUrl?: string | undefined;
  readonly resource: FhirResource;
}

/** A date of any precision; with a time of day the zone is required (R4, dateTime). */
export const dateTime = z
  .string()
  .regex(
    /^\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2}))?)?)?$/,
    "a date, or a date with time and zone, such as 2026-03-09T08:00:00+01:00",
  );
export const coding = z.looseObject({
  system: z.string().optional(),
  code: z.string().optional(),
  display: z.string().optional(),
});
const reference = z.looseObject({ reference: z.string().optional() });
export const concept = z.looseObject({ coding: z.array(coding).optional(), text: z.string().optional() });
const period = z.looseObject({ start: dateTime.optional(), end: dateTime.optional() });
export const quantity = z.looseObject({
  value: z.number().optional(),
  comparator: z.enum(["<", "<=", ">=", ">"]).optional(),
  unit: z.string().optional(),
  system: z.string().optional(),
  code: z.string().optional(),
});

/** The codes of R4's required bindings on the elements that are read. */
const gender = z.enum(["male", "female", "other", "unknown"]);
const observationStatus = z.enum([
  "registered",
  "preliminary",
  "final",
  "amended",
  "corrected",
  "cancelled",
  "entered-in-error",
  "unknown",
]);
const eventStatus = z.enum([
  "preparation",
  "in-progress",
  "not-done",
  "on-hold",
  "stopped",
  "completed",
  "entered-in-error",
  "unknown",
]);
const medicationStatementStatus = z.enum([
  "active",
  "completed",
  "entered-in-error",
  "intended",
  "stopped",
  "on-hold",
  "unknown",
  "not-taken",
]);
const medicationRequestStatus = z.enum([
  "active",
  "on-hold",
  "cancelled",
  "completed",
  "entered-in-error",
  "stopped",
  "draft",
  "unknown",
]);
const deviceStatus = z.enum(["active", "inactive", "entered-in-error", "unknown"]);

export type FhirConcept = z.infer<typeof concept>;
export type FhirQuantity = z.infer<typeof quantity>;

function medication(status: z.ZodType<string>) {
  return z.looseObject({
    status,
    medicationCodeableConcept: concept.optional(),
    medicationReference: reference.optional(),
  });
}

/** The elements that are read, by resource; all others pass unread. */
const READ_ELEMENTS = {
  Patient: z.looseObject({
    gender: gender.optional(),
    birthDate: dateTime.optional(),
    deceasedBoolean: z.boolean().optional(),
    deceasedDateTime: dateTime.optional(),
  }),
  Observation: z.looseObject({
    status: observationStatus,
    code: concept,
    effectiveDateTime: dateTime.optional(),
    effectivePeriod: period.optional(),
    valueQuantity: quantity.optional(),
    valueBoolean: z.boolean().optional(),
    valueDateTime: dateTime.optional(),
    method: concept.optional(),
    valueCodeableConcept: concept.optional(),
  }),
  Condition: z.looseObject({
    clinicalStatus: concept.optional(),
    verificationStatus: concept.optional(),
    code: concept.optional(),
    onsetDateTime: dateTime.optional(),
    recordedDate: dateTime.optional(),
  }),
  Procedure: z.looseObject({
    status: eventStatus,
    code: concept.optional(),
    performedDateTime: dateTime.optional(),
    performedPeriod: period.optional(),
  }),
  Device: z.looseObject({ status: deviceStatus.optional(), type: concept.optional() }),
  AllergyIntolerance: z.looseObject({
    clinicalStatus: concept.optional(),
    verificationStatus: concept.optional(),
    code: concept.optional(),
    criticality: z.enum(["low", "high", "unable-to-assess"]).optional(),
    onsetDateTime: dateTime.optional(),
    recordedDate: dateTime.optional(),
    reaction: z.array(z.looseObject({ severity: z.enum(["mild", "moderate", "severe"]).optional() })).optional(),
  }),
  Medication: z.looseObject({ code: concept.optional() }),
  MedicationStatement: medication(medicationStatementStatus),
  MedicationRequest: medication(medicationRequestStatus),
};

export type ReadType = keyof typeof READ_ELEMENTS;
export type ReadElements<Type extends ReadType> = z.infer<(typeof READ_ELEMENTS)[Type]>;

/** The elements of a resource that are read, their types checked. */
export function readElements<Type extends ReadType>(type: Type, placed: PlacedResource): ReadElements<Type> {
  return checkShape<ReadElements<Type>>(READ_ELEMENTS[type], placed.resource, placed.path);
}

/** A value of the shape that a schema asks for; else the error names the first element that differs. */
export function checkShape<T>(schema: z.ZodType<unknown>, value: unknown, path: string): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data as T;
  const issue = result.error.issues[0]!;
  const place = issue.path.map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`)).join("");
  throw new TributaryError({
    code: "bad-fhir",
    what: "This is not a FHIR R4 resource as the standard describes it.",
    where: `${path}${place}`,
    why: issue.message,
    fix: "Correct this element, or export the file anew from where it comes.",
  });
}
