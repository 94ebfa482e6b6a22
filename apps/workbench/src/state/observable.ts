import { useSyncExternalStore } from "react";

/** A value that pages follow. */
export interface Observable<Value> {
  read(): Value;
  listen(listener: () => void): () => void;
}

export interface Settable<Value> extends Observable<Value> {
  set(value: Value): void;
}

export function createSettable<Value>(first: Value): Settable<Value> {
  const listeners = new Set<() => void>();
  let value = first;
  return {
    read: () => value,
    set(next) {
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of [...listeners]) listener();
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export function useObservable<Value>(observable: Observable<Value>): Value {
  return useSyncExternalStore(observable.listen, observable.read);
}
