/** The ECG of a case, and the right-ventricular lead that it is to be paced with. */
import { z } from "zod";
import { SAMPLING_RATE_RANGE_Hz } from "../ecg/ecg-error.ts";
import { ECG_UNITS } from "../ecg/ecg-recording.ts";
import { choice, filePath, quantity } from "./case-field.ts";

export const ecg = z
  .strictObject({
    files: z.array(filePath("One file of the ECG")).min(1).max(4).meta({
      description: "One table (.csv); or a WFDB header (.hea) and the signal files it names (.dat, .mat)",
    }),
    samplingRate_Hz: quantity(
      "Sampling rate of a table without a time column",
      "Hz",
      SAMPLING_RATE_RANGE_Hz,
      "QRS complexes to the fastest recorders",
    ).exactOptional(),
    units: choice("Unit of the samples of a table; left out: mV", ECG_UNITS).exactOptional(),
  })
  .meta({ description: "A 12-lead ECG of the beat without an LV lead", clinical: true });

export const device = z
  .strictObject({
    rvLead: choice("Whether the right-ventricular lead has a ring (pacemaker) or a coil (defibrillator)", [
      "ring",
      "coil",
    ]),
  })
  .meta({ description: "The generator and its right-ventricular lead" });
