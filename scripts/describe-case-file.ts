// Writes docs/case-file.md: every field of case.json, from the published schema.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildCaseJsonSchema, type JsonSchemaNode } from "../packages/formats/src/index.ts";

const ROOT = join(import.meta.dirname, "..");
export const CASE_FILE_PAGE = join(ROOT, "docs", "case-file.md");

const INTRODUCTION = `# The case file

Written by \`node scripts/describe-case-file.ts\` from the schema; do not edit. The JSON Schema is
[packages/formats/schema/case-1.schema.json](../packages/formats/schema/case-1.schema.json).

One JSON file describes one patient's heart, veins, lead, rhythm and ECG, or names the files that hold them (relative to its own
folder). Names end in their unit. An unknown key is refused with the nearest known one; a value out of range with the
range and its reason. **A finding that was not made is left out**: it is shown as missing, never filled in. A file of an
older version is brought up to date and what changed is said; a newer version is refused.

The example of the real heart:
`;

interface Field {
  readonly path: string;
  readonly node: JsonSchemaNode;
  readonly isRequired: boolean;
}

/** The page as it should stand in docs/. */
export function buildCaseFilePage(): string {
  const example = readFileSync(join(ROOT, "examples", "real-heart", "case.json"), "utf8").trim();
  const rows = listFields(buildCaseJsonSchema(), "").map(describeField);
  const header = "| field | needed | unit | allowed | meaning |\n|---|---|---|---|---|";
  return `${INTRODUCTION}\n\`\`\`json\n${example}\n\`\`\`\n\n## Fields\n\n${header}\n${rows.join("\n")}\n`;
}

function listFields(node: JsonSchemaNode, path: string): Field[] {
  const options = node.oneOf ?? [node];
  return options.flatMap((option) => {
    const kind = option.properties?.["kind"]?.const ?? option.properties?.["by"]?.const;
    const prefix = kind === undefined ? path : `${path}(${kind})`;
    const own = Object.entries(option.properties ?? {}).flatMap(([key, child]) => {
      const childPath = prefix === "" ? key : `${prefix}.${key}`;
      const isRequired = option.required?.includes(key) ?? false;
      return [{ path: childPath, node: child, isRequired }, ...listFields(child, childPath)];
    });
    return option.items ? [...own, ...listFields(option.items, `${path}[]`)] : own;
  });
}

function describeField({ path, node, isRequired }: Field): string {
  const cells = [
    `\`${path}\``,
    isRequired ? "yes" : "",
    node.unit ?? "",
    describeAllowed(node),
    node.description ?? "",
  ];
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}

function describeAllowed(node: JsonSchemaNode): string {
  if (node.const !== undefined) return String(node.const);
  if (node.enum) return node.enum.join(", ");
  const { minimum, maximum, rangeReason } = node;
  if (minimum === undefined || maximum === undefined) return "";
  return `${minimum} to ${maximum}${rangeReason ? ` (${rangeReason})` : ""}`;
}

if (import.meta.main) writeFileSync(CASE_FILE_PAGE, buildCaseFilePage());
