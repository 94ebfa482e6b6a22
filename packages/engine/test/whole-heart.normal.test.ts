import {
  createPose,
  findHeartPreset,
  findLead,
  HUMAN_FIBER_ANGLES,
  type PlacedElectrode,
  SURFACE_LABEL,
  TISSUE,
  TributaryError,
} from "@tributary/model";
import { beforeAll, describe, expect, test } from "vitest";
import {
  type ActivationStudy,
  type ConductionSpecification,
  createInlineFieldSolver,
  DEFAULT_CONDUCTION,
  type HeartSpecification,
  PREPARATION_STAGES,
  type PreparedHeart,
  placeCaseLead,
  prepareHeart,
  prepareVeins,
  studyActivation,
} from "../src/index.ts";
import { prepareHeartInWorker } from "../src/node/index.ts";

// One small heart for all tests: preparing it takes most of the time.
const SPECIFICATION: HeartSpecification = {
  origin: {
    kind: "parametric",
    geometry: findHeartPreset("normal-female")!.geometry,
    pose: createPose(),
    edgeLength_mm: 3,
  },
  fiberAngles: HUMAN_FIBER_ANGLES,
  scar: [{ segments: [15], transmuralFraction: 0.5, from: "endocardium", tissue: "scar" }],
};
const WITH_PR: ConductionSpecification = {
  ...DEFAULT_CONDUCTION,
  atrioventricular: { kind: "conducted", prInterval_ms: 180 },
};
const solver = createInlineFieldSolver();
let prepared: PreparedHeart;
let electrodes: readonly PlacedElectrode[];

function study(changes: Partial<ConductionSpecification>, at = electrodes.slice(0, 1)): Promise<ActivationStudy> {
  return studyActivation(prepared, { ...WITH_PR, ...changes }, at, { solver });
}

beforeAll(() => {
  prepared = prepareHeart(SPECIFICATION);
  const { tree } = prepareVeins(prepared, { kind: "generated", seed: 1, group: "noCoronaryDisease" });
  const { outcome } = placeCaseLead(prepared, tree, findLead("attain-performa-4298"), undefined);
  if (outcome.kind !== "placed") throw new Error(outcome.reason);
  electrodes = outcome.electrodes;
});

