import { useId, useRef } from "react";

interface Props {
  readonly label: string;
  /** The value as it is read. */
  readonly text: string;
  readonly value: number;
  readonly range: readonly [number, number];
  readonly step: number;
  readonly onChange: (value: number, gesture: string | undefined) => void;
}

/** A slider; what one drag of it changes is one step of the history, and so is each press of a key. */
export function SettingSlider({ label, text, value, range: [min, max], step, onChange }: Props) {
  const id = useId();
  const gesture = useRef<string | undefined>(undefined);
  return (
    <div className="slider">
      <label htmlFor={id}>{label}</label>
      <output htmlFor={id}>{text}</output>
      <input
        id={id}
        type="range"
        min={min}
        max={max}
        step={step}
        value={value}
        aria-valuetext={text}
        onPointerDown={() => {
          gesture.current = crypto.randomUUID();
        }}
        onPointerUp={() => {
          gesture.current = undefined;
        }}
        onChange={({ target }) => onChange(Number(target.value), gesture.current)}
      />
    </div>
  );
}
