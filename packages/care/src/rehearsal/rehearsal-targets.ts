import type { Plan, PlanSite } from "@tributary/plan";

/** A place for the lead that a rehearsal offers: a site of the patient's plan, or a vein that the plan excludes. */
export interface RehearsalTarget {
  readonly id: string;
  /** As identifiers of the tree name it. */
  readonly vein: string;
  /** Undefined for a vein that the plan excludes. */
  readonly rank: number | undefined;
  /** Why the lead does not get there; undefined where it does. */
  readonly obstacle: string | undefined;
  /** What the plan expects of the lead there; undefined where it is not known. */
  readonly expected: ExpectedTest | undefined;
}

export interface ExpectedTest {
  readonly vector: string;
  readonly depth_mm: number;
  readonly captureThreshold_V: number;
  /** Undefined where no output that a generator gives reaches the nerve. */
  readonly phrenicThreshold_V: number | undefined;
  readonly qLv_ms: number | undefined;
  readonly impedanceClass: PlanSite["impedanceClass"];
  readonly lumenFit: PlanSite["lumenFit"];
}

/** The places of a plan in their order of rank, then the veins without any; none without a plan. */
export function listTargets(plan: Plan | undefined): RehearsalTarget[] {
  if (plan === undefined) return [];
  const veins = new Set(plan.sites.map(({ vein }) => vein));
  const closed = plan.exclusions.flatMap(({ vein, reason }) =>
    vein === undefined || veins.has(vein) ? [] : [{ vein, reason }],
  );
  const reasons = Map.groupBy(closed, ({ vein }) => vein);
  return [
    ...plan.sites.map((site) => ({
      id: site.id,
      vein: site.vein,
      rank: site.rank,
      obstacle: undefined,
      expected: expectTest(site),
    })),
    ...[...reasons].map(([vein, found]) => ({
      id: vein,
      vein,
      rank: undefined,
      obstacle: found[0]!.reason,
      expected: undefined,
    })),
  ];
}

function expectTest({ settings, captureThreshold_V, phrenicThreshold_V, ...site }: PlanSite): ExpectedTest {
  return {
    vector: settings.vectorName,
    depth_mm: settings.tipDepth_mm,
    captureThreshold_V: captureThreshold_V.value,
    phrenicThreshold_V: phrenicThreshold_V?.value,
    qLv_ms: site.qLv_ms?.value,
    impedanceClass: site.impedanceClass,
    lumenFit: site.lumenFit,
  };
}
