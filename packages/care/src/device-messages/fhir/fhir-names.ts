/** Systems and extensions of device observations in FHIR. */
export const MDC_SYSTEM = "urn:iso:std:iso:11073:10101";
/** What a ballot of the CardX guide (2025) used in place of it, by number or by reference id. */
export const BALLOT_SYSTEM = "http://hl7.org/fhir/uv/cardx-cied/CodeSystem/IDC";
/** Codes of this program. */
export const OWN_SYSTEM = "urn:tributary:device-observation";
export const UCUM_SYSTEM = "http://unitsofmeasure.org";
/** Relative references resolve against it inside a Bundle; no server has this name. */
export const BUNDLE_BASE = "http://tributary.invalid/fhir";
/** Says which lead, zone or episode a component is of; R4 has no element for it. */
export const INSTANCE_EXTENSION = "http://hl7.org/fhir/uv/cardx-cied/StructureDefinition/instance-idco";

/** What `existingDevice` says of each kind of generator; its SNOMED CT codes are those of that fact. */
export const FACT_OF_KIND: Readonly<Record<string, string>> = {
  pacemaker: "pacemaker",
  ICD: "icd",
  "CRT-P": "crtP",
  "CRT-D": "crtD",
};

/** Elements of a Device that say what a code of the generator or of a lead says. */
export const ELEMENT_OF_FIELD = { manufacturer: "manufacturer", model: "modelNumber", serial: "serialNumber" } as const;
/** Says which implant an observation is of. */
export const DEVICE_EXTENSION = "http://hl7.org/fhir/uv/cardx-cied/StructureDefinition/cied-device-extension";
/** The guide's code for an Observation that holds what a device told. */
export const IDCO_CODING = { system: "http://hl7.org/fhir/uv/cardx-cied/CodeSystem/CardXCIED", code: "IDCO" } as const;
