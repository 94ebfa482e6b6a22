import type { ReactNode } from "react";
import type { Messages } from "../messages/english.ts";
import { useMessages } from "../messages/use-messages.ts";
import { useCareCase } from "./use-care-case.ts";
import "./care-page.css";

interface Props {
  readonly station: keyof Messages["carePages"];
  /** What can be asked, above the answer. */
  readonly controls?: ReactNode;
  readonly children: ReactNode;
}

/** A station of the care: its name, what it tells, as of when, and that nobody has signed it. */
export function CarePage({ station, controls, children }: Props) {
  const { stations, carePages, care } = useMessages();
  const { asOf } = useCareCase();
  return (
    <div className="stack care-page">
      <header>
        <h1>{stations[station]}</h1>
        <p>{carePages[station]}</p>
        <p className="quiet small">{care.asOf(asOf)}</p>
      </header>
      {controls && <div className="card row controls">{controls}</div>}
      {children}
    </div>
  );
}
