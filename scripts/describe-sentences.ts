// Writes docs/sentences.md: every sentence of the page that the care implements, and where it is realized.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CORRECTIONS, SOURCES } from "../packages/care/src/index.ts";

const ROOT = join(import.meta.dirname, "..");
export const SENTENCES_PAGE = join(ROOT, "docs", "sentences.md");

/** One sentence of the page, in our words, with the screens, sources and tests that realize it. */
export interface PageSentence {
  readonly number: number;
  /** Of its own words: SHA-256 of them in lower case with single spaces, the first 16 digits. */
  readonly hash: string;
  readonly section: string;
  readonly says: string;
  /** Commands; "leaflet#risks" is a section of the page that the command writes. */
  readonly shown: readonly string[];
  readonly files: readonly string[];
  readonly tests: readonly { readonly file: string; readonly name: string }[];
  /** Where the sentence is imprecise: what is said instead. */
  readonly correction?: string;
}

export function readSentences(): PageSentence[] {
  return JSON.parse(readFileSync(join(ROOT, "house", "page-sentences.json"), "utf8"));
}

const INTRODUCTION = `# The page that the care implements, sentence by sentence

Written by \`node scripts/describe-sentences.ts\` from \`house/page-sentences.json\`; do not edit. The care around the implant
implements a public description of the procedure (insertion of a left-ventricular lead through the coronary veins at the
time of a generator). Its sentences are told here in our own words; \`hash\` names the original sentence. A test finds every
command, file and test that is named. Where a sentence is imprecise, what this program says instead stands beside it, with
its source.
`;

/** The page as it should stand in docs/. */
export function buildSentencesPage(): string {
  const rows = readSentences().map((sentence) => `| ${describe(sentence).join(" | ")} |`);
  const header = "| no. | section | says | shown by | kept by | instead | hash |\n|---|---|---|---|---|---|---|";
  return `${INTRODUCTION}\n${header}\n${rows.join("\n")}\n`;
}

function describe({ number, section, says, shown, tests, correction, hash }: PageSentence): string[] {
  const found = CORRECTIONS.find(({ id }) => id === correction);
  return [
    String(number),
    section,
    says,
    shown.map((place) => `\`${place}\``).join(", "),
    tests.map(({ file, name }) => `${name} (\`${file.replace("packages/care/src/", "")}\`)`).join("; "),
    found === undefined ? "" : `${found.instead} (${SOURCES[found.sourceId].citation})`,
    `\`${hash}\``,
  ];
}

if (process.argv[1] === import.meta.filename) writeFileSync(SENTENCES_PAGE, buildSentencesPage());
