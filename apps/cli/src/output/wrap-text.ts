/** Lines of at most `widest` characters, broken at blanks; a longer word stands alone on a longer line. */
export function wrapText(text: string, widest: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > widest) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

const ITEM_WIDTH = 110;

/** One item of a list for a terminal, its further lines set in. */
export function renderListItem(text: string): string {
  return `- ${wrapText(text, ITEM_WIDTH).join("\n  ")}`;
}
