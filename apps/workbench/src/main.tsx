import "./engine/no-eval.ts";
import "./design/base.css";
import "./design/print.css";
import "./design/theme.ts";
import { createRoot } from "react-dom/client";
import { createCaseOpener } from "./cases/case-opener.ts";
import { createEngine } from "./engine/engine.ts";
import { App } from "./frame/app.tsx";
import { WorkbenchContext } from "./frame/workbench-context.ts";
import { createWorkbenchRecord } from "./record/workbench-record.ts";
import { openSession } from "./session/open-session.ts";
import { createWorkbenchStore } from "./state/workbench-store.ts";

// Kept for a visit without the program; a browser that keeps nothing still shows everything.
navigator.serviceWorker?.register("/sw.js").catch(() => {});

// The token leaves the address before a page reads it.
const session = await openSession();
const store = createWorkbenchStore();
const engine = createEngine();
engine.plan(store.history.read().present.state.opened);

createRoot(document.getElementById("workbench")!).render(
  <WorkbenchContext
    value={{ store, engine, opener: createCaseOpener(store, engine), record: createWorkbenchRecord(session) }}
  >
    <App session={session} />
  </WorkbenchContext>,
);
