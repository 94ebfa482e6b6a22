import { useObservable } from "../state/observable.ts";
import type { Messages } from "./english.ts";
import { language, messagesOf } from "./language.ts";

/** The words of the chosen language. */
export function useMessages(): Messages {
  return messagesOf(useObservable(language));
}
