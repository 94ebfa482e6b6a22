import type { DeviceCheckItem } from "../followup/device-check.ts";
import type { VolumeResponse } from "../followup/judge-response.ts";
import type { NonResponderStep } from "../followup/non-responder-steps.ts";
import type { LifeStation } from "../followup/whole-life.ts";
import {
  type CarePart,
  careTable,
  collectParts,
  listPart,
  MARK_NOTE,
  mark,
  sourcesPart,
  tablePart,
  textPart,
} from "./care-part.ts";

export interface ToldFollowUp {
  readonly notice: string;
  readonly check: readonly DeviceCheckItem[];
  readonly volume: { readonly fall_pct: number; readonly response: VolumeResponse } | undefined;
  readonly lvef: VolumeResponse | undefined;
  readonly workup: readonly NonResponderStep[];
  readonly life: readonly LifeStation[];
}

const RESPONSE_TEXTS: Readonly<Record<VolumeResponse, string>> = {
  superResponder: "helped very much",
  responder: "helped",
  nonResponder: "no response",
  progressor: "grew worse",
};

export function describeFollowUp({ notice, check, volume, lvef, workup, life }: ToldFollowUp): CarePart[] {
  return collectParts([
    textPart(notice),
    listPart("Whether it helped", [
      volume
        ? `end-systolic volume fell by ${Math.round(volume.fall_pct)} %: ${RESPONSE_TEXTS[volume.response]}`
        : "end-systolic volume: not given",
      lvef ? `ejection fraction: ${RESPONSE_TEXTS[lvef]}` : "ejection fraction: not given",
    ]),
    listPart(
      "A device check: each with value, unit, method, polarity, channel and date",
      check.map(({ text, unit }) => (unit === undefined ? text : `${text} (${unit})`)),
    ),
    tablePart(
      "If it did not help: look in this order",
      careTable(
        ["", "look at", "then"],
        workup.map(({ look, act, confirmed }, i) => [String(i + 1), `${look}${mark(confirmed)}`, act]),
        [undefined, 70, 50],
      ),
    ),
    tablePart(
      "The years after",
      careTable(
        ["station", "what is done"],
        life.map(({ title, act, confirmed }) => [title, `${act}${mark(confirmed)}`]),
        [undefined, 80],
      ),
    ),
    MARK_NOTE,
    sourcesPart([...workup, ...life].map(({ sourceId }) => sourceId)),
  ]);
}
