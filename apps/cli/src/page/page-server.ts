import { type ServerType, serve } from "@hono/node-server";
import { TributaryError } from "@tributary/model";
import { Hono } from "hono";
import { streamSSE } from "hono/streaming";
import type { PageBoard } from "./page-board.ts";
import type { PageState } from "./page-state.ts";

/** A running server; `close` ends every connection and resolves when the port is free again. */
export interface PageServer {
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

/** How many ports in a row are tried before giving up. */
const PORT_TRIES = 20;
const LAST_PORT = 65_535;

/** The browser may load nothing from elsewhere, whatever a page says. */
const HEADERS = {
  "cache-control": "no-store",
  "content-security-policy":
    "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "cross-origin-embedder-policy": "require-corp",
  "cross-origin-opener-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
};

/**
 * Serves what stands on the board, on the loopback address only: nothing leaves the computer, and a page of another
 * site that has its name point here is refused.
 *
 * @param port  where it is taken, the next free one is; 0 lets the system choose
 * @throws TributaryError "port-in-use" when this and the next ones are taken or not allowed
 */
export async function servePages(board: PageBoard, port: number): Promise<PageServer> {
  const app = createApp(board);
  for (let tried = port; ; tried++) {
    try {
      return await listen(app, tried);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      const isLast = tried === LAST_PORT || tried === port + PORT_TRIES - 1;
      if (code !== "EADDRINUSE" || isLast) throw describeListenError(error as NodeJS.ErrnoException, port, tried);
    }
  }
}

/** Where the page is, and why on another port than the one asked for. */
export function announceServer({ url, port }: PageServer, wanted: number): string {
  const isMoved = wanted !== 0 && port !== wanted;
  return `Follow it at ${url}${isMoved ? ` (port ${wanted} is taken by another program)` : ""}`;
}

function createApp(board: PageBoard): Hono {
  const app = new Hono();
  app.use("*", async (context, next) => {
    const { hostname } = new URL(context.req.url);
    if (hostname !== "127.0.0.1" && hostname !== "localhost") return context.text("Not here", 403);
    await next();
    for (const [name, value] of Object.entries(HEADERS)) context.header(name, value);
    return undefined;
  });
  app.get("/events", (context) =>
    streamSSE(context, async (stream) => {
      let latest: PageState | undefined = board.state();
      let wake = () => {};
      const leave = board.listen((state) => {
        latest = state;
        wake();
      });
      stream.onAbort(() => {
        leave();
        wake();
      });
      while (!stream.aborted) {
        if (latest) {
          const data = JSON.stringify(latest);
          latest = undefined;
          await stream.writeSSE({ data });
        } else {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
      }
    }),
  );
  app.get("*", (context) => {
    const file = board.find(new URL(context.req.url).pathname);
    return file
      ? context.body(file.content, 200, { "content-type": file.contentType })
      : context.text("Not found", 404);
  });
  return app;
}

function listen(app: Hono, port: number): Promise<PageServer> {
  return new Promise((resolve, reject) => {
    const server: ServerType = serve({ fetch: app.fetch, hostname: "127.0.0.1", port }, (address) => {
      const url = `http://127.0.0.1:${address.port}/`;
      resolve({ url, port: address.port, close: () => closeServer(server) });
    });
    server.once("error", reject);
  });
}

function closeServer(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    if ("closeAllConnections" in server) server.closeAllConnections();
  });
}

function describeListenError(error: NodeJS.ErrnoException, port: number, last: number): Error {
  if (error.code !== "EADDRINUSE" && error.code !== "EACCES") return error;
  return new TributaryError({
    code: "port-in-use",
    what: "The page cannot be served on this port.",
    where: `127.0.0.1:${port}`,
    why: error.code === "EADDRINUSE" ? `ports ${port} to ${last} are all taken` : "this user may not use the port",
    fix: "Choose another port with --port, for example --port 0 for any free one.",
  });
}
