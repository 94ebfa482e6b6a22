import { chooseTheme, THEMES, type Theme, theme } from "../design/theme.ts";
import { chooseOtherLanguage, LANGUAGES, type Language, language } from "../messages/language.ts";
import { useMessages } from "../messages/use-messages.ts";
import { useObservable } from "../state/observable.ts";
import { RunStatus } from "./run-status.tsx";
import { SnapshotMenu } from "./snapshot-menu.tsx";
import { useWorkbench, useWorkspace } from "./workbench-context.ts";

export function TopBar() {
  const { program } = useMessages();
  const { opened } = useWorkspace();
  return (
    <header className="top-bar">
      <a className="mark" href="#/plan">
        <img src="/icon.svg" alt="" width="26" height="26" />
        <span>{program}</span>
      </a>
      <p className="case-title" title={opened.case.title}>
        {opened.case.title}
      </p>
      <RunStatus />
      <div className="tools">
        <Steps />
        <SnapshotMenu />
        <Choices />
      </div>
    </header>
  );
}

function Steps() {
  const { bar, steps } = useMessages();
  const { store } = useWorkbench();
  const { past, present, future } = useObservable(store.history);
  const next = future[0];
  const undoText = past.length === 0 ? bar.undo : bar.undoOf(steps[present.name] ?? present.name);
  const redoText = next === undefined ? bar.redo : bar.redoOf(steps[next.name] ?? next.name);
  return (
    <>
      <button
        type="button"
        className="button icon"
        disabled={past.length === 0}
        onClick={store.undo}
        aria-label={undoText}
        title={undoText}
      >
        <Arrow />
      </button>
      <button
        type="button"
        className="button icon"
        disabled={next === undefined}
        onClick={store.redo}
        aria-label={redoText}
        title={redoText}
      >
        <Arrow mirrored />
      </button>
    </>
  );
}

function Arrow({ mirrored = false }: { readonly mirrored?: boolean }) {
  return (
    <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true" focusable="false">
      <path
        d="M8 4 4 8l4 4M4.5 8H12a4 4 0 0 1 0 8H8"
        transform={mirrored ? "translate(20 0) scale(-1 1)" : undefined}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.7"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}

function Choices() {
  const { bar } = useMessages();
  const words: Readonly<Record<Theme, string>> = { system: bar.system, light: bar.light, dark: bar.dark };
  return (
    <>
      <select
        className="field"
        aria-label={bar.language}
        value={useObservable(language)}
        onChange={({ target }) => chooseOtherLanguage(target.value as Language)}
      >
        {Object.entries(LANGUAGES).map(([code, name]) => (
          <option key={code} value={code} lang={code}>
            {name}
          </option>
        ))}
      </select>
      <select
        className="field"
        aria-label={bar.theme}
        value={useObservable(theme)}
        onChange={({ target }) => chooseTheme(target.value as Theme)}
      >
        {THEMES.map((name) => (
          <option key={name} value={name}>
            {words[name]}
          </option>
        ))}
      </select>
    </>
  );
}
