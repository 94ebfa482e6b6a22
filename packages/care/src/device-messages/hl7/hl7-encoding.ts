/** Encoding characters and escapes of HL7 v2.5, chapter 2. */

export interface Hl7Encoding {
  readonly field: string;
  readonly component: string;
  readonly repetition: string;
  readonly escape: string;
  readonly subcomponent: string;
}

/** What is written; a message that is read says its own in MSH-1 and MSH-2. */
export const USUAL_ENCODING: Hl7Encoding = {
  field: "|",
  component: "^",
  repetition: "~",
  escape: "\\",
  subcomponent: "&",
};

/** A field that says "nothing here", other than an empty one, which says nothing. */
export const HL7_NULL = '""';

const LETTER_OF_PART = { field: "F", component: "S", subcomponent: "T", repetition: "R", escape: "E" } as const;

/** Text that stands between separators as it is: separators and control characters escaped. */
export function escapeText(text: string, encoding: Hl7Encoding = USUAL_ENCODING): string {
  const letterOf = new Map(
    Object.entries(LETTER_OF_PART).map(([part, letter]) => [encoding[part as keyof Hl7Encoding], letter]),
  );
  if (text === HL7_NULL) return escapeHex(text, encoding);
  return Array.from(text, (character) => {
    const letter = letterOf.get(character);
    if (letter !== undefined) return `${encoding.escape}${letter}${encoding.escape}`;
    return isControl(character) ? escapeHex(character, encoding) : character;
  }).join("");
}

/** The text that was escaped; an escape that is not known stays as it stands. */
export function unescapeText(text: string, encoding: Hl7Encoding): string {
  const mark = encoding.escape.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
  return text.replace(new RegExp(`${mark}([^${mark}]*)${mark}`, "g"), (whole: string, inside: string) =>
    unescapeOne(whole, inside, encoding),
  );
}

function unescapeOne(whole: string, inside: string, encoding: Hl7Encoding): string {
  const part = Object.entries(LETTER_OF_PART).find(([, letter]) => letter === inside)?.[0];
  if (part !== undefined) return encoding[part as keyof Hl7Encoding];
  if (/^X(?:[0-9A-Fa-f]{2})+$/.test(inside)) return decodeHex(inside.slice(1));
  if (inside === ".br") return "\n";
  // Begin and end of highlighting.
  return inside === "H" || inside === "N" ? "" : whole;
}

function isControl(character: string): boolean {
  return character < " " || character === "\u007f";
}

function escapeHex(text: string, { escape: mark }: Hl7Encoding): string {
  const bytes = [...new TextEncoder().encode(text)].map((byte) => byte.toString(16).toUpperCase().padStart(2, "0"));
  return `${mark}X${bytes.join("")}${mark}`;
}

function decodeHex(digits: string): string {
  const bytes = digits.match(/../g)!.map((pair) => Number.parseInt(pair, 16));
  return new TextDecoder().decode(Uint8Array.from(bytes));
}
