import { createRandom } from "@tributary/model";
import { describe, expect, test } from "vitest";
import { listStandingMoves, RECORDING_NOTICE, replayProcedure } from "../procedure/procedure-log.ts";
import { findVariant, PROCEDURE_VARIANTS } from "../procedure/variants.ts";
import { EVENT_RATES } from "./event-rates.ts";
import { modelDuration } from "./model-duration.ts";
import { drawRehearsal, playRehearsal, type RehearsalInput } from "./rehearse.ts";
import { sampleFastCenterTime, sampleImplant } from "./sample-implant.ts";

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

describe("100 000 virtual implants (seed 11)", () => {
  const random = createRandom(11);
  const implants = Array.from({ length: 100_000 }, () =>
    sampleImplant(random, { sex: undefined, operatorCases: undefined }),
  );
  const failed = implants.filter(({ failure }) => failure !== undefined);

  test("3.6 % fail, 64 % of those at the coronary sinus", () => {
    expect(Math.abs((100 * failed.length) / implants.length - 3.6)).toBeLessThan(0.2);
    const atSinus = failed.filter(({ failure }) => failure === "coronarySinus");
    expect(Math.abs((100 * atSinus.length) / failed.length - 64)).toBeLessThan(2);
  });

  test("women have 1.38 times the odds of men", () => {
    const odds = (sex: string) => {
      const ofSex = implants.filter((implant) => implant.sex === sex);
      const count = ofSex.filter(({ failure }) => failure !== undefined).length;
      return count / (ofSex.length - count);
    };
    expect(Math.abs(odds("female") / odds("male") - 1.38)).toBeLessThan(0.1);
  });

  test("a fast center takes 55 min in the middle, and 85 min or more in 22.5 %", () => {
    const times = Array.from({ length: 100_000 }, () => sampleFastCenterTime(random));
    expect(Math.abs(median(times) - 55)).toBeLessThan(1);
    expect(Math.abs((100 * times.filter((time) => time >= 85).length) / times.length - 22.5)).toBeLessThan(1);
  });

  test("a failed cannulation takes near 144 min, far above the median", () => {
    const times = implants.filter(({ failure }) => failure === "coronarySinus").map((one) => one.skinToSkin_min);
    expect(Math.abs(median(times) - 144)).toBeLessThan(3);
  });
});

describe("the duration of a procedure", () => {
  const model = (changes: Partial<Parameters<typeof modelDuration>[0]> = {}) =>
    modelDuration({ variant: findVariant("deNovoCrtD")!, centerRatio: 1, operatorCases: 10_000, seed: 3, ...changes });

  test("is a distribution around the sum of its steps", () => {
    const { skinToSkin_min, inRoom_min } = model();
    expect(skinToSkin_min.median).toBeGreaterThan(105);
    expect(skinToSkin_min.median).toBeLessThan(130);
    expect(skinToSkin_min.low).toBeLessThan(skinToSkin_min.median);
    expect(inRoom_min.low).toBeGreaterThan(skinToSkin_min.low);
  });

  test("grows with the center's pace, with inexperience and with what an upgrade adds", () => {
    const base = model().skinToSkin_min.median;
    expect(model({ centerRatio: 0.5 }).skinToSkin_min.median).toBeCloseTo(base / 2, 6);
    expect(model({ operatorCases: 0 }).skinToSkin_min.median).toBeCloseTo(1.9 * base, 1);
    const upgrade = modelDuration({
      variant: findVariant("singlePacemakerToCrtD")!,
      centerRatio: 1,
      operatorCases: 10_000,
      seed: 3,
    });
    expect(upgrade.skinToSkin_min.median).toBeGreaterThan(base);
  });

  test("is the same for the same seed", () => {
    expect(model()).toEqual(model());
  });
});

describe("a rehearsal", () => {
  const input = (seed: number, variantId = "deNovoCrtD"): RehearsalInput => ({
    variant: findVariant(variantId)!,
    sex: "female",
    centerRatio: 1,
    operatorCases: 100,
    seed,
    by: "Kim",
    startedAt: "2027-03-30T06:00:00Z",
  });

  const play = (one: RehearsalInput) => {
    const result = playRehearsal(one, drawRehearsal(one));
    if (result.kind === "refused") throw new Error(result.reasons[0]!.why);
    return result.log;
  };

  test("is the same for the same seed, and says that it is no record", () => {
    const script = drawRehearsal(input(7));
    expect(drawRehearsal(input(7))).toEqual(script);
    const log = play(input(7));
    expect(log.notice).toBe(RECORDING_NOTICE);
    expect(play(input(7))).toEqual(log);
    expect(playRehearsal({ ...input(7), by: "" }, script)).toMatchObject({ reasons: [{ id: "noticeNotConfirmed" }] });
  });

  test("meets events at their published rates", () => {
    const scripts = Array.from({ length: 10_000 }, (_, seed) => drawRehearsal(input(seed)));
    for (const { complication, step, rate } of EVENT_RATES) {
      const count = scripts.filter(({ events }) =>
        events.some((event) => event.complication === complication && event.step === step),
      ).length;
      const expected = (rate.value / 100) * scripts.length;
      expect(Math.abs(count - expected), complication).toBeLessThan(5 * Math.sqrt(expected) + 1);
    }
  });

  test("a script in which cannulation fails ends with plan B and all its tests", () => {
    const seed = Array.from({ length: 2000 }, (_, i) => i).find(
      (candidate) => drawRehearsal(input(candidate)).failure?.cause === "coronarySinus",
    )!;
    const log = play(input(seed));
    const { place, context } = replayProcedure(log);
    expect(place).toBe("finished");
    expect(context.planB).toMatchObject({ option: "conductionSystemPacing" });
    expect(context.records.conductionSystemTest).toBe("rehearsed");
    expect(listStandingMoves(log).some(({ move }) => move.type === "exit" && move.reason === "coronarySinus")).toBe(
      true,
    );
  });

  test.each(PROCEDURE_VARIANTS.map(({ id }) => id))("%s can be played to its end, whatever the draw", (variantId) => {
    for (let seed = 0; seed < 25; seed++) {
      expect(replayProcedure(play(input(seed, variantId))).place).toBe("finished");
    }
  });
});
