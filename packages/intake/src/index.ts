// The public API of @tributary/intake: from a case and the files it names to what a plan is made from.
export { BOUNDARY_LABELS_ARRAY, BOUNDARY_TRIANGLES_ARRAY } from "./boundary-arrays.ts";
export { BUILT_IN_CASE } from "./built-in-case.ts";
export { BUILT_IN_CASES } from "./built-in-cases.ts";
export { caseOfHeartFiles, HEART_EXTENSIONS, type HeartSurroundings } from "./case-of-heart-files.ts";
export { listSegmentScars, paintSegment, type SegmentScar } from "./edit-scar.ts";
export { hashInput, listNamedFiles } from "./hash-input.ts";
export { type CaseFiles, describeCase, type LoadedCase, readKnownCase } from "./loaded-case.ts";
export { type MeasuredRecording, measureRecording } from "./measure-recording.ts";
export { specifyCirculation } from "./specify-circulation.ts";
export { specifyConduction } from "./specify-conduction.ts";
export { specifyFindings } from "./specify-findings.ts";
export { type SpecifiedHeart, specifyHeart } from "./specify-heart.ts";
export { specifyLead, specifyVeins } from "./specify-lead.ts";
export { type PlanRequest, specifyPlan } from "./specify-plan.ts";
export type { PlainMesh } from "./specify-tetrahedra.ts";
