import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";

const LOOK_AGAIN_ms = 200;

/**
 * Does something while no other process does it: the file holds who is at it, and one whose process is gone is no lock.
 *
 * @param path  of a file that exists only as long as the work
 */
export async function withLock(path: string, work: () => Promise<void>): Promise<void> {
  while (!take(path)) await setTimeout(LOOK_AGAIN_ms);
  try {
    await work();
  } finally {
    rmSync(path, { force: true });
  }
}

function take(path: string): boolean {
  try {
    writeFileSync(path, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    if (!isHeld(path)) rmSync(path, { force: true });
    return false;
  }
}

function isHeld(path: string): boolean {
  try {
    const owner = Number(readFileSync(path, "utf8"));
    // Its holder may not have written its number yet.
    if (owner === 0) return true;
    process.kill(owner, 0);
    return true;
  } catch (error) {
    // Of another user, and so alive.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
