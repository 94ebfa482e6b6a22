import { TributaryError } from "@tributary/model";
import type { FactId } from "../facts/fact-catalog.ts";
import type { Figure } from "../figures/figure.ts";

/** A piece of a sentence. Numbers come only as figures, dates, counts, facts of the patient, or contacts. */
export type LeafletPart =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "figure"; readonly text: string; readonly figure: Figure }
  | { readonly kind: "date"; readonly text: string }
  | { readonly kind: "count"; readonly text: string }
  | { readonly kind: "fact"; readonly text: string; readonly fact: FactId }
  | { readonly kind: "name"; readonly text: string }
  | { readonly kind: "contact"; readonly text: string };

export type LeafletValues = Readonly<Record<string, LeafletPart>>;

/**
 * A message with its placeholders filled.
 *
 * @throws TributaryError "message-value-missing": the message asks for a value that the case does not give
 */
export function fillMessage(template: string, values: LeafletValues): LeafletPart[] {
  return template.split(/(\{\w+\})/).flatMap((piece): LeafletPart[] => {
    const name = /^\{(\w+)\}$/.exec(piece)?.[1];
    if (name === undefined) return piece === "" ? [] : [{ kind: "text", text: piece }];
    const value = values[name];
    if (value === undefined) {
      throw new TributaryError({
        code: "message-value-missing",
        what: "A sentence of the leaflet asks for a value that is not there.",
        where: template,
        why: `{${name}} has no value`,
        fix: "Give the sentence a condition under which the value is known.",
      });
    }
    return [value];
  });
}

/** Parts as one string, as they are read. */
export function readParts(parts: readonly LeafletPart[]): string {
  return parts.map(({ text }) => text).join("");
}

/** Names of the placeholders in a message. */
export function listPlaceholders(template: string): string[] {
  return [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
}
