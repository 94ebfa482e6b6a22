import type { Choice, ContactEstimates } from "../search/choose-configurations.ts";

/** What else is told of a chosen vector. */
export interface ContactDescription {
  readonly anodalCapture: "unlikely" | "possible" | "likely";
  readonly impedanceClass: "low" | "usual" | "high";
  readonly longevity_years: number;
}

/** Capture and phrenic thresholds of any electrode on one heart: as expected, and for one draw of what is not known. */
export interface ContactModel {
  readonly expected: ContactEstimates;
  /** One possible truth: nerve, gap, electrode and muscle of this patient; the same for all sites of the draw. */
  draw(index: number): ContactEstimates;
  /** @param second  another cathode that is paced too */
  describe(choice: Choice, estimates: ContactEstimates, second: Choice | undefined): ContactDescription;
}
