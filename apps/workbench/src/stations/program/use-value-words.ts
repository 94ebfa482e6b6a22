import type { SettingRule } from "@tributary/model/generator";
import { useFormat } from "../../messages/use-format.ts";
import { useMessages } from "../../messages/use-messages.ts";
import type { FieldValue } from "./list-fields.ts";

/** How values of a generator and what is allowed are written. */
export function useValueWords() {
  const { number } = useFormat();
  const { programPage: words } = useMessages();
  const write = (value: number) => number(value, String(value).split(".")[1]?.length ?? 0);

  function writeValue(value: FieldValue, rule: SettingRule | undefined): string {
    if (typeof value === "number") return `${write(value)}${unitOf(rule)}`;
    if (value === undefined) return words.off;
    return words.choices[value] ?? value;
  }

  /** "off, 0.5 … 3.2 (0.1), 3.5 … 7 (0.5) V": steps in brackets. */
  function writeAllowed(rule: SettingRule): string {
    if (rule.kind === "choice") return rule.choices.map((choice) => words.choices[choice] ?? choice).join(", ");
    const segments = rule.segments.map(({ from, to, step }) =>
      from === to ? write(from) : `${write(from)} … ${write(to)} (${write(step)})`,
    );
    return `${[...(rule.mayBeOff ? [words.off] : []), ...segments].join(", ")}${unitOf(rule)}`;
  }
  return { writeValue, writeAllowed };
}

function unitOf(rule: SettingRule | undefined): string {
  if (rule?.kind !== "number" || rule.unit === "1") return "";
  return rule.unit === "ppm" ? " /min" : ` ${rule.unit}`;
}
