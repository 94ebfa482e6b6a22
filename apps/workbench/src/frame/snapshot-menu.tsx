import { type FormEvent, useId, useState } from "react";
import { useMessages } from "../messages/use-messages.ts";
import { useObservable } from "../state/observable.ts";
import { useWorkbench } from "./workbench-context.ts";

/** Named states of the whole workspace; to open one is a step like any other and can be undone. */
export function SnapshotMenu() {
  const { bar, snapshots: words } = useMessages();
  const { store } = useWorkbench();
  const snapshots = useObservable(store.snapshots);
  const panel = useId();
  return (
    <>
      <button type="button" className="button" popoverTarget={panel}>
        {bar.snapshots}
        {snapshots.length > 0 && <span className="count">{snapshots.length}</span>}
      </button>
      <section id={panel} popover="auto" className="card snapshots" aria-label={words.title}>
        <h2>{words.title}</h2>
        {snapshots.length === 0 && <p className="quiet small">{words.none}</p>}
        <ul>
          {snapshots.map(({ name, workspace }) => (
            <li key={name}>
              <span>{name}</span>
              <button
                type="button"
                className="button"
                onClick={() => store.change({ kind: "snapshotOpened", workspace })}
                aria-label={`${words.open}: ${name}`}
              >
                {words.open}
              </button>
              <button
                type="button"
                className="button"
                onClick={() => store.removeSnapshot(name)}
                aria-label={`${words.remove}: ${name}`}
              >
                {words.remove}
              </button>
            </li>
          ))}
        </ul>
        <SaveSnapshot key={snapshots.length} suggested={words.suggested(snapshots.length + 1)} />
      </section>
    </>
  );
}

function SaveSnapshot({ suggested }: { readonly suggested: string }) {
  const { snapshots: words } = useMessages();
  const { store } = useWorkbench();
  const [name, setName] = useState(suggested);
  const save = (event: FormEvent) => {
    event.preventDefault();
    store.saveSnapshot(name.trim() || suggested);
  };
  return (
    <form className="row" onSubmit={save}>
      <input
        className="field"
        aria-label={words.name}
        value={name}
        maxLength={60}
        onChange={({ target }) => setName(target.value)}
      />
      <button type="submit" className="button main">
        {words.save}
      </button>
    </form>
  );
}
