import type { ActivationMap, ActivationStudy, ConductionSpecification } from "@tributary/engine";
import {
  CONDUCTION_PARAMETERS,
  CONDUCTION_PATTERN_NAME,
  countNodes,
  countTetrahedra,
  DEFAULT_TOOL_LEVEL,
  degreesFromRadians,
  millilitersFromCubicMillimeters,
  type PlacedElectrode,
  type ReachRow,
  spellVeinName,
  tabulateReach,
} from "@tributary/model";
import {
  buildReportPage,
  type ReportAssumption,
  type ReportSection,
  type ReportTable,
} from "../page/build-report-page.ts";
import type { Picture } from "../svg/picture.ts";
import { type CaseScene, drawCaseVeins, drawMapBullsEye, drawMapUnrolled, drawMapViews } from "./draw-case-pictures.ts";

export interface ActivationReportInput extends CaseScene {
  readonly title: string;
  readonly study: ActivationStudy;
  readonly conduction: ConductionSpecification;
  /** Clinical values that the case leaves out, in words. */
  readonly missing: readonly string[];
  /** What was taken for granted while reading the case, in words. */
  readonly remarks: readonly string[];
  /** Program version, case file, seed. */
  readonly provenance: readonly string[];
}

export interface ActivationReport {
  readonly html: string;
  /** The page's pictures by file name. */
  readonly pictures: ReadonlyMap<string, Picture>;
}

/** The report page of one case: where the lead lies, how the heart is activated, with what assumptions. */
export function buildActivationReport(input: ActivationReportInput): ActivationReport {
  const pictures = drawPictures(input);
  const html = buildReportPage({
    title: input.title,
    subtitle: `${CONDUCTION_PATTERN_NAME[input.conduction.pattern]}: activation of the ventricles, the coronary veins and the lead`,
    sections: [
      buildActivationSection(input, pictures),
      buildVeinSection(input, pictures),
      ...(input.lead ? [buildLeadSection(input)] : []),
      buildHeartSection(input),
    ],
    assumptions: listAssumptions(input),
    sources: SOURCES,
    provenance: input.provenance,
  });
  return { html, pictures };
}

function drawPictures(input: ActivationReportInput): Map<string, Picture> {
  const { maps } = input.study;
  const first = maps[0]!;
  const pictures = new Map<string, Picture>([
    ["activation.svg", drawMapViews(input, first)],
    ["planning-map.svg", drawMapUnrolled(input, first)],
    ["segments.svg", drawMapBullsEye(input, first)],
    ["veins.svg", drawCaseVeins(input)],
  ]);
  const paced = chooseBiventricular(maps);
  if (paced) pictures.set("activation-biventricular.svg", drawMapViews(input, paced));
  return pictures;
}

/** The biventricular map with the shortest total activation time. */
function chooseBiventricular(maps: readonly ActivationMap[]): ActivationMap | undefined {
  const candidates = maps.filter((map) => map.id.startsWith("biv-"));
  return candidates.sort((a, b) => a.measures.totalActivationTime_ms - b.measures.totalActivationTime_ms)[0];
}

function buildActivationSection({ study }: ActivationReportInput, pictures: Map<string, Picture>): ReportSection {
  const names = ["activation.svg", "planning-map.svg", "segments.svg", "activation-biventricular.svg"];
  return {
    heading: "Activation",
    paragraphs: study.remarks,
    figures: names.flatMap((name) => (pictures.has(name) ? [{ picture: pictures.get(name)! }] : [])),
    tables: [tabulateMaps(study)],
  };
}

function tabulateMaps({ maps }: ActivationStudy): ReportTable {
  return {
    caption: "Measures of each activation map, ms",
    columns: ["Map", "Total", "LV", "RV", "LV minus RV", "50 %", "95 %", "Latest LV segment"],
    numberColumns: [1, 2, 3, 4, 5, 6, 7],
    rows: maps.map(({ name, measures, latestLvSegment }) => [
      name,
      formatTime(measures.totalActivationTime_ms),
      formatTime(measures.lvActivationTime_ms),
      formatTime(measures.rvActivationTime_ms),
      formatTime(measures.lvRvDelay_ms),
      formatTime(measures.percentiles_ms.p50),
      formatTime(measures.percentiles_ms.p95),
      latestLvSegment === 0 ? "none" : String(latestLvSegment),
    ]),
  };
}

