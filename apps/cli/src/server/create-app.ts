import { type Context, Hono } from "hono";
import type { PageBoard } from "../page/page-board.ts";
import type { ServedFile } from "../page/served-file.ts";
import { streamBoard } from "./event-stream.ts";
import { limitBody, requireOwnHost, requireOwnOrigin, requireSession } from "./guards.ts";
import { errorRouteUnknown, refuse } from "./refusals.ts";
import { SECURITY_HEADERS } from "./security-headers.ts";
import type { Session } from "./session.ts";
import { createSessionRoutes } from "./session-routes.ts";
import type { StaticFolder } from "./static-folder.ts";

/** What a server is made of. */
export interface ServerParts {
  readonly board: PageBoard;
  readonly session: Session;
  /** The built workbench; with it the board moves from "/" to "/plan/". */
  readonly workbench?: StaticFolder | undefined;
  /** Routes that read and write the person's cases, under "/store"; behind every guard there is. */
  readonly store?: Hono;
}

/** A case with its files and results. */
const STORE_LIMIT_bytes = 64 * 1024 * 1024;
const UNCHANGING = "public, max-age=31536000, immutable";

export function createApp({ board, session, workbench, store }: ServerParts): Hono {
  const app = new Hono();
  app.use("*", async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
      if (!context.res.headers.has(name)) context.res.headers.set(name, value);
    }
  });
  app.use("*", requireOwnHost);
  app.route("/session", createSessionRoutes(session));

  app.use("/store/*", requireOwnOrigin, requireSession(session), limitBody(STORE_LIMIT_bytes));
  if (store) app.route("/store", store);
  app.all("/store/*", notFound);

  const base = boardPath(workbench);
  app.get(`${base}events`, (context) => streamBoard(context, board));
  app.get("*", (context) => {
    const path = context.req.path;
    const file = path.startsWith(base) ? board.find(path.slice(base.length)) : undefined;
    const found = file ?? workbench?.find(path) ?? (path === "/favicon.ico" ? board.find("favicon.ico") : undefined);
    return found ? send(context, found) : notFound(context);
  });
  app.notFound(notFound);
  return app;
}

/** Where the board is: all there is, or beside the workbench. */
export function boardPath(workbench: StaticFolder | undefined): string {
  return workbench ? "/plan/" : "/";
}

function send(context: Context, { content, contentType, policy, isUnchanging }: ServedFile): Response {
  return context.body(content, 200, {
    "content-type": contentType,
    "content-length": String(Buffer.byteLength(content)),
    ...(policy === undefined ? {} : { "content-security-policy": policy }),
    ...(isUnchanging ? { "cache-control": UNCHANGING } : {}),
  });
}

function notFound(context: Context): Response {
  return refuse(context, 404, errorRouteUnknown(context.req.path));
}