describe("a prepared heart", () => {
  test("has scar in the inner half of the segment asked for and nowhere else", () => {
    const segments = new Set<number>();
    prepared.tissue.forEach((value, element) => {
      if (value === TISSUE.scar) segments.add(prepared.segment[element]!);
    });
    expect([...segments]).toEqual([15]);
  });

  test("has four valve openings on its base", () => {
    const { points_mm, boundaryTriangles, boundaryLabels } = prepared.heart;
    const base = [...boundaryTriangles].filter((_, i) => boundaryLabels[Math.floor(i / 3)] === SURFACE_LABEL.base);
    expect(prepared.valves.map(({ valve }) => valve).sort()).toEqual(["aortic", "mitral", "pulmonary", "tricuspid"]);
    for (const { center_mm } of prepared.valves) {
      const distances_mm = base.map((node) =>
        Math.hypot(...[0, 1, 2].map((axis) => points_mm[3 * node + axis]! - center_mm[axis]!)),
      );
      expect(Math.min(...distances_mm)).toBeLessThan(25);
    }
  });

  test("is the same, bit for bit, from a worker thread, which tells its stages", async () => {
    const stages: string[] = [];
    const other = await prepareHeartInWorker(SPECIFICATION, { onStage: (stage) => stages.push(stage) });
    expect(stages).toEqual([...PREPARATION_STAGES]);
    expect(other.heart.points_mm).toEqual(prepared.heart.points_mm);
    expect(other.coordinates.ab).toEqual(prepared.coordinates.ab);
    expect(other.fiber).toEqual(prepared.fiber);
  });

  test("is refused by a worker thread with the same five parts as in this one", async () => {
    const segments = Array.from({ length: 17 }, (_, index) => index + 1);
    const scar = [{ segments, transmuralFraction: 1, from: "endocardium", tissue: "scar" } as const];
    const error = await prepareHeartInWorker({ ...SPECIFICATION, scar }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(TributaryError);
    expect(error).toMatchObject({ code: "scar-kills-wall", where: "scar" });
  });

  test("a run that is interrupted rejects and prepares nothing", async () => {
    const abort = new AbortController();
    const run = prepareHeartInWorker(SPECIFICATION, { signal: abort.signal, onStage: () => abort.abort() });
    await expect(run).rejects.toThrow();
  });
});

describe("the activation of a heart", () => {
  test("is late in the left ventricle under left and in the right under right bundle branch block", async () => {
    const left = (await study({ pattern: "lbbb" })).maps[0]!;
    const right = (await study({ pattern: "rbbb" })).maps[0]!;
    const normal = (await study({ pattern: "normal" })).maps[0]!;
    expect(left.measures.lvRvDelay_ms).toBeGreaterThan(10);
    expect(right.measures.lvRvDelay_ms).toBeLessThan(-10);
    expect(normal.measures.totalActivationTime_ms).toBeLessThan(left.measures.totalActivationTime_ms);
  });

  test("under a non-specific delay is normal activation, slower by the velocity ratio", async () => {
    const normal = (await study({ pattern: "normal" })).fields[0]!.times_ms;
    const slow = (await study({ pattern: "nonspecific" })).fields[0]!.times_ms;
    const reached = [...normal.keys()].filter((node) => normal[node]! < Infinity && normal[node]! > 30);
    const ratios = reached.map((node) => slow[node]! / normal[node]!);
    expect(Math.max(...ratios)).toBeLessThanOrEqual(1 / 0.7 + 1e-6);
    expect(Math.min(...ratios)).toBeGreaterThan(1);
  });

  test("a fascicular block delays the wall of its fascicle and no other start", async () => {
    const normal = (await study({ pattern: "normal" })).maps[0]!.segmentTimes_ms;
    const anterior = (await study({ pattern: "lafb" })).maps[0]!.segmentTimes_ms;
    const posterior = (await study({ pattern: "lpfb" })).maps[0]!.segmentTimes_ms;
    expect(anterior[1]! - normal[1]!).toBeGreaterThan(5);
    expect(posterior[10]! - normal[10]!).toBeGreaterThan(5);
    expect(Math.abs(anterior[10]! - normal[10]!)).toBeLessThan(1);
  });

  test("an RV-paced heart and AV block have no intrinsic field, and say so", async () => {
    for (const changes of [{ pattern: "rvPaced" }, { atrioventricular: { kind: "block" } }] as const) {
      const { maps, qLv, transseptalDelay_ms, remarks } = await study(changes);
      expect(maps.map(({ id }) => id)).toEqual(["rv", "lv-LV1", "biv-LV1"]);
      expect(qLv).toEqual([]);
      expect(transseptalDelay_ms).toBeUndefined();
      expect(remarks.join()).toContain("no intrinsic field");
    }
  });

  test("fusion with the conducted beat is given only where the PR interval is known", async () => {
    expect((await study({})).maps.map(({ id }) => id)).toContain("fusion-LV1");
    const missing = await study({ atrioventricular: { kind: "conducted", prInterval_ms: undefined } });
    expect(missing.maps.map(({ id }) => id)).not.toContain("fusion-LV1");
    expect(missing.remarks.join()).toContain("PR interval is missing");
  });

  test("pacing both ventricles is never later anywhere than pacing one, and its territories add to the whole", async () => {
    const { maps } = await study({});
    const [, rv, lv, both] = maps;
    for (let node = 0; node < both!.times_ms.length; node++) {
      if (both!.times_ms[node]! > Math.min(rv!.times_ms[node]!, lv!.times_ms[node]!)) throw new Error(`node ${node}`);
    }
    expect(both!.measures.capturedFraction.reduce((sum, part) => sum + part, 0)).toBeCloseTo(1, 6);
  });

  test("Q-LV is the intrinsic time where the electrode acts", async () => {
    const { qLv, maps } = await study({});
    expect(qLv[0]!.electrode).toBe("LV1");
    expect(qLv[0]!.qLv_ms).toBeGreaterThan(0);
    expect(qLv[0]!.qLv_ms).toBeLessThan(maps[0]!.measures.totalActivationTime_ms);
  });
});

describe("a line of block on the lateral wall", () => {
  const line = { rt: 1 / 3, abFrom: 0.35, abTo: 1 } as const;

  test("fixed, it delays what lies behind it for every source", async () => {
    const free = await study({});
    const blocked = await study({ blockLines: [{ ...line, kind: "fixed" }] });
    for (const id of ["intrinsic", "lv-LV1"]) {
      const before = free.maps.find((map) => map.id === id)!.times_ms;
      const after = blocked.maps.find((map) => map.id === id)!.times_ms;
      expect(Math.max(...after.map((time, node) => (time < Infinity ? time - before[node]! : 0)))).toBeGreaterThan(3);
    }
    expect(blocked.maps.every(({ jointCorrection }) => jointCorrection === undefined)).toBe(true);
  });

  test("functional, it acts in the intrinsic beat only, and fusion is solved jointly and says by how much", async () => {
    const free = await study({});
    const functional = await study({ blockLines: [{ ...line, kind: "functional" }] });
    const find = ({ maps }: ActivationStudy, id: string) => maps.find((map) => map.id === id)!;
    expect(find(functional, "lv-LV1").times_ms).toEqual(find(free, "lv-LV1").times_ms);
    expect(find(functional, "intrinsic").times_ms).not.toEqual(find(free, "intrinsic").times_ms);
    const { jointCorrection } = find(functional, "fusion-LV1");
    expect(jointCorrection!.largestChange_ms).toBeGreaterThan(0);
    expect(jointCorrection!.totalChange_ms).toBeLessThanOrEqual(1e-6);
    expect(functional.remarks.join()).toContain("approximation");
  });

  test("a joint solve without any functional line is the minimum but for the fronts' meeting line", async () => {
    const free = await study({});
    const functional = await study({ blockLines: [{ ...line, kind: "functional" }] });
    const minimum = free.maps.find(({ id }) => id === "fusion-LV1")!.times_ms;
    const joint = functional.maps.find(({ id }) => id === "fusion-LV1")!.times_ms;
    const bound_ms = (0.5 * prepared.meshReport!.maxEdge_mm) / 0.3;
    for (let node = 0; node < joint.length; node++) {
      if (minimum[node] === Infinity) continue;
      expect(joint[node]! - minimum[node]!).toBeLessThanOrEqual(1e-6);
      expect(minimum[node]! - joint[node]!).toBeLessThan(bound_ms);
    }
  });
});
