import { existsSync, readFileSync, rmSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { createTempFolder, expectRefusal } from "../../test/run-cli.fixture.ts";
import { runHere } from "../../test/run-here.fixture.ts";

const folder = createTempFolder();
afterAll(() => folder.remove());

const BY = ["--by", "Dr. Weiss", "--why", "clinic visit"];

/** `tributary record` in a store of its own. */
function storeAt(name: string) {
  const path = join(folder.path, name);
  const record = (...args: string[]) => runHere("record", ...args, "--store", path);
  return { path, record, append: (...entry: string[]) => record("append", "built-in", ...entry, ...BY) };
}

async function createStore(name: string) {
  const store = storeAt(name);
  const run = await store.record("create", "built-in", ...BY);
  expect(run).toMatchObject({ code: 0, stderr: "" });
  return store;
}

describe("a case on record", () => {
  test("is prepared as its file is, and every command on the care takes it", async () => {
    const { path } = await createStore("same");
    for (const command of ["indication", "code", "risks"]) {
      const [file, recorded] = [
        await runHere(command, "built-in"),
        await runHere(command, "record:built-in", "--store", path),
      ];
      expect(recorded).toEqual(file);
    }
  });

  test("shows a prescriber's hold to the patient, and a growing hematoma blocks the restart until a look finds none", async () => {
    const { path, append } = await createStore("course");
    const prepare = async () => (await runHere("prepare", "record:built-in", "--store", path)).stdout;
    expect(await prepare()).toMatch(/last dose of apixaban +open +not before confirmed +lastDose\.apixaban/);

    const restart = "after 24 h, dry wound";
    await append(
      ...["--confirmation", "Apixaban", "--prescriber", "Dr. Brandt"],
      ...["--last-dose", "2027-03-28T20:00+02:00", "--restart", restart],
    );
    expect(await prepare()).toMatch(/2027-03-28 20:00 +patient +last dose of apixaban +open +told/);

    await append("--completion", "lastDose.apixaban", "--at", "2027-03-28T20:10+02:00");
    expect(await prepare()).toMatch(/last dose of apixaban +done +told/);

    await append("--event", "woundDry");
    await append("--event", "prescriberAgrees", "--drug", "apixaban");
    await append("--event", "hematomaGrowing");
    expect(await prepare()).toMatch(/restart of apixaban, not before\*? +growing hematoma; not yet: no/);
    const recover = await runHere("recover", "record:built-in", "--store", path);
    expect(recover.stdout).toContain("a growing hematoma was seen");

    await append("--event", "noHematoma");
    expect(await prepare()).toMatch(/restart of apixaban, not before\*? +open/);
  });

  test("takes who answers for a test that is left out or a gap in the room, and names what there is to answer for", async () => {
    const { path, record, append } = await createStore("answered");
    expect((await append("--override", "role.radiographer")).code).toBe(0);
    expect((await append("--waive", "potassium")).code).toBe(0);
    const team = await runHere("team", "record:built-in", "--store", path);
    expect(team.stdout).toMatch(/Answered for\n- .*: Dr\. Weiss, clinic visit/);
    const { stdout } = await record("show", "built-in");
    expect(stdout).toMatch(/test left out: potassium/);
    expectRefusal(await append("--waive", "horoscope"), { code: "usage", exitCode: 2 });
    expectRefusal(await append("--override", "role.astrologer"), { code: "usage", exitCode: 2 });
    expectRefusal(await append("--hold", "apixaban", "--cardiologist", "Dr. Kaya"), { code: "usage", exitCode: 2 });
  });

  test("takes a finding, and forgets nothing of what is withdrawn", async () => {
    const { path, record, append } = await createStore("finding");
    expect((await append("--fact", "egfr_mLPerMinPer173m2=58", "--date", "2027-03-20")).code).toBe(0);
    const prepared = await runHere("prepare", "record:built-in", "--store", path);
    expect(prepared.stdout).not.toContain("no limit known; missing: estimated GFR");
    expect((await append("--withdraw", "3")).code).toBe(0);
    const again = await runHere("prepare", "record:built-in", "--store", path);
    expect(again.stdout).toContain("no limit known; missing: estimated GFR");
    const { stdout } = await record("show", "built-in");
    expect(stdout).toMatch(/3 +\S+Z +Dr\. Weiss +estimated GFR: 58 of 2027-03-20 \(withdrawn\) +clinic visit/);
    expect(stdout).toMatch(/4 +\S+Z +Dr\. Weiss +event 3 is withdrawn/);
  });

  test("is filed anew after the procedure was moved; the hold has to be confirmed again", async () => {
    const { path, append } = await createStore("moved");
    await append(
      ...["--confirmation", "apixaban", "--prescriber", "Dr. Brandt"],
      ...["--last-dose", "2027-03-28T20:00+02:00", "--restart", "dry wound"],
    );
    expectRefusal(await append("--case", "examples/real-heart/case.json"), { code: "usage", exitCode: 2 });
    expect((await append("--case", "built-in")).code).toBe(0);
    expect((await runHere("prepare", "record:built-in", "--store", path)).stdout).toMatch(
      /last dose of apixaban +open +told/,
    );
  });
});

describe("the state of a case", () => {
  test("goes the steps that the rules allow; what stands against one is told, and nothing is written", async () => {
    const { record, append } = await createStore("steps");
    const skipped = await append("--move", "inRoom");
    expectRefusal(skipped, { code: "record-refused" });
    expect(skipped.stderr).toContain("no step leads from referred to inRoom");
    for (const state of ["assessed", "decided", "scheduled", "preparing"]) {
      expect((await append("--move", state)).code).toBe(0);
    }
    const early = await append("--move", "ready");
    expectRefusal(early, { code: "record-refused" });
    expect(early.stderr).toMatch(/consent: diagnosis;.* hold: last dose of apixaban is not recorded/);
    await append("--completion", "consent");
    const consented = await append("--move", "ready");
    expect(consented.stderr).not.toContain("consent:");
    expectRefusal(await append("--move", "deferred"), { code: "record-refused" });
    expect((await append("--move", "deferred", "--review-date", "2027-05-01")).stdout).toContain(
      "from preparing to deferred, next look 2027-05-01",
    );
    expect((await record("list")).stdout).toMatch(/built-in +deferred/);
  });

  test("holds what was met before discharge", async () => {
    const { path, append } = await createStore("discharge");
    const recover = async () => (await runHere("recover", "record:built-in", "--store", path)).stdout;
    expect(await recover()).toContain("chest film read: discharge.filmRead");
    await append("--completion", "discharge.filmRead");
    expect(await recover()).not.toContain("chest film read");
  });
});

describe("refused, with nothing written, is", () => {
  const store = storeAt("refused");

  test("an entry without who or why, of no kind or two, of an unknown task, drug, event or finding", async () => {
    await createStore("refused");
    const usage = { code: "usage", exitCode: 2 };
    expectRefusal(await store.record("append", "built-in", "--event", "woundDry", "--by", "Dr. Weiss"), usage);
    expectRefusal(await store.record("append", "built-in", "--event", "woundDry", "--why", "visit"), usage);
    expectRefusal(await store.append(), usage);
    expectRefusal(await store.append("--event", "woundDry", "--withdraw", "1"), usage);
    expectRefusal(await store.append("--completion", "singing"), usage);
    expectRefusal(await store.append("--event", "woundWet"), usage);
    expectRefusal(await store.append("--confirmation", "heparin"), usage);
    expectRefusal(await store.append("--event", "woundDry", "--at", "2027-03-31"), { code: "time-without-zone" });
    expectRefusal(await store.append("--fact", "lvef_pct=280"), { code: "fact-value" });
    expectRefusal(await store.append("--withdraw", "1"), { code: "record-refused" });
    expectRefusal(await store.append("--event", "prescriberAgrees"), { code: "record-refused" });
    expect(JSON.parse((await store.record("list", "--json")).stdout).cases).toMatchObject([{ events: 2 }]);
  });

  test("a case that is not there, one that is there already, an unknown action", async () => {
    expectRefusal(await store.record("show", "nobody"), { code: "record-unknown" });
    expectRefusal(await runHere("prepare", "record:nobody", "--store", store.path), { code: "record-unknown" });
    expectRefusal(await store.record("create", "built-in", ...BY), { code: "record-exists" });
    expectRefusal(await store.record("burn", "built-in"), { code: "usage", exitCode: 2 });
    expectRefusal(await store.record("show"), { code: "usage", exitCode: 2 });
  });
});

describe("a case that moves", () => {
  const bundle = join(folder.path, "case.tributary");
  const back = join(folder.path, "back.tributary");

  test("is a copy elsewhere: read in an emergency only, with a reason that comes back to the owner", async () => {
    const lab = await createStore("lab");
    const ward = storeAt("ward");
    expect((await lab.record("export", "built-in", "--output", bundle, ...BY)).stdout).toContain(
      "the case goes on belonging where it does",
    );
    expect((await ward.record("import", bundle)).stdout).toContain("built-in: taken in (3 events new)");
    expectRefusal(await ward.record("show", "built-in"), { code: "record-not-owned" });
    expectRefusal(await runHere("prepare", "record:built-in", "--store", ward.path), { code: "record-not-owned" });
    expectRefusal(await ward.append("--event", "woundDry"), { code: "record-not-owned" });
    expectRefusal(await ward.record("show", "built-in", "--break-glass", "--by", "Dr. Kaya"), {
      code: "usage",
      exitCode: 2,
    });

    const why = ["--by", "Dr. Kaya", "--why", "collapse on the ward"];
    const read = await ward.record("show", "built-in", "--break-glass", ...why);
    expect(read.stdout).toMatch(/Read in an emergency\n- \S+Z by Dr\. Kaya at \S+: collapse on the ward/);

    await lab.append("--event", "woundDry");
    await ward.record("export", "built-in", "--output", back);
    expect((await lab.record("import", back)).stdout).toContain("1 reads in an emergency new");
    expect((await lab.record("show", "built-in")).stdout).toContain("collapse on the ward");
    expect((await lab.record("verify")).stdout).toBe("built-in: 4 events, as they were written\n");
  });

  test("belongs to the other store once it is handed over; what the old one still writes is a conflict that is shown", async () => {
    const [old, next] = [storeAt("lab"), storeAt("next")];
    const { store: name } = JSON.parse((await next.record("list", "--json")).stdout);
    await old.record("backup");
    await old.record("export", "built-in", "--output", bundle, "--to", name, ...BY);
    expectRefusal(await old.append("--event", "noHematoma"), { code: "record-not-owned" });
    await next.record("import", bundle);
    expect((await next.append("--event", "noHematoma")).code).toBe(0);

    await old.record("restore");
    expect((await old.append("--event", "hematomaGrowing")).code).toBe(0);
    await old.record("export", "built-in", "--output", back, ...BY);
    expect((await next.record("import", back)).stdout).toContain("CONFLICT");
    const shown = (await next.record("show", "built-in")).stdout;
    expectRefusal(await runHere("prepare", "record:built-in", "--store", next.path), { code: "record-conflict" });
    expect(shown).toMatch(/CONFLICT: another log of this case, ([0-9a-f]{12}), went its own way after event 4/);
    expect(shown.match(/hematomaGrowing/g)).toHaveLength(1);
    const other = /log of this case, ([0-9a-f]{12})/.exec(shown)![1]!;
    expect((await next.record("settle", "built-in", "--other", other, ...BY)).code).toBe(0);
    expect((await next.record("show", "built-in")).stdout).not.toContain("CONFLICT");
    expect((await runHere("prepare", "record:built-in", "--store", next.path)).code).toBe(0);
  });

  test("is refused where its file was changed", async () => {
    const bytes = readFileSync(bundle);
    bytes[bytes.length >> 1]! ^= 1;
    const path = folder.write("changed.tributary", bytes);
    expectRefusal(await storeAt("fresh").record("import", path), { code: "zip-entry-changed" });
    await runHere("bundle", "built-in", "--output", join(folder.path, "plain.tributary"));
    expectRefusal(await storeAt("fresh").record("import", join(folder.path, "plain.tributary")), {
      code: "record-log-invalid",
    });
  });
});

test("an erased case is gone from the store, and its file is not taken in again", async () => {
  const { record, append } = await createStore("erased");
  const bundle = join(folder.path, "erased.tributary");
  await append("--event", "woundDry");
  await record("backup");
  await record("export", "built-in", "--output", bundle, ...BY);
  const erase = ["erase", "built-in", "--by", "Dr. Weiss", "--reason", "patientRequest"];
  expectRefusal(await record(...erase), { code: "usage", exitCode: 2 });
  expect((await record(...erase, "--yes")).stdout).toContain("Erased, also from the backup");
  expect((await record("list")).stdout).toMatch(
    /No case is on record\.\n\nErased\n- \S+Z by Dr\. Weiss: patientRequest/,
  );
  expectRefusal(await record("import", bundle), { code: "record-erased" });
});

test("a case for research holds no name, no date and no text of a person", async () => {
  const { record, append } = await createStore("research");
  await append("--event", "hematomaGrowing", "--at", "2027-03-31T08:00+02:00");
  const path = join(folder.path, "research.json");
  expect((await record("export", "built-in", "--deidentified", "--output", path, ...BY)).stdout).toContain(
    "times are years",
  );
  const run = await record(
    "export",
    "built-in",
    "--deidentified",
    "--output",
    path,
    ...BY,
    "--implant-date",
    "2027-03-30",
  );
  expect(run.stdout).toContain("times are days from the implant");
  const text = readFileSync(path, "utf8");
  expect(JSON.parse(text)).toMatchObject({
    implantYear: 2027,
    events: [{ kind: "hematomaGrowing", time: { daysFromImplant: 1 } }],
  });
  expect(text).not.toMatch(/Weiss|built-in|Built-in|clinic visit|\d{4}-\d{2}/);
});

test("a case on record that leaves it as FHIR leaves a trace, and none without who and why", async () => {
  const { path, record, append } = await createStore("fhir");
  await append("--event", "woundDry");
  const file = join(folder.path, "journey.json");
  const args = ["export", "record:built-in", "--store", path, "--output", file];
  expectRefusal(await runHere("fhir", ...args), { code: "usage", exitCode: 2 });
  expect(existsSync(file)).toBe(false);
  expect(await runHere("fhir", ...args, ...BY)).toMatchObject({ code: 0, stderr: "" });
  expect(existsSync(file)).toBe(true);
  expect((await record("show", "built-in")).stdout).toMatch(/4 +\S+Z +Dr\. Weiss +copied as a file +clinic visit/);
});

test("a damaged store says so and goes back to its backup", async () => {
  const { path, record, append } = await createStore("damaged");
  await record("backup");
  await append("--event", "woundDry");
  truncateSync(join(path, "record.db"), 5000);
  for (const companion of ["-wal", "-shm"]) rmSync(join(path, `record.db${companion}`), { force: true });
  const refused = await record("list");
  expectRefusal(refused, { code: "record-store-damaged" });
  expect(refused.stderr).toContain("tributary record restore");
  const restored = await record("restore");
  expect(restored.stdout).toMatch(
    /Restored record-\S+\.db\. What stood there is now \S+\n\nLost since.+\n- built-in: event 3/,
  );
  expect((await record("verify")).code).toBe(0);
  expect(existsSync(join(path, "record.db"))).toBe(true);
});
