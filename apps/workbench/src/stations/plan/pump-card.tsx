import { millimetersOfMercuryFromKilopascals } from "@tributary/model";
import type { Plan } from "@tributary/plan";
import { PictureView } from "../../design/picture-view.tsx";
import { ScrollRegion } from "../../design/scroll-region.tsx";
import type { ExploredPump } from "../../engine/engine-messages.ts";
import { useWorkbench } from "../../frame/workbench-context.ts";
import type { Messages } from "../../messages/english.ts";
import { useFormat } from "../../messages/use-format.ts";
import { useMessages } from "../../messages/use-messages.ts";
import { useObservable } from "../../state/observable.ts";
import "./pump-card.css";

interface Quantity {
  readonly name: keyof Messages["pump"]["names"];
  readonly unit: string;
  readonly decimals: number;
  readonly read: (own: ExploredPump) => number;
}

const QUANTITIES: readonly Quantity[] = [
  {
    name: "dpdtMax",
    unit: "mmHg/s",
    decimals: 0,
    read: ({ pump }) => millimetersOfMercuryFromKilopascals(pump.dpdtMax_kPaPerS),
  },
  { name: "strokeVolume", unit: "mL", decimals: 1, read: ({ pump }) => pump.strokeVolume_mL },
  { name: "ejectionFraction", unit: "%", decimals: 1, read: ({ ejectionFraction }) => 100 * ejectionFraction },
  { name: "strokeWork", unit: "mJ", decimals: 0, read: ({ pump }) => pump.strokeWork_mJ },
  {
    name: "systolicPressure",
    unit: "mmHg",
    decimals: 0,
    read: ({ pump }) => millimetersOfMercuryFromKilopascals(pump.systolicPressure_kPa),
  },
  { name: "fillingTime", unit: "ms", decimals: 0, read: ({ pump }) => pump.fillingTime_ms },
];

/** Loops and measures of the pump as it is now, as kept and as set: an estimate first, the periodic beat when it is there. */
export function PumpCard({ plan }: { readonly plan: Plan }) {
  const { pump: words, measures } = useMessages();
  const format = useFormat();
  const { engine } = useWorkbench();
  const pump = useObservable(engine.pump);
  if (!plan.mechanics) return null;
  const { surrogateError } = plan.mechanics;
  return (
    <section className="pump">
      {pump ? <PictureView picture={pump.loops} /> : <p className="card quiet">{words.waiting}</p>}
      <div className="card stack">
        <h2>{words.title}</h2>
        <ScrollRegion label={words.title}>
          <table aria-label={words.title}>
            <thead>
              <tr>
                <td />
                <th scope="col">{measures.now}</th>
                {pump?.frozen && <th scope="col">{measures.frozen}</th>}
                {pump?.current && <th scope="col">{measures.set}</th>}
              </tr>
            </thead>
            <tbody>
              {QUANTITIES.map((quantity) => (
                <tr key={quantity.name}>
                  <th scope="row">{words.names[quantity.name]}</th>
                  {[pump?.now, pump?.frozen, pump?.current].map(
                    (own) =>
                      own && (
                        <td key={own === pump?.now ? "now" : own === pump?.frozen ? "frozen" : "set"}>
                          {format.number(quantity.read(own), quantity.decimals)} {quantity.unit}
                        </td>
                      ),
                  )}
                </tr>
              ))}
              <tr>
                <th scope="row">{words.state}</th>
                {pump && <td>{words.kinds[pump.now.kind]}</td>}
                {pump?.frozen && <td>{words.kinds[pump.frozen.kind]}</td>}
                {pump?.current && <td>{words.kinds[pump.current.kind]}</td>}
              </tr>
            </tbody>
          </table>
        </ScrollRegion>
        <p className="quiet small">
          {words.error(format.number(surrogateError.pressureRise, 1), format.number(surrogateError.strokeVolume, 1))}
        </p>
        <p className="quiet small">{words.acute}</p>
      </div>
    </section>
  );
}
