/**
 * plan.json: what a plan says. This is the single source of the JSON Schema that is published with the project; a test
 * holds a plan of the program against it. There is no time, no path and no machine in a plan: the same case, seed and
 * weights give the same bytes.
 */
import { z } from "zod";
import { count, estimate, figure, listOf, oneOf, share, words } from "./plan-field.ts";
import { mechanics, pump } from "./plan-pump-schema.ts";
import { multipointOption, searched, site, weights } from "./plan-site-schema.ts";

const SCHEMA_VERSION = 1;

const state = z.strictObject({
  id: words("Name of the state within this plan"),
  name: words("Name for readers"),
  totalActivationTime_ms: estimate("Until all of the heart is active", "ms"),
  lvActivationTime_ms: estimate("Until all of the left ventricle is active", "ms"),
  lvRvDelay_ms: figure("Mean activation of the left minus that of the right ventricle", "ms"),
  qrsDuration_ms: estimate("Of the simulated 12-lead ECG", "ms"),
  qrsAxis_rad: figure(
    "Frontal, 0 to the left, a quarter turn down; left out where there is none",
    "rad",
  ).exactOptional(),
  pump: pump.exactOptional(),
  remark: words("What a reader must know beside the numbers; empty when nothing"),
});

const exclusion = z.strictObject({
  vein: words("Vein, or the vein that a stretch belongs to; left out where delays are meant").exactOptional(),
  reason: words("What of it is excluded, and why"),
});

/** Values over the grid of delays, row by row of AV; null where a pulse is not delivered. */
function surface(meaning: string) {
  return z.array(z.number().nullable()).meta({ description: meaning, unit: "ms" });
}

const response = z
  .strictObject({
    siteId: words("Site it belongs to: the best"),
    avDelays_ms: listOf("Rows; empty without an AV delay: then there is one row", figure("AV delay", "ms")),
    vvDelays_ms: listOf("Columns", figure("VV delay", "ms")),
    totalActivationTime_ms: surface("Row by row; null where a pulse is not delivered"),
    qrsDuration_ms: surface("Row by row; null where a pulse is not delivered"),
  })
  .meta({ description: "Total activation time and QRS duration over the delays of the best site" });

const calibratedParameter = z.strictObject({
  name: words("Parameter"),
  unit: words("Its unit"),
  estimate: estimate("Over the sets of parameters that fit", "as given"),
  range: z
    .tuple([figure("Least", "as given"), figure("Most", "as given")])
    .meta({ description: "What is plausible before any measurement" }),
  state: oneOf("Fitted: narrower than before; at a bound; or at its prior: these data say nothing of it", [
    "fitted",
    "at a bound",
    "at its prior",
  ]),
  source: words("Of the range"),
});

const residual = z.strictObject({
  lead: words("Lead of the ECG"),
  residualFraction: z
    .number()
    .min(0)
    .meta({ description: "Root mean square of the difference over that of the measured ECG", unit: "1" }),
});

const calibration = z
  .strictObject({
    fittedTo: listOf("What was measured and fitted to; empty when nothing", words("A finding")),
    qrsDurationMeasured_ms: figure("Left out where it was not measured", "ms").exactOptional(),
    qrsDurationModel_ms: estimate("Of the beat as it is now", "ms"),
    leadResiduals: listOf("Empty without a measured ECG", residual),
    parameters: listOf("What was fitted", calibratedParameter),
    setCount: count("Sets of parameters that fit"),
    remarks: listOf("What a reader must know", words("A remark")),
  })
  .meta({ description: "How the model was fitted to the patient" });

const uncertainty = z
  .strictObject({
    drawCount: count("Draws of what is not known"),
    sensitivities: listOf(
      "Strongest first",
      z.strictObject({
        parameter: words("What was drawn"),
        correlation: z
          .number()
          .min(-1)
          .max(1)
          .meta({ description: "Rank correlation with the total activation time of the best site", unit: "1" }),
      }),
    ),
    shareBestStays: share("Share of the draws in which the best site is still the best"),
    shareBestVein: share("Share of the draws in which some stretch of its vein is the best"),
    registration: z
      .strictObject({
        shift_mm: figure("By how much the target is missed along its vein", "mm"),
        shareTopChanges: share("Share of the draws in which it is then worse than the best site of another vein"),
      })
      .meta({ description: "What a miss costs" }),
    drawModel: z
      .strictObject({
        nodeCount: count("Nodes of the mesh of the draws"),
        rankCorrelation: figure("Of its total activation times with those of the fine mesh", "1"),
        isTopSiteSame: z.boolean().meta({ description: "Whether both meshes have the same fastest site" }),
        medianError_ms: figure("Between the two, after the difference of the beat as it is now", "ms"),
      })
      .meta({ description: "How the model of the draws compares with the full one" }),
    remarks: listOf("What a reader must know", words("A remark")),
  })
  .meta({ description: "How sure the ranking is" });

export const planSchema = z
  .strictObject({
    schemaVersion: z.literal(SCHEMA_VERSION).meta({ description: "Version of this file format" }),
    programVersion: words("Version of the program"),
    caseId: words("Name of the case"),
    title: words("Title of the case"),
    inputHash: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .meta({ description: "SHA-256 of the case and of the files it names" }),
    seed: count("Of calibration and draws"),
    status: oneOf("Provisional: on a coarse mesh, without draws", ["provisional", "final"]),
    notice: words("What the plan is for, and what not"),
    nodeCount: count("Nodes of the mesh"),
    searched,
    missing: listOf("Findings that the case does not give; none is filled in", words("A finding")),
    remarks: listOf("What was taken or said along the way", words("A remark")),
    weights,
    calibration,
    baseline: state.meta({ description: "The heart as it is now" }),
    alternatives: listOf("Other ways of pacing the same heart", state),
    sites: listOf("The ranking, best first; empty where no site can be paced from", site),
    multipoint: listOf("Two cathodes of the same lead", multipointOption),
    exclusions: listOf("What is not in the ranking: veins, stretches of them, vectors there, delays", exclusion),
    response: response.exactOptional(),
    mechanics: mechanics.exactOptional(),
    uncertainty,
    assumptions: listOf(
      "What is taken for granted",
      z.strictObject({ text: words("What"), source: words("Where it comes from, or that it is assumed") }),
    ),
  })
  .meta({
    title: "Tributary plan",
    description: "Ranked places for a left-ventricular lead, for research, planning and training",
  });

/** The published schema of plan.json: draft 2020-12, with meaning and unit of every field. */
export function buildPlanJsonSchema(): { readonly $id: string } {
  return { $id: `plan-${SCHEMA_VERSION}.schema.json`, ...z.toJSONSchema(planSchema, { target: "draft-2020-12" }) };
}
