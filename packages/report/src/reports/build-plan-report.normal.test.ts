import type { Plan, PlanResult } from "@tributary/plan";
import { beforeAll, describe, expect, test } from "vitest";
import { findMarkupError } from "../svg/find-markup-error.fixture.ts";
import { buildPlanReport, type PlanReport } from "./build-plan-report.ts";
import { createSamplePlanResult } from "./sample-plan-result.fixture.ts";

let result: PlanResult;
let report: PlanReport;

beforeAll(async () => {
  result = await createSamplePlanResult();
  report = buildPlanReport(result, ["Case <file>"]);
});

function rebuild(changes: Partial<Plan>, scene: Partial<PlanResult["scene"]> = {}): PlanReport {
  return buildPlanReport({ plan: { ...result.plan, ...changes }, scene: { ...result.scene, ...scene } }, []);
}

describe("plan report", () => {
  test("every picture is well-formed and has its table; the page is below 3 MB", () => {
    expect([...report.pictures.keys()]).toEqual([
      "sites.svg",
      "planning-map.svg",
      "activation.svg",
      "ecg.svg",
      "segments.svg",
      "loops.svg",
      "beat.svg",
      "strain.svg",
      "work.svg",
      "delays.svg",
      "pump-delays.svg",
      "scorecard.svg",
      "uncertainty.svg",
      "sensitivities.svg",
      "alternatives.svg",
    ]);
    for (const { svg, table } of report.pictures.values()) {
      expect(findMarkupError(svg)).toBeUndefined();
      expect(table.rows.length).toBeGreaterThan(0);
    }
    expect(report.html.length).toBeLessThan(3_000_000);
  });

  test("says the answer first, then pictures, ranking, uncertainty, calibration, alternatives, search, what is missing, assumptions", () => {
    const places = [
      "The plan puts the left-ventricular lead",
      "<figure>",
      ">What it does to the pump</h2>",
      "<caption>The pump before and after",
      "What the delays do to the pump",
      "<caption>Ranking, and why",
      "<caption>Excluded, and why",
      "How sure the ranking is",
      "<caption>Parameters, with",
      ">How the circulation was fitted</h2>",
      "The plan and its alternatives",
      "<caption>The same ways as pumps",
      "configurations (place, vector, delays)",
      "Missing from the case",
      ">Assumptions<",
      ">Sources<",
    ].map((text) => report.html.indexOf(text));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
  });

  test("no id appears twice, nothing is fetched, every text is escaped", () => {
    const ids = [...report.html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(report.html).not.toMatch(/(?:src|href)="(?!#|data:)/);
    expect(report.html).toContain("Sample &amp; plan");
    expect(report.html).toContain("Case &lt;file&gt;");
  });

  test("is the same bytes twice", () => {
    expect(buildPlanReport(result, ["Case <file>"]).html).toBe(report.html);
  });

  test("shows the apical position as contested, with both studies", () => {
    expect(report.html).toContain("HR 1.72 (1.09 to 2.71)");
    expect(report.html).toContain("HR 0.74 (0.56 to 0.99)");
    expect(report.html).toContain("apical lateral (contested)");
    expect(report.html).toContain("Apical sites of this plan, by rank: 5, 9.");
  });

  test("says how often a missed target would change the choice", () => {
    expect(report.html).toContain("worse than the best site of another vein in 28 % of the draws");
  });

  test("says what was fitted and what the data say nothing of", () => {
    expect(report.html).toContain("at its prior: these data say nothing of it");
    expect(report.html).toContain("at a bound: crowded at an end of its range");
  });
});

describe("a provisional plan of a patient with an ECG but no fit", () => {
  let early: PlanReport;

  beforeAll(() => {
    const { calibration } = result.plan;
    early = rebuild(
      {
        status: "provisional",
        calibration: { ...calibration, fittedTo: [], qrsDurationMeasured_ms: undefined, leadResiduals: [] },
      },
      { measuredEcg: result.scene.before.ecg },
    );
  });

  test("carries a banner before the answer", () => {
    expect(early.html.indexOf('class="banner"')).toBeGreaterThan(0);
    expect(early.html.indexOf('class="banner"')).toBeLessThan(early.html.indexOf('class="answer"'));
    expect(report.html).not.toContain('class="banner"');
  });

  test("says that nothing was measured to fit", () => {
    expect(early.html).toContain("Nothing was measured in this patient");
  });

  test("shows the measured ECG beside the simulated ones", () => {
    expect(early.pictures.get("ecg.svg")!.table.columns[1]).toMatch(/^Measured/);
  });
});

test("without a reachable site there are still the heart, the reasons and the alternatives", () => {
  const { html, pictures } = rebuild(
    { sites: [], response: undefined, multipoint: [], mechanics: undefined },
    { after: undefined, electrodes: [], pump: undefined },
  );
  expect(html).toContain("the plan proposes none");
  expect(html).toContain("Excluded, and why");
  expect([...pictures.keys()]).toEqual([
    "sites.svg",
    "planning-map.svg",
    "activation.svg",
    "ecg.svg",
    "sensitivities.svg",
    "alternatives.svg",
  ]);
});

test("a plan without a circulation says nothing of the pump and is whole otherwise", () => {
  const { html, pictures } = rebuild({ mechanics: undefined }, { pump: undefined });
  for (const text of ["What it does to the pump", "How the circulation was fitted", "as pumps"])
    expect(html.includes(text)).toBe(false);
  expect([...pictures.keys()]).not.toContain("loops.svg");
  expect([...pictures.keys()]).toContain("delays.svg");
  expect(html.replace(/base64,[^"]*/g, "").match(/NaN|undefined/)).toBeNull();
});

test("the work of the segments is shown before and after, least in the septum of a blocked left bundle", () => {
  const { rows } = report.pictures.get("work.svg")!.table;
  expect(rows).toHaveLength(17);
  const [septal, lateral] = [9, 12].map((segment) => rows[segment - 1]!);
  expect(Number(septal![1]!.replace("−", "-"))).toBeLessThan(0);
  expect(Number(lateral![1])).toBeGreaterThan(Number(lateral![2]));
});
