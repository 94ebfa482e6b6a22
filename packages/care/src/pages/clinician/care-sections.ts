import { spellVeinName } from "@tributary/model";
import type { Plan } from "@tributary/plan";
import { showTime } from "../../calendar/schedule-tasks.ts";
import type { Task } from "../../calendar/task.ts";
import { factLabel } from "../../facts/fact-catalog.ts";
import { listUrgentEvents, URGENCY_TIERS } from "../../followup/urgency.ts";
import type { IndicationAssessment } from "../../indication/assess-indication.ts";
import { type CaseRecovery, planCasePreparation, planCaseRecovery } from "../../journey/case-tasks.ts";
import type { ClinicalCase } from "../../journey/clinical-case.ts";
import { summarizeCase } from "../../journey/summarize-case.ts";
import type { PreparationTasks } from "../../preparation/plan-preparation.ts";
import { escapeHtml, markValue } from "../markup.ts";
import { spread } from "./alternatives-section.ts";
import { COLUMNS, TEST_WORDS, TIER_WORDS, CLINICIAN_WORDS as WORDS } from "./clinician-words.ts";
import { buildCorrections } from "./corrections-list.ts";
import type { ClinicianReportOptions } from "./report-options.ts";
import { buildList, buildSection, buildTable, paragraph } from "./table.ts";
import { ruleText } from "./values.ts";

export function buildSummarySection(
  { records, variant }: ClinicalCase,
  indication: IndicationAssessment,
  plan: Plan | undefined,
): string {
  const sentences = summarizeCase({ records, indication, plan, device: variant?.device });
  const items = sentences.map(({ text }) => `<li>${markValue("fact", text)}</li>\n`);
  return buildSection(
    "summary",
    WORDS.summary,
    `<ul class="columns">\n${items.join("")}</ul>\n`,
    buildCorrections("summary"),
  );
}

/** What this plan simulates at its best place, with its spread; no outcome follows from it. */
export function buildPlanSection(plan: Plan | undefined): string {
  const best = plan?.sites[0];
  if (plan === undefined || best === undefined) return "";
  const rows: (readonly [string, string, string])[] = [
    [WORDS.activation, spread(plan.baseline.totalActivationTime_ms), spread(best.totalActivationTime_ms)],
    [WORDS.qrs, spread(plan.baseline.qrsDuration_ms), spread(best.qrsDuration_ms)],
  ];
  const { vein, vectorName } = best.settings;
  return buildSection(
    "plan",
    WORDS.plan,
    `<p>${markValue("simulated", `${spellVeinName(vein)}, ${vectorName}`)}</p>\n`,
    buildTable(
      [WORDS.model, WORDS.without, WORDS.withCrt],
      rows.map(([name, before, after]) => [
        escapeHtml(name),
        `<td class="model">${before}</td>`,
        `<td class="model">${after}</td>`,
      ]),
    ),
  );
}

export function buildPreparationSection(clinical: ClinicalCase, { policy }: ClinicianReportOptions): string {
  const { schedule, variant } = clinical;
  if (schedule?.anchors.incision === undefined || variant === undefined) {
    return buildSection("preparation", WORDS.preparation, paragraph(WORDS.noTime));
  }
  const preparation = planCasePreparation(clinical, policy);
  if (preparation.kind === "noTaskList") {
    return buildSection("preparation", WORDS.preparation, `<p>${markValue("fact", preparation.reason)}</p>\n`);
  }
  const { decisions, tests, warnings, conflicts, tasks } = preparation;
  return buildSection(
    "preparation",
    WORDS.preparation,
    buildList(
      WORDS.first,
      [...warnings, ...conflicts.map(({ what }) => what)].map((text) => markValue("fact", text)),
    ),
    paragraph(WORDS.restart),
    buildList(WORDS.drugs, decisions.map(describeDecision)),
    buildTaskTable(tasks, schedule.zone),
    `<h3>${WORDS.tests}</h3>\n`,
    buildTable(
      [COLUMNS.test, COLUMNS.state, COLUMNS.what],
      tests.map(({ rule, state, what }) => [ruleText(rule.text, rule), TEST_WORDS[state], markValue("fact", what)]),
    ),
    buildCorrections("preparation", "setting"),
  );
}

function describeDecision({ drug, text, missing, origin }: PreparationTasks["decisions"][number]): string {
  const open = missing.length === 0 ? "" : ` (${missing.map((fact) => markValue("fact", factLabel(fact))).join(", ")})`;
  return `${markValue("fact", drug)}: ${ruleText(text, origin)}${open}`;
}

function buildTaskTable(tasks: readonly Task[], zone: string): string {
  const timeOf = ({ due }: Task) => (due === undefined ? "" : showTime(due, zone));
  const inOrder = tasks.toSorted((a, b) => (timeOf(a) < timeOf(b) ? -1 : 1));
  return buildTable(
    [COLUMNS.when, COLUMNS.who, COLUMNS.what, COLUMNS.state],
    inOrder.map((task) => [
      markValue("date", timeOf(task)),
      escapeHtml(task.rule.actor),
      ruleText(task.rule.text, task.rule),
      task.blockedBecause === undefined ? escapeHtml(task.status) : markValue("fact", task.blockedBecause),
    ]),
  );
}

export function buildFollowUpSection(clinical: ClinicalCase, { jurisdiction }: ClinicianReportOptions): string {
  if (clinical.variant === undefined) {
    return buildSection("follow-up", WORDS.followUp, paragraph(WORDS.noImplant));
  }
  const dated =
    clinical.schedule?.anchors.incision === undefined
      ? paragraph(WORDS.noTime)
      : describeRecovery(planCaseRecovery(clinical, jurisdiction));
  const events = listUrgentEvents(clinical.variant.device);
  const rows = URGENCY_TIERS.flatMap((tier) =>
    events
      .filter((event) => event.tier === tier)
      .map((event) => [
        ruleText(event.text, event),
        TIER_WORDS[tier],
        event.noticedBy === "patient" ? WORDS.patientNoticed : WORDS.deviceNoticed,
      ]),
  );
  return buildSection(
    "follow-up",
    WORDS.followUp,
    dated,
    `<h3>${WORDS.urgent}</h3>\n`,
    buildTable([COLUMNS.what, COLUMNS.when, COLUMNS.who], rows),
    buildCorrections("followUp"),
  );
}

function describeRecovery({ recovery, schedule, remarks }: CaseRecovery): string {
  if (recovery.kind === "noTaskList") return `<p>${markValue("fact", recovery.reason)}</p>\n`;
  const notes = remarks.map((remark) => `<p>${markValue("fact", remark)}</p>\n`).join("");
  return `${notes}${buildTaskTable(recovery.tasks, schedule.zone)}`;
}
