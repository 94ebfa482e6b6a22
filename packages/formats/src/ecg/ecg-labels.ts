import type { EcgLabel } from "./ecg-recording.ts";

/** The comment lines of a header as labels; "# Sex: Female" and "#<sex>: F" carry a name, others are sentences. */
export function parseLabels(comments: readonly string[]): EcgLabel[] {
  return comments.flatMap((comment) => {
    const text = comment.replace(/^#+/, "").trim();
    const named = /^<?([^:<>]{1,60})>?\s*:\s*(.*)$/.exec(text);
    const label = named ? { name: named[1]!.trim(), value: named[2]!.trim() } : { name: "", value: text };
    return label.value === "" ? [] : [label];
  });
}

/** The sex that a header states; undefined where it states none. */
export function findSexLabel(labels: readonly EcgLabel[]): "female" | "male" | undefined {
  const value = labels.find(({ name }) => name.toLowerCase() === "sex")?.value.toLowerCase();
  if (value === "f" || value === "female") return "female";
  if (value === "m" || value === "male") return "male";
  return undefined;
}
