import { TributaryError } from "../../errors/tributary-error.ts";

/**
 * Values by name from texts like "vvDelay_ms=20", "lvVector=LV1->can" or "mode=DDD".
 *
 * @throws TributaryError "assignment-malformed", "assignment-repeated"; names and values are judged by who takes them
 */
export function readAssignments(texts: readonly string[]): Record<string, string | number | boolean> {
  const values: Record<string, string | number | boolean> = {};
  for (const text of texts) {
    const at = text.indexOf("=");
    const name = text.slice(0, Math.max(0, at)).trim();
    const value = text.slice(at + 1).trim();
    if (name === "" || value === "") throw malformed(text);
    if (name in values) throw repeated(name);
    values[name] = readValue(value);
  }
  return values;
}

/** Numbers and truth values as such; the arrow of a vector may be typed as ->. */
function readValue(text: string): string | number | boolean {
  const number = Number(text);
  if (!Number.isNaN(number)) return number;
  if (text === "true" || text === "false") return text === "true";
  return text.replace(/\s*(?:->|→)\s*/, " → ");
}

function malformed(text: string): TributaryError {
  return new TributaryError({
    code: "assignment-malformed",
    what: "A value to be set was not understood.",
    where: `"${text}"`,
    why: "it must be a name, =, and a value",
    fix: "Write it like vvDelay_ms=20 or mode=DDD; nothing was programmed.",
  });
}

function repeated(name: string): TributaryError {
  return new TributaryError({
    code: "assignment-repeated",
    what: "A value is set twice.",
    where: name,
    why: "which of the two is meant is not known",
    fix: "Leave one of them out; nothing was programmed.",
  });
}
