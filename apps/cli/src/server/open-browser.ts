import { spawn } from "node:child_process";

/** What tells whether somebody sits in front of a screen. */
export interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly isTerminal: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** The program that opens an address for the person, with its arguments; undefined without a terminal or a display. */
export function chooseOpener({ platform, isTerminal, environment }: Surroundings): readonly string[] | undefined {
  if (!isTerminal) return undefined;
  if (platform === "darwin") return ["open"];
  if (platform === "win32") return ["cmd", "/c", "start", ""];
  return environment["DISPLAY"] || environment["WAYLAND_DISPLAY"] ? ["xdg-open"] : undefined;
}

/** Shows an address in the person's browser where there is one; the address is printed too, so a failure is no matter. */
export function openBrowser(url: string): void {
  const opener = chooseOpener({
    platform: process.platform,
    isTerminal: process.stdout.isTTY === true,
    environment: process.env,
  });
  if (!opener) return;
  const [program, ...args] = opener;
  const child = spawn(program!, [...args, url], { stdio: "ignore", detached: true });
  child.on("error", () => {});
  child.unref();
}
