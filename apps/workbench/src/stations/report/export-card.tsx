import type { TributaryErrorParts } from "@tributary/model";
import { useState } from "react";
import { SaveButton } from "../../cases/save-button.tsx";
import { saveFile } from "../../cases/save-file.ts";
import { ErrorCard } from "../../errors/error-card.tsx";
import { readErrorParts } from "../../errors/error-parts.ts";
import { useMessages } from "../../messages/use-messages.ts";
import type { ExportedFile } from "./list-exports.ts";

interface Props {
  readonly files: readonly ExportedFile[];
  readonly pseudonym: string;
  readonly onPseudonym: (pseudonym: string) => void;
}

/** Every file that the case can give now, by what it is for. */
export function ExportCard({ files, pseudonym, onPseudonym }: Props) {
  const { reportPage: words } = useMessages();
  const [refusal, setRefusal] = useState<TributaryErrorParts | undefined>();
  /** What a case lacks for a file is told where it was asked for. */
  function hand({ name, type, write }: ExportedFile): void {
    try {
      saveFile(name, write(), type);
      setRefusal(undefined);
    } catch (error) {
      setRefusal(readErrorParts(error));
    }
  }
  const hasCalendar = files.some(({ type }) => type === "text/calendar");
  return (
    <section className="card stack">
      <h2>{words.files}</h2>
      {refusal && <ErrorCard error={refusal} />}
      <div className="exports">
        {(["pages", "tables", "record"] as const).map((group) => (
          <section key={group}>
            <h3>{words.groups[group]}</h3>
            {group === "record" && (
              <>
                <label className="row">
                  {words.pseudonym}
                  <input
                    className="field"
                    value={pseudonym}
                    maxLength={40}
                    onChange={({ target }) => onPseudonym(target.value)}
                  />
                </label>
                <p className="quiet small">{words.researchNote}</p>
                <p className="quiet small">{hasCalendar ? words.calendarNote : words.noTasks}</p>
              </>
            )}
            <ul>
              {files
                .filter((file) => file.group === group)
                .map((file) => (
                  <li key={file.id}>
                    <button
                      type="button"
                      className="button"
                      title={file.name}
                      disabled={file.id === "fhirResearch" && pseudonym.trim() === ""}
                      onClick={() => hand(file)}
                    >
                      {words.names[file.id]}
                    </button>
                  </li>
                ))}
            </ul>
            {group === "tables" && files.every((file) => file.group !== group) && (
              <p className="quiet">{words.notPlanned}</p>
            )}
          </section>
        ))}
        <section>
          <h3>{words.groups.whole}</h3>
          <SaveButton />
        </section>
      </div>
    </section>
  );
}
