/** Tasks that every implant has, whatever the patient takes: the template of the preparation. */
import type { TaskRule } from "../calendar/task.ts";
import { type RuleOrigin, unconfirmed } from "../rules/clinical-rule.ts";

const TEMPLATE: RuleOrigin = unconfirmed("design", "template of the preparation; offsets are site policy");

function task(
  id: string,
  due: string,
  actor: TaskRule["actor"],
  text: string,
  rest: Partial<Pick<TaskRule, "window" | "patientMessage" | "anchor">> = {},
): TaskRule {
  return { ...TEMPLATE, id, anchor: "incision", due, actor, text, ...rest };
}

export const TEMPLATE_RULES: readonly TaskRule[] = [
  task(
    "medicines",
    "-P30D",
    "clinic",
    "medicines reconciled; allergies asked: antibiotics, latex, chlorhexidine, metal, tape, lidocaine",
  ),
  task("advisories", "-P30D", "clinic", "advisories of the devices to be implanted"),
  task("sharedDecision", "-P14D", "electrophysiologist", "talk about the decision, with the decision aid"),
  task("consent", "-P14D", "electrophysiologist", "consent, point by point"),
  task("infectionQuestion", "-P14D", "clinic", "teeth, skin and urine: any infection"),
  task("call", "-P7D", "nurse", "call: fever, cough, wounds; transport and someone at home"),
  task("logistics", "-P1D", "nurse", "bed, carer and interpreter confirmed"),
  task("wash", "-P1D", "patient", "wash with chlorhexidine", { patientMessage: "washSkin" }),
  task("intravenousLine", "-PT2H", "nurse", "intravenous line on the side that is needed"),
  task("skin", "-PT60M", "lab", "hair clipped, not shaved; chlorhexidine in alcohol, left to dry"),
  task("pads", "-PT15M", "lab", "defibrillator pads on"),
  task("signIn", "-PT15M", "lab", "sign-in"),
  task("timeOut", "PT0M", "team", "time-out"),
];
