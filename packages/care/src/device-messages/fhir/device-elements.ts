import { z } from "zod";
import { checkShape, type coding, concept, dateTime, type PlacedResource, quantity } from "../../fhir/fhir-resource.ts";

const reference = z.looseObject({ reference: z.string().optional() });
const extension = z.looseObject({
  url: z.string(),
  valueInteger: z.number().optional(),
  valueReference: reference.optional(),
});

/** A value of any type; one of those that are not read stays unseen. */
const valued = {
  valueQuantity: quantity.optional(),
  valueCodeableConcept: concept.optional(),
  valueString: z.string().optional(),
  valueBoolean: z.boolean().optional(),
  valueInteger: z.number().optional(),
  valueDateTime: dateTime.optional(),
  dataAbsentReason: concept.optional(),
  interpretation: z.array(concept).optional(),
};
const component = z.looseObject({ extension: z.array(extension).optional(), code: concept, ...valued });

/** Elements that are read of a device's resources; all others pass unread. */
const ELEMENTS = {
  Device: z.looseObject({
    // One in R4, several in R5.
    type: z.union([concept, z.array(concept)]).optional(),
    manufacturer: z.string().optional(),
    modelNumber: z.string().optional(),
    serialNumber: z.string().optional(),
    parent: reference.optional(),
    property: z
      .array(
        z.looseObject({
          type: concept,
          valueQuantity: z.array(quantity).optional(),
          valueCode: z.array(concept).optional(),
        }),
      )
      .optional(),
  }),
  DeviceUseStatement: z.looseObject({ device: reference, timingDateTime: dateTime.optional() }),
  Observation: z.looseObject({
    extension: z.array(extension).optional(),
    status: z.string(),
    code: concept,
    device: reference.optional(),
    effectiveDateTime: dateTime.optional(),
    component: z.array(component).optional(),
    ...valued,
  }),
  DiagnosticReport: z.looseObject({ effectiveDateTime: dateTime.optional() }),
};

export type DeviceCoding = z.infer<typeof coding>;
export type ReadDevice = z.infer<typeof ELEMENTS.Device>;
export type ReadObservation = z.infer<typeof ELEMENTS.Observation>;
export type ReadComponent = z.infer<typeof component>;
/** The value of a component or of an observation, of whatever type. */
export type ReadValue = Pick<ReadComponent, keyof typeof valued>;
type ElementsOf<Type extends keyof typeof ELEMENTS> = z.infer<(typeof ELEMENTS)[Type]>;

/** The elements of a resource that are read, their types checked. */
export function readDeviceElements<Type extends keyof typeof ELEMENTS>(
  type: Type,
  { resource, path }: PlacedResource,
): ElementsOf<Type> {
  return checkShape<ElementsOf<Type>>(ELEMENTS[type], resource, path);
}
