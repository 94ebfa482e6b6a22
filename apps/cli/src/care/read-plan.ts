import { planSchema } from "@tributary/formats";
import { TributaryError } from "@tributary/model";
import type { Plan } from "@tributary/plan";
import type { OptionValues } from "../command.ts";
import { hashInput } from "../input/hash-input.ts";
import type { LoadedCase } from "../input/load-case.ts";
import { readInputFile } from "../input/read-input-file.ts";

export const PLAN_OPTION = { plan: { type: "string" } } as const;

export const PLAN_OPTION_HELP =
  "  --plan FILE                  plan.json of this case, as `tributary plan` writes it: its place is told";

/**
 * The plan of a case, where one is given.
 *
 * @throws TributaryError "plan-invalid"; "plan-of-other-case", since a place of another heart must reach no patient
 */
export function readPlan(options: OptionValues, loaded: LoadedCase): Plan | undefined {
  if (options["plan"] === undefined) return undefined;
  const { name, bytes } = readInputFile(String(options["plan"]));
  const plan = parsePlan(new TextDecoder().decode(bytes), name);
  if (plan.inputHash === hashInput(loaded)) return plan;
  throw new TributaryError({
    code: "plan-of-other-case",
    what: "The plan was made of another case, or of this one before it was changed.",
    where: name,
    why: `it is the plan of ${plan.title}, input ${plan.inputHash.slice(0, 12)}; this case is ${hashInput(loaded).slice(0, 12)}`,
    fix: "Plan this case again, as it is now and without --edge.",
  });
}

function parsePlan(text: string, name: string): Plan {
  const result = planSchema.safeParse(parseJson(text, name));
  if (result.success) return result.data as Plan;
  const [issue] = result.error.issues;
  throw invalid(`${name}, ${issue?.path.join(".") ?? ""}`, issue?.message ?? "it does not follow the schema");
}

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw invalid(name, (error as Error).message);
  }
}

function invalid(where: string, why: string): TributaryError {
  return new TributaryError({
    code: "plan-invalid",
    what: "The file is no plan of this version.",
    where,
    why,
    fix: "Give the plan.json that `tributary plan CASE --out DIR` wrote.",
  });
}
