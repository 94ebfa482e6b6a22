import { describeEffect, MESSAGE_FILES, type PeopleCount, type RiskTable, TRIAL_EFFECTS } from "@tributary/care";
import { language } from "../../messages/language.ts";
import { useMessages } from "../../messages/use-messages.ts";
import { useObservable } from "../../state/observable.ts";
import { IconArray } from "./icon-array.tsx";

/** The risks of the table as people of one denominator, in the patient's words. */
export function RiskIcons({ table }: { readonly table: RiskTable }) {
  const { risksPage: words } = useMessages();
  const names = MESSAGE_FILES[useObservable(language)].risks;
  const counted = table.rows.flatMap(({ risk, people, shown }) => (people && shown ? [{ risk, people, shown }] : []));
  return (
    <section className="card">
      <h2>{words.risks(table.denominator)}</h2>
      <div className="icon-arrays">
        {counted.map(({ risk, people, shown }) => (
          <IconArray
            key={risk.id}
            people={people}
            denominator={table.denominator}
            text={`${countOf(people, words.fewerThanOne)}: ${names[risk.id] ?? risk.text}${shown.confirmed ? "" : "*"}`}
          />
        ))}
      </div>
    </section>
  );
}

/** Both arms of each trial side by side, of one denominator. */
export function BenefitIcons() {
  const { risksPage: words } = useMessages();
  const effects = TRIAL_EFFECTS.map((effect) => describeEffect(effect)).flatMap(({ effect, people }) =>
    people ? [{ effect, people }] : [],
  );
  return (
    <section className="card">
      <h2>{words.benefits}</h2>
      {effects.map(({ effect, people }) => (
        <section key={effect.id} className="trial-arms">
          <h3 lang="en">
            {effect.trial}: {effect.outcome}
          </h3>
          <div className="icon-arrays">
            {(
              [
                ["withCrt", people.withCrt],
                ["without", people.without],
              ] as const
            ).map(([arm, count]) => (
              <IconArray
                key={arm}
                people={count}
                denominator={people.denominator}
                text={words.arm(words.arms[arm], countOf(count, words.fewerThanOne), people.denominator)}
              />
            ))}
          </div>
        </section>
      ))}
    </section>
  );
}

function countOf(people: PeopleCount, fewerThanOne: string): string {
  return people.kind === "people" ? String(people.count) : fewerThanOne;
}
