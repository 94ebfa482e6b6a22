/** Rhythm and conduction of a case. */
import { z } from "zod";
import { choice, clinicalQuantity, quantity } from "./case-field.ts";

const lineOfBlock = z
  .strictObject({
    rt: quantity("Meridian: 0 posterior groove, 1/3 lateral, 2/3 anterior groove", "1", [0, 1], "once around"),
    abFrom: quantity("Lower end, 0 apex to 1 base", "1", [0, 1], "the ventricle"),
    abTo: quantity("Upper end, 0 apex to 1 base", "1", [0, 1], "the ventricle"),
    kind: choice("Anatomical, in every beat; or functional, in the intrinsic beat only", ["fixed", "functional"]),
  })
  .meta({ description: "A line that no front crosses" });

const velocities = z
  .strictObject({
    alongFiber_mmPerMs: quantity(
      "Along the fiber",
      "mm/ms",
      [0.1, 1.5],
      "diseased to fastest working muscle",
    ).exactOptional(),
    acrossFiber_mmPerMs: quantity(
      "Across the fiber",
      "mm/ms",
      [0.05, 1],
      "diseased to fastest working muscle",
    ).exactOptional(),
    fastLayer_mmPerMs: quantity(
      "In the fast endocardial layer",
      "mm/ms",
      [0.1, 4],
      "no layer to Purkinje fibers",
    ).exactOptional(),
    fastLayerBasalLimit_ab: quantity(
      "Height at which the fast layer ends",
      "1",
      [0, 1],
      "apex to base",
    ).exactOptional(),
    borderZoneVelocityRatio: quantity(
      "Border zone over healthy muscle",
      "1",
      [0.01, 1],
      "nearly blocked to healthy",
    ).exactOptional(),
    slowSeptumVelocityRatio: quantity(
      "Slow septum over healthy muscle",
      "1",
      [0.1, 1],
      "diseased to healthy",
    ).exactOptional(),
  })
  .meta({ description: "Conduction velocities; each left out keeps its documented default" });

export const conduction = z
  .strictObject({
    rhythm: choice("What drives the ventricles", ["sinus", "atrialFibrillation", "avBlock"]),
    pattern: choice("How they are activated without an LV lead", [
      "normal",
      "lbbb",
      "rbbb",
      "lafb",
      "lpfb",
      "nonspecific",
      "rvPaced",
    ]),
    prInterval_ms: clinicalQuantity(
      "PR interval of the surface ECG",
      "ms",
      [80, 600],
      "pre-excitation to the longest conducted intervals",
    ).exactOptional(),
    qrsDuration_ms: clinicalQuantity(
      "QRS duration of the surface ECG",
      "ms",
      [60, 300],
      "narrowest normal to the widest paced complexes",
    ).exactOptional(),
    frontalAxis_deg: clinicalQuantity(
      "Frontal axis of the QRS complex: 0 to the left, 90 to the feet",
      "deg",
      [-180, 180],
      "once around",
    ).exactOptional(),
    slowSeptum: z
      .boolean()
      .meta({ description: "Whether the septum conducts slowly; left out: it does not" })
      .exactOptional(),
    lineOfBlock: lineOfBlock.exactOptional(),
    velocities: velocities.exactOptional(),
  })
  .meta({ description: "Rhythm and conduction" });
