import type { Measure } from "@tributary/plan";

const NAMES: Record<Measure, string> = {
  resynchronization: "Resynchronization",
  workBalance: "Balance of work",
  pressureRise: "Rise of dP/dt",
  electricalDelay: "Electrical delay",
  viableMuscle: "Viable muscle",
  captureMargin: "Capture",
  phrenicMargin: "Phrenic margin",
  reachAndStability: "Reach and stability",
};

export function nameMeasure(measure: Measure): string {
  return NAMES[measure];
}
