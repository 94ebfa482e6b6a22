// Writes docs/parameters.md: every figure of the code that is assumed, or was not confirmed in its source.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  DURATION_PARAMETERS,
  EXCHANGE_CODES,
  EXPOSURE_PARAMETERS,
  INDICATION_TABLES,
  RISKS,
  SOURCES,
  TEST_CRITERIA,
  TRIAL_EFFECTS,
} from "../packages/care/src/index.ts";
import {
  ACCEPTANCE_CRITERIA,
  describeRule,
  GENERATOR_SETTINGS,
  RHYTHM_PARAMETERS,
  type SettingRule,
} from "../packages/model/src/generator/index.ts";
import {
  ACTION_POTENTIAL_PARAMETERS,
  APD_PARAMETERS,
  BEAT_PARAMETERS,
  CAPTURE_PARAMETERS,
  CIRCULATION_CONSTANTS,
  CONDUCTION_PARAMETERS,
  CONDUCTIVITY_PARAMETERS,
  FIT_PARAMETERS,
  GROOVE_SPACING_FIGURES,
  HEART_PRESETS,
  IMPEDANCE_PARAMETERS,
  LATENCY_PARAMETERS,
  LEAD_CATALOG,
  LEAD_LUMEN_RATIO,
  LEAD_SWAP_PARAMETERS,
  LONGEVITY_PARAMETERS,
  type LvLead,
  OUTPUT_PARAMETERS,
  type Parameter,
  PHRENIC_MARGIN_PARAMETERS,
  PHRENIC_PARAMETERS,
  POSE_PARAMETERS,
  QRS_DETECTOR_PARAMETERS,
  QRS_NOTCH_PARAMETERS,
  QRS_WAVE_PARAMETERS,
  RECORDING_FAULT_PARAMETERS,
  REFRACTORY_PARAMETERS,
  SARCOMERE_PARAMETERS,
  TIMING_PARAMETERS,
  TOOL_ANGLE_LIMITS_deg,
  TOOL_LEVELS,
  TORSO_PARAMETERS,
  TRIBUTARY_FIGURES,
  TRUNK_FIGURES,
  type VeinFigure,
} from "../packages/model/src/index.ts";
import {
  CALIBRATION_PARAMETERS,
  DEFAULT_WEIGHTS,
  LEAD_PARAMETERS,
  MEASURES,
  PLAN_PARAMETERS,
  UTILITY_SCALES,
  WEIGHT_SOURCES,
} from "../packages/plan/src/index.ts";
import { findMarkedComments } from "./find-marked-comments.ts";

const ROOT = join(import.meta.dirname, "..");
export const PARAMETERS_PAGE = join(ROOT, "docs", "parameters.md");

const INTRODUCTION = `# Figures that are assumed or unconfirmed

Written by \`node scripts/list-assumptions.ts\` from the code; do not edit. A figure stands here until it is confirmed in
a source that can be named. "From memory" means: the source is named by people of the field, but nobody has looked the
figure up in it. What a case computes with is also listed in its report.
`;

