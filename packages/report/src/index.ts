// The public API of @tributary/report: pictures as SVG and the report page, the same in Node and browser.
export { chooseStarkInkOn, formatColor, tabulateColorMap } from "./color/color-map.ts";
export { type ColorScale, colorOf, createColorScale, listScaleLevels } from "./color/color-scale.ts";
export { ANATOMY_COLORS } from "./color/series-palette.ts";
export { AHA_SECTORS, type AhaSector, centerOfSector, outlineSector } from "./figures/aha-sectors.ts";
export { type ActivationViewsOptions, drawActivationViews } from "./figures/draw-activation-views.ts";
export { type BullsEyeOptions, drawBullsEye } from "./figures/draw-bulls-eye.ts";
export { measureStrip_ms } from "./figures/draw-device-strip.ts";
export { drawLineFigure, drawScatter, type LineFigure } from "./figures/draw-line-figure.ts";
export { drawUnrolledMap, type UnrolledMapOptions } from "./figures/draw-unrolled-map.ts";
export { drawVenogram, type VenogramOptions } from "./figures/draw-venogram.ts";
export { drawVenousTree, type VenousTreeOptions } from "./figures/draw-venous-tree.ts";
export type { DrawnBeat, DrawnBeats } from "./figures/drawn-beat.ts";
export {
  buildReportPage,
  type ReportFigure,
  type ReportPage,
  type ReportSection,
  type ReportTable,
} from "./page/build-report-page.ts";
export { STANDARD_VIEWS, type View } from "./raster/standard-views.ts";
export {
  type ActivationReport,
  type ActivationReportInput,
  buildActivationReport,
} from "./reports/build-activation-report.ts";
export {
  buildDeviceReport,
  type DeviceReport,
  type DeviceReportInput,
  drawRunStrip,
  listDeviceStrips,
} from "./reports/build-device-report.ts";
export { buildPlanReport, type PlanReport } from "./reports/build-plan-report.ts";
export {
  type CaseScene,
  drawCaseVeins,
  drawHeartActivation,
  drawMapBullsEye,
  drawMapUnrolled,
  drawMapViews,
} from "./reports/draw-case-pictures.ts";
export {
  drawExploredEcg,
  drawExploredLoops,
  drawExploredSegments,
  type ExploredState,
} from "./reports/draw-explored-pictures.ts";
export {
  drawPlanAlternatives,
  drawPlanScorecard,
  drawPlanSensitivities,
  drawPlanUncertainty,
} from "./reports/draw-plan-charts.ts";
export { drawStrengthDuration } from "./reports/draw-strength-duration.ts";
export { describePlan } from "./reports/plan-answer.ts";
export {
  describeVvDelay,
  nameStretch,
  spellVeinsIn,
  startWithCapital,
  writeDelays,
  writeEstimate,
  writeShare,
} from "./reports/plan-words.ts";
export { poseSurface, poseTree } from "./reports/posed-heart.ts";
export { ALTERNATIVE_PUMP_NOTE, tabulateAlternativePumps } from "./reports/pump-comparison.ts";
export type { Picture, Table } from "./svg/picture.ts";
export { type DataTable, tabulateDelays, tabulateSites } from "./tables/tabulate-plan.ts";
