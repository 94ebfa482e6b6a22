/** Colors, dashes and marks that tell series apart without color vision. Okabe and Ito, 2008 (yellow left out: too pale on paper). */
export const SERIES_COLORS = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#e69f00", "#1c2530"] as const;
export const SERIES_DASHES = [undefined, "7 4", "2 3", "9 3 2 3", "5 2", "1 4", "12 4"] as const;
export const SERIES_MARKS = ["circle", "square", "triangle", "diamond", "cross", "circle", "square"] as const;
export type SeriesMark = (typeof SERIES_MARKS)[number];

/** Veins, electrodes and heart muscle, the same in every picture. */
export const ANATOMY_COLORS = {
  vein: "#3f6fb0",
  /** Veins behind what lies in them. */
  paleVein: "#b9c7da",
  veinEdge: "#1d3557",
  electrode: "#111827",
  chosen: "#d55e00",
  noValue: "#c9cdd2",
  muscle: "#e9c8bd",
  cutFace: "#f1e3dc",
} as const;

/** The heart as it is, as the plan makes it, and what was measured in the patient: the same in every picture of a plan. */
export const STATE_COLORS = {
  before: "#6f87a3",
  after: "#b5430a",
  measured: "#1c2530",
  alternative: "#44525f",
  frozen: "#6d4fa3",
} as const;