/** The page as it should stand in docs/. */
export function buildParametersPage(): string {
  return [
    INTRODUCTION,
    "## Conduction\n",
    tabulateParameters(CONDUCTION_PARAMETERS),
    "## ECG\n",
    tabulateParameters({
      ...TORSO_PARAMETERS,
      ...CONDUCTIVITY_PARAMETERS,
      ...ACTION_POTENTIAL_PARAMETERS,
      ...APD_PARAMETERS,
      ...QRS_DETECTOR_PARAMETERS,
      ...QRS_NOTCH_PARAMETERS,
      ...QRS_WAVE_PARAMETERS,
      ...BEAT_PARAMETERS,
      ...RECORDING_FAULT_PARAMETERS,
      ...LEAD_SWAP_PARAMETERS,
    }),
    "## Capture and phrenic nerve\n",
    tabulateParameters({
      ...CAPTURE_PARAMETERS,
      ...LATENCY_PARAMETERS,
      ...REFRACTORY_PARAMETERS,
      ...OUTPUT_PARAMETERS,
      ...IMPEDANCE_PARAMETERS,
      ...LONGEVITY_PARAMETERS,
      ...PHRENIC_PARAMETERS,
      ...PHRENIC_MARGIN_PARAMETERS,
    }),
    "## Circulation\n",
    tabulateParameters({
      ...SARCOMERE_PARAMETERS,
      ...TIMING_PARAMETERS,
      ...CIRCULATION_CONSTANTS,
      ...FIT_PARAMETERS,
    }),
    "## The plan\n",
    tabulateParameters({ ...CALIBRATION_PARAMETERS, ...PLAN_PARAMETERS }),
    "Measures of the default score: weight, the values of utility 0 and 1, and what they rest on.\n",
    tabulateMeasures(),
    "## Duration and success of an implant\n",
    tabulateParameters(DURATION_PARAMETERS),
    "## X-ray and contrast of a rehearsal\n",
    tabulateParameters(EXPOSURE_PARAMETERS),
    "## Clinical rules and figures\n",
    "Rows of the guidelines' tables and published figures that nobody has looked up in their source; no clinician has signed any row yet.\n",
    tabulateClinicalRows(),
    "## How a parametric heart lies in the chest\n",
    tabulateParameters(POSE_PARAMETERS),
    "## Parametric hearts\n",
    "All are design values, assumed; the wall of the right ventricle and its shape are the same in all.\n",
    tabulatePresets(),
    "## Veins\n",
    "Mean and standard deviation of what a generated tree is drawn from; figures with a source are not listed.\n",
    tabulateVeinFigures(),
    "## How far a body goes in a vein\n",
    `The lumen must be at least ${LEAD_LUMEN_RATIO} of a lead's body. At each tool level a larger angle stops it:\n`,
    tabulateReachLimits(),
    "## Leads\n",
    "A value nobody could confirm or remember is missing, and the program asks for it.\n",
    tabulateLeads(),
    "## The generator's settings\n",
    "Values, nominal or tolerance unconfirmed; those of the PACEMAKER specification that are confirmed are not listed.\n",
    tabulateSettings(GENERATOR_SETTINGS),
    "## The heart's rhythm\n",
    tabulateParameters({ ...RHYTHM_PARAMETERS, ...LEAD_PARAMETERS }),
    "## Criteria of tests at implant\n",
    tabulateParameters(ACCEPTANCE_CRITERIA),
    "## Codes of device observations\n",
    "Codes and answers of ISO/IEEE 11073-10103 whose number was seen nowhere; they are written by their name alone.\n",
    tabulateCodes(),
    "## Rules and constants in the code\n",
    tabulateComments(),
  ].join("\n");
}

function tabulateParameters(parameters: Readonly<Record<string, Parameter>>): string {
  const unconfirmed = Object.entries(parameters).filter(([, { confirmed }]) => !confirmed);
  return drawTable(
    ["parameter", "value", "range", "unit", "source"],
    unconfirmed.map(([name, { value, range, unit, source }]) => [
      `\`${name}\``,
      say(value),
      `${say(range[0])} to ${say(range[1])}`,
      unit,
      source,
    ]),
  );
}

function tabulateSettings(settings: Readonly<Record<string, SettingRule>>): string {
  const unconfirmed = Object.entries(settings).filter(([, { confirmed }]) => !confirmed);
  return drawTable(
    ["setting", "allowed", "nominal", "tolerance", "source"],
    unconfirmed.map(([name, rule]) => [
      `\`${name}\``,
      describeRule(rule),
      String(rule.nominal),
      rule.tolerance,
      rule.source,
    ]),
  );
}

function tabulateClinicalRows(): string {
  const guidelines = Object.values(INDICATION_TABLES)
    .flat()
    .filter(({ confirmed }) => !confirmed)
    .map(({ guideline, id, advice, recommendationClass, levelOfEvidence, sourceId }) => {
      const grade = [recommendationClass, levelOfEvidence].filter(Boolean).join(" ") || "not retrieved";
      return [`${guideline} ${id}`, advice, grade, SOURCES[sourceId].citation];
    });
  const tests = TEST_CRITERIA.filter(({ confirmed }) => !confirmed).map(({ id, text, unit, low, high, sourceId }) => [
    `\`${id}\``,
    text,
    [low !== undefined && `from ${low} ${unit}`, high !== undefined && `up to ${high} ${unit}`]
      .filter(Boolean)
      .join(", "),
    SOURCES[sourceId].citation,
  ]);
  const figures = [
    ...RISKS.flatMap(({ id, rates }) => rates.map((figure) => [id, figure] as const)),
    ...TRIAL_EFFECTS.flatMap(({ id, withCrt, without, ratio }) =>
      [withCrt, without, ratio].map((figure) => [id, figure] as const),
    ),
  ].flatMap(([id, figure]) =>
    figure === undefined || figure.confirmed
      ? []
      : [[`\`${id}\``, figure.locator, `${say(figure.value)} ${figure.unit}`, SOURCES[figure.sourceId].citation]],
  );
  return drawTable(["row", "what it says", "class, limit or value", "source"], [...guidelines, ...tests, ...figures]);
}

