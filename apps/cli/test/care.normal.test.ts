import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
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

describe("tributary prepare", () => {
  test("dates every task, and names what it could not decide", async () => {
    const { code, stdout } = await runCli("prepare", "built-in");
    expect(code).toBe(0);
    expect(stdout).toMatch(/2027-03-29 08:00 +patient +last dose of apixaban +open +not before confirmed/);
    expect(stdout).toMatch(/2027-03-29 23:30 +patient +end of fried or fatty food/);
    expect(stdout).toContain("no limit known; missing: estimated GFR");
    expect(stdout).toContain("before a named prescriber has confirmed it");
  });

  test("cannot decide the bleeding class of an upgrade for the site", async () => {
    const upgrade = ["prepare", "built-in", "--variant", "dualPacemakerToCrtP"];
    expect((await runCli(...upgrade)).stdout).toContain("apixaban: cannot decide.");
    expect((await runCli(...upgrade, "--upgrade-bleeding", "low")).stdout).toContain("apixaban: hold.");
  });

  test("writes a calendar without drug names, and cancels what is dropped the next time", async () => {
    const path = join(folder.path, "plan.ics");
    expect((await runCli("prepare", "built-in", "--calendar", path)).code).toBe(0);
    const first = readFileSync(path, "utf8");
    expect(first).toContain("SUMMARY:See your plan");
    expect(first).not.toMatch(/apixaban|dapagliflozin/i);
    await runCli("prepare", "built-in", "--calendar", path, "--for", "staff");
    expect(readFileSync(path, "utf8")).toContain("SEQUENCE:1");
  });

  test("refuses a calendar of another case, a case without a date, and one without a kind of implant", async () => {
    const path = join(folder.path, "other.ics");
    folder.write("other.ics.state.json", '{"caseId": "someone", "events": []}');
    expectRefusal(await runCli("prepare", "built-in", "--calendar", path), { code: "calendar-state" });
    expect(existsSync(path)).toBe(false);
    expectRefusal(await runCli("prepare", withClinic("undated", { variant: "deNovoCrtP" })), {
      code: "schedule-missing",
    });
    expectRefusal(await runCli("prepare", withClinic("empty", {})), { code: "variant-missing" });
  });
});

describe("tributary risks", () => {
  test("counts people of one denominator, and shows both arms of each trial", async () => {
    const { stdout } = await runCli("risks", "built-in");
    expect(stdout).toMatch(/left-ventricular lead displaced +57 +5.7 +at 6 months +vanRees2011/);
    expect(stdout).toMatch(/RAFT +death or admission for heart failure +33 of 100 +40 of 100 +0.75 \(0.64 to 0.87\)/);
    expect(stdout).toMatch(/REVERSE .*main outcome missed/);
    expect(stdout).not.toMatch(/ 1 months/);
  });
});

describe("tributary alternatives", () => {
  test("sets published values beside each other only where they may be compared", async () => {
    const { stdout } = await runCli("alternatives", "built-in");
    expect(stdout).toContain("Survival (comparable only where it says so)");
    expect(stdout).toMatch(/medical therapy alone +30 % .* yes/);
    expect(stdout).toMatch(/lead inside the left ventricle +17.4 % .* no/);
    expect(stdout).toContain("Follow-up it needs\nnot reported for any option");
  });
});

describe("tributary recover", () => {
  test("counts from the planned incision and says so; the driving rule is that of the jurisdiction", async () => {
    const { stdout } = await runCli("recover", "built-in");
    expect(stdout).toContain("no implant is recorded yet");
    expect(stdout).toMatch(/2027-04-27 +patient +no private driving until this day/);
    const british = await runCli("recover", "built-in", "--jurisdiction", "UK");
    expect(british.stdout).toMatch(/2027-04-30 +patient +no private driving until this day/);
    expectRefusal(await runCli("recover", "built-in", "--jurisdiction", "DE"), { code: "usage", exitCode: 2 });
  });
});

describe("tributary leaflet", () => {
  test("prints the leaflet, leaves numbers nobody gave blank, and writes the page in the other language", async () => {
    const { code, stdout } = await runCli("leaflet", "built-in", "--worry", "Will it hurt?");
    expect(code).toBe(0);
    expect(stdout).toContain("Not checked by a clinician.");
    expect(stdout).toContain("Your date is March 30, 2027 at 08:00.");
    expect(stdout).toContain("Call ______________");
    expect(stdout).toContain("- Will it hurt?");
    expect(stdout).toMatch(/Flesch-Kincaid \d\.\d of at most 6/);
    const path = join(folder.path, "blatt.html");
    const german = await runCli("leaflet", "built-in", "--language", "de", "--html", path, "--emergency-number", "112");
    expect(german.stdout).toContain(`Written to ${path}`);
    expect(readFileSync(path, "utf8")).toContain('<html lang="de">');
    expect(readFileSync(path, "utf8")).toContain('<span data-value="contact">112</span>');
  });

  test("refuses a language it has no words for, and a place that cannot be written to", async () => {
    expectRefusal(await runCli("leaflet", "built-in", "--language", "fr"), { code: "usage", exitCode: 2 });
    const below = join(folder.write("file", "x"), "leaflet.html");
    expectRefusal(await runCli("leaflet", "built-in", "--html", below), { code: "cannot-write", exitCode: 4 });
  });
});

