/** What a plan says of the heart as a pump. */
import { z } from "zod";
import { count, figure, listOf, words } from "./plan-field.ts";

export const pump = z
  .strictObject({
    avDelay_ms: figure("From right atrial activation to the first ventricular front", "ms"),
    dpdtMax_kPaPerS: figure("Steepest rise of left ventricular pressure", "kPa/s"),
    strokeVolume_mL: figure("What reaches the aorta in a beat", "mL"),
    strokeWork_mJ: figure("Area of the left ventricle's pressure-volume loop", "mJ"),
    systolicPressure_kPa: figure("In the aortic root", "kPa"),
    fillingTime_ms: figure("During which the left ventricle fills", "ms"),
    regurgitation_mL: figure("Back through the mitral valve in a beat", "mL"),
    wastedWorkRatio: figure("Work that stretches muscle over work that shortens it", "1"),
    workDifference_mJPerML: figure("Fiber work per muscle volume, lateral wall minus septum", "mJ/mL"),
  })
  .meta({ description: "A beat as a pump; resistance, blood volume and muscle as they are now" });

/** Values over the grid of delays, row by row of AV; null where a pulse is not delivered. */
function surface(meaning: string) {
  return z.array(z.number().nullable()).meta({ description: meaning, unit: "%" });
}

export const mechanics = z
  .strictObject({
    isFitted: z.boolean().meta({ description: "Whether every measured value is met within 1 %" }),
    residuals: listOf(
      "What the circulation was fitted to",
      z.strictObject({
        quantity: words("Quantity, with its unit"),
        target: figure("Measured, or assumed as said below", "as named"),
        reached: figure("Of the model", "as named"),
        difference_percent: figure("Reached over target, less 1", "%"),
      }),
    ),
    atBound: listOf("Parameters that the fit left at an end of their range", words("A parameter")),
    assumptions: listOf(
      "Values that were not measured",
      z.strictObject({
        quantity: words("Quantity, with its unit"),
        value: figure("What was taken", "as named"),
        source: words("Where from"),
      }),
    ),
    notIdentifiable: listOf(
      "What these data leave open",
      z.strictObject({ quantity: words("What"), reason: words("Why") }),
    ),
    patchCount: count("Parts of the ventricles that contract as one"),
    settingCount: count("Settings that were simulated until their beats repeat"),
    surrogateError: z
      .strictObject({
        pressureRise: figure("Of the rise of dP/dt max", "%"),
        strokeVolume: figure("Of the change of stroke volume", "%"),
        workBalance: figure("Of the balance of work", "mJ/mL"),
      })
      .meta({ description: "90th percentile of the error when each setting is predicted from the others" }),
    baseline: pump,
    best: pump,
    surface: z
      .strictObject({
        pressureRise: surface("Rise of dP/dt max against the beat as it is now"),
        strokeVolume: surface("Change of stroke volume against the beat as it is now"),
      })
      .meta({ description: "Over the rows and columns of the response" }),
    avOptimum: z
      .strictObject({
        avDelay_ms: figure("Of the highest stroke volume", "ms"),
        low_ms: figure("Shortest within 1 % of it", "ms"),
        high_ms: figure("Longest within 1 % of it", "ms"),
      })
      .meta({ description: "AV delay of the best site at its VV delay; left out without an AV delay" })
      .exactOptional(),
  })
  .meta({ description: "The circulation that the sites are judged with" });
