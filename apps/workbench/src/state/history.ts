/** One list of steps for everything a person changes: each can be taken back, and taken again until something new is done. */
export interface History<State> {
  readonly past: readonly Step<State>[];
  readonly present: Step<State>;
  readonly future: readonly Step<State>[];
}

export interface Step<State> {
  readonly state: State;
  /** What the step did, by the name of its event. */
  readonly name: string;
  /** Steps of one gesture, such as a drag, are one step. */
  readonly gesture: string | undefined;
}

export function startHistory<State>(state: State): History<State> {
  return { past: [], present: { state, name: "start", gesture: undefined }, future: [] };
}

export function addStep<State>(history: History<State>, step: Step<State>): History<State> {
  const isSameGesture = step.gesture !== undefined && step.gesture === history.present.gesture;
  return {
    past: isSameGesture ? history.past : [...history.past, history.present],
    present: step,
    future: [],
  };
}

export function undo<State>(history: History<State>): History<State> {
  const before = history.past.at(-1);
  if (before === undefined) return history;
  return { past: history.past.slice(0, -1), present: before, future: [history.present, ...history.future] };
}

export function redo<State>(history: History<State>): History<State> {
  const [next, ...rest] = history.future;
  if (next === undefined) return history;
  return { past: [...history.past, history.present], present: next, future: rest };
}
