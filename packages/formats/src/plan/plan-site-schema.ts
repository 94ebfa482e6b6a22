/** One row of the ranking of a plan. */
import { LV_ELECTRODES } from "@tributary/model";
import { z } from "zod";
import { count, estimate, figure, oneOf, share, words } from "./plan-field.ts";
import { pump } from "./plan-pump-schema.ts";

const pulse = oneOf("Whether the pulse is given, or inhibited by the conducted beat", ["captured", "not delivered"]);

const settings = z
  .strictObject({
    vein: words("Vein that the lead is put into"),
    tipDepth_mm: figure("Tip electrode, from the mouth of that vein", "mm"),
    cathodeVein: words("Vein that the cathode then lies in: that one, or the one it comes from"),
    cathodeArc_mm: figure("Cathode, from the mouth of its vein", "mm"),
    vectorName: words("Cathode → anode, as printed on devices"),
    cathode: oneOf("Electrode that paces", LV_ELECTRODES),
    anode: oneOf("Electrode that the current comes back through", [...LV_ELECTRODES, "RVring", "RVcoil", "can"]),
    rvSite: oneOf("Where the right-ventricular lead lies", ["apex", "septum", "existing"]),
    avDelay_ms: figure(
      "From the sensed atrial event to the first pulse; left out where there is none",
      "ms",
    ).exactOptional(),
    vvDelay_ms: figure("Above 0: the left ventricle first", "ms"),
    lvPulse: pulse,
    rvPulse: pulse,
  })
  .meta({ description: "How the lead lies and the generator is set" });

const measure = z.strictObject({
  value: figure("As printed, in the unit beside it", "as given"),
  unit: words("Unit of the value"),
  utility: share("0 the worst, 1 the best"),
  low: figure("10th percentile of the draws", "as given"),
  high: figure("90th percentile of the draws", "as given"),
});

const measures = z
  .strictObject({
    resynchronization: measure.meta({ description: "How much sooner all of the heart is active" }),
    workBalance: measure.meta({ description: "By how much the walls come to share the work" }),
    pressureRise: measure.meta({ description: "Rise of dP/dt max of the left ventricle" }),
    electricalDelay: measure.meta({ description: "How late the muscle under the cathode is active now" }),
    viableMuscle: measure.meta({ description: "Share of living muscle around the cathode" }),
    captureMargin: measure.meta({ description: "Distance of the output to the capture threshold" }),
    phrenicMargin: measure.meta({ description: "Distance of the phrenic threshold to the capture threshold" }),
    reachAndStability: measure.meta({ description: "How surely the lead gets there and stays" }),
  })
  .meta({ description: "What the score adds up" });

export const site = z.strictObject({
  id: words("Name of the site within this plan"),
  rank: z.int().min(1).meta({ description: "1 the best", unit: "1" }),
  vein: words("Vein that the cathode lies in"),
  cathodeArc_mm: z
    .tuple([figure("From", "mm"), figure("To", "mm")])
    .meta({ description: "Stretch of the vein that is one target, from its mouth" }),
  segment: z.int().min(1).max(17).meta({ description: "AHA segment under the cathode", unit: "1" }),
  third: oneOf("Third of the ventricle from apex to base", ["apical", "mid", "basal"]),
  region: oneOf("Wall of the ventricle", ["inferior", "lateral", "anterior", "septal"]),
  ab: share("Height on the heart, 0 apex to 1 base"),
  rt: share("Meridian: 0 posterior groove, 1/3 lateral, 2/3 anterior groove"),
  position_mm: z
    .tuple([figure("x", "mm"), figure("y", "mm"), figure("z", "mm")])
    .meta({ description: "Place of the cathode, in the frame of the heart" }),
  settings,
  score: share("Weighted mean of the utilities"),
  measures,
  totalActivationTime_ms: estimate("Until all of the heart is active", "ms"),
  qrsDuration_ms: estimate("Of the simulated 12-lead ECG", "ms"),
  qLv_ms: estimate(
    "Activation of the cathode in the beat as it is now; left out without such a beat",
    "ms",
  ).exactOptional(),
  pump: pump.exactOptional(),
  captureThreshold_V: estimate("At 0.5 ms", "V"),
  phrenicThreshold_V: estimate("At 0.5 ms; left out where no output reaches the nerve", "V").exactOptional(),
  anodalCapture: oneOf("Capture at the anode too, at the programmed output", ["unlikely", "possible", "likely"]),
  impedanceClass: oneOf("Impedance of the vector", ["low", "usual", "high"]),
  longevity_years: estimate("Battery of the generator", "years"),
  lumenFit: oneOf("How the tip fits the vein", ["wedged", "stable", "loose"]),
  shareBest: share("Share of the draws in which no other site is better"),
  rankInterval: z
    .tuple([figure("10th percentile of the draws", "1"), figure("90th percentile of the draws", "1")])
    .meta({ description: "Ranks over the draws" }),
  isPareto: z.boolean().meta({ description: "Whether no other site is better in one measure and no worse in all" }),
  reason: words("One sentence: why it stands where it stands"),
});

export const multipointOption = z.strictObject({
  siteId: words("Site whose placement this is"),
  cathodes: z
    .tuple([oneOf("First", LV_ELECTRODES), oneOf("Second", LV_ELECTRODES)])
    .meta({ description: "Electrodes in the order of their pulses" }),
  delay_ms: figure("From the first left-ventricular pulse to the second", "ms"),
  distance_mm: figure("Between the two", "mm"),
  totalActivationTime_ms: figure("Until all of the heart is active", "ms"),
  qrsDuration_ms: figure("Of the simulated 12-lead ECG", "ms"),
  change_ms: figure("Total activation time minus that of one cathode; below 0 is faster", "ms"),
  captureThresholds_V: z.tuple([figure("First", "V"), figure("Second", "V")]).meta({ description: "At 0.5 ms" }),
  phrenicThresholds_V: z
    .tuple([figure("First", "V").nullable(), figure("Second", "V").nullable()])
    .meta({ description: "At 0.5 ms; null where no output reaches the nerve" }),
  longevity_years: figure("Battery of the generator", "years"),
});

export const weights = z
  .strictObject({
    resynchronization: figure("Weight", "1"),
    workBalance: figure("Weight", "1"),
    pressureRise: figure("Weight", "1"),
    electricalDelay: figure("Weight", "1"),
    viableMuscle: figure("Weight", "1"),
    captureMargin: figure("Weight", "1"),
    phrenicMargin: figure("Weight", "1"),
    reachAndStability: figure("Weight", "1"),
  })
  .meta({ description: "Weights of the measures in the score; only their ratios matter" });

export const searched = z
  .strictObject({
    placementCount: count("Ways the lead can lie"),
    configurationCount: count("Placements with vectors, right-ventricular sites and delays"),
    siteCount: count("Stretches of veins that a cathode reaches"),
  })
  .meta({ description: "What was searched" });
