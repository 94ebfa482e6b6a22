/** X-ray and contrast of an implant: what a rehearsal counts with, and the levels that it is held against. */
import type { Parameter } from "@tributary/model";
import type { StepId } from "../procedure/step.ts";

const REGISTRY = "fitted to a nine-center registry of device implants (n = 657): CRT 837 s (480 to 1323)";
const REGISTRY_DOSE = "fitted to a nine-center registry of device implants (n = 657): CRT 14.1 Gy cm2 (8.1 to 26.0)";

export const EXPOSURE_PARAMETERS = {
  /** Time of fluoroscopy: shift + median * exp(spread * normal), not below a least. */
  fluoroscopyShift_min: { value: -8.5, unit: "min", range: [-12, 0], source: REGISTRY, confirmed: false },
  fluoroscopyMedian_min: { value: 22.4, unit: "min", range: [15, 30], source: REGISTRY, confirmed: false },
  fluoroscopySpread_ln: { value: 0.457, unit: "1", range: [0.3, 0.8], source: REGISTRY, confirmed: false },
  leastFluoroscopy_min: { value: 2, unit: "min", range: [1, 4], source: "assumed", confirmed: false },
  kermaAreaProductMedian_GyCm2: {
    value: 14.1,
    unit: "Gy cm2",
    range: [5, 30],
    source: REGISTRY_DOSE,
    confirmed: false,
  },
  kermaAreaProductSpread_ln: { value: 0.87, unit: "1", range: [0.5, 1.1], source: REGISTRY_DOSE, confirmed: false },
  /** A run that is kept, against the same time of fluoroscopy. */
  acquisitionDoseRatio: { value: 6, unit: "1", range: [3, 15], source: "assumed", confirmed: false },
  /** The balloon is let down within this time: a run lasts as long. */
  run_s: { value: 10, unit: "s", range: [5, 10], source: "practice: balloon deflated within 10 s", confirmed: false },
  /** Field of the beam at the reference point, which turns kerma-area product into air kerma. */
  fieldArea_cm2: { value: 100, unit: "cm2", range: [50, 250], source: "assumed", confirmed: false },
} as const satisfies Record<string, Parameter>;

/** How the fluoroscopy of an implant is spread over its steps; assumed. A step that is repeated takes its share again. */
export const FLUOROSCOPY_SHARES: Readonly<Partial<Record<StepId, number>>> = {
  venousAccess: 0.06,
  rvLead: 0.16,
  csCannulation: 0.3,
  leadAdvance: 0.3,
  lvTest: 0.03,
  stability: 0.03,
  atrialLead: 0.07,
  guideRemoval: 0.05,
};

export interface ExposureLevel {
  readonly value: number;
  readonly source: string;
  readonly confirmed: boolean;
}

/** From these on somebody asks why; they are no limits of a patient. */
export const EXPOSURE_LEVELS: Readonly<
  Record<"fluoroscopy_min" | "kermaAreaProduct_GyCm2" | "callForHelp_min", ExposureLevel>
> = {
  fluoroscopy_min: { value: 24.2, source: "Morris, Acta Cardiol 2014 (1319 implants)", confirmed: true },
  kermaAreaProduct_GyCm2: { value: 27.7, source: "Morris, Acta Cardiol 2014 (1319 implants)", confirmed: true },
  callForHelp_min: { value: 40, source: "assumed", confirmed: false },
};
