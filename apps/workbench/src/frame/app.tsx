import { Suspense, useEffect } from "react";
import { DropTarget } from "../cases/drop-target.tsx";
import { ErrorBoundary } from "../errors/error-boundary.tsx";
import { useMessages } from "../messages/use-messages.ts";
import type { SessionState } from "../session/open-session.ts";
import { JourneyNavigation } from "./journey-navigation.tsx";
import { TopBar } from "./top-bar.tsx";
import { useShortcuts } from "./use-shortcuts.ts";
import { useStation } from "./use-station.ts";
import "./frame.css";

const MAIN = "page";

export function App({ session }: { readonly session: SessionState }) {
  const messages = useMessages();
  const station = useStation();
  useShortcuts();
  useEffect(() => {
    document.title = `${messages.stations[station.id]} · ${messages.program}`;
  }, [messages, station]);
  return (
    <div className="frame">
      <button type="button" className="skip" onClick={() => document.getElementById(MAIN)?.focus()}>
        {messages.skip}
      </button>
      <TopBar />
      <JourneyNavigation current={station} />
      <main id={MAIN} tabIndex={-1}>
        <ErrorBoundary key={station.id}>
          <Suspense fallback={null}>
            <station.Page />
          </Suspense>
        </ErrorBoundary>
      </main>
      <DropTarget />
      <footer className="notice">
        <p role="note">
          {messages.notice} {messages.contentLanguage}
        </p>
        {session !== "open" && <p>{messages.session[session]}</p>}
      </footer>
    </div>
  );
}
