import { expect } from "vitest";

/** Runs what must refuse a file and compares the five parts of its error. */
export function expectRefusal(
  run: () => unknown,
  { code, where, why }: { readonly code: string; readonly where: RegExp; readonly why: RegExp },
): void {
  let refusal: unknown;
  try {
    run();
  } catch (error) {
    refusal = error;
  }
  expect(refusal).toMatchObject({
    code,
    what: expect.stringMatching(/./),
    where: expect.stringMatching(where),
    why: expect.stringMatching(why),
    fix: expect.stringMatching(/./),
  });
}
