import type { Case } from "@tributary/formats";

/** A complete case on the built-in male heart, to be spoilt in one place by each test. */
const SOUND_CASE: Case = {
  version: 1,
  id: "sound",
  title: "A sound case",
  heart: { kind: "preset", preset: "dcm-lbbb-male" },
  conduction: { rhythm: "sinus", pattern: "lbbb" },
};

export function caseText(changes: object): string {
  return JSON.stringify({ ...SOUND_CASE, ...changes });
}
