/** The kinds of fields a plan has; each carries its meaning, and a quantity its unit, into the published schema. */
import { z } from "zod";

/** A finite number with its unit; "1" for pure numbers. */
export function figure(meaning: string, unit: string) {
  return z.number().meta({ description: meaning, unit });
}

/** From 0 to 1. */
export function share(meaning: string) {
  return z.number().min(0).max(1).meta({ description: meaning, unit: "1" });
}

export function count(meaning: string) {
  return z.int().min(0).meta({ description: meaning, unit: "1" });
}

export function words(meaning: string) {
  return z.string().meta({ description: meaning });
}

/** A number with its 10th and 90th percentile over the draws. */
export function estimate(meaning: string, unit: string) {
  return z
    .strictObject({
      value: figure("With the parameters of the plan", unit),
      low: figure("10th percentile of the draws", unit),
      high: figure("90th percentile of the draws", unit),
    })
    .meta({ description: meaning });
}

export function oneOf<const Options extends readonly string[]>(meaning: string, options: Options) {
  return z.enum(options).meta({ description: meaning });
}

export function listOf<Item extends z.ZodType>(meaning: string, item: Item) {
  return z.array(item).meta({ description: meaning });
}
