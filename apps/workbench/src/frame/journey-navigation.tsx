import { useMessages } from "../messages/use-messages.ts";
import { STATIONS, type Station } from "../stations/stations.ts";
import { addressOf } from "./use-station.ts";

/** The stations in their order; those that go along with all of them below. */
export function JourneyNavigation({ current }: { readonly current: Station }) {
  const { journey, beside } = useMessages();
  const groups = [
    { name: journey, stations: STATIONS.filter(({ group }) => group === "journey") },
    { name: beside, stations: STATIONS.filter(({ group }) => group === "beside") },
  ].filter(({ stations }) => stations.length > 0);
  return (
    <nav className="journey" aria-label={journey}>
      {groups.map(({ name, stations }) => (
        <section key={name}>
          <h2>{name}</h2>
          <ol>
            {stations.map((station) => (
              <Entry key={station.id} station={station} isCurrent={station === current} />
            ))}
          </ol>
        </section>
      ))}
    </nav>
  );
}

function Entry({ station, isCurrent }: { readonly station: Station; readonly isCurrent: boolean }) {
  const { stations } = useMessages();
  return (
    <li>
      <a href={addressOf(station.id)} aria-current={isCurrent ? "page" : undefined}>
        {stations[station.id]}
      </a>
    </li>
  );
}
