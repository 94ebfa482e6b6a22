import type { Conflict } from "@tributary/model/generator";
import { useId } from "react";
import { ErrorCard } from "../../errors/error-card.tsx";
import { useMessages } from "../../messages/use-messages.ts";

interface Props {
  readonly conflict: Conflict;
  readonly isConfirmed: boolean;
  readonly onConfirm: (isConfirmed: boolean) => void;
}

/** What an interlock says, beside a parameter it is about: a refusal, or a warning to be confirmed. */
export function ConflictCard({ conflict, isConfirmed, onConfirm }: Props) {
  const { programPage: words } = useMessages();
  const id = useId();
  const where = conflict.settings.map((name) => words.names[name] ?? name).join("; ");
  if (conflict.level === "forbid") {
    const { why } = conflict;
    return (
      <ErrorCard error={{ code: "settings-conflict", what: words.conflict, where, why, fix: words.conflictFix }} />
    );
  }
  return (
    <div className="banner" role="status">
      <p>
        <b>{words.warning}</b> · {where}: {conflict.why}
      </p>
      <label htmlFor={id}>
        <input id={id} type="checkbox" checked={isConfirmed} onChange={({ target }) => onConfirm(target.checked)} />{" "}
        {words.confirm}
      </label>
    </div>
  );
}
