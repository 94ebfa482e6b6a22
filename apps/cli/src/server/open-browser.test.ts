import { expect, test } from "vitest";
import { chooseOpener } from "./open-browser.ts";

test.each([
  ["linux", true, { DISPLAY: ":0" }, "xdg-open"],
  ["linux", true, { WAYLAND_DISPLAY: "wayland-0" }, "xdg-open"],
  ["linux", true, {}, undefined],
  ["linux", true, { DISPLAY: "" }, undefined],
  ["linux", false, { DISPLAY: ":0" }, undefined],
  ["darwin", true, {}, "open"],
  ["darwin", false, {}, undefined],
  ["win32", true, {}, "cmd"],
] as const)(
  "on %s, with a terminal: %s, in %o, the browser is opened by %s",
  (platform, isTerminal, environment, program) => {
    expect(chooseOpener({ platform, isTerminal, environment })?.[0]).toBe(program);
  },
);
