/** Whether the system as a whole may go into an MRI scanner. */

/** The parts of a system; undefined where nobody has said. */
export interface MriSystem {
  readonly isEveryPartLabeledTogether: boolean | undefined;
  readonly hasAbandonedLead: boolean | undefined;
  readonly hasFracturedLead: boolean | undefined;
  readonly hasEpicardialLead: boolean | undefined;
  readonly hasAdaptorOrExtender: boolean | undefined;
  readonly weeksSinceImplant: number | undefined;
  /** Highest of the system's leads, at 0.4 to 0.5 ms. */
  readonly captureThreshold_V: number | undefined;
  readonly isBatteryDepleted: boolean | undefined;
  readonly isPhrenicStimulatedAtMriOutput: boolean | undefined;
  readonly fieldStrength_T: number | undefined;
  readonly labeledFieldStrengths_T: readonly number[] | undefined;
}

export type MriState = "conditional" | "nonConditionalProtocol" | "contraindicated" | "unknown";

export interface MriJudgment {
  readonly state: MriState;
  /** What stands against the label, or is not known. */
  readonly reasons: readonly string[];
}

/** From memory. */
const MINIMUM_WEEKS = 6;
/** From memory: 2.0 to 2.5 V. */
const MAXIMUM_THRESHOLD_V = 2.5;

/**
 * The MRI state of a system: conditional only if every part is labeled together and nothing speaks against it.
 *
 * A fractured lead or a depleted battery contraindicates; other blockers leave a non-conditional protocol to the site.
 */
export function judgeMri(system: MriSystem): MriJudgment {
  const contraindications = list([
    [system.hasFracturedLead, "fractured lead"],
    [system.isBatteryDepleted, "battery at its replacement time"],
  ]);
  if (contraindications.length > 0) return { state: "contraindicated", reasons: contraindications };
  const blockers = list([
    [negate(system.isEveryPartLabeledTogether), "not every part is labeled together"],
    [system.hasAbandonedLead, "abandoned lead"],
    [system.hasEpicardialLead, "epicardial lead"],
    [system.hasAdaptorOrExtender, "adaptor or lead extender"],
    [compare(system.weeksSinceImplant, (weeks) => weeks < MINIMUM_WEEKS), "less than 6 weeks since implant"],
    [compare(system.captureThreshold_V, (volts) => volts > MAXIMUM_THRESHOLD_V), "capture threshold above 2.5 V"],
    [system.isPhrenicStimulatedAtMriOutput, "phrenic stimulation at MRI output"],
    [isFieldOutsideLabel(system), "field strength outside the label"],
  ]);
  if (blockers.length > 0) return { state: "nonConditionalProtocol", reasons: blockers };
  const unknown = Object.entries(system).flatMap(([name, value]) => (value === undefined ? [name] : []));
  return unknown.length > 0 ? { state: "unknown", reasons: unknown } : { state: "conditional", reasons: [] };
}

function list(findings: readonly (readonly [boolean | undefined, string])[]): string[] {
  return findings.flatMap(([isFound, text]) => (isFound === true ? [text] : []));
}

function negate(value: boolean | undefined): boolean | undefined {
  return value === undefined ? undefined : !value;
}

function compare(value: number | undefined, isBlocking: (value: number) => boolean): boolean | undefined {
  return value === undefined ? undefined : isBlocking(value);
}

function isFieldOutsideLabel({ fieldStrength_T, labeledFieldStrengths_T }: MriSystem): boolean | undefined {
  if (fieldStrength_T === undefined || labeledFieldStrengths_T === undefined) return undefined;
  return !labeledFieldStrengths_T.includes(fieldStrength_T);
}
