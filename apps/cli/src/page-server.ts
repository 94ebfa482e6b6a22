import { type ServerType, serve } from "@hono/node-server";
import { TributaryError } from "@tributary/model";
import { Hono } from "hono";

/** One thing the local page server hands out. */
export interface ServedFile {
  readonly contentType: string;
  readonly content: string;
}

/** A running server; `close` resolves when the port is free again. */
export interface PageServer {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves finished pages on the loopback address only: nothing leaves the computer.
 *
 * @param files  by path, "/" first; anything else is answered 404
 * @param port   0 lets the system choose one
 * @throws TributaryError port-in-use
 */
export function servePages(files: ReadonlyMap<string, ServedFile>, port: number): Promise<PageServer> {
  const app = new Hono();
  app.get("*", (context) => {
    const file = files.get(new URL(context.req.url).pathname);
    if (!file) return context.text("Not found", 404);
    return context.body(file.content, 200, {
      "content-type": file.contentType,
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-embedder-policy": "require-corp",
    });
  });
  return new Promise((resolve, reject) => {
    const server: ServerType = serve({ fetch: app.fetch, hostname: "127.0.0.1", port }, (address) => {
      resolve({ url: `http://127.0.0.1:${address.port}/`, close: () => closeServer(server) });
    });
    server.once("error", (error: NodeJS.ErrnoException) => reject(describeListenError(error, port)));
  });
}

function closeServer(server: ServerType): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}

function describeListenError(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code !== "EADDRINUSE" && error.code !== "EACCES") return error;
  return new TributaryError({
    code: "port-in-use",
    what: "The page cannot be served on this port.",
    where: `127.0.0.1:${port}`,
    why: error.code === "EADDRINUSE" ? "another program is using the port" : "this user may not use the port",
    fix: "Choose another port with --port, for example --port 0 for any free one.",
  });
}
