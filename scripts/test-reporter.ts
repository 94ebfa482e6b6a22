import type { Reporter, TestCase, TestModule } from "vitest/node";

/**
 * Prints one line per test file, every failure in full, the name of every test that was not run, and the closing line
 * "N passed, N failed, N skipped". With REQUIRE_ALL=1 a test that was not run counts as a failure.
 */
export default class ClosingLineReporter implements Reporter {
  onTestModuleEnd(module: TestModule): void {
    const tests = [...module.children.allTests()];
    const failed = tests.filter((test) => test.result().state === "failed");
    const seconds = (module.diagnostic().duration / 1000).toFixed(1);
    const broken = module.errors().length > 0;
    const mark = failed.length > 0 || broken ? "FAIL" : "ok  ";
    console.log(`${mark} ${module.relativeModuleId} (${tests.length} tests, ${seconds} s)`);
    for (const error of module.errors()) console.log(`     ${error.stack ?? error.message}`);
    for (const test of failed) printFailure(test);
  }

  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly { message: string; stack?: string }[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const notRun = tests.filter((test) => test.result().state === "skipped" || test.result().state === "pending");
    const brokenModules = modules.filter((module) => module.errors().length > 0);
    for (const test of notRun) console.log(`not run: ${test.module.relativeModuleId} > ${test.fullName}`);
    for (const error of unhandledErrors) console.log(`unhandled: ${error.stack ?? error.message}`);

    const requireAll = process.env["REQUIRE_ALL"] === "1";
    const passed = tests.filter((test) => test.result().state === "passed").length;
    let failed = tests.filter((test) => test.result().state === "failed").length;
    failed += brokenModules.length + unhandledErrors.length;
    if (requireAll) failed += notRun.length;
    if (failed > 0) process.exitCode = 1;
    console.log(`${passed} passed, ${failed} failed, ${requireAll ? 0 : notRun.length} skipped`);
  }
}

function printFailure(test: TestCase): void {
  console.log(`     FAILED ${test.fullName}`);
  for (const error of test.result().errors ?? []) {
    console.log(indent(error.stack ?? error.message));
    if (error.diff) console.log(indent(error.diff));
  }
}

function indent(text: string): string {
  return text
    .split("\n")
    .map((line) => `       ${line}`)
    .join("\n");
}
