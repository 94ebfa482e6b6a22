import { indexStructureDefinitionBundle } from "@medplum/core";
import { R4, type R4Type, readTypes } from "./r4-definitions.ts";

const HL7 = "http://hl7.org/fhir/StructureDefinition/";
let isLoaded = false;

/** Hands the definitions of R4 to the validating library, once. */
export function loadR4Schemas(): void {
  if (isLoaded) return;
  const entry = Object.entries(R4.types).map(([name, type]) => ({ resource: writeDefinition(name, type) }));
  indexStructureDefinitionBundle({ resourceType: "Bundle", type: "collection", entry });
  isLoaded = true;
}

function writeDefinition(name: string, { kind, elements }: R4Type) {
  return {
    resourceType: "StructureDefinition",
    url: `${HL7}${name}`,
    name,
    type: name,
    kind,
    snapshot: {
      element: elements.map(([path, min, max, types = "", constraints = [], , contentOf]) => ({
        id: path,
        path,
        min,
        max,
        ...(types === "" ? {} : { type: readTypes(types).map(writeType) }),
        constraint: constraints.map(writeConstraint),
        ...(contentOf ? { contentReference: contentOf } : {}),
      })),
    },
  };
}

function writeType({ name, targets }: { readonly name: string; readonly targets: readonly string[] }) {
  return { code: name, ...(targets.length === 0 ? {} : { targetProfile: targets.map((target) => `${HL7}${target}`) }) };
}

function writeConstraint(index: number) {
  const [key, human, expression] = R4.constraints[index]!;
  return { key, severity: "error", human, expression };
}
