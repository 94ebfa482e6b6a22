import { PROCEDURE_WORDS, type ProcedureWords } from "@tributary/care";
import { language } from "../../messages/language.ts";
import { useObservable } from "../../state/observable.ts";

/** The words of the procedure in the language of the workbench. */
export function useProcedureWords(): ProcedureWords {
  return PROCEDURE_WORDS[useObservable(language)];
}
