import { EXIT_CODE } from "../command.ts";
import { describeOutcome } from "../output/describe-outcome.ts";
import { type FhirAction, readText } from "./fhir-action.ts";

export const validateAction: FhirAction = {
  name: "validate",
  help: [
    "tributary fhir validate FILE",
    "  Structure, constraints, required codes and references, each error with its place; --json prints an",
    "  OperationOutcome. Ends with 3 where the file is not valid.",
  ],
  options: {},
  async run(path, options, context) {
    // The definitions of the standard are read only here.
    const { validateFhir } = await import("@tributary/care/validation");
    const validation = validateFhir(readText(path), path);
    context.print(
      options["json"] ? JSON.stringify(validation.outcome, undefined, 2) : describeOutcome(path, validation),
    );
    return validation.isValid ? EXIT_CODE.ok : EXIT_CODE.badInput;
  },
};
