import {
  commitChecked,
  ERASURE_REASONS,
  type ErasureReason,
  eraseRecord,
  type RecordKeeper,
  readRecordCommit,
} from "@tributary/care";
import { TributaryError } from "@tributary/model";
import { type Context, Hono } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { errorRequestMalformed, refuse } from "./refusals.ts";

/** How a refusal of the record is told in HTTP; any other is the request's fault. */
const STATUS_OF_CODE: Readonly<Record<string, ContentfulStatusCode>> = {
  "record-unknown": 404,
  "record-exists": 409,
  "record-moved-on": 409,
  "record-store-busy": 503,
  "record-store-replaced": 503,
  "record-store-full": 507,
  "record-store-disk": 500,
  "record-store-not-durable": 500,
  "record-store-read-only": 500,
  "record-store-damaged": 500,
  "record-store-newer": 500,
  "record-store-foreign": 500,
  "record-engine-missing": 501,
};

/**
 * The record of this computer for the pages of this server: what a store does, one route each. What comes in is checked
 * before it is written, and states are computed here.
 *
 * @param open  the store; asked for with every request, so that it is opened when it is first needed
 */
export function createStoreRoutes(open: () => Promise<RecordKeeper>): Hono {
  const routes = new Hono();
  routes.get("/", async (context) => context.json({ name: (await open()).store.name }));
  routes.get("/cases", async (context) => context.json(await (await open()).store.listCases()));
  routes.get("/tombstones", async (context) => context.json(await (await open()).store.listTombstones()));
  routes.get("/cases/:id", async (context) => {
    const stored = await (await open()).store.readCase(context.req.param("id"));
    return stored ? context.json(stored) : context.json(null);
  });
  routes.get("/cases/:id/files/:sha256", async (context) => {
    const { id, sha256 } = context.req.param();
    const content = await (await open()).store.readFile(id, sha256);
    if (!content) return context.body(null, 204);
    return context.body(new Uint8Array(content), 200, { "content-type": "application/octet-stream" });
  });
  routes.post("/cases/:id/commits", async (context) => {
    const { commit, files } = await readCommitForm(context);
    const caseId = context.req.param("id");
    return context.json(await commitChecked(await open(), { ...commit, caseId, files }));
  });
  routes.delete("/cases/:id", async (context) => {
    const erasure = readErasure(await context.req.json().catch(() => undefined), context);
    return context.json(await eraseRecord(await open(), context.req.param("id"), erasure));
  });
  routes.onError((error, context) => {
    if (error instanceof TributaryError) return refuse(context, STATUS_OF_CODE[error.code] ?? 422, error);
    throw error;
  });
  return routes;
}

/** A form with the commit as JSON in the field "commit", and a file for each content under its SHA-256. */
async function readCommitForm(context: Context) {
  const form = await context.req.formData().catch(() => undefined);
  const text = form?.get("commit");
  if (!form || typeof text !== "string") throw errorRequestMalformed(context.req.path, 'a form with a field "commit"');
  const files = new Map<string, Uint8Array>();
  for (const [name, content] of form) {
    if (typeof content !== "string") files.set(name, new Uint8Array(await content.arrayBuffer()));
  }
  return { commit: readRecordCommit(parseJson(text, context), context.req.path), files };
}

function parseJson(text: string, context: Context): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw errorRequestMalformed(context.req.path, "JSON");
  }
}

function readErasure(value: unknown, context: Context) {
  const { by, at, reason } = (value ?? {}) as Record<string, unknown>;
  const isReason = ERASURE_REASONS.some((known) => known === reason);
  if (typeof by === "string" && typeof at === "string" && isReason) return { by, at, reason: reason as ErasureReason };
  throw errorRequestMalformed(context.req.path, `JSON with by, at and reason, one of ${ERASURE_REASONS.join(", ")}`);
}
