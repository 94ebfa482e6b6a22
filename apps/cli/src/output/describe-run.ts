import { CONDUCTION_PATTERN_NAME, countNodes, countTetrahedra } from "@tributary/model";
import type { CaseRun } from "../run-case.ts";
import { renderTextTable } from "./text-table.ts";
import { renderListItem } from "./wrap-text.ts";

/** The results of a run as plain values, for `--json` and summary.json. */
export function summarizeRun(run: CaseRun) {
  const { loaded, prepared, veins, lead, study, conduction, remarks } = run;
  return {
    id: loaded.case.id,
    title: loaded.case.title,
    pattern: conduction.pattern,
    mesh: {
      nodeCount: countNodes(prepared.heart),
      elementCount: countTetrahedra(prepared.heart),
      report: prepared.meshReport,
    },
    veins: veins.tree.branches.map(({ name, parent, arc_mm, diameter_mm }) => ({
      name,
      parent,
      length_mm: arc_mm.at(-1)!,
      ostiumDiameter_mm: diameter_mm[0]!,
    })),
    lead: lead && { id: lead.lead.id, placement: lead.placement, isDefault: lead.isDefault, outcome: lead.outcome },
    maps: study.maps.map(({ id, name, sources, measures, segmentTimes_ms, latestLvSegment }) => ({
      id,
      name,
      sources,
      ...measures,
      latestLvSegment,
      segmentTimes_ms: Array.from(segmentTimes_ms.subarray(1), (time) => (Number.isFinite(time) ? time : undefined)),
    })),
    qLv: study.qLv,
    transseptalDelay_ms: study.transseptalDelay_ms,
    missing: loaded.missing,
    remarks: [...remarks, ...(prepared.meshReport?.remarks ?? []), ...listBodyRemarks(prepared), ...study.remarks],
    notice: "Research, planning and training use; not for diagnosis or live care.",
  };
}

/** The same for a person at a terminal. */
export function describeRun(run: CaseRun): string {
  const summary = summarizeRun(run);
  const { study, lead } = run;
  return [
    summary.title,
    `${CONDUCTION_PATTERN_NAME[summary.pattern]}; ${summary.mesh.nodeCount} nodes, ${summary.mesh.elementCount} tetrahedra`,
    "",
    renderTextTable(
      ["map", "total ms:", "LV ms:", "RV ms:", "LV-RV ms:", "95 % ms:", "latest segment:"],
      study.maps.map(({ name, measures, latestLvSegment }) => [
        name,
        formatTime(measures.totalActivationTime_ms),
        formatTime(measures.lvActivationTime_ms),
        formatTime(measures.rvActivationTime_ms),
        formatTime(measures.lvRvDelay_ms),
        formatTime(measures.percentiles_ms.p95),
        latestLvSegment === 0 ? "none" : String(latestLvSegment),
      ]),
    ),
    "",
    ...TABLE_LEGEND,
    "",
    ...describeLead(run),
    ...(lead?.outcome.kind === "placed" && study.qLv.length > 0
      ? [`Q-LV: ${study.qLv.map(({ electrode, qLv_ms }) => `${electrode} ${formatTime(qLv_ms)} ms`).join(", ")}`]
      : []),
    ...(study.transseptalDelay_ms === undefined
      ? []
      : [`First left minus first right endocardial activation: ${formatTime(study.transseptalDelay_ms)} ms`]),
    "",
    ...summary.remarks.map(renderListItem),
    ...describeMissing(summary.missing.map(({ path }) => path)),
    "",
    summary.notice,
  ].join("\n");
}

const TABLE_LEGEND = [
  "total, LV, RV: until all of the heart, of the left, of the right ventricle is active; LV-RV: mean left minus mean right",
  "time; 95 %: until that share of the muscle is active; latest segment: of the LV by the AHA's 17.",
];

/** Findings of the patient that the case does not give: shown as missing, never filled in. */
function describeMissing(paths: readonly string[]): string[] {
  return paths.length === 0 ? [] : [renderListItem(`Missing in the case, and not assumed: ${paths.join(", ")}`)];
}

function describeLead({ lead }: CaseRun): string[] {
  if (!lead) return ["No lead is named in the case."];
  if (lead.outcome.kind !== "placed") return [`${lead.lead.model}: ${lead.outcome.reason}`];
  const { vein, insertionDepth_mm } = lead.placement!;
  const note = lead.isDefault ? " (the case names no place; no recommendation)" : "";
  return [`${lead.lead.model}, tip ${insertionDepth_mm.toFixed(0)} mm into ${vein}${note}`];
}

function formatTime(time_ms: number): string {
  return Number.isFinite(time_ms) ? time_ms.toFixed(1) : "missing";
}

function listBodyRemarks({ body }: CaseRun["prepared"]): string[] {
  return body.remark ? [body.remark] : [];
}
