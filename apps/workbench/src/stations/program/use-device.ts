import type { TributaryErrorParts } from "@tributary/model";
import { useEffect, useRef, useState } from "react";
import type { DeviceRefusal } from "../../engine/device-line.ts";
import type { DeviceAnswers, DeviceQuestion } from "../../engine/device-messages.ts";
import { useWorkbench } from "../../frame/workbench-context.ts";

type Asked<Ask> = Extract<DeviceQuestion, { ask: Ask }>;

/** The last answer of the bench stays until the next one is there. */
export interface DeviceTalk<Ask extends keyof DeviceAnswers> {
  readonly answer: DeviceAnswers[Ask] | undefined;
  readonly error: TributaryErrorParts | "ended" | undefined;
  readonly isBusy: boolean;
  ask(question: Asked<Ask>): void;
  forget(): void;
}

/** Questions of one kind; an answer that a later question has overtaken is dropped. */
export function useDevice<Ask extends keyof DeviceAnswers>(): DeviceTalk<Ask> {
  const { engine } = useWorkbench();
  const last = useRef(0);
  const [state, setState] = useState<Omit<DeviceTalk<Ask>, "ask" | "forget">>(NOTHING);
  useEffect(
    () => () => {
      last.current = Number.POSITIVE_INFINITY;
    },
    [],
  );
  return {
    ...state,
    ask(question) {
      const own = ++last.current;
      setState((before) => ({ ...before, isBusy: true, error: undefined }));
      engine.askDevice<Ask>(question).then(
        (answer) => own === last.current && setState({ answer, error: undefined, isBusy: false }),
        (error: DeviceRefusal) =>
          own === last.current && setState({ answer: undefined, error: error.parts ?? "ended", isBusy: false }),
      );
    },
    forget() {
      last.current++;
      setState(NOTHING);
    },
  };
}

const NOTHING = { answer: undefined, error: undefined, isBusy: false } as const;

/** A question that is asked again whenever anything in it changes. */
export function useDeviceAnswer<Ask extends keyof DeviceAnswers>(question: Asked<Ask>): DeviceTalk<Ask> {
  const talk = useDevice<Ask>();
  const key = JSON.stringify(question);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the question, which is made anew each time
  useEffect(() => talk.ask(question), [key]);
  return talk;
}
