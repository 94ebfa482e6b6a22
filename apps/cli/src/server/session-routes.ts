import { Hono } from "hono";
import { setCookie } from "hono/cookie";
import { limitBody, nameSessionCookie, readSessionCookie, requireOwnOrigin } from "./guards.ts";
import { errorTokenRefused, refuse } from "./refusals.ts";
import type { Session } from "./session.ts";

/** Far more than a token has. */
const TOKEN_LIMIT_bytes = 256;

/** GET tells whether this browser has the session; POST takes the token, as plain text, and gives the cookie for it. */
export function createSessionRoutes(session: Session): Hono {
  const routes = new Hono();
  routes.get("/", (context) => context.json({ isOpen: session.admits(readSessionCookie(context)) }));
  routes.post("/", requireOwnOrigin, limitBody(TOKEN_LIMIT_bytes), async (context) => {
    const secret = session.exchange(await context.req.text());
    if (secret === undefined) return refuse(context, 403, errorTokenRefused());
    setCookie(context, nameSessionCookie(context), secret, { httpOnly: true, sameSite: "Strict", path: "/" });
    return context.body(null, 204);
  });
  return routes;
}
