import { type ServerType, serve } from "@hono/node-server";
import { TributaryError } from "@tributary/model";
import type { Hono } from "hono";
import type { PageBoard } from "../page/page-board.ts";
import { boardPath, createApp } from "./create-app.ts";
import { createLazyRecord } from "./lazy-record.ts";
import { createSession } from "./session.ts";
import type { StaticFolder } from "./static-folder.ts";
import { createStoreRoutes } from "./store-routes.ts";

/** A running server; `close` ends every connection and resolves when the port is free again. */
export interface PageServer {
  readonly port: number;
  /** The page about the work. */
  readonly url: string;
  /** The workbench, or else that page, with the token of the session: for the person who started the program. */
  readonly entranceUrl: string;
  readonly hasWorkbench: boolean;
  close(): Promise<void>;
}

/** What is served besides the board. */
export interface ServedFolders {
  /** Of the record, for the browser that has the session. */
  readonly storeFolder: string;
  /** Its built files; undefined: the board alone. */
  readonly workbench?: StaticFolder | undefined;
}

/** How many ports in a row are tried before giving up. */
const PORT_TRIES = 20;
const LAST_PORT = 65_535;

/**
 * Serves what stands on the board, and the workbench beside it, on the loopback address only: nothing leaves the computer.
 *
 * @param port  where it is taken, the next free one is; 0 lets the system choose
 * @throws TributaryError "port-in-use" when this and the next ones are taken or not allowed
 */
export async function servePages(
  board: PageBoard,
  port: number,
  { storeFolder, workbench }: ServedFolders,
): Promise<PageServer> {
  const session = createSession();
  const record = createLazyRecord(storeFolder);
  const store = createStoreRoutes(record.open);
  const { port: found, close } = await listenFrom(createApp({ board, session, workbench, store }), port);
  const root = `http://127.0.0.1:${found}/`;
  return {
    port: found,
    url: new URL(boardPath(workbench), root).href,
    entranceUrl: `${root}#${session.token}`,
    hasWorkbench: workbench !== undefined,
    async close() {
      await close();
      record.close();
    },
  };
}

/** Where the pages are, and why on another port than the one asked for. */
export function announceServer({ entranceUrl, url, hasWorkbench, port }: PageServer, wanted: number): string {
  const moved = wanted !== 0 && port !== wanted ? ` (port ${wanted} is taken by another program)` : "";
  return hasWorkbench
    ? `The workbench is at ${entranceUrl}${moved}\nThe plan and its report come to ${url}`
    : `Follow it at ${entranceUrl}${moved}`;
}

interface Listening {
  readonly port: number;
  close(): Promise<void>;
}

async function listenFrom(app: Hono, port: number): Promise<Listening> {
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

/** On the loopback address; @throws what the system says where the port cannot be had. */
export function listen(app: Hono, port: number): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server: ServerType = serve({ fetch: app.fetch, hostname: "127.0.0.1", port }, (address) => {
      resolve({ port: address.port, close: () => closeServer(server) });
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
