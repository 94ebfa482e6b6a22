/** One line of progress on standard error: redrawn in place on a terminal, one line per stage elsewhere. */
export interface ProgressLine {
  /** `fraction` is 0 to 1. */
  update(stage: string, fraction: number): void;
  /** Lines of their own, above the progress. */
  say(text: string): void;
  /** Removes the line, so that what follows starts on a clean one. */
  clear(): void;
}

const BAR_WIDTH = 24;

export function createProgressLine(stream: NodeJS.WriteStream, isQuiet: boolean): ProgressLine {
  let lastStage = "";
  let lastPercent = -1;
  function update(stage: string, fraction: number): void {
    if (isQuiet) return;
    const percent = Math.round(100 * Math.min(1, Math.max(0, fraction)));
    if (stage === lastStage && percent === lastPercent) return;
    if (stream.isTTY) {
      const filled = Math.round((BAR_WIDTH * percent) / 100);
      const bar = `${"=".repeat(filled)}${" ".repeat(BAR_WIDTH - filled)}`;
      stream.write(`\r\u001b[2K[${bar}] ${String(percent).padStart(3)} %  ${stage}`);
    } else if (stage !== lastStage) {
      stream.write(`${stage} ...\n`);
    }
    lastStage = stage;
    lastPercent = percent;
  }
  function clear(): void {
    if (!isQuiet && stream.isTTY && lastPercent >= 0) stream.write("\r\u001b[2K");
    lastPercent = -1;
  }
  function say(text: string): void {
    clear();
    if (!isQuiet) stream.write(`${text}\n`);
  }
  return { update, say, clear };
}
