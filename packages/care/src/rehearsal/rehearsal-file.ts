/** A rehearsal as a file: its set-up and what was done, from which it is made again act by act. */
import { TributaryError } from "@tributary/model";
import { z } from "zod";
import { RECORDING_NOTICE } from "../procedure/procedure-log.ts";
import { findVariant } from "../procedure/variants.ts";
import { actInRehearsal, startRehearsal } from "./act-in-rehearsal.ts";
import {
  BALLOON_PLACES,
  type GuidedRehearsal,
  type RehearsalAct,
  type RehearsalSetup,
  RUN_VIEWS,
} from "./guided-rehearsal.ts";

const text = z.string().max(2000);
const FILE = z.strictObject({
  notice: text,
  variantId: text,
  input: z.strictObject({
    sex: z.enum(["female", "male"]),
    centerRatio: z.number().positive(),
    operatorCases: z.number().nonnegative(),
    seed: z.int(),
    by: text,
    startedAt: z.iso.datetime({ offset: true }),
  }),
  targets: z.array(
    z.strictObject({
      id: text,
      vein: text,
      rank: z.int().optional(),
      obstacle: text.optional(),
      expected: z
        .strictObject({
          vector: text,
          depth_mm: z.number(),
          captureThreshold_V: z.number(),
          phrenicThreshold_V: z.number().optional(),
          qLv_ms: z.number().optional(),
          impedanceClass: z.enum(["low", "usual", "high"]),
          lumenFit: z.enum(["wedged", "stable", "loose"]),
        })
        .optional(),
    }),
  ),
  contrastLimit_mL: z.number().positive().optional(),
  acts: z.array(
    z.discriminatedUnion("kind", [
      // What a move may hold is for the machine to say: it refuses what it does not know.
      z.strictObject({ kind: z.literal("move"), move: z.looseObject({ type: text }) }),
      z.strictObject({ kind: z.literal("answer"), first: text }),
      z.strictObject({
        kind: z.literal("inject"),
        view: z.enum(RUN_VIEWS),
        place: z.enum(BALLOON_PLACES),
        volume_mL: z.number().positive().max(50),
      }),
      z.strictObject({ kind: z.literal("aim"), targetId: text }),
      z.strictObject({ kind: z.literal("equip"), toolLevel: z.int().min(0).max(6) }),
      z.strictObject({ kind: z.literal("takeBack"), reason: text }),
    ]),
  ),
});

export function writeRehearsal({ setup, acts }: GuidedRehearsal): string {
  const { variant, ...input } = setup.input;
  const { targets, contrastLimit_mL } = setup;
  const file = { notice: RECORDING_NOTICE, variantId: variant.id, input, targets, contrastLimit_mL, acts };
  return `${JSON.stringify(file, undefined, 2)}\n`;
}

/** @throws TributaryError "rehearsal-invalid" */
export function readRehearsal(source: string, where: string): GuidedRehearsal {
  const read = FILE.safeParse(parseJson(source, where));
  if (!read.success) throw invalid(where, z.prettifyError(read.error));
  const { variantId, input, targets, contrastLimit_mL, acts } = read.data;
  const variant = findVariant(variantId);
  if (variant === undefined) throw invalid(where, `there is no kind of implant "${variantId}"`);
  const setup = { input: { ...input, variant }, targets, contrastLimit_mL } as RehearsalSetup;
  const started = startRehearsal(setup);
  if (!("log" in started)) throw invalid(where, "nobody confirmed that it is no record");
  return (acts as RehearsalAct[]).reduce(actInRehearsal, started);
}

function parseJson(source: string, where: string): unknown {
  try {
    return JSON.parse(source);
  } catch (error) {
    throw invalid(where, (error as Error).message);
  }
}

function invalid(where: string, why: string): TributaryError {
  return new TributaryError({
    code: "rehearsal-invalid",
    what: "The file is no rehearsal.",
    where,
    why,
    fix: "Give a file that the workbench wrote.",
  });
}
