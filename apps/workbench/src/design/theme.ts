import { createSettable } from "../state/observable.ts";
import { readPreference, writePreference } from "../state/preferences.ts";

export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

const systemDark = matchMedia("(prefers-color-scheme: dark)");

export const theme = createSettable<Theme>(THEMES.find((name) => name === readPreference("theme")) ?? "system");

function applyTheme(): void {
  const chosen = theme.read();
  const isDark = chosen === "dark" || (chosen === "system" && systemDark.matches);
  document.documentElement.dataset["theme"] = isDark ? "dark" : "light";
}
applyTheme();
systemDark.addEventListener("change", applyTheme);

export function chooseTheme(chosen: Theme): void {
  writePreference("theme", chosen);
  theme.set(chosen);
  applyTheme();
}
