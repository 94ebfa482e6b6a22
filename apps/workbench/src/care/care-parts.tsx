import { type CarePart, SOURCES, type SourceId, type TracedRow } from "@tributary/care";
import { ScrollRegion } from "../design/scroll-region.tsx";
import "./care-page.css";

/** An answer of the care, part by part, as the command line tells it. */
export function CareParts({ parts }: { readonly parts: readonly CarePart[] }) {
  return (
    <div className="care-parts" lang="en">
      {parts.map((part) => (
        <Part key={keyOf(part)} part={part} />
      ))}
    </div>
  );
}

function keyOf(part: CarePart): string {
  return `${part.kind} ${part.heading ?? ""} ${part.kind === "text" ? part.text : ""}`;
}

function Part({ part }: { readonly part: CarePart }) {
  switch (part.kind) {
    case "text":
      return <TextPart part={part} />;
    case "list":
      return <ListPart part={part} />;
    case "table":
      return <TablePart part={part} />;
    case "trace":
      return <TracePart part={part} />;
  }
}

type PartOf<Kind extends CarePart["kind"]> = { readonly part: Extract<CarePart, { readonly kind: Kind }> };

function TextPart({ part: { heading, text } }: PartOf<"text">) {
  return (
    <section className="wide">
      {heading && <h2>{heading}</h2>}
      <p className={text.startsWith("*") ? "quiet small" : undefined}>{text}</p>
    </section>
  );
}

/** Publications are looked up, not read: they stay folded. */
const FOLDED = "Sources";
/** More lines than these would make the columns uneven. */
const LONG = 6;

function ListPart({ part: { heading, items } }: PartOf<"list">) {
  const shown = heading === FOLDED ? items.map(dropKey) : items;
  const list = (
    <ul>
      {shown.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
  if (heading === FOLDED) {
    return (
      <details className="wide small">
        <summary>{heading}</summary>
        {list}
      </details>
    );
  }
  return (
    <section className={items.length > LONG ? "card wide" : "card"}>
      <h2>{heading}</h2>
      {list}
    </section>
  );
}

/** Publications are listed by the key that the tables of the command line use; the tables here have their text. */
function dropKey(item: string): string {
  return item.replace(/^\w+: /, "");
}

/** What the command line calls a thing by; a page has its text. */
const KEY_COLUMN = "id";

function TablePart({ part: { heading, table, note } }: PartOf<"table">) {
  const shown = table.columns.map((column, index) => ({ ...column, index })).filter(({ name }) => name !== KEY_COLUMN);
  return (
    <section className="card wide">
      <h2>{heading}</h2>
      <ScrollRegion label={heading}>
        <table>
          <thead>
            <tr>
              {shown.map(({ name, index, isNumber }) =>
                name === "" ? (
                  <td key={index} />
                ) : (
                  <th key={index} scope="col" className={isNumber ? "number" : undefined}>
                    {name}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row) => (
              <tr key={row.join("|")}>
                {shown.map(({ index, isNumber, name }) => (
                  <td key={index} className={isNumber ? "number" : undefined}>
                    {name === SOURCE_COLUMN ? citeSource(row[index] ?? "") : row[index]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {note && <p className="quiet small">{note}</p>}
    </section>
  );
}

/** Holds keys into the publications, which a page has room to spell out. */
const SOURCE_COLUMN = "source";

function citeSource(key: string): string {
  return Object.hasOwn(SOURCES, key) ? SOURCES[key as SourceId].citation : key;
}

function TracePart({ part: { heading, rows } }: PartOf<"trace">) {
  return (
    <section className="card">
      <h2>{heading}</h2>
      {rows.map((row) => (
        <TracedRule key={row.id} row={row} />
      ))}
    </section>
  );
}

function TracedRule({ row: { text, answer, criteria } }: { readonly row: TracedRow }) {
  return (
    <div className="trace">
      <p>
        <Answer answer={answer} /> <b>{text}</b>
      </p>
      <ul>
        {criteria.map((criterion) => (
          <li key={criterion.text}>
            <Answer answer={criterion.answer} /> {criterion.text}
          </li>
        ))}
      </ul>
    </div>
  );
}

const ANSWER_CLASS: Readonly<Record<string, string>> = { yes: "answer yes", no: "answer no" };

function Answer({ answer }: { readonly answer: string }) {
  return <span className={ANSWER_CLASS[answer] ?? "answer open"}>{answer}</span>;
}
