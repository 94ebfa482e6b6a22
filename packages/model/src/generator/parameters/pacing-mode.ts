import { TributaryError } from "../../errors/tributary-error.ts";

/** Chambers of positions I, II and V of the code: none, atrium, ventricle, both. */
export type ModeChambers = "O" | "A" | "V" | "D";
/** Position III: none, triggered, inhibited, both. */
type ModeResponse = "O" | "T" | "I" | "D";

/** A pacing mode, position by position. */
export interface PacingMode {
  /** The code in full, five letters: "DDDRV". */
  readonly code: string;
  readonly paced: ModeChambers;
  readonly sensed: ModeChambers;
  readonly response: ModeResponse;
  readonly isRateModulated: boolean;
  /** Multisite pacing. */
  readonly multisite: ModeChambers;
}

/** Permanent modes of the PACEMAKER specification; O.O modes are temporary. */
export const PERMANENT_MODES = [
  ...["DDD", "VDD", "DDI", "DOO", "VOO", "AOO", "VVI", "AAI", "VVT", "AAT"],
  ...["DDDR", "VDDR", "DDIR", "DOOR", "VOOR", "AOOR", "VVIR", "AAIR"],
] as const;
export const TEMPORARY_MODES = ["OVO", "OAO", "ODO", "OOO"] as const;

const KNOWN: ReadonlySet<string> = new Set([...PERMANENT_MODES, ...TEMPORARY_MODES]);
const PATTERN = /^([OAVD])([OAVD])([OTID])([OR])?([OAVD])?$/;

/**
 * Reads an NBG pacing code.
 *
 * @param text  3 to 5 letters, letter O and not zero; positions IV and V are O where left out; "Off" is OOO
 * @throws TributaryError "unknown-mode" for other texts and for combinations that no permanent or temporary mode has
 * Source: Bernstein et al., PACE 2002;25:260 (NASPE/BPEG code); modes: PACEMAKER System Specification, 2007, section 3.
 */
export function parsePacingMode(text: string): PacingMode {
  const letters = text.toUpperCase() === "OFF" ? "OOO" : text;
  const match = PATTERN.exec(letters);
  const [, paced, sensed, response, rate = "O", multisite = "O"] = match ?? [];
  const base = `${paced}${sensed}${response}${rate === "R" ? "R" : ""}`;
  const isKnown = match !== null && KNOWN.has(base);
  const isMultisitePossible = multisite === "O" || (multisite === "V" && (paced === "V" || paced === "D"));
  if (!isKnown || !isMultisitePossible) throw unknownMode(text);
  return {
    code: `${paced}${sensed}${response}${rate}${multisite}`,
    paced: paced as ModeChambers,
    sensed: sensed as ModeChambers,
    response: response as ModeResponse,
    isRateModulated: rate === "R",
    multisite: multisite as ModeChambers,
  };
}

/** Whether positions I or II name a chamber. */
export function hasChamber(chambers: ModeChambers, chamber: "A" | "V"): boolean {
  return chambers === "D" || chambers === chamber;
}

function unknownMode(text: string): TributaryError {
  const zero = text.includes("0") ? "; the letter O is meant, not the digit 0" : "";
  return new TributaryError({
    code: "unknown-mode",
    what: `"${text}" is no pacing mode of this generator.`,
    where: `mode "${text}"`,
    why: `known: Off, ${[...PERMANENT_MODES, ...TEMPORARY_MODES].join(", ")}, V-paced ones with V in position V${zero}`,
    fix: "Give three to five letters of the NASPE/BPEG code, for example DDD, VVIR or DDDRV.",
  });
}
