import { useEffect } from "react";
import { useWorkbench } from "./workbench-context.ts";

/** Ctrl or Cmd with Z undoes, with Y or Shift and Z redoes; a field of text keeps its own undo. */
export function useShortcuts(): void {
  const { store } = useWorkbench();
  useEffect(() => {
    function press(event: KeyboardEvent): void {
      const isCommand = event.ctrlKey || event.metaKey;
      if (!isCommand || event.altKey || isTyping(event.target)) return;
      const key = event.key.toLowerCase();
      if (key !== "z" && key !== "y") return;
      event.preventDefault();
      if (key === "y" || event.shiftKey) store.redo();
      else store.undo();
    }
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [store]);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.type === "text";
}
