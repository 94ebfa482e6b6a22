/** The words of a page without its values, for the check that no number stands among them. */
export function stripValues(html: string): string {
  return html
    .replace(/<style>[\s\S]*?<\/style>/g, "")
    .replace(/<span data-value="[^>]*>[^<]*<\/span>/g, "")
    .replace(/<[^>]*>/g, " ");
}
