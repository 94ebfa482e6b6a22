import { TributaryError } from "@tributary/model";
import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";

/** A refusal as the person behind the page sees it: the five parts as JSON. */
export function refuse(context: Context, status: ContentfulStatusCode, refusal: TributaryError): Response {
  const { code, what, where, why, fix } = refusal;
  return context.json({ error: { code, what, where, why, fix } }, status);
}

export function errorForeignHost(host: string): TributaryError {
  return new TributaryError({
    code: "server-host-foreign",
    what: "The server was asked under a name that is not its own.",
    where: "header Host",
    why: `"${host}"; it answers to 127.0.0.1 and localhost, so that another site cannot point its name here`,
    fix: "Open the address that the program printed.",
  });
}

export function errorForeignOrigin(origin: string | undefined): TributaryError {
  return new TributaryError({
    code: "server-origin-foreign",
    what: "The request does not come from a page of this server.",
    where: "header Origin",
    why: origin === undefined ? "no origin is told" : `"${origin}" is another site`,
    fix: "Use the page at the address that the program printed.",
  });
}

export function errorSessionMissing(path: string): TributaryError {
  return new TributaryError({
    code: "server-session-missing",
    what: "This page was opened without a session.",
    where: path,
    why: "stored cases are read and written only by the browser that was opened with the address of this start",
    fix: "Open the address that the program printed, with all that stands behind #; start the program again if it was used.",
  });
}

export function errorTokenRefused(): TributaryError {
  return new TributaryError({
    code: "server-token-refused",
    what: "The token does not open a session.",
    where: "address, behind #",
    why: "it was used before, or belongs to another start of the program; a token is good once",
    fix: "Go on in the browser that used it, or start the program again.",
  });
}

export function errorBodyTooLarge(path: string, limit_bytes: number): TributaryError {
  return new TributaryError({
    code: "server-body-too-large",
    what: "More was sent than is taken here.",
    where: path,
    why: `at most ${limit_bytes} bytes are taken`,
    fix: "Send less; a case of this size is read by the command line.",
  });
}

export function errorRequestMalformed(path: string, wanted: string): TributaryError {
  return new TributaryError({
    code: "server-request-malformed",
    what: "The request cannot be read.",
    where: path,
    why: `it is not ${wanted}`,
    fix: "Load the page anew; it may be older than the program.",
  });
}

export function errorRouteUnknown(path: string): TributaryError {
  return new TributaryError({
    code: "server-route-unknown",
    what: "There is nothing at this address.",
    where: path,
    why: "no file and no route has this name",
    fix: "Start from the address that the program printed.",
  });
}
