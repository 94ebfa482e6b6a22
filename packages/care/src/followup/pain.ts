/** Pain after an implant, 0 to 10, asked at 1, 6 and 24 hours and on day 7. */
import { type RuleOrigin, unconfirmed } from "../rules/clinical-rule.ts";

type PainBand = "none" | "mild" | "moderate" | "severe";

export interface PainAnswer {
  /** 0 none to 10 worst. */
  readonly score: number;
  readonly hoursAfter: number;
}

export interface PainJudgment {
  readonly band: PainBand;
  readonly act: string;
  /** Growing after the first day, or still there after a week: the pocket is looked at. */
  readonly isInfectionToBeExcluded: boolean;
  readonly origin: RuleOrigin;
}

const PRACTICE = unconfirmed("practice", "pain after device implants (from memory)");
const WEEK_h = 168;

const ACTS: Readonly<Record<PainBand, string>> = {
  none: "nothing",
  mild: "paracetamol; no anti-inflammatory drugs in heart failure, kidney disease or anticoagulation",
  moderate: "paracetamol in full dose, look at the pocket",
  severe: "a clinician looks at the pocket now: hematoma, lead, infection",
};

/** The last of a course of answers: how bad, what is done, whether infection has to be thought of. */
export function judgePain(course: readonly PainAnswer[]): PainJudgment | undefined {
  const sorted = [...course].sort((a, b) => a.hoursAfter - b.hoursAfter);
  const last = sorted.at(-1);
  if (last === undefined) return undefined;
  const band = bandOf(last.score);
  const previous = sorted.at(-2);
  const isRising = previous !== undefined && last.hoursAfter > 24 && last.score > previous.score;
  const isStillThere = last.hoursAfter >= WEEK_h && last.score > 0;
  return { band, act: ACTS[band], isInfectionToBeExcluded: isRising || isStillThere, origin: PRACTICE };
}

function bandOf(score: number): PainBand {
  if (score === 0) return "none";
  if (score <= 3) return "mild";
  return score <= 6 ? "moderate" : "severe";
}
