import { useEffect, useState } from "react";

/** Timers of a procedure are of minutes. */
const LOOK_AGAIN_ms = 15_000;

/** The instant it is, looked at again and again while it is shown. */
export function useNow(): string {
  const [now, setNow] = useState(() => new Date().toISOString());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date().toISOString()), LOOK_AGAIN_ms);
    return () => clearInterval(timer);
  }, []);
  return now;
}