function buildVeinSection({ veins }: ActivationReportInput, pictures: Map<string, Picture>): ReportSection {
  const generated = veins.tree.branches[0]?.source === "generated";
  return {
    heading: "Veins",
    paragraphs: [
      generated
        ? "No veins were given: this tree is drawn from published statistics and is one of many this patient could have."
        : "The veins are those given with the case.",
    ],
    figures: [{ picture: pictures.get("veins.svg")! }],
    tables: [
      {
        caption: "Size and take-off of each vein",
        columns: ["Vein", "Drains into", "Length, mm", "Mouth, mm", "End, mm", "Take-off angle, degrees"],
        numberColumns: [2, 3, 4, 5],
        rows: veins.tree.branches.map((branch) => [
          spellVeinName(branch.name),
          branch.parent ? spellVeinName(branch.parent) : "right atrium",
          branch.arc_mm.at(-1)!.toFixed(0),
          branch.diameter_mm[0]!.toFixed(1),
          branch.diameter_mm.at(-1)!.toFixed(1),
          branch.takeOffAngle_rad === undefined ? "" : degreesFromRadians(branch.takeOffAngle_rad).toFixed(0),
        ]),
      },
      tabulateReaches(tabulateReach(veins.tree, DEFAULT_TOOL_LEVEL)),
    ],
  };
}

/** One row a vein, one column a size: how far, and in a word why no farther. */
function tabulateReaches(rows: readonly ReachRow[]): ReportTable {
  const sizes_F = [...new Set(rows.map(({ size_F }) => size_F))];
  const veins = [...new Set(rows.map(({ vein }) => vein))];
  return {
    caption: "How far each size goes from the mouth of each vein with an inner guide, mm, and what stops it",
    columns: ["Vein", ...sizes_F.map((size_F) => `${size_F} F`)],
    rows: veins.map((vein) => [
      spellVeinName(vein),
      ...sizes_F.map((size_F) => describeReach(rows.find((row) => row.vein === vein && row.size_F === size_F)!)),
    ]),
  };
}

const LIMIT_WORD: Record<ReachRow["limit"]["kind"], string> = {
  "end-of-vein": "end",
  lumen: "lumen",
  "turn-angle": "turn",
  bends: "bends",
  valve: "valve",
};

function describeReach({ vein, reach_mm, limit }: ReachRow): string {
  const where = limit.branch === vein ? "" : `, ${spellVeinName(limit.branch).toLowerCase()}`;
  return `${reach_mm.toFixed(0)} ${LIMIT_WORD[limit.kind]}${where}`;
}

function buildLeadSection({ lead, study }: ActivationReportInput): ReportSection {
  const { outcome, isDefault, placement } = lead!;
  const where = placement
    ? `${lead!.lead.model}, tip ${placement.insertionDepth_mm.toFixed(0)} mm into the ${spellVeinName(placement.vein).toLowerCase()}.`
    : `${lead!.lead.model}.`;
  const why = isDefault
    ? " The case names no place; this one was taken to have something to show and is no recommendation."
    : "";
  if (outcome.kind !== "placed") return { heading: "Lead", paragraphs: [`${where}${why}`, outcome.reason] };
  return {
    heading: "Lead",
    paragraphs: [`${where}${why}`],
    tables: [
      {
        caption: "Electrodes",
        columns: [
          "Electrode",
          "Vein",
          "Segment",
          "Third",
          "Region",
          "Lumen, mm",
          "Fit",
          "To viable muscle, mm",
          "Q-LV, ms",
        ],
        numberColumns: [2, 5, 7, 8],
        rows: outcome.electrodes.map((electrode) => describeElectrode(electrode, study)),
      },
    ],
  };
}

