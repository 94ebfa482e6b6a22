import { useId } from "react";
import { useFormat } from "../messages/use-format.ts";
import { useMessages } from "../messages/use-messages.ts";
import type { HeartLook } from "./heart-canvas.tsx";

interface Props {
  readonly look: HeartLook;
  readonly onChange: (look: HeartLook) => void;
}

/** Labels, the look of fluoroscopy, and a plane that cuts the heart open toward the viewer. */
export function LookFields({ look, onChange }: Props) {
  const { heartView: words } = useMessages();
  const format = useFormat();
  const id = useId();
  return (
    <div className="look-fields">
      <label>
        <input
          type="checkbox"
          checked={look.hasLabels}
          onChange={({ target }) => onChange({ ...look, hasLabels: target.checked })}
        />{" "}
        {words.labels}
      </label>
      <label>
        <input
          type="checkbox"
          checked={look.isFluoroscopy}
          onChange={({ target }) => onChange({ ...look, isFluoroscopy: target.checked })}
        />{" "}
        {words.fluoroscopy}
      </label>
      <label htmlFor={id}>{words.cut}</label>
      <input
        id={id}
        type="range"
        min={0}
        max={100}
        step={1}
        value={Math.round(100 * look.cutFraction)}
        aria-valuetext={format.percent(look.cutFraction)}
        onChange={({ target }) => onChange({ ...look, cutFraction: Number(target.value) / 100 })}
      />
    </div>
  );
}
