import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { expect } from "vitest";

const ROOT = join(import.meta.dirname, "..", "..", "..");

export interface CliRun {
  /** Null where a signal ended the process. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface StartedCli {
  readonly child: ChildProcess;
  /** Resolves when standard output and error together contain `text`; rejects when the process ends before. */
  waitFor(text: string): Promise<void>;
  /** Standard output so far. */
  output(): string;
  readonly finished: Promise<CliRun>;
}

/** The real command, in a process of its own. */
export function startCli(args: readonly string[]): StartedCli {
  const child = spawn(process.execPath, [join(ROOT, "apps/cli/src/main.ts"), ...args], { cwd: ROOT });
  let stdout = "";
  let stderr = "";
  const listeners = new Set<() => void>();
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
    for (const listener of listeners) listener();
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
    for (const listener of listeners) listener();
  });
  const finished = new Promise<CliRun>((resolve) => {
    child.on("close", (code) => resolve({ code, stdout, stderr }));
  });
  function waitFor(text: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const check = () => {
        if (`${stdout}${stderr}`.includes(text)) resolve();
      };
      listeners.add(check);
      check();
      void finished.then(() => reject(new Error(`ended without saying "${text}": ${stderr}`)));
    });
  }
  return { child, waitFor, output: () => stdout, finished };
}

export function runCli(...args: string[]): Promise<CliRun> {
  return startCli(args).finished;
}

export interface TempFolder {
  readonly path: string;
  /** Writes a file and gives its path. */
  write(name: string, content: string | Uint8Array): string;
  remove(): void;
}

export function createTempFolder(): TempFolder {
  const path = mkdtempSync(join(tmpdir(), "tributary-test-"));
  return {
    path,
    write(name, content) {
      writeFileSync(join(path, name), content);
      return join(path, name);
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}

/** A refusal as every one must be: code, what, where, why and fix on standard error, and nothing on standard output. */
export function expectRefusal(run: CliRun, { code, exitCode = 3 }: { code: string; exitCode?: number }): void {
  expect(run.stderr).toMatch(
    new RegExp(
      `(^|\\n)error ${code}\\n {2}what: {2}\\S.*\\n {2}where: \\S.*\\n {2}why: {3}\\S.*\\n {2}fix: {3}\\S.*\\n$`,
    ),
  );
  expect(run.code).toBe(exitCode);
  expect(run.stdout).toBe("");
}

/** Neither the folder of results nor the hidden one they are gathered in. */
export function expectNothingWritten(folder: string): void {
  expect(existsSync(folder)).toBe(false);
  const neighbors = readdirSync(dirname(folder));
  expect(
    neighbors.filter((name) => name.startsWith(`.${basename(folder)}-`) || name.startsWith(".tributary-")),
  ).toEqual([]);
}
