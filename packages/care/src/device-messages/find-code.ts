import { type CodePlace, EXCHANGE_CODES } from "./codes/sections.ts";
import type { WrittenCode } from "./device-item.ts";

const BY_NUMBER = new Map(
  EXCHANGE_CODES.flatMap((place) =>
    place.code.confirmed && place.code.number !== undefined ? [[place.code.number, place] as const] : [],
  ),
);
const BY_NAME = new Map(EXCHANGE_CODES.map((place) => [`${place.code.system} ${place.code.referenceId}`, place]));

/** Older messages name the generator PG, newer ones DEV. */
const OLD_NAME = /^MDC_IDC_PG_/;

/** The field that a written code means: by its number, and where that is not known by its name. */
export function findCode({ system, number, name }: WrittenCode): CodePlace | undefined {
  const numbered = system === "MDC" && number !== undefined ? BY_NUMBER.get(number) : undefined;
  if (numbered || name === undefined) return numbered;
  return BY_NAME.get(`${system} ${name.replace(OLD_NAME, "MDC_IDC_DEV_")}`);
}

/** A written code for a person to read. */
export function sayCode({ number, name }: WrittenCode): string {
  return [number, name].filter((part) => part !== undefined).join(" ") || "no code";
}