function describeElectrode(electrode: PlacedElectrode, study: ActivationStudy): string[] {
  const qLv = study.qLv.find((row) => row.electrode === electrode.name);
  const distance_mm = electrode.viableDistance_mm ?? electrode.nearestNodeDistance_mm;
  return [
    electrode.name,
    spellVeinName(electrode.vein),
    String(electrode.ahaSegment),
    electrode.third,
    electrode.region,
    electrode.lumen_mm.toFixed(1),
    electrode.fit,
    distance_mm === undefined ? "missing" : distance_mm.toFixed(1),
    qLv ? formatTime(qLv.qLv_ms) : "missing",
  ];
}

function buildHeartSection({ prepared, missing, remarks }: ActivationReportInput): ReportSection {
  const { heart, meshReport, elementVolumes_mm3 } = prepared;
  const muscle_mL = millilitersFromCubicMillimeters(elementVolumes_mm3.reduce((sum, volume) => sum + volume, 0));
  const rows = [
    ["Nodes", String(countNodes(heart))],
    ["Tetrahedra", String(countTetrahedra(heart))],
    ["Muscle", `${muscle_mL.toFixed(0)} mL`],
  ];
  if (meshReport) {
    rows.push(["Mean edge", `${meshReport.meanEdge_mm.toFixed(2)} mm`]);
    rows.push(["Smallest dihedral angle", `${degreesFromRadians(meshReport.minDihedral_rad).toFixed(1)} degrees`]);
  }
  return {
    heading: "Heart and mesh",
    paragraphs: [
      ...remarks,
      ...(meshReport?.remarks ?? []),
      ...(prepared.body.remark ? [prepared.body.remark] : []),
      missing.length > 0
        ? `Missing from the case: ${missing.join(", ")}.`
        : "No clinical value is missing from the case.",
    ],
    tables: [{ caption: "Mesh", columns: ["Quantity", "Value"], numberColumns: [1], rows }],
  };
}

function listAssumptions({ conduction }: ActivationReportInput): ReportAssumption[] {
  const { velocities } = conduction;
  const parameters = CONDUCTION_PARAMETERS;
  const describe = (
    name: string,
    value: number,
    parameter: { range: readonly [number, number]; unit: string; source: string; confirmed: boolean },
  ) => ({
    text: `${name}: ${value} ${parameter.unit === "1" ? "" : parameter.unit} (plausible ${parameter.range[0]} to ${parameter.range[1]})${parameter.confirmed ? "" : ", unconfirmed"}`,
    source: parameter.source,
  });
  return [
    describe("Conduction velocity along the fiber", velocities.alongFiber_mmPerMs, parameters.alongFiber_mmPerMs),
    describe("Conduction velocity across the fiber", velocities.acrossFiber_mmPerMs, parameters.acrossFiber_mmPerMs),
    describe("Velocity of the fast endocardial layer", velocities.fastLayer_mmPerMs, parameters.fastLayer_mmPerMs),
    describe("Capture latency", parameters.captureLatency_ms.value, parameters.captureLatency_ms),
    { text: "Conduction does not depend on rate, direction of travel or curvature of the front.", source: "assumed" },
    {
      text: "Velocities and roots are not fitted to this patient; the spread they cause is not yet shown.",
      source: "assumed",
    },
  ];
}

const SOURCES = [
  "Durrer et al., Circulation 1970;41:899 (early activation of the human heart)",
  "Schuler et al., Med Image Anal 2021;74:102247 (ventricular coordinates)",
  "Bayer et al., Ann Biomed Eng 2012;40:2243 (rule-based fibers)",
  "Cerqueira et al., Circulation 2002;105:539 (17 segments)",
  "Lee et al., Med Image Anal 2019;57:197 (fast endocardial layer)",
  "Labelle and Shewchuk, ACM Trans Graph 2007;26:57 (meshing)",
  "Jongbloed et al., J Am Coll Cardiol 2005;45:749; Keiler et al., Front Cardiovasc Med 2020;7:611160; Van de Veire et al., J Am Coll Cardiol 2006 (veins)",
];

function formatTime(time_ms: number): string {
  return Number.isFinite(time_ms) ? time_ms.toFixed(0) : "missing";
}
