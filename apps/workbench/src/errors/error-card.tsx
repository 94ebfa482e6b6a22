import type { TributaryErrorParts } from "@tributary/model";
import type { ReactNode } from "react";
import { useMessages } from "../messages/use-messages.ts";
import "./error-card.css";

/** An error with its five parts, beside the thing it is about. */
export function ErrorCard({ error, children }: { readonly error: TributaryErrorParts; readonly children?: ReactNode }) {
  const { errors } = useMessages();
  return (
    <section className="card error-card" role="alert">
      <h2>{error.what}</h2>
      <dl>
        <dt>{errors.where}</dt>
        <dd>{error.where}</dd>
        <dt>{errors.why}</dt>
        <dd>{error.why}</dd>
        <dt>{errors.fix}</dt>
        <dd>{error.fix}</dd>
      </dl>
      <p className="small quiet">
        {errors.code} <code>{error.code}</code>
      </p>
      {children}
    </section>
  );
}