describe("tributary team", () => {
  test("says what stops the start, which sizes fit the lead, and how long it may take", async () => {
    const { stdout } = await runCli("team", "built-in");
    expect(stdout).toContain("Not ready for: new CRT defibrillator.");
    expect(stdout).toMatch(/primary operator\* +must +nobody named +CRT implant/);
    expect(stdout).toContain("inner guide with a lumen of more than 5.3 F");
    expect(stdout).toMatch(/in the room: \d+ min \(one in ten under \d+, one in ten over \d+\)/);
  });

  test("is slower with an operator of few cases, and refuses what is no number of cases", async () => {
    const median = async (...options: string[]) =>
      JSON.parse((await runCli("team", "built-in", "--json", ...options)).stdout).duration.skinToSkin_min.median;
    expect(await median("--operator-cases", "0")).toBeGreaterThan(await median("--operator-cases", "300"));
    const wrong = await runCli("team", "built-in", "--operator-cases", "few");
    expectRefusal(wrong, { code: "usage", exitCode: 2 });
  });
});

describe("tributary follow-up", () => {
  test("judges what it is given, and says what it was not", async () => {
    const { stdout } = await runCli("follow-up", "built-in", "--lvesv", "180,140");
    expect(stdout).toContain("While it is closed it watches nothing");
    expect(stdout).toContain("end-systolic volume fell by 22 %: helped");
    expect(stdout).toContain("ejection fraction: not given");
    expectRefusal(await runCli("follow-up", "built-in", "--lvef", "28"), { code: "usage", exitCode: 2 });
  });

  test("asks for shocks only where there is a defibrillator", async () => {
    expect((await runCli("follow-up", "built-in")).stdout).toContain("shock impedance");
    expect((await runCli("follow-up", "built-in", "--variant", "deNovoCrtP")).stdout).not.toContain("shock impedance");
  });
});

describe("tributary code", () => {
  test("never gives the add-on alone, and leaves to a person what has no single description", async () => {
    const { stdout } = await runCli("code", "built-in");
    expect(stdout).toMatch(/33249\*? +defibrillator with its leads/);
    expect(stdout).toContain("33225");
    expect(stdout).not.toContain("undefined");
    const byHand = await runCli("code", "built-in", "--variant", "singleIcdToCrtD");
    expect(byHand.stdout).toContain("No proposal: a new right-sided lead");
  });
});

describe("tributary implant", () => {
  test("starts only when somebody has confirmed by name what it is not", async () => {
    expectRefusal(await runCli("implant", "built-in"), { code: "rehearsal-refused" });
    const { stdout } = await runCli("implant", "built-in", "--confirm", "A. Learner");
    expect(stdout).toContain("This is not the medical record, and it monitors nobody. Confirmed by A. Learner");
    expect(stdout).toMatch(/ended: \d+ of \d+ steps done/);
    expect(stdout).toContain("It says nothing about skill at the table.");
  });

  test("draws the same from the same seed, and shows a recording again", async () => {
    const path = join(folder.path, "recording.json");
    const first = await runCli("implant", "built-in", "--confirm", "A", "--seed", "7", "--record", path);
    const again = await runCli("implant", "built-in", "--confirm", "A", "--seed", "7");
    expect(first.stdout.startsWith(again.stdout.trimEnd())).toBe(true);
    expect((await runCli("implant", "built-in", "--replay", path)).stdout).toBe(again.stdout);
    expectRefusal(await runCli("implant", "built-in", "--replay", folder.write("no.json", "{}")), {
      code: "recording-invalid",
    });
  });
});

describe("tributary summary", () => {
  test("tells the case in sentences, and writes the report of the clinician", async () => {
    const path = join(folder.path, "clinician.html");
    const { stdout } = await runCli("summary", "built-in", "--html", path);
    expect(stdout).toContain("- left ventricular ejection fraction: 28 %");
    expect(stdout).toContain(`Written to ${path}`);
    const page = readFileSync(path, "utf8");
    for (const id of ["indication", "risks", "alternatives", "follow-up"])
      expect(page).toContain(`<section id="${id}">`);
  });
});

describe("every command on the care", () => {
  const names = "summary indication prepare team risks alternatives recover follow-up leaflet code".split(" ");

  test.each(names)("%s has help with an example, and answers a program in JSON", async (name) => {
    const help = await runCli(name, "--help");
    expect(help.stdout).toMatch(new RegExp(`\nExample: tributary ${name} built-in`));
    expect(typeof JSON.parse((await runCli(name, "built-in", "--json")).stdout)).toBe("object");
  });
});
