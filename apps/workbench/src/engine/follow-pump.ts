import { measurePump } from "@tributary/model";
import type { ExplorablePlan, PlanExplorer, PumpProblem, PumpSetting, TracedPump } from "@tributary/plan";
import { type DrawnBeat, drawExploredLoops } from "@tributary/report";
import type { Exploration, ExploredMeasures, ExploredNames, ExploredPump, PumpExploration } from "./engine-messages.ts";
import { createWorkerPool } from "./worker-pool.ts";

/** Beats after a change that an estimate is read from: the loop has nearly its later shape, and the person does not wait. */
const ESTIMATE_BEATS = 3;
/** A setting that stays this long is solved to its periodic state. */
const STILL_ms = 120;
/** Settings whose loops are kept, the latest. */
const KEPT_COUNT = 40;

interface Followed {
  readonly current: PumpSetting | undefined;
  readonly frozen: PumpSetting | undefined;
  readonly names: ExploredNames;
}

/**
 * Simulates what is explored as a pump, in workers of its own: first an estimate after a few beats, then, where the setting
 * stays, the periodic state. Answers to a setting that is no longer at hand are not told.
 */
export function createPumpFollower(
  { plan, scene }: ExplorablePlan,
  { pump: problem }: PlanExplorer,
  tell: (pump: PumpExploration) => void,
): ((exploration: Exploration, names: ExploredNames) => void) | undefined {
  const { pump: before } = scene;
  if (!problem || !before || !plan.mechanics) return undefined;
  const runner = createTraceRunner(problem);
  const { ejectionFraction } = measurePump(before.before);
  const now: ExploredPump = { kind: "solved", pump: plan.mechanics.baseline, ejectionFraction };
  const nowDrawn = { role: "before", trace: before.before, avDelay_ms: before.avDelays_ms.before } as const;
  let followed: Followed | undefined;
  let isSolving = false;
  let wait: ReturnType<typeof setTimeout> | undefined;

  function show(own: Followed): void {
    if (own !== followed) return;
    const current = own.current && runner.read(own.current);
    const frozen = own.frozen && runner.read(own.frozen);
    if (own.current && !current) return;
    const beats: DrawnBeat[] = [
      ...(frozen ? [drawBeat(own.names.frozen, "frozen", frozen)] : []),
      ...(current ? [drawBeat(own.names.set, "after", current)] : []),
    ];
    const isEstimate = beats.some((beat) => beat.isEstimate);
    tell({
      loops: drawExploredLoops(isEstimate ? own.names.estimated : own.names.solved, [
        { name: own.names.now, ...nowDrawn },
        ...beats,
      ]),
      now,
      current: current && describe(current),
      frozen: frozen && describe(frozen),
    });
  }
  /** One at a time, so that a thread is left for estimates. */
  async function solve(own: Followed): Promise<void> {
    if (isSolving) return;
    isSolving = true;
    for (const setting of [own.current, own.frozen]) {
      if (setting && own === followed) await runner.solve(setting);
    }
    isSolving = false;
    show(own);
    if (followed && followed !== own) await solve(followed);
  }
  return ({ current, frozen }, names) => {
    const own = { current: readSetting(current), frozen: readSetting(frozen), names };
    followed = own;
    clearTimeout(wait);
    show(own);
    if (own.current) runner.estimate(own.current).then(() => show(own));
    wait = setTimeout(() => solve(own), STILL_ms);
  };
}

/** A beat, and whether it is that of a run that was cut short. */
interface Traced {
  readonly traced: TracedPump;
  readonly isEstimate: boolean;
}

/** Simulates settings, each once; of several that wait only the latest is worth an estimate. */
function createTraceRunner(problem: PumpProblem) {
  const pool = createWorkerPool(2);
  const known = new Map<string, Traced>();
  let isEstimating = false;
  let waiting: { readonly setting: PumpSetting; readonly resolve: () => void } | undefined;

  async function run(setting: PumpSetting, mostBeats: number | undefined): Promise<void> {
    const traced = (await pool.run({ kind: "pump", problem, setting, mostBeats }, {})) as TracedPump;
    const key = keyOf(setting);
    const isEstimate = mostBeats !== undefined;
    if (isEstimate && known.has(key)) return;
    known.delete(key);
    known.set(key, { traced, isEstimate });
    const [oldest] = known.keys();
    if (known.size > KEPT_COUNT) known.delete(oldest!);
  }
  async function estimate(setting: PumpSetting): Promise<void> {
    if (known.has(keyOf(setting))) return;
    if (isEstimating) {
      waiting?.resolve();
      return new Promise((resolve) => {
        waiting = { setting, resolve };
      });
    }
    isEstimating = true;
    await run(setting, ESTIMATE_BEATS);
    isEstimating = false;
    const next = waiting;
    waiting = undefined;
    if (next) estimate(next.setting).then(next.resolve);
  }
  return {
    read: (setting: PumpSetting) => known.get(keyOf(setting)),
    estimate,
    async solve(setting: PumpSetting): Promise<void> {
      if (known.get(keyOf(setting))?.isEstimate === false) return;
      await run(setting, undefined);
    },
  };
}

function keyOf({ activation_ms, avDelay_ms }: PumpSetting): string {
  return `${avDelay_ms} ${activation_ms.join(" ")}`;
}

function readSetting(measures: ExploredMeasures | undefined): PumpSetting | undefined {
  return measures?.kind === "paced" ? measures.pump?.setting : undefined;
}

function drawBeat(name: string, role: DrawnBeat["role"], { traced, isEstimate }: Traced): DrawnBeat {
  const { trace, pump } = traced;
  return { name, role, trace, avDelay_ms: pump.avDelay_ms, ...(isEstimate ? { isEstimate: true } : {}) };
}

function describe({ traced, isEstimate }: Traced): ExploredPump {
  const { pump, ejectionFraction, isPeriodic } = traced;
  return { kind: isEstimate ? "estimate" : isPeriodic ? "solved" : "not periodic", pump, ejectionFraction };
}
