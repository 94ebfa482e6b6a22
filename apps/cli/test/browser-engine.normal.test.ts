import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { stripTypeScriptTypes } from "node:module";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { DEFAULT_CONDUCTION } from "@tributary/engine";
import { createPose, HUMAN_FIBER_ANGLES } from "@tributary/model";
import { DEFAULT_WEIGHTS, NO_CIRCULATION_FINDINGS, type Plan, type PlanInput, planCase } from "@tributary/plan";
import { createNodePlanHost } from "@tributary/plan/node";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CHROMIUM_PATH, launchChromium } from "./chromium.fixture.ts";
import { COARSE_GEOMETRY, createCoarseHeart } from "./coarse-heart.fixture.ts";
import { listDifferences } from "./list-differences.fixture.ts";
import { SHORT_LEAD } from "./small-plan-case.fixture.ts";
import { watchPage } from "./watch-page.fixture.ts";

const PACKAGES = join(import.meta.dirname, "..", "..", "..", "packages");
const NAMES = ["model", "engine", "plan"];

/** A small heart of 3 mm tetrahedra with one vein, made of plain values that travel as JSON. */
function createSmallInput(): PlanInput {
  const { lateralLine_mm } = createCoarseHeart();
  const vein = {
    name: "lateralVein",
    points_mm: lateralLine_mm.flat(),
    radius_mm: lateralLine_mm.map((_, i) => 2 - 0.1 * i),
  };
  return {
    caseId: "small",
    title: "A small heart with one vein",
    programVersion: "0.0.0",
    inputHash: "0".repeat(64),
    heart: {
      origin: { kind: "parametric", geometry: COARSE_GEOMETRY, pose: createPose(), edgeLength_mm: 3 },
      fiberAngles: HUMAN_FIBER_ANGLES,
      scar: [],
    },
    conduction: { ...DEFAULT_CONDUCTION, atrioventricular: { kind: "conducted", prInterval_ms: 180 } },
    veins: { kind: "given", veins: { branches: [vein] }, source: "explicit" },
    lead: SHORT_LEAD,
    rvLead: "ring",
    vectorName: undefined,
    findings: { qrsDuration_ms: 150, frontalAxis_rad: undefined, ecg: undefined },
    circulation: NO_CIRCULATION_FINDINGS,
    weights: DEFAULT_WEIGHTS,
    seed: 1,
    drawCount: 20,
    missing: [],
    remarks: [],
  };
}

const PAGE = `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,">
<script type="importmap">${JSON.stringify({
  imports: {
    ...Object.fromEntries(NAMES.map((name) => [`@tributary/${name}`, `/${name}/src/index.ts`])),
    "@tributary/model/generator": "/model/src/generator/index.ts",
  },
})}</script>
<script type="module">
import { createInlinePlanHost, planCase } from "@tributary/plan";
window.planText = async (input) => JSON.stringify((await planCase(input, createInlinePlanHost())).plan);
</script>`;

/** The sources as they are, their types taken off: what a browser is given without a bundler. */
function createSourceServer(): Server {
  return createServer(({ url = "/" }, response) => {
    if (url === "/") return response.setHeader("content-type", "text/html").end(PAGE);
    const source = /^\/(?:model|engine|plan)\/src\/[\w/.-]+\.ts$/.test(url) && !url.includes("..");
    if (!source) return response.writeHead(404).end();
    response.setHeader("content-type", "text/javascript");
    return response.end(stripTypeScriptTypes(readFileSync(join(PACKAGES, url), "utf8")));
  });
}

let server: Server;
let url: string;
beforeAll(async () => {
  server = createSourceServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(() => server.close());

async function planInBrowser(input: PlanInput): Promise<Plan> {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    const faults = watchPage(page, url);
    await page.goto(url);
    expect(faults).toEqual({ messages: [], requests: [] });
    return JSON.parse(await page.evaluate(`planText(${JSON.stringify(input)})`));
  } catch (error) {
    // The frames of a browser's stack name addresses, which the test runner takes for files.
    throw new Error((error as Error).message.split("\n    at ")[0]);
  } finally {
    await browser.close();
  }
}

async function planInNode(input: PlanInput): Promise<Plan> {
  const host = createNodePlanHost(1);
  try {
    return JSON.parse(JSON.stringify((await planCase(input, host)).plan));
  } finally {
    await host.close();
  }
}

test.skipIf(!CHROMIUM_PATH)("a browser engine gives the plan that Node gives, every number to 1e-9", async () => {
  const input = createSmallInput();
  const [inBrowser, inNode] = await Promise.all([planInBrowser(input), planInNode(input)]);
  expect(inNode.sites.length).toBeGreaterThan(1);
  expect(inBrowser.sites.map(({ id }) => id)).toEqual(inNode.sites.map(({ id }) => id));
  expect(listDifferences(inBrowser, inNode)).toEqual([]);
});
