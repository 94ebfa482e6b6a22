import type { Context, MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { getCookie } from "hono/cookie";
import { errorBodyTooLarge, errorForeignHost, errorForeignOrigin, errorSessionMissing, refuse } from "./refusals.ts";
import type { Session } from "./session.ts";

const OWN_HOST = /^(?:127\.0\.0\.1|localhost)(?::\d{1,5})?$/;

/** Refuses a request under another name: a site whose name was made to point to this computer (DNS rebinding). */
export const requireOwnHost: MiddlewareHandler = async (context, next) => {
  const host = readHost(context);
  if (!OWN_HOST.test(host)) return refuse(context, 403, errorForeignHost(host));
  await next();
  return undefined;
};

/**
 * Refuses what another site's page sends. Browsers leave the origin out where a page only reads from its own server; then
 * they say "same-origin" in a header that no page can set.
 */
export const requireOwnOrigin: MiddlewareHandler = async (context, next) => {
  const origin = context.req.header("origin");
  const isReading = context.req.method === "GET" || context.req.method === "HEAD";
  const isOwn =
    origin === undefined
      ? isReading && context.req.header("sec-fetch-site") === "same-origin"
      : origin === `http://${readHost(context)}`;
  if (!isOwn) return refuse(context, 403, errorForeignOrigin(origin));
  await next();
  return undefined;
};

export function requireSession(session: Session): MiddlewareHandler {
  return async (context, next) => {
    if (!session.admits(readSessionCookie(context))) return refuse(context, 403, errorSessionMissing(context.req.path));
    await next();
    return undefined;
  };
}

export function limitBody(limit_bytes: number): MiddlewareHandler {
  return bodyLimit({
    maxSize: limit_bytes,
    onError: (context) => refuse(context, 413, errorBodyTooLarge(context.req.path, limit_bytes)),
  });
}

/** A browser sends cookies to every port of a host, so the name tells the servers of two starts apart. */
export function nameSessionCookie(context: Context): string {
  return `tributary-session-${/:(\d+)$/.exec(readHost(context))?.[1] ?? "80"}`;
}

export function readSessionCookie(context: Context): string | undefined {
  return getCookie(context, nameSessionCookie(context));
}

function readHost(context: Context): string {
  return context.req.header("host") ?? "";
}
