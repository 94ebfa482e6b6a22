import { z } from "zod";
import { checkShape, concept, type PlacedResource, quantity } from "../fhir/fhir-resource.ts";

const text = z.string().optional();
const reference = z.looseObject({ reference: z.string() });
const period = z.looseObject({ start: text, end: text }).optional();
const part = z.looseObject({ url: z.string(), valueString: text, valueInstant: text });
const extension = z.array(part.extend({ extension: z.array(part).optional() })).optional();

/** The elements by which a journey is read back, by resource; findings and drugs have schemas of their own. */
const WRITTEN_ELEMENTS: Readonly<Record<string, z.ZodType<unknown>>> = {
  CarePlan: z.looseObject({ extension }),
  Communication: z.looseObject({ extension }),
  CareTeam: z.looseObject({
    participant: z
      .array(
        z.looseObject({
          extension,
          role: z.array(concept).optional(),
          member: z.looseObject({ display: text }).optional(),
        }),
      )
      .optional(),
  }),
  Device: z.looseObject({ udiCarrier: z.array(z.looseObject({ carrierHRF: text })).optional() }),
  DeviceUseStatement: z.looseObject({ device: reference, timingPeriod: period }),
  DocumentReference: z.looseObject({
    content: z
      .array(
        z.looseObject({
          attachment: z.looseObject({ title: text, language: text, data: z.base64().optional() }),
        }),
      )
      .min(1),
  }),
  Encounter: z.looseObject({ period }),
  Observation: z.looseObject({
    component: z
      .array(z.looseObject({ code: concept, valueString: text, valueQuantity: quantity.optional() }))
      .optional(),
  }),
  Procedure: z.looseObject({
    focalDevice: z.array(z.looseObject({ action: concept.optional(), manipulated: reference })).optional(),
    usedReference: z.array(reference).optional(),
  }),
  Substance: z.looseObject({ instance: z.array(z.looseObject({ quantity: quantity.optional() })).optional() }),
  Task: z.looseObject({
    executionPeriod: period,
    note: z.array(z.looseObject({ authorString: text })).optional(),
  }),
};

/**
 * Refuses a resource in which an element that is read back has another type than the standard says.
 *
 * @throws TributaryError "bad-fhir"
 */
export function checkWritten({ path, resource }: PlacedResource): void {
  const schema = WRITTEN_ELEMENTS[resource.resourceType];
  if (schema !== undefined) checkShape(schema, resource, path);
}
