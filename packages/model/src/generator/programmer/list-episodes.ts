import type { LogBlock } from "../log/event-log.ts";
import { MARKER } from "../log/marker.ts";

export interface Episode {
  readonly kind: "mode-switch" | "tachycardia";
  readonly start_us: number;
  /** Undefined where it still goes on at the end of the log. */
  readonly end_us: number | undefined;
  /** Antitachycardia sequences are told by their pulses. */
  readonly pulses: number;
  readonly shocks: number;
}

/** Mode switches and treated tachycardias of a log, in order; none of their events lies in a block that repeats. */
export function listEpisodes(blocks: readonly LogBlock[]): Episode[] {
  const episodes: Episode[] = [];
  const open = new Map<Episode["kind"], { start_us: number; pulses: number; shocks: number }>();
  const close = (kind: Episode["kind"], end_us: number | undefined) => {
    const episode = open.get(kind);
    if (!episode) return;
    episodes.push({ kind, end_us, ...episode });
    open.delete(kind);
  };
  for (const { start_us, offsets_us, kinds } of blocks) {
    for (const [i, kind] of kinds.entries()) {
      const time_us = start_us + offsets_us[i]!;
      const tachycardia = open.get("tachycardia");
      if (kind === MARKER.ATR_FALLBACK) open.set("mode-switch", { start_us: time_us, pulses: 0, shocks: 0 });
      else if (kind === MARKER.ATR_END) close("mode-switch", time_us);
      else if (kind === MARKER.TACHYCARDIA_FOUND && !tachycardia)
        open.set("tachycardia", { start_us: time_us, pulses: 0, shocks: 0 });
      else if (kind === MARKER.EPISODE_END) close("tachycardia", time_us);
      else if (tachycardia && kind === MARKER.TP) tachycardia.pulses++;
      else if (tachycardia && kind === MARKER.SHOCK) tachycardia.shocks++;
    }
  }
  close("mode-switch", undefined);
  close("tachycardia", undefined);
  return episodes.sort((a, b) => a.start_us - b.start_us);
}
