import { useEffect, useState } from "react";
import { addressOf } from "../frame/use-station.ts";
import { useWorkbench } from "../frame/workbench-context.ts";
import { useMessages } from "../messages/use-messages.ts";
import "./drop-target.css";

/** Files may be dropped anywhere; where they open is said while they hang over the page. */
export function DropTarget() {
  const { cases: words } = useMessages();
  const { opener } = useWorkbench();
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    function over(event: DragEvent): void {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      setIsOver(true);
    }
    function leave(event: DragEvent): void {
      if (event.relatedTarget === null) setIsOver(false);
    }
    async function drop(event: DragEvent): Promise<void> {
      setIsOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      location.hash = addressOf(await opener.open(files));
    }
    addEventListener("dragover", over);
    addEventListener("dragleave", leave);
    addEventListener("drop", drop);
    return () => {
      removeEventListener("dragover", over);
      removeEventListener("dragleave", leave);
      removeEventListener("drop", drop);
    };
  }, [opener]);
  return isOver ? <div className="drop-target">{words.drop}</div> : null;
}
