import { useMessages } from "../../messages/use-messages.ts";
import { useProcedureWords } from "./use-procedure-words.ts";

/** What this is not, to be confirmed before it begins. */
export function NoticeField() {
  const { implantPage: words } = useMessages();
  const { notice } = useProcedureWords();
  return (
    <label>
      <input type="checkbox" required /> {words.confirm} <b>{notice}</b>
    </label>
  );
}
