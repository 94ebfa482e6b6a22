import { createBeatMeter } from "../heart/beat-meter.ts";
import { type Estimate, MEASURES, type Measure, type MeasureValue, type PlanSettings, type PlanSite } from "../plan.ts";
import type { PlanInput } from "../plan-input.ts";
import { explainBest, explainRank, type ReasonInput } from "../score/reasons.ts";
import { rateValue, UTILITY_SCALES } from "../score/utilities.ts";
import { measureChoice } from "../search/measure-choice.ts";
import type { RankedSite } from "../search/rank-sites.ts";
import type { HeartSearch } from "../search/search-heart.ts";
import { spreadOf } from "../statistics/spread-of.ts";
import { quantile } from "../statistics/statistics.ts";
import { carrySpread } from "../uncertainty/summarize-draws.ts";
import { weighElectrically } from "../weights.ts";
import { describePump } from "./describe-mechanics.ts";
import type { PlanParts } from "./plan-parts.ts";

/** One row of the ranking. */
export function describeSite(parts: PlanParts, index: number, isPareto: boolean): PlanSite {
  const { search, ranked, contacts, study } = parts;
  const { site, choice } = ranked[index]!;
  const cathode = search.cathodes[choice.cathode]!;
  const electrode = choice.use.placement.electrodes[choice.use.electrodeIndex]!;
  const drawn = study?.study.results.map(({ sites }) => sites[index]!) ?? [];
  const central = study?.study.central.sites[index];
  const carry = (value: number, read: (beat: (typeof drawn)[number]) => number): Estimate =>
    central ? carrySpread(value, read(central), drawn.map(read)) : { value, low: value, high: value };
  const own = study?.sites[index];
  const expected = contacts.describe(choice, contacts.expected, undefined);
  const pump = parts.mechanics?.sites[index];
  const { nodes, taps } = parts.model;
  const { qrsDuration_ms } = measureChoice(search, choice, createBeatMeter(nodes, taps));
  const ranks = study?.ranks[index] ?? [index + 1];
  return {
    id: site.id,
    rank: index + 1,
    vein: site.vein,
    cathodeArc_mm: [site.fromArc_mm, site.toArc_mm],
    segment: electrode.ahaSegment,
    third: electrode.third,
    region: electrode.region,
    ab: electrode.ab,
    rt: electrode.rt,
    position_mm: electrode.position_mm,
    settings: describeSettings(search, ranked[index]!),
    score: choice.score,
    measures: describeMeasures(parts, index),
    totalActivationTime_ms: carry(choice.totalActivationTime_ms, (beat) => beat.totalActivationTime_ms),
    qrsDuration_ms: carry(qrsDuration_ms, (beat) => beat.qrsDuration_ms),
    qLv_ms: hasOwnBeat(parts.input) ? carry(cathode.qLv_ms, (beat) => beat.qLv_ms) : undefined,
    pump: pump && describePump(pump.beat, pump.option.setting.avDelay_ms),
    captureThreshold_V: spreadOf(choice.captureThreshold_V, own?.captureThresholds_V ?? []),
    phrenicThreshold_V:
      choice.phrenicThreshold_V === Infinity
        ? undefined
        : spreadOf(choice.phrenicThreshold_V, own?.phrenicThresholds_V ?? []),
    anodalCapture: expected.anodalCapture,
    impedanceClass: expected.impedanceClass,
    longevity_years: spreadOf(
      expected.longevity_years,
      study
        ? study.study.draws.map((_, draw) => contacts.describe(choice, contacts.draw(draw), undefined).longevity_years)
        : [],
    ),
    lumenFit: choice.use.placement.electrodes[0]!.fit,
    shareBest: study?.sharesBest[index] ?? (index === 0 ? 1 : 0),
    rankInterval: [Math.floor(quantile(ranks, 0.1)), Math.ceil(quantile(ranks, 0.9))],
    isPareto,
    reason: explain(parts, index),
  };
}

/** Whether the ventricles have a beat now whose delay at the cathode means something. */
export function hasOwnBeat({ conduction }: PlanInput): boolean {
  return conduction.pattern === "rvPaced" || conduction.atrioventricular.kind !== "block";
}

function describeSettings({ entries, candidates }: HeartSearch, { choice }: RankedSite): PlanSettings {
  const { rv, avDelay_ms, vvDelay_ms } = entries[choice.entry]!;
  const { vein, tipDepth_mm } = choice.use.placement;
  return {
    vein,
    tipDepth_mm,
    cathodeVein: candidates.cathodes[choice.cathode]!.vein,
    cathodeArc_mm: candidates.cathodes[choice.cathode]!.arc_mm,
    vectorName: choice.vector.name,
    cathode: choice.vector.cathode,
    anode: choice.vector.anode,
    rvSite: rv.site,
    avDelay_ms,
    vvDelay_ms,
    lvPulse: "captured",
    rvPulse: "captured",
  };
}

function describeMeasures({ ranked, study }: PlanParts, index: number): Record<Measure, MeasureValue> {
  const { values } = ranked[index]!.choice;
  const entries = MEASURES.map((measure): [Measure, MeasureValue] => {
    const drawn = study?.scored.values.map((own) => own[index]![measure]) ?? [];
    const { value, low, high } = spreadOf(finite(values[measure]), drawn);
    return [
      measure,
      { value, unit: UTILITY_SCALES[measure].unit, utility: rateValue(measure, values[measure]), low, high },
    ];
  });
  return Object.fromEntries(entries) as Record<Measure, MeasureValue>;
}

/** A margin without bound is shown as the best value of its scale; plan.json has no infinity. */
function finite(value: number): number {
  if (value === Infinity) return UTILITY_SCALES.phrenicMargin.best;
  return Number.isNaN(value) ? 0 : value;
}

function explain({ ranked, search, input, mechanics }: PlanParts, index: number): string {
  const own: ReasonInput = ranked[index]!.choice;
  if (index === 0) return explainBest(own, search.baseline.measures.totalActivationTime_ms);
  return explainRank(own, ranked[0]!.choice, mechanics ? input.weights : weighElectrically(input.weights));
}
