// Small changes of a source text, each of which a test should notice.

/** One changed copy of a file. */
export interface Mutant {
  /** File, line and what was done: stable as long as the line is. */
  readonly id: string;
  readonly file: string;
  readonly operator: MutationOperator;
  /** The line as it was, without indentation. */
  readonly line: string;
  readonly source: string;
}

export type MutationOperator = "boundary" | "equality" | "constant" | "interval" | "start" | "chamber";

/** A replacement within one line; the whole statement where it goes over several. */
interface Edit {
  readonly operator: MutationOperator;
  readonly name: string;
  readonly replace: (line: string) => string;
}

const BOUNDARIES: readonly (readonly [string, string])[] = [
  [" < ", " <= "],
  [" <= ", " < "],
  [" > ", " >= "],
  [" >= ", " > "],
];
const EQUALITIES: readonly (readonly [string, string])[] = [
  [" === ", " !== "],
  [" !== ", " === "],
];
const CHAMBERS: readonly (readonly [string, string])[] = [
  ["pacesAtrium", "pacesVentricle"],
  ["heedsAtrium", "heedsVentricle"],
  ["seesAtrium", "seesVentricle"],
  ["atrialEscapeAt_us", "ventricularEscapeAt_us"],
  ["atrialRefractoryUntil_us", "ventricularRefractoryUntil_us"],
  ["atrialNoiseUntil_us", "ventricularNoiseUntil_us"],
  ["atrialBlankUntil_us", "ventricularBlankUntil_us"],
  ["lastAtrial_us", "lastVentricular_us"],
  ["MARKER.AP", "MARKER.VP"],
  ["MARKER.AS", "MARKER.VS"],
  ["MARKER.LP", "MARKER.VP"],
  ['"LV"', '"RV"'],
];
/** One increment of most intervals that are programmed. */
const INCREMENT_us = 10_000;
const CONSTANT = /^(?:export )?const [A-Z]\w* = ([\d_.]+);$/;
const INTERVAL = /^\s+(\w+_us): (.*),$/;
const START = /^\s*state\.\w+(?:At|Until)_us = [^;]*;$/;
/** Declarations that do nothing when the program runs. */
const IDLE = /^\s*(?:\*|\/\/|\/\*|import |export type|type |readonly )/;

/** Every mutant of a file, one change each. */
export function listMutants(file: string, source: string): Mutant[] {
  const lines = source.split("\n");
  return lines.flatMap((line, i) => {
    if (IDLE.test(line)) return [];
    return listEdits(line).flatMap(({ operator, name, replace }): Mutant[] => {
      const changed = replace(line);
      if (changed === line) return [];
      const copy = [...lines.slice(0, i), changed, ...lines.slice(i + 1)].join("\n");
      return [{ id: `${file}:${i + 1} ${name}`, file, operator, line: line.trim(), source: copy }];
    });
  });
}

function listEdits(line: string): Edit[] {
  return [
    ...listReplacements("boundary", BOUNDARIES, line),
    ...listReplacements("equality", EQUALITIES, line),
    ...listReplacements("chamber", [...CHAMBERS, ...CHAMBERS.map(([a, b]) => [b, a] as const)], line),
    ...listConstantEdits(line),
    ...listIntervalEdits(line),
    ...(START.test(line) ? [{ operator: "start" as const, name: "without this start", replace: () => "" }] : []),
  ];
}

/** One edit for each place where the text stands. */
function listReplacements(
  operator: MutationOperator,
  pairs: readonly (readonly [string, string])[],
  line: string,
): Edit[] {
  return pairs.flatMap(([from, to]) =>
    listPlaces(line, from).map(
      (at): Edit => ({
        operator,
        name: `${from.trim()} to ${to.trim()} at ${at}`,
        replace: (text) => text.slice(0, at) + to + text.slice(at + from.length),
      }),
    ),
  );
}

/** Names of fields are left out: the type checker refuses those. */
function listPlaces(line: string, text: string): number[] {
  const places: number[] = [];
  for (let at = line.indexOf(text); at >= 0; at = line.indexOf(text, at + 1))
    if (line[at + text.length] !== ":") places.push(at);
  return places;
}

/** A constant of at least 1000 us changes by 1 ms, any other by 1, or by a tenth where it is a fraction. */
function listConstantEdits(line: string): Edit[] {
  const text = CONSTANT.exec(line)?.[1];
  if (text === undefined) return [];
  const value = Number(text.replaceAll("_", ""));
  const step = value >= 1000 ? 1000 : value < 1 ? 0.1 : 1;
  return [value + step, value - step].map(
    (next): Edit => ({
      operator: "constant",
      name: `${text} to ${next}`,
      replace: (old) => old.replace(text, String(next)),
    }),
  );
}

function listIntervalEdits(line: string): Edit[] {
  const [, name, expression] = INTERVAL.exec(line) ?? [];
  if (name === undefined || expression === undefined || !/settings|behavior/.test(expression)) return [];
  return [INCREMENT_us, -INCREMENT_us].map(
    (by): Edit => ({
      operator: "interval",
      name: `${name} ${by > 0 ? "+" : "-"} one increment`,
      replace: (old) => old.replace(`${name}: ${expression}`, `${name}: (${expression}) + ${by}`),
    }),
  );
}
