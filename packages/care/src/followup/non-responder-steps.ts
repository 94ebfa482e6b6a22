/** What is looked at when resynchronization does not help, in this order. */
import { type RuleOrigin, unconfirmed } from "../rules/clinical-rule.ts";

export interface NonResponderStep extends RuleOrigin {
  readonly id: string;
  readonly look: string;
  readonly act: string;
}

const WORKUP = unconfirmed("hrs23", "work-up of non-response");

function step(id: string, look: string, act: string): NonResponderStep {
  return { ...WORKUP, id, look, act };
}

export const NON_RESPONDER_STEPS: readonly NonResponderStep[] = [
  step(
    "capture",
    "biventricular pacing, and effective capture on the 12-lead ECG: fusion, fibrillation, extrasystoles, latency, anodal capture",
    "shorter AV delay, rate control, other vector",
  ),
  step("lead", "threshold, phrenic stimulation, lead moved against the first film", "output, vector, revision"),
  step(
    "site",
    "place of the lead: apical, anterior, in scar, not late (Q-LV below 95 ms)",
    "other vector or several points",
  ),
  step("delays", "AV and VV delay", "optimize"),
  step("rhythm", "atrial fibrillation, extrasystoles", "ablation; AV junction ablation"),
  step("drugs", "guideline-directed medical therapy", "raise to target doses"),
  step(
    "otherDisease",
    "anemia and iron, thyroid, kidney, sleep apnea, ischemia, mitral regurgitation, right ventricle",
    "treat",
  ),
  step("substrate", "narrow QRS, RBBB, very large ventricle, preserved ejection fraction", "reconsider the indication"),
  step(
    "reintervention",
    "what is left of the electrical problem",
    "reposition, conduction system pacing, epicardial or endocardial lead",
  ),
  step("advanced", "advanced heart failure", "assist device, transplant or palliative care"),
];

export type StepFinding = "normal" | "abnormal" | "notLooked";

/** The steps with what was found; the next one is the first that nobody has looked at. */
export function planWorkup(findings: Readonly<Record<string, StepFinding>>): {
  steps: { step: NonResponderStep; finding: StepFinding }[];
  next: NonResponderStep | undefined;
} {
  const steps = NON_RESPONDER_STEPS.map((candidate) => ({
    step: candidate,
    finding: findings[candidate.id] ?? "notLooked",
  }));
  return { steps, next: steps.find(({ finding }) => finding === "notLooked")?.step };
}
