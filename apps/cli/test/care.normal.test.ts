import { afterAll, describe, expect, test } from "vitest";
import { caseText } from "./case.fixture.ts";
import { createTempFolder, expectRefusal, runCli } from "./run-cli.fixture.ts";

const folder = createTempFolder();
afterAll(() => folder.remove());

const withClinic = (name: string, clinical: object) => folder.write(`${name}.json`, caseText({ clinical }));

describe("tributary indication", () => {
  test("sets five guidelines side by side, with the criteria that decided", async () => {
    const { code, stdout } = await runCli("indication", "built-in");
    expect(code).toBe(0);
    for (const guideline of ["ESC21", "HRS23", "AHA22", "CCS17", "TA314"]) expect(stdout).toMatch(`\n${guideline} `);
    expect(stdout).toContain("ESC21      for*");
    expect(stdout).toContain("* not confirmed in its source");
    expect(stdout).toContain("yes left ventricular ejection fraction <= 35 % (found: 28 %)");
    expect(stdout).not.toContain("no  NYHA class");
    expect((await runCli("indication", "built-in", "--trace")).stdout.length).toBeGreaterThan(2 * stdout.length);
  });

  test("cannot decide where facts are missing, and names them", async () => {
    const { stdout } = await runCli("indication", folder.write("bare.json", caseText({})));
    expect(stdout.match(/cannot decide /g)!.length).toBeGreaterThanOrEqual(5);
    expect(stdout).toContain("NYHA class (ESC21, HRS23, AHA22, CCS17, TA314)");
  });

  test("gives a program the whole assessment", async () => {
    const { stdout } = await runCli("indication", "built-in", "--json");
    expect(JSON.parse(stdout).guidelines.map(({ status }: { status: string }) => status)).toEqual(Array(5).fill("for"));
  });

  test("refuses an unknown fact, a day that does not exist and a kind of implant that does not exist", async () => {
    const path = withClinic("unknown", { facts: [{ fact: "nyha", value: 3 }] });
    const run = await runCli("indication", path);
    expectRefusal(run, { code: "unknown-fact" });
    expect(run.stderr).toContain('Did you mean "nyhaClass"?');
    expectRefusal(await runCli("indication", "built-in", "--as-of", "2027-02-30"), { code: "usage", exitCode: 2 });
    expectRefusal(await runCli("indication", "built-in", "--variant", "deNovo"), { code: "unknown-variant" });
  });
});
