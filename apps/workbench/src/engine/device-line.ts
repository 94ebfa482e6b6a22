import type { TributaryErrorParts } from "@tributary/model";
import type { DeviceAnswer, DeviceAnswers, DeviceQuestion, DeviceReply } from "./device-messages.ts";

/** Thrown where a question has no answer: refused, or the worker was ended before it. */
export class DeviceRefusal extends Error {
  readonly parts: TributaryErrorParts | undefined;
  constructor(parts: TributaryErrorParts | undefined) {
    super(parts?.what ?? "the worker was ended");
    this.parts = parts;
  }
}

/** Questions to the bench in the worker, each with an answer of its own. */
export interface DeviceLine {
  ask<Ask extends keyof DeviceAnswers>(question: Extract<DeviceQuestion, { ask: Ask }>): Promise<DeviceAnswers[Ask]>;
  receive(reply: DeviceReply): void;
  /** Whoever still waits is told that no answer comes. */
  end(): void;
}

interface Waiting {
  readonly resolve: (answer: never) => void;
  readonly reject: (error: DeviceRefusal) => void;
}

export function createDeviceLine(
  send: (message: { kind: "device"; id: number; question: DeviceQuestion }) => void,
): DeviceLine {
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  function take(id: number): Waiting | undefined {
    const own = waiting.get(id);
    waiting.delete(id);
    return own;
  }
  return {
    ask(question) {
      const id = ++lastId;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        send({ kind: "device", id, question });
      });
    },
    receive(reply) {
      const own = take(reply.id);
      if (reply.kind === "device") own?.resolve(reply.answer as DeviceAnswer & never);
      else own?.reject(new DeviceRefusal(reply.error));
    },
    end() {
      for (const { reject } of waiting.values()) reject(new DeviceRefusal(undefined));
      waiting.clear();
    },
  };
}
