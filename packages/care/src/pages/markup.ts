const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text made safe for HTML, in content and in attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character]!);
}

/**
 * What a number on a page may be. rule: words of a table of rules, with the publication it rests on. simulated: computed
 * by this model, and no prediction.
 */
export type ValueKind = "figure" | "date" | "count" | "fact" | "contact" | "source" | "rule" | "simulated";

/** A value on a page: the only place where a digit may stand. */
export function markValue(kind: ValueKind, text: string, sourceId?: string): string {
  const source = sourceId === undefined ? "" : ` data-source="${escapeHtml(sourceId)}"`;
  return `<span data-value="${kind}"${source}>${escapeHtml(text)}</span>`;
}
