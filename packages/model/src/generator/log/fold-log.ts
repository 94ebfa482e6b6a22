import type { LogBlock } from "./event-log.ts";

/** What goes through a log and remembers something. */
export interface LogVisitor {
  /** An event that happened `weight` times alike. */
  readonly visit: (time_us: number, kind: number, detail: number, weight: number) => void;
  /** Time passes unseen: what is remembered moves with it. */
  readonly skip: (by_us: number) => void;
}

/**
 * Visits a run-length coded log without expanding it.
 *
 * A block that repeats is visited twice: once as it came after what was before it, once for all its other repeats, each of
 * which comes after one of its own. Then time is skipped to the last of them.
 */
export function foldLog(blocks: readonly LogBlock[], visitor: LogVisitor): void {
  for (const block of blocks) {
    visitRepeat(block, block.start_us, 1, visitor);
    if (block.repeatCount === 1) continue;
    visitRepeat(block, block.start_us + block.duration_us, block.repeatCount - 1, visitor);
    visitor.skip((block.repeatCount - 2) * block.duration_us);
  }
}

function visitRepeat(block: LogBlock, start_us: number, weight: number, { visit }: LogVisitor): void {
  for (let i = 0; i < block.kinds.length; i++)
    visit(start_us + block.offsets_us[i]!, block.kinds[i]!, block.details[i]!, weight);
}
