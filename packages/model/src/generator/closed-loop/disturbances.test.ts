import { expect, test } from "vitest";
import { DEFAULT_RHYTHM } from "../heart/rhythm-parameters.ts";
import { expandLog } from "../log/event-log.ts";
import { MARKER } from "../log/marker.ts";
import { monitorLog } from "../monitor/monitor-log.ts";
import { NOMINAL_CRT_SETTINGS } from "../parameters/generator-settings.ts";
import { countPacing, resynchronizedFractions } from "../programmer/count-pacing.ts";
import { NOMINAL_TACHYCARDIA } from "../tachycardia/tachycardia-settings.ts";
import { DISTURBANCES } from "./disturbances.ts";
import { runSkipping } from "./run-skipping.ts";

const SETTINGS = { ...NOMINAL_CRT_SETTINGS, atrMode: "on", tachycardia: NOMINAL_TACHYCARDIA } as const;

function run(id: string, settings: typeof SETTINGS = SETTINGS) {
  const disturbance = DISTURBANCES.find((known) => known.id === id)!;
  const duration_ms = 60_000;
  const rhythm = { ...DEFAULT_RHYTHM, ...disturbance.rhythm };
  const scenario = { settings, rhythm, script: disturbance.script?.(duration_ms) ?? [], duration_ms };
  const blocks = runSkipping(scenario);
  const log = expandLog(blocks);
  return { blocks, log, count: (kind: number) => log.kinds.filter((own) => own === kind).length };
}

test.each(DISTURBANCES.map(({ id }) => id))("%s breaks no property of the generator", (id) => {
  expect(monitorLog(run(id).log, SETTINGS, 60_000_000)).toEqual([]);
});

test("left capture is lost at 4 s: what is delivered stays whole, what is effective falls", () => {
  const { delivered, effective } = resynchronizedFractions(countPacing(run("loss-of-lv-capture").blocks));
  expect(delivered).toBe(1);
  expect(effective).toBeGreaterThan(0);
  expect(effective).toBeLessThan(0.1);
});

test("premature beats from 4 s on begin a loop at the upper interval: 60 000 / 130 ms, the AV delay stretched by 62 ms", () => {
  const { log } = run("pmt");
  const paces_ms = [...log.times_us].flatMap((time_us, i) => (log.kinds[i] === MARKER.VP ? [time_us / 1000] : []));
  const intervals = (from_ms: number, to_ms: number) =>
    paces_ms.flatMap((time_ms, i) =>
      i > 0 && time_ms > from_ms && time_ms < to_ms ? [time_ms - paces_ms[i - 1]!] : [],
    );
  for (const interval_ms of intervals(1500, 4000)) expect(interval_ms).toBe(DEFAULT_RHYTHM.sinusInterval_ms);
  for (const interval_ms of intervals(8000, 60_000)) expect(interval_ms).toBeCloseTo(60_000 / 130, 2);
});

test("fibrillation switches the mode and its end switches it back", () => {
  const { count } = run("atrial-fibrillation");
  expect([count(MARKER.ATR_FALLBACK), count(MARKER.ATR_END)]).toEqual([1, 1]);
});

test("tachycardia is paced, fibrillation shocked", () => {
  expect(run("ventricular-tachycardia").count(MARKER.TP)).toBeGreaterThan(3);
  expect(run("ventricular-fibrillation").count(MARKER.SHOCK)).toBe(1);
});
