import type { ReactNode } from "react";
import type { DeviceAnswers } from "../../engine/device-messages.ts";
import { ErrorCard } from "../../errors/error-card.tsx";
import { useMessages } from "../../messages/use-messages.ts";
import type { DeviceTalk } from "./use-device.ts";

/** What the bench answered, or why it did not. */
export function DeviceAnswer<Ask extends keyof DeviceAnswers>({
  talk,
  children,
}: {
  readonly talk: DeviceTalk<Ask>;
  readonly children: (answer: DeviceAnswers[Ask]) => ReactNode;
}) {
  const { device: words } = useMessages();
  const { answer, error, isBusy } = talk;
  if (error === "ended") return <p className="banner">{words.ended}</p>;
  if (error) return <ErrorCard error={error} />;
  if (answer) return children(answer);
  return isBusy ? (
    <p className="quiet" role="status">
      {words.working}
    </p>
  ) : null;
}
