import {
  buildCaseLeaflet,
  buildLeafletPage,
  DEFAULT_SITE_POLICY,
  groupSentences,
  type Leaflet,
  readParts,
} from "@tributary/care";
import { useMemo } from "react";
import { CarePage } from "../../care/care-page.tsx";
import { useCareCase } from "../../care/use-care-case.ts";
import { saveFile } from "../../cases/save-file.ts";
import { usePlanRun } from "../../frame/workbench-context.ts";
import { language } from "../../messages/language.ts";
import { useMessages } from "../../messages/use-messages.ts";
import { useObservable } from "../../state/observable.ts";

/** Left open where nobody has said the number: to be written in by hand, never guessed. */
const BLANK = "______________";

/** What the patient wants to know, in plain words, in the language of the workbench. */
export default function PatientPage() {
  const { care: words } = useMessages();
  const { clinical, asOf } = useCareCase();
  const run = usePlanRun();
  const spoken = useObservable(language);
  const plan = run.kind === "planned" ? run.plan : undefined;
  const leaflet = useMemo(
    () =>
      buildCaseLeaflet(clinical, {
        language: spoken,
        asOf,
        policy: DEFAULT_SITE_POLICY,
        jurisdiction: "EU",
        contacts: { emergencyNumber: BLANK, clinicPhone: BLANK },
        worries: [],
        plan,
      }),
    [clinical, asOf, spoken, plan],
  );
  return (
    <CarePage
      station="patient"
      controls={
        <button
          type="button"
          className="button"
          onClick={() =>
            saveFile(
              `${clinical.id}-leaflet-${spoken}.html`,
              new TextEncoder().encode(buildLeafletPage(leaflet)),
              "text/html",
            )
          }
        >
          {words.saveLeaflet}
        </button>
      }
    >
      <LeafletView leaflet={leaflet} />
    </CarePage>
  );
}

function LeafletView({ leaflet }: { readonly leaflet: Leaflet }) {
  const { title, notice, notChecked, sections, values, worries, page } = leaflet;
  return (
    <article className="card leaflet" lang={leaflet.language}>
      <p className="banner" role="note">
        {notChecked && <b>{notChecked} </b>}
        {notice}
      </p>
      <h2>{title}</h2>
      {sections.map((section) => (
        <section key={section.id}>
          <h2>{section.title}</h2>
          {groupSentences(section.sentences).map((group) => {
            const texts = group.map(({ parts }) => readParts(parts));
            return group[0]?.isListItem ? (
              <ul key={texts[0]}>
                {texts.map((text) => (
                  <li key={text}>{text}</li>
                ))}
              </ul>
            ) : (
              <p key={texts[0]}>{texts.join(" ")}</p>
            );
          })}
          <p className="teach-back">
            <b>{page.teachBack}</b> {section.teachBack}
          </p>
        </section>
      ))}
      <section>
        <h2>{values.title}</h2>
        <ul>
          {values.statements.map((statement) => (
            <li key={statement}>{statement}</li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{worries.title}</h2>
        <p>{worries.prompt}</p>
      </section>
    </article>
  );
}
