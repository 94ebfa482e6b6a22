/**
 * How a change travels to the generator: piece by piece into a waiting area, and into force by one last message that
 * says how many pieces there are. A link that breaks before leaves what was programmed.
 */
import type { GeneratorSettings } from "./generator-settings.ts";

export interface ProgrammingLink {
  readonly inForce: GeneratorSettings;
  readonly waiting: Partial<GeneratorSettings>;
}

export type LinkMessage =
  | { readonly kind: "setting"; readonly name: keyof GeneratorSettings; readonly value: unknown }
  | { readonly kind: "commit"; readonly count: number };

/** The messages that bring a change. */
export function writeLinkMessages(change: Partial<GeneratorSettings>): LinkMessage[] {
  const settings = Object.entries(change).map(
    ([name, value]): LinkMessage => ({ kind: "setting", name: name as keyof GeneratorSettings, value }),
  );
  return [...settings, { kind: "commit", count: settings.length }];
}

/** Takes up one message; a commit whose count is wrong (a piece was lost) discards what waits. */
export function receiveLinkMessage(link: ProgrammingLink, message: LinkMessage): ProgrammingLink {
  if (message.kind === "setting") return { ...link, waiting: { ...link.waiting, [message.name]: message.value } };
  const isWhole = Object.keys(link.waiting).length === message.count;
  return { inForce: isWhole ? { ...link.inForce, ...link.waiting } : link.inForce, waiting: {} };
}
