import fc from "fast-check";
import { expect, test } from "vitest";
import { addStep, type History, redo, startHistory, undo } from "./history.ts";

const step = (state: number, gesture?: string) => ({ state, name: "set", gesture });

function build(states: readonly number[]): History<number> {
  return states.reduce((history, state) => addStep(history, step(state)), startHistory(-1));
}

test("as many undos as steps lead back to the start, as many redos to the end", () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), (states) => {
      const end = build(states);
      const start = states.reduce((history) => undo(history), end);
      expect(start.present.state).toBe(-1);
      expect(states.reduce((history) => redo(history), start)).toEqual(end);
    }),
  );
});

test("undo at the start and redo at the end change nothing", () => {
  const history = build([1]);
  expect(redo(history)).toBe(history);
  expect(undo(undo(history))).toEqual(undo(history));
});

test("a new step after an undo takes the place of what was taken back", () => {
  const history = addStep(undo(build([1, 2])), step(3));
  expect(history.future).toEqual([]);
  expect(undo(history).present.state).toBe(1);
});

test("steps of one gesture are taken back together, those of the next by themselves", () => {
  const dragged = [step(1, "a"), step(2, "a"), step(3, "b")].reduce(addStep, startHistory(0));
  expect(undo(dragged).present.state).toBe(2);
  expect(undo(undo(dragged)).present.state).toBe(0);
});
