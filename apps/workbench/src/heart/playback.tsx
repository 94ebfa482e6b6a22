import { useEffect, useId, useState } from "react";
import { useFormat } from "../messages/use-format.ts";
import { useMessages } from "../messages/use-messages.ts";

interface Props {
  readonly end_ms: number;
  readonly cursor_ms: number;
  readonly onChange: (cursor_ms: number) => void;
}

/** A beat of 150 ms takes four seconds. */
const SLOWDOWN = 27;

/** One time cursor for the picture: dragged, stepped by the arrow keys, or played. */
export function Playback({ end_ms, cursor_ms, onChange }: Props) {
  const { heartView: words } = useMessages();
  const format = useFormat();
  const id = useId();
  const [isPlaying, setIsPlaying] = useState(false);
  useEffect(() => {
    if (!isPlaying) return;
    let frame = 0;
    let start: number | undefined;
    function advance(now: number): void {
      start ??= now;
      const at_ms = (now - start) / SLOWDOWN;
      onChange(Math.min(end_ms, at_ms));
      if (at_ms >= end_ms) setIsPlaying(false);
      else frame = requestAnimationFrame(advance);
    }
    frame = requestAnimationFrame(advance);
    return () => cancelAnimationFrame(frame);
  }, [isPlaying, end_ms, onChange]);
  return (
    <div className="playback">
      <button type="button" className="button" onClick={() => setIsPlaying(!isPlaying)}>
        {isPlaying ? words.pause : words.play}
      </button>
      <label htmlFor={id}>{words.cursor}</label>
      <input
        id={id}
        type="range"
        min={0}
        max={end_ms}
        step={1}
        value={cursor_ms}
        onChange={({ target }) => {
          setIsPlaying(false);
          onChange(Number(target.value));
        }}
      />
      <output htmlFor={id}>{format.number(cursor_ms)} ms</output>
    </div>
  );
}