function tabulateMeasures(): string {
  return drawTable(
    ["measure", "weight", "0 at", "1 at", "unit", "meaning", "source of the scale", "source of the weight"],
    MEASURES.map((measure) => {
      const { worst, best, unit, meaning, source } = UTILITY_SCALES[measure];
      const weight = String(DEFAULT_WEIGHTS[measure]);
      return [`\`${measure}\``, weight, say(worst), say(best), unit, meaning, source, WEIGHT_SOURCES[measure]];
    }),
  );
}

function tabulatePresets(): string {
  const names = Object.keys(HEART_PRESETS[0]!.geometry) as (keyof (typeof HEART_PRESETS)[number]["geometry"])[];
  return drawTable(
    ["preset", ...names.map((name) => `\`${name}\``)],
    HEART_PRESETS.map(({ id, geometry }) => [id, ...names.map((name) => say(geometry[name]))]),
  );
}

function tabulateVeinFigures(): string {
  const groups: (readonly [string, Readonly<Record<string, VeinFigure | undefined>>])[] = [
    ...Object.entries(TRIBUTARY_FIGURES).map(([vein, figures]) => [vein, { ...figures }] as const),
    ["trunk", TRUNK_FIGURES],
    ["groove", GROOVE_SPACING_FIGURES],
  ];
  const rows = groups.flatMap(([vein, figures]) =>
    Object.entries(figures).flatMap(([name, figure]) =>
      figure && !figure.confirmed ? [[vein, `\`${name}\``, say(figure.mean), say(figure.sd), figure.source]] : [],
    ),
  );
  return drawTable(["vein", "figure", "mean", "SD", "source"], rows);
}

function tabulateReachLimits(): string {
  return drawTable(
    ["level", "tools", "take-off, degrees", "sum of bends, degrees"],
    TOOL_LEVELS.map((tools, level) => [
      String(level),
      tools,
      String(TOOL_ANGLE_LIMITS_deg.turn[level]),
      String(TOOL_ANGLE_LIMITS_deg.bends[level]),
    ]),
  );
}

const CATALOG_FIELDS = [
  "electrodeOffsets_mm",
  "bodySize_F",
  "tipSize_F",
  "lengths_cm",
  "shape",
  "fixation",
  "connector",
  "exposedVectors",
] as const satisfies readonly (keyof LvLead)[];

function tabulateLeads(): string {
  const rows = LEAD_CATALOG.map((lead) => {
    const open = CATALOG_FIELDS.filter((field) => !lead[field].confirmed);
    const known = open.filter((field) => lead[field].value !== undefined);
    const missing = open.filter((field) => lead[field].value === undefined);
    return [
      `${lead.maker} ${lead.model}`,
      known.map((field) => `\`${field}\` ${[lead[field].value].flat().join(", ")}`).join("; "),
      missing.map((field) => `\`${field}\``).join(", "),
      lead.source,
    ];
  });
  return drawTable(["lead", "unconfirmed", "missing", "source"], rows);
}

function tabulateCodes(): string {
  const origins = EXCHANGE_CODES.flatMap(({ code }) => [
    code,
    ...(code.rule.kind === "choice" ? code.rule.choices : []),
  ]);
  const unconfirmed = new Map(
    origins.filter(({ confirmed }) => !confirmed).map((origin) => [origin.referenceId, origin] as const),
  );
  return drawTable(
    ["code", "number", "source"],
    [...unconfirmed.values()].map(({ referenceId, number, source }) => [
      `\`${referenceId}\``,
      number === undefined ? "unknown" : String(number),
      source,
    ]),
  );
}

function tabulateComments(): string {
  const rows = findMarkedComments(ROOT).map(({ file, name, value, text }) => [
    `\`${name}\``,
    value && `\`${value}\``,
    text,
    `\`${file}\``,
  ]);
  return drawTable(["name", "value", "what the code says of it", "file"], rows);
}

function say(value: number): string {
  return String(Number(value.toPrecision(3)));
}

function drawTable(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const drawRow = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [drawRow(columns), drawRow(columns.map(() => "---")), ...rows.map(drawRow), ""].join("\n");
}

if (import.meta.main) writeFileSync(PARAMETERS_PAGE, buildParametersPage());
