import {
  actInRehearsal,
  debriefRehearsal,
  type GuidedRehearsal,
  type ProcedurePlace,
  type RehearsalAct,
  replayProcedure,
  suggestRecord,
  writeRehearsal,
} from "@tributary/care";
import { useWorkbench } from "../../frame/workbench-context.ts";
import { useMessages } from "../../messages/use-messages.ts";
import { DebriefingCard } from "./debriefing-card.tsx";
import { DoseCard } from "./dose-card.tsx";
import { EventCard } from "./event-card.tsx";
import { LogBar } from "./log-bar.tsx";
import type { ProcedureBoard } from "./procedure-board.ts";
import { ProcedureNotice } from "./procedure-notice.tsx";
import { RefusalList } from "./refusal-list.tsx";
import { RehearsalChoices } from "./rehearsal-choices.tsx";
import { SafetyCard } from "./safety-card.tsx";
import { StepCard } from "./step-card.tsx";
import { useProcedureWords } from "./use-procedure-words.ts";
import { VenogramCard } from "./venogram-card.tsx";

/** From the first puff of contrast until the lead lies where the venogram showed a way. */
const STEPS_OF_VENOGRAM: readonly ProcedurePlace[] = ["csCannulation", "venogram", "branchChoice", "leadAdvance"];

/** A rehearsal that is under way, or at its end. */
export function RehearsalView({ rehearsal }: { readonly rehearsal: GuidedRehearsal }) {
  const { store } = useWorkbench();
  const { implantPage: words } = useMessages();
  const { ends } = useProcedureWords();
  const act = (done: RehearsalAct) => store.change({ kind: "rehearsed", rehearsal: actInRehearsal(rehearsal, done) });
  const board = createBoard(rehearsal, act);
  const { state } = board;
  const { seed, by } = rehearsal.setup.input;
  return (
    <>
      <ProcedureNotice by={by} purpose="teaching" />
      <RefusalList refusals={rehearsal.refusals} />
      {rehearsal.pending !== undefined && (
        <EventCard pending={rehearsal.pending} seed={seed} onAnswer={(first) => act({ kind: "answer", first })} />
      )}
      <div className="procedure">
        {state.isEnded ? (
          <section className="card step-card">
            <h2>{ends[state.place as keyof typeof ends]}</h2>
            <p>{words.minutes(debriefRehearsal(rehearsal).duration_min.toFixed(0))}</p>
          </section>
        ) : (
          <StepCard board={board}>
            <RehearsalChoices rehearsal={rehearsal} act={act} />
          </StepCard>
        )}
        <div className="stack">
          <SafetyCard board={board} log={rehearsal.log} />
          <DoseCard rehearsal={rehearsal} />
        </div>
      </div>
      {STEPS_OF_VENOGRAM.includes(state.place) && <VenogramCard rehearsal={rehearsal} act={act} />}
      {state.isEnded && <DebriefingCard rehearsal={rehearsal} />}
      <LogBar
        board={board}
        fileSuffix="rehearsal"
        write={() => writeRehearsal(rehearsal)}
        leaveLabel={words.again}
        onLeave={() => store.change({ kind: "rehearsed", rehearsal: undefined })}
      />
    </>
  );
}

function createBoard(rehearsal: GuidedRehearsal, act: (act: RehearsalAct) => void): ProcedureBoard {
  return {
    state: replayProcedure(rehearsal.log),
    now: rehearsal.now,
    startedAt: rehearsal.log.startedAt,
    refusals: rehearsal.refusals,
    make: (move) => act({ kind: "move", move }),
    takeBack: (reason) => act({ kind: "takeBack", reason }),
    suggest: (record) => suggestRecord(rehearsal, record),
  };
}
