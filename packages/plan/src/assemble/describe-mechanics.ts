import type { PumpBeat } from "../mechanics/pump-beat.ts";
import type { SiteMechanics } from "../mechanics/pump-runner.ts";
import type { MechanicalStudy } from "../mechanics/study-mechanics.ts";
import type { PlanMechanics, PlanPump, PumpSurface } from "../plan.ts";
import type { HeartSearch } from "../search/search-heart.ts";

/** Stroke volumes within this share of the highest are not told apart. */
const ALIKE_SHARE = 0.01;

export function describePump({ isPeriodic: _, ...measures }: PumpBeat, avDelay_ms: number): PlanPump {
  return { avDelay_ms, ...measures };
}

/** The circulation of a plan in its words. */
export function describeMechanics(study: MechanicalStudy, search: HeartSearch): PlanMechanics {
  const { fit, muscle, baseline, atria, sites, surrogate, runner } = study;
  const best = sites[0]!;
  return {
    isFitted: fit.kind === "fitted",
    residuals: fit.residuals,
    atBound: fit.atBound,
    assumptions: fit.assumptions,
    notIdentifiable: fit.notIdentifiable,
    patchCount: muscle.patches.length,
    settingCount: runner.settingCount,
    surrogateError: surrogate.error,
    baseline: describePump(baseline, atria.avDelay_ms),
    best: describePump(best.beat, best.option.setting.avDelay_ms),
    surface: describeSurface(study, search),
    avOptimum: findAvOptimum(study, search),
  };
}

/** In the order of the response surface of the best site. */
function describeSurface({ sites, surface }: MechanicalStudy, { entries }: HeartSearch): PumpSurface {
  const { rv } = entries[sites[0]!.option.entry]!;
  const own = entries.flatMap((entry, index) => (entry.rv === rv ? [index] : []));
  const best = own.map((index) => highestStroke(surface.filter(({ option }) => option.entry === index)));
  return {
    pressureRise: best.map((found) => found?.measures.pressureRise),
    strokeVolume: best.map((found) => found?.measures.strokeVolume),
  };
}

/** Where an AV delay does not change the activation several are tried; the surface shows the best of them. */
function highestStroke(found: readonly SiteMechanics[]): SiteMechanics | undefined {
  return [...found].sort((a, b) => b.measures.strokeVolume - a.measures.strokeVolume)[0];
}

function findAvOptimum({ sites, surface }: MechanicalStudy, { entries }: HeartSearch): PlanMechanics["avOptimum"] {
  const { vvDelay_ms } = entries[sites[0]!.option.entry]!;
  const along = surface.flatMap(({ option, beat }) => {
    const entry = entries[option.entry]!;
    return entry.vvDelay_ms === vvDelay_ms && entry.avDelay_ms !== undefined
      ? [{ avDelay_ms: entry.avDelay_ms, strokeVolume_mL: beat.strokeVolume_mL }]
      : [];
  });
  if (along.length === 0) return undefined;
  const best = along.reduce((a, b) => (b.strokeVolume_mL > a.strokeVolume_mL ? b : a));
  const alike = along.filter(({ strokeVolume_mL }) => strokeVolume_mL >= (1 - ALIKE_SHARE) * best.strokeVolume_mL);
  const delays_ms = alike.map(({ avDelay_ms }) => avDelay_ms);
  return { avDelay_ms: best.avDelay_ms, low_ms: Math.min(...delays_ms), high_ms: Math.max(...delays_ms) };
}
