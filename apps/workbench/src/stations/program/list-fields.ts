import {
  GENERATOR_SETTINGS,
  type GeneratorSettings,
  type ImplantedSystem,
  listNumbers,
  listSystemVectors,
  PERMANENT_MODES,
  parsePacingMode,
  type SettingName,
  type SettingRule,
} from "@tributary/model/generator";
import type { Messages } from "../../messages/english.ts";

export type FieldName = SettingName | "mode" | "lvVector";
export type FieldValue = number | string | undefined;

/** One parameter of the programmer and every value that it takes. */
export interface ProgrammerField {
  readonly name: FieldName;
  readonly values: readonly FieldValue[];
  /** Undefined for the code of the mode and for vectors, which are of no table. */
  readonly rule: SettingRule | undefined;
}

type GroupId = keyof Messages["programPage"]["groups"];

/** What is looked at when a resynchronization generator is programmed; the rest stays nominal. */
const GROUPS: readonly { readonly id: GroupId; readonly names: readonly FieldName[] }[] = [
  {
    id: "mode",
    names: ["mode", "lowerRateLimit_ppm", "upperRateLimit_ppm", "maximumSensorRate_ppm", "hysteresisRateLimit_ppm"],
  },
  {
    id: "timing",
    names: ["fixedAvDelay_ms", "sensedAvDelayOffset_ms", "pvarp_ms", "ventricularRefractory_ms", "atrialRefractory_ms"],
  },
  {
    id: "resynchronization",
    names: ["ventricularPacing", "lvVector", "vvDelay_ms", "lvProtectionPeriod_ms", "lvSensing"],
  },
  {
    id: "output",
    names: [
      ...(["atrialAmplitude_V", "atrialPulseWidth_ms", "ventricularAmplitude_V", "ventricularPulseWidth_ms"] as const),
      ...(["leftVentricularAmplitude_V", "leftVentricularPulseWidth_ms"] as const),
    ],
  },
  { id: "sensing", names: ["atrialSensitivity_mV", "ventricularSensitivity_mV", "safetyAvDelay_ms"] },
];

export interface FieldGroup {
  readonly id: GroupId;
  readonly fields: readonly ProgrammerField[];
}

export function listFieldGroups(system: ImplantedSystem): FieldGroup[] {
  return GROUPS.map(({ id, names }) => ({ id, fields: names.map((name) => describeField(name, system)) }));
}

function describeField(name: FieldName, system: ImplantedSystem): ProgrammerField {
  if (name === "mode") return { name, values: listModes(), rule: undefined };
  if (name === "lvVector")
    return { name, values: listSystemVectors(system).map((vector) => vector.name), rule: undefined };
  const rule: SettingRule = GENERATOR_SETTINGS[name];
  if (rule.kind === "choice") return { name, values: rule.choices, rule };
  return { name, values: [...(rule.mayBeOff ? ["off"] : []), ...listNumbers(rule)], rule };
}

/** Those that pace a ventricle, with both of them in the fifth position. */
function listModes(): string[] {
  return PERMANENT_MODES.map((mode) => parsePacingMode(mode))
    .filter(({ paced }) => paced === "D" || paced === "V")
    .map(({ code }) => `${code.slice(0, 4)}V`);
}

/** The values of a change that differ from what is programmed. */
export function keepChanged(
  draft: Readonly<Partial<Record<FieldName, FieldValue>>>,
  settings: GeneratorSettings,
): Partial<GeneratorSettings> {
  return Object.fromEntries(Object.entries(draft).filter(([name, value]) => settings[name as FieldName] !== value));
}
