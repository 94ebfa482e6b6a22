import { saveFile } from "../../cases/save-file.ts";
import { useWorkspace } from "../../frame/workbench-context.ts";
import { useMessages } from "../../messages/use-messages.ts";
import { BoardActions } from "./board-actions.tsx";
import type { ProcedureBoard } from "./procedure-board.ts";

interface LogBarProps {
  readonly board: ProcedureBoard;
  /** Behind the name of the case, in the name of the file. */
  readonly fileSuffix: string;
  readonly write: () => string;
  readonly leaveLabel: string;
  readonly onLeave: () => void;
}

/** Under a rehearsal or a recording: its moves as a whole, a file of it, and the way out. */
export function LogBar({ board, fileSuffix, write, leaveLabel, onLeave }: LogBarProps) {
  const { opened } = useWorkspace();
  const { implantPage: words } = useMessages();
  const save = () =>
    saveFile(`${opened.case.id}-${fileSuffix}.json`, new TextEncoder().encode(write()), "application/json");
  return (
    <div className="card row">
      {!board.state.isEnded && <BoardActions board={board} />}
      <button type="button" className="button" onClick={save}>
        {words.save}
      </button>
      <button type="button" className="button" onClick={onLeave}>
        {leaveLabel}
      </button>
    </div>
  );
}
