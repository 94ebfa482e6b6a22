import { degreesFromRadians, measureStraussLbbb } from "@tributary/model";
import type { ValidationRow } from "../validation-case.ts";
import { hasDominantR, isQsOrRs, listNotches, type MeasuredState } from "./measure-state.ts";
import { LBBB_QRS_ms, type PacedHeart, type StateId } from "./paced-states.ts";

const STRAUSS = "Strauss 2011, Am J Cardiol 107:927";
const AREA_SOURCE =
  "QRS area left and back; above 100 uV·s in candidates: van Deursen 2015, where amplitudes are measured";
const LATE_SEGMENTS = [5, 6];

/** The pattern of left bundle branch block in one heart. */
export function describeBlock(heart: PacedHeart, states: Record<StateId, MeasuredState>): ValidationRow[] {
  const { id, velocityScale } = heart;
  const { qrs, area_uVs, latestLvSegment, ecg } = states.lbbb;
  const [x, y, z] = area_uVs;
  const test = (quantity: string, expected: string, ours: number | string, pass: boolean, unit = "1") => ({
    quantity: `${id}, block: ${quantity}`,
    unit,
    expected,
    ours,
    tolerance: "exact",
    pass,
    source: STRAUSS,
  });
  const notches = listNotches(qrs);
  const strauss = measureStraussLbbb(ecg, "male");
  return [
    {
      ...test("QRS duration", "130 or more", qrs.duration_ms, qrs.duration_ms >= 130, "ms"),
      tolerance: `fitted to ${LBBB_QRS_ms} ms by the velocity scale ${velocityScale.toFixed(3)}`,
    },
    test("V1", "QS or rS", qrs.leads.V1.pattern, isQsOrRs(qrs, "V1")),
    test("I", "dominant R", qrs.leads.I.pattern, hasDominantR(qrs, "I")),
    test("V6", "dominant R", qrs.leads.V6.pattern, hasDominantR(qrs, "V6")),
    test(
      "notch or slur after 40 ms in I, aVL, V5, V6",
      "in two or more",
      notches.join(", ") || "none",
      notches.length >= 2,
    ),
    {
      ...test(
        "QRS area left, down, back",
        "left > 0, back > 0",
        `${[x, y, z].map((value) => value.toFixed(0)).join(", ")}`,
        x > 0 && z > 0,
        "uV·s",
      ),
      source: AREA_SOURCE,
    },
    {
      ...test("latest LV segment", "5 or 6", latestLvSegment, LATE_SEGMENTS.includes(latestLvSegment), "segment"),
      source: "intra-operative maps, Circulation 1979; Auricchio 2004, Circulation 109:1133",
    },
    {
      ...test(
        "all of the definition of Strauss, as in men",
        "met in 95 % of blocks by a procedure",
        strauss.isMet ? "met" : "not met",
        true,
      ),
      tolerance: "context",
      source: "PMC8630173",
    },
    {
      ...test("frontal axis", "-15 (median, block by a procedure)", degreesFromRadians(qrs.axis_rad), true, "degrees"),
      tolerance: "context",
      source: "PMC8630173",
    },
  ];
}
