import { type BeatTrace, measurePump } from "@tributary/model";
import { stackCallouts } from "../svg/layout-callouts.ts";
import { element, pathData } from "../svg/svg-markup.ts";
import { drawText, INK, measureText } from "../svg/text.ts";
import type { BeatPanel } from "./beat-panel.ts";

/** An opening or closing of a valve of the left ventricle. */
export interface ValveMark {
  readonly code: "MVC" | "AVO" | "AVC" | "MVO";
  readonly meaning: string;
  /** After right atrial activation, within the beat. */
  readonly time_ms: number;
}

/** In the order of the beat; empty where the aortic or the mitral valve does not open. */
export function listValveMarks(trace: BeatTrace): ValveMark[] {
  const { events } = measurePump(trace);
  if (!events) return [];
  const within = (time_ms: number): number => ((time_ms % trace.cycle_ms) + trace.cycle_ms) % trace.cycle_ms;
  return [
    { code: "MVC", meaning: "mitral valve closes", time_ms: within(events.mitralClosing_ms) },
    { code: "AVO", meaning: "aortic valve opens", time_ms: within(events.aorticOpening_ms) },
    { code: "AVC", meaning: "aortic valve closes", time_ms: within(events.aorticClosing_ms) },
    { code: "MVO", meaning: "mitral valve opens", time_ms: within(events.mitralOpening_ms) },
  ];
}

const CODE_px = 10;

/** Dashed lines down some panels below each other, their codes above the first. */
export function drawValveMarks(panels: readonly BeatPanel[], marks: readonly ValveMark[]): string {
  const [first] = panels;
  if (!first) return "";
  const places = marks.map(({ time_ms }) => first.timeAxis.toPixel(time_ms));
  const middles = stackCallouts(places, measureText("MVO", CODE_px) + 5, first.left_px - 4, first.right_px + 4);
  return marks
    .map(({ code }, i) => {
      const x = places[i]!;
      return [
        ...panels.map(({ top_px, bottom_px }) =>
          element("path", {
            d: pathData([x, top_px, x, bottom_px]),
            stroke: INK.quiet,
            "stroke-width": 1,
            "stroke-dasharray": "2 3",
          }),
        ),
        drawText(middles[i]!, first.top_px - 5, code, { size_px: CODE_px, anchor: "middle", fill: INK.quiet }),
      ].join("");
    })
    .join("");
}

/** What the codes stand for, in one line. */
export function writeValveKey(marks: readonly ValveMark[]): string {
  return marks.map(({ code, meaning }) => `${code} ${meaning}`).join(", ");
}
