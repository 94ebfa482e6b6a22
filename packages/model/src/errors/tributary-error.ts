/** The five parts every error of this project has; faces (command line, page, FHIR outcome) only render them. */
export interface TributaryErrorParts {
  /** Stable, kebab-case; listed in docs/errors.md. */
  readonly code: string;
  /** What went wrong, one sentence. */
  readonly what: string;
  /** Path into the input, file and line, node or segment id. */
  readonly where: string;
  /** The offending value and the allowed range, with units. */
  readonly why: string;
  /** What the person can do about it. */
  readonly fix: string;
}

/** The one error class; thrown at borders only. Past them, expected outcomes are data. */
export class TributaryError extends Error implements TributaryErrorParts {
  readonly code: string;
  readonly what: string;
  readonly where: string;
  readonly why: string;
  readonly fix: string;

  constructor(parts: TributaryErrorParts) {
    super(`${parts.what} (${parts.where}: ${parts.why})`);
    this.name = "TributaryError";
    this.code = parts.code;
    this.what = parts.what;
    this.where = parts.where;
    this.why = parts.why;
    this.fix = parts.fix;
  }
}
