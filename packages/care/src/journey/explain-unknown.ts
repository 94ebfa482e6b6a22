import { suggestKey } from "@tributary/formats";

/** Why and fix of an error about a name that does not exist: the names there are, and the one most likely meant. */
export function explainUnknown(
  wrong: string,
  names: readonly string[],
): { readonly why: string; readonly fix: string } {
  const start = wrong.toLowerCase();
  const near = names.find((name) => name.toLowerCase().startsWith(start)) ?? suggestKey(wrong, names);
  return {
    why: `known are ${names.join(", ")}`,
    fix: near === undefined ? "Use one of these names." : `Did you mean "${near}"?`,
  };
}
