import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { planSchema } from "@tributary/formats";
import type { Plan } from "@tributary/plan";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CHROMIUM_PATH, launchChromium } from "./chromium.fixture.ts";
import { type CliRun, createTempFolder, expectRefusal, runCli, type TempFolder } from "./run-cli.fixture.ts";
import { writeSmallPlanCase } from "./small-plan-case.fixture.ts";
import { watchPage } from "./watch-page.fixture.ts";

/** As many as tell a spread, so that the suite stays quick. */
const FEW_DRAWS = ["--draws", "20"];

let folder: TempFolder;
let casePath: string;
let out: string;
let run: CliRun;
let planText: string;
let plan: Plan;

beforeAll(async () => {
  folder = createTempFolder();
  casePath = writeSmallPlanCase(folder);
  out = join(folder.path, "out");
  run = await runCli("plan", casePath, "--out", out, "--threads", "2", ...FEW_DRAWS);
  planText = readFileSync(join(out, "plan.json"), "utf8");
  plan = JSON.parse(planText);
});
afterAll(() => folder.remove());

describe("the care around a planned case", () => {
  test("tells the patient the planned vein, and refuses the plan of another case", async () => {
    const planFile = join(out, "plan.json");
    const leaflet = await runCli("leaflet", casePath, "--variant", "deNovoCrtP", "--plan", planFile);
    expect(leaflet.stdout).toContain("The plan is to place the wire in");
    const room = await runCli("team", casePath, "--variant", "deNovoCrtP", "--plan", planFile);
    expect(room.stdout).toContain("inner guides whose curves fit lateralVein");
    expectRefusal(await runCli("leaflet", "built-in", "--plan", planFile), { code: "plan-of-other-case" });
    expectRefusal(await runCli("leaflet", casePath, "--variant", "deNovoCrtP", "--plan", casePath), {
      code: "plan-invalid",
    });
  });
});

describe("plan on a small heart with one vein", () => {
  test("prints the ranking with vector, delays, times before and after, and a reason for each site", () => {
    expect(run.code).toBe(0);
    expect(run.stdout).toMatch(/^rank {2}site .*vector .*delays ms .*total ms .*QRS ms .*threshold V .*best$/m);
    const [best] = plan.sites;
    expect(run.stdout).toMatch(/^ {3}1 {2}Lateral vein \d+-\d+ mm, .*LV\d → \S+ .*AV \d+, /m);
    expect(run.stdout.replace(/\s+/g, " ")).toContain(best!.reason);
    for (const { rank } of plan.sites) expect(run.stdout).toMatch(new RegExp(`^ {3}${rank} {2}Lateral vein`, "m"));
    expect(run.stdout).toContain("Research, planning and training use");
    expect(run.stdout).toContain(`Written to ${out}`);
  });

  test("prints the alternatives, what is missing and how sure it is, in 160 columns", () => {
    for (const { name } of plan.alternatives) expect(run.stdout).toContain(name.split(" ")[0]);
    expect(run.stdout).toContain("Missing in the case, and not assumed\n- Sex that the anatomy is described by");
    expect(run.stdout).toContain(`of ${plan.uncertainty.drawCount} draws of what is not known`);
    expect(Math.max(...run.stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(160);
  });

  test("prints what the plan does to the pump, and that this is acute", () => {
    expect(plan.mechanics).toBeDefined();
    expect(run.stdout).toMatch(
      /^What it does to the pump, now → as planned\n- dP\/dt max \d+ → \d+ mmHg\/s \(\S+ %\), /m,
    );
    expect(run.stdout.replace(/\s+/g, " ")).toContain("not a prediction of outcome or response");
    expect(run.stdout).toMatch(/^alternative .*dP\/dt {2}stroke {2}remark$/m);
  });

  test("tells its stages and a provisional ranking on standard error", () => {
    expect(run.stderr).toContain("calibration ...\n");
    expect(run.stderr).toMatch(/\nProvisional ranking, .*\n {3}1 {2}Lateral vein .*total \d+ ms, QRS \d+ ms\n/);
    expect(run.stderr.indexOf("Provisional")).toBeLessThan(run.stderr.indexOf("uncertainty ..."));
    expect(run.stdout).not.toContain("Provisional");
  });

  test("writes a plan that the published schema describes, final and without a trace of machine or folder", () => {
    expect(planSchema.safeParse(plan).error).toBeUndefined();
    expect(plan.status).toBe("final");
    expect(planText).not.toContain(folder.path);
    expect(planText).not.toContain(process.version);
  });

  test("writes the report and its pictures", () => {
    expect(readdirSync(out).sort()).toEqual(["pictures", "plan.json", "report.html"]);
    const pictures = readdirSync(join(out, "pictures"));
    expect(pictures).toEqual(expect.arrayContaining(["sites.svg", "ecg.svg", "activation.svg", "loops.svg"]));
    for (const name of pictures) expect(readFileSync(join(out, "pictures", name), "utf8")).toMatch(/^<svg /);
  });

  test.each(["1", "4"])("gives the same bytes with %s threads as with 2, on standard output too", async (threads) => {
    const again = await runCli("plan", casePath, "--threads", threads, ...FEW_DRAWS, "--json", "--quiet");
    expect(again.stderr).toBe("");
    expect(again.stdout).toBe(planText);
  });
});

describe("the report of a plan in a browser", () => {
  test.skipIf(!CHROMIUM_PATH)("shows without a complaint, asks nobody, and prints on several pages", async () => {
    const browser = await launchChromium();
    try {
      const page = await browser.newPage();
      const url = pathToFileURL(join(out, "report.html")).href;
      const faults = watchPage(page, url);
      await page.goto(url);
      expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe(plan.title);
      expect(await page.locator("figure svg").count()).toBeGreaterThan(4);
      expect(faults).toEqual({ messages: [], requests: [] });
      const pdf = await page.pdf({ format: "A4" });
      expect(countPages(pdf)).toBeGreaterThan(1);
    } finally {
      await browser.close();
    }
  });
});

/** Page objects of a PDF as the browser writes it, uncompressed. */
function countPages(pdf: Uint8Array): number {
  return new TextDecoder("latin1").decode(pdf).match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}
