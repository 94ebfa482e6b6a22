import { type ColorScale, formatColor, listScaleLevels, tabulateColorMap } from "@tributary/report";
import { useFormat } from "../messages/use-format.ts";
import { useMessages } from "../messages/use-messages.ts";

const STOPS = 16;

/** What the colors mean, in ms, from early to late. */
export function TimeBar({ scale }: { readonly scale: ColorScale }) {
  const { heartView: words } = useMessages();
  const format = useFormat();
  const table = tabulateColorMap(scale.map, STOPS, scale.reversed);
  const stops = Array.from({ length: STOPS }, (_, i) =>
    formatColor([table[3 * i]!, table[3 * i + 1]!, table[3 * i + 2]!]),
  );
  const levels = listScaleLevels(scale);
  return (
    <div className="time-bar">
      <p className="small">
        {words.barLabel} <span className="quiet">({words.earlyToLate})</span>
      </p>
      <div className="ramp" style={{ background: `linear-gradient(to right, ${stops.join(", ")})` }} />
      <div className="ticks small quiet">
        {levels
          .filter((_, index) => index % Math.ceil(levels.length / 9) === 0)
          .map((level) => (
            <span key={level} style={{ left: `${(100 * (level - scale.low)) / (scale.high - scale.low)}%` }}>
              {format.number(level)}
            </span>
          ))}
      </div>
    </div>
  );
}
