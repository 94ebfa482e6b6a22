import { type ChangeEvent, useRef } from "react";
import { addressOf } from "../frame/use-station.ts";
import { useWorkbench } from "../frame/workbench-context.ts";
import { useMessages } from "../messages/use-messages.ts";

/** Opens a case from files of this computer; nothing is sent anywhere. */
export function OpenButton() {
  const { cases: words } = useMessages();
  const { opener } = useWorkbench();
  const input = useRef<HTMLInputElement>(null);
  async function open({ target }: ChangeEvent<HTMLInputElement>): Promise<void> {
    const station = await opener.open(target.files ?? []);
    target.value = "";
    location.hash = addressOf(station);
  }
  return (
    <>
      <input ref={input} type="file" multiple hidden aria-label={words.files} onChange={open} />
      <button type="button" className="button" title={words.hint} onClick={() => input.current?.click()}>
        {words.open}
      </button>
    </>
  );
}
