/** A generator for a case, programmed as nominal for resynchronization and then as a person asks, interlocks in force. */
import type { CaseLead } from "@tributary/engine";
import { TributaryError } from "@tributary/model";
import {
  type Conflict,
  connectAll,
  GENERATOR_DEVICES,
  type GeneratorSettings,
  type ImplantedSystem,
  listSystemVectors,
  NOMINAL_CRT_SETTINGS,
  NOMINAL_TACHYCARDIA,
  programGenerator,
} from "@tributary/model/generator";
import { type ExpectedVector, expectProgrammed, expectVectors } from "./choose-vector.ts";

export interface CaseProgramInput {
  readonly lead: CaseLead | undefined;
  readonly device: "CRT-P" | "CRT-D";
  readonly hasAtrialFibrillation: boolean;
  /** New values by name, not yet checked. */
  readonly change: Readonly<Record<string, unknown>>;
  /** Ids of warnings that a person has confirmed. */
  readonly confirmed: readonly string[];
}

export interface CaseProgram {
  readonly system: ImplantedSystem;
  readonly settings: GeneratorSettings;
  /** The programmed vector as it is expected to do here; undefined without a left-ventricular lead or pulse. */
  readonly vector: ExpectedVector | undefined;
  readonly confirmed: readonly Conflict[];
}

/**
 * Programs a new generator on the leads of a case: nominal values with the vector of the lowest expected threshold, then
 * the change as a whole or not at all.
 *
 * @throws TributaryError of the values, the interlocks, or a warning that nobody has confirmed; nothing is programmed then
 */
export function programCase(input: CaseProgramInput): CaseProgram {
  const system = connectLeads(input);
  const vectors = listSystemVectors(system);
  const expected = expectVectors(input.lead, vectors, NOMINAL_CRT_SETTINGS.leftVentricularPulseWidth_ms);
  const nominal = nominalFor(input, expected[0]);
  const result = programGenerator(nominal, readChange(input.change), system, input.confirmed);
  if (result.kind === "needs-confirmation") throw unconfirmed(result.warnings);
  const { settings, confirmed } = result;
  return { system, settings, vector: expectProgrammed(input.lead, vectors, settings), confirmed };
}

function connectLeads({ lead, device }: CaseProgramInput): ImplantedSystem {
  const isPlaced = lead?.outcome.kind === "placed";
  const system = connectAll(GENERATOR_DEVICES[device], isPlaced ? lead.lead.electrodeCount : 4);
  if (isPlaced) return system;
  return { ...system, contents: system.device.ports.map(({ place }, i) => (place === "LV" ? "plug" : i)) };
}

function nominalFor(
  { device, hasAtrialFibrillation }: CaseProgramInput,
  best: ExpectedVector | undefined,
): GeneratorSettings {
  return {
    ...NOMINAL_CRT_SETTINGS,
    mode: hasAtrialFibrillation ? "VVIOV" : NOMINAL_CRT_SETTINGS.mode,
    ventricularPacing: best ? "BiV" : "RV",
    lvVector: best?.vector.name,
    tachycardia: device === "CRT-D" ? NOMINAL_TACHYCARDIA : undefined,
  };
}

/** The tachycardia side is a table and no single value: it is switched off or left as it is. */
function readChange({ tachycardia, ...change }: Readonly<Record<string, unknown>>): Partial<GeneratorSettings> {
  if (tachycardia === undefined) return change;
  if (tachycardia === "off") return { ...change, tachycardia: undefined };
  throw new TributaryError({
    code: "tachycardia-not-a-value",
    what: "The tachycardia zones cannot be programmed as one value.",
    where: "setting tachycardia",
    why: `${JSON.stringify(tachycardia)} is given; allowed: off`,
    fix: "Switch it off with tachycardia=off, or leave it out; nothing was programmed.",
  });
}

function unconfirmed(warnings: readonly Conflict[]): TributaryError {
  return new TributaryError({
    code: "settings-unconfirmed",
    what: "These settings want a confirmation before they are programmed.",
    where: `settings ${[...new Set(warnings.flatMap(({ settings }) => settings))].join(", ")}`,
    why: warnings.map(({ id, why }) => `${id}: ${why}`).join("; "),
    fix: `Confirm with --confirm ${warnings.map(({ id }) => id).join(",")}, or change one of them; nothing was programmed.`,
  });
}
