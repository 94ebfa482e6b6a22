import type { Estimate, Plan, PlanSite } from "@tributary/plan";

/** A column of a data table: numbers, not finite where there are none, or texts. */
type DataColumn =
  | { readonly name: string; readonly values: Float64Array }
  | { readonly name: string; readonly texts: readonly string[] };

/** A table for other programs: columns of equal length, each with its unit at the end of its name. */
export interface DataTable {
  readonly columns: readonly DataColumn[];
}

/** The ranked sites of a plan, a row a site, in full precision. */
export function tabulateSites({ sites }: Plan): DataTable {
  const texts = (name: string, read: (site: PlanSite) => string) => ({ name, texts: sites.map(read) });
  const values = (name: string, read: (site: PlanSite) => number | undefined) => ({
    name,
    values: Float64Array.from(sites, (site) => read(site) ?? Number.NaN),
  });
  const spread = (name: string, unit: string, read: (site: PlanSite) => Estimate | undefined) => [
    values(`${name}_${unit}`, (site) => read(site)?.value),
    values(`${name}Low_${unit}`, (site) => read(site)?.low),
    values(`${name}High_${unit}`, (site) => read(site)?.high),
  ];
  return {
    columns: [
      values("rank", ({ rank }) => rank),
      texts("site", ({ id }) => id),
      texts("vein", ({ vein }) => vein),
      values("cathodeArcFrom_mm", ({ cathodeArc_mm }) => cathodeArc_mm[0]),
      values("cathodeArcTo_mm", ({ cathodeArc_mm }) => cathodeArc_mm[1]),
      values("ahaSegment", ({ segment }) => segment),
      values("tipDepth_mm", ({ settings }) => settings.tipDepth_mm),
      texts("vector", ({ settings }) => settings.vectorName),
      texts("rvSite", ({ settings }) => settings.rvSite),
      values("avDelay_ms", ({ settings }) => settings.avDelay_ms),
      values("vvDelay_ms", ({ settings }) => settings.vvDelay_ms),
      values("score", ({ score }) => score),
      values("shareBestFraction", ({ shareBest }) => shareBest),
      ...spread("totalActivationTime", "ms", (site) => site.totalActivationTime_ms),
      ...spread("qrsDuration", "ms", (site) => site.qrsDuration_ms),
      ...spread("qLv", "ms", (site) => site.qLv_ms),
      ...spread("captureThreshold", "V", (site) => site.captureThreshold_V),
      ...spread("phrenicThreshold", "V", (site) => site.phrenicThreshold_V),
      ...spread("longevity", "years", (site) => site.longevity_years),
      values("dpdtMax_kPaPerS", ({ pump }) => pump?.dpdtMax_kPaPerS),
      values("strokeVolume_mL", ({ pump }) => pump?.strokeVolume_mL),
    ],
  };
}

/** What the delays do at the best site, a row a pair of them; undefined where no pair was searched. */
export function tabulateDelays({ response, mechanics }: Plan): DataTable | undefined {
  if (response === undefined) return undefined;
  const { avDelays_ms, vvDelays_ms, totalActivationTime_ms, qrsDuration_ms } = response;
  const rows: readonly (number | undefined)[] = avDelays_ms.length === 0 ? [undefined] : avDelays_ms;
  const pairs = rows.flatMap((av_ms) => vvDelays_ms.map((vv_ms) => ({ av_ms, vv_ms })));
  const fill = (list: readonly (number | undefined)[] | undefined) =>
    Float64Array.from(pairs, (_, i) => list?.[i] ?? Number.NaN);
  return {
    columns: [
      { name: "avDelay_ms", values: Float64Array.from(pairs, ({ av_ms }) => av_ms ?? Number.NaN) },
      { name: "vvDelay_ms", values: Float64Array.from(pairs, ({ vv_ms }) => vv_ms) },
      { name: "totalActivationTime_ms", values: fill(totalActivationTime_ms) },
      { name: "qrsDuration_ms", values: fill(qrsDuration_ms) },
      { name: "dpdtMaxChange_percent", values: fill(mechanics?.surface.pressureRise) },
      { name: "strokeVolumeChange_percent", values: fill(mechanics?.surface.strokeVolume) },
    ],
  };
}
