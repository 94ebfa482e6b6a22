import { globSync, readFileSync } from "node:fs";
import { basename, join, sep } from "node:path";

/** Something of the code whose own comment says that it is assumed or unconfirmed. */
export interface MarkedComment {
  readonly file: string;
  readonly name: string;
  /** As written, of a constant on one line; else empty. */
  readonly value: string;
  readonly text: string;
}

const MARK = /\bassumed\b|\bunconfirmed\b|\bfrom memory\b/i;
/** A doc comment with what it describes, or the one that opens a file; comments of fields belong to a larger whole. */
const DOC_COMMENT =
  /\/\*\*((?:[^*]|\*(?!\/))*)\*\/\s*(?:(?:export )?(?:async )?(?:const|function|interface) (\w+)|import )([^\n]*)/g;
/** Their figures are tables of data, which say for themselves what is unconfirmed. */
const TABULATED = ["conduction-parameters.ts", "heart-presets.ts", "lead-catalog.ts", "pose.ts"];

/**
 * The doc comments in the packages that say of a constant or rule that it is assumed, unconfirmed or from memory: a
 * short comment in full, of a longer one the sentences that say so.
 *
 * @returns by file and place in it
 */
export function findMarkedComments(root: string): MarkedComment[] {
  const files = globSync("packages/*/src/**/*.ts", { cwd: root }).map((file) => file.split(sep).join("/"));
  return files
    .filter((file) => !/\.(test|fixture)\.ts$/.test(file) && !TABULATED.includes(basename(file)))
    .sort()
    .flatMap((file) => listInSource(file, readFileSync(join(root, file), "utf8")));
}

function listInSource(file: string, source: string): MarkedComment[] {
  return [...source.matchAll(DOC_COMMENT)].flatMap(([, comment, name, rest]) => {
    const text = quoteComment(comment!);
    return text === "" ? [] : [{ file, name: name ?? basename(file, ".ts"), value: readValue(rest!), text }];
  });
}

function readValue(rest: string): string {
  const value = /^[^=]*=\s*([^;{]+);$/.exec(rest)?.[1] ?? "";
  return value.replace(/ as const$/, "");
}

function quoteComment(comment: string): string {
  const lines = comment.split("\n").map((line) => line.replace(/^\s*\*/, "").trim());
  const paragraphs = lines
    .map((line) => (line === "" || /^(@|Source:)/.test(line) ? `\n${line}` : line))
    .join(" ")
    .split("\n")
    .map((paragraph) => paragraph.replace(/\s+/g, " ").trim())
    .filter((paragraph) => paragraph !== "");
  if (paragraphs.length === 1 && MARK.test(paragraphs[0]!)) return paragraphs[0]!;
  const sentences = paragraphs.flatMap((paragraph) => paragraph.split(/(?<=\.)\s+(?=[A-Z])/));
  return sentences.filter((sentence) => MARK.test(sentence)).join(" ");
}
