import type { GateView } from "@checkride/api/gates";
import type { OpeningView } from "@checkride/api/openings";
import { useState } from "react";
import { Button } from "../../design/button.tsx";
import { Empty } from "../../design/empty.tsx";
import { Loading } from "../../design/loading.tsx";
import { Moment } from "../../design/moment.tsx";
import { Pill } from "../../design/pill.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { Section } from "../../design/section.tsx";
import { useAct, useQueryAnswer } from "../../shell/query.ts";
import { useSession } from "../../shell/session.tsx";
import { AskOpeningDialog } from "./ask-opening-dialog.tsx";
import { openingWords } from "./gate-page-words.ts";

const looks = {
  asked: { tone: "due", glyph: "◔", word: "Asked" },
  open: { tone: "lapsed", glyph: "▲", word: "Open by hand" },
  ended: { tone: "none", glyph: "○", word: "Ended" },
} as const;

const Opening = ({ opening }: { readonly opening: OpeningView }) => {
  const { person: me, can } = useSession();
  const refresh = ["GET /api/gate-openings", "GET /api/gates"];
  const approve = useAct("POST /api/gates/{gate}/openings/{opening}/approval", refresh);
  const end = useAct("POST /api/gates/{gate}/openings/{opening}/end", refresh);
  const { tone, glyph, word } = looks[opening.state];
  const params = { gate: opening.gate, opening: opening.id };
  const isTheirs = opening.askedBy.id === me.id || opening.person.id === me.id;
  const problem = approve.problem ?? end.problem;
  return (
    <li className="opening" data-state={opening.state}>
      <div className="opening-head">
        <Pill tone={tone} glyph={glyph}>
          {word}
        </Pill>
        <strong>{openingWords(opening)}</strong>
      </div>
      <p>{opening.reason}</p>
      <p className="muted">
        Asked by {opening.askedBy.name}, <Moment at={opening.askedAt} as="minute" />
        {opening.approvedBy ? `; approved by ${opening.approvedBy.name}` : ""}
        {opening.endedBy ? `; ended by ${opening.endedBy.name}` : ""}
      </p>
      {opening.state === "ended" ? null : (
        <div className="row">
          {opening.state === "asked" && can("openings:approve") && !isTheirs ? (
            <Button
              variant="go"
              isPending={approve.isPending}
              onPress={() => void approve.act({ params })}
            >
              Approve and open
            </Button>
          ) : null}
          <Button isPending={end.isPending} onPress={() => void end.act({ params })}>
            {opening.state === "open" ? "Close it now" : "Take it back"}
          </Button>
        </div>
      )}
      {problem ? <ProblemNote problem={problem} /> : null}
    </li>
  );
};

const List = ({ gate }: { readonly gate: string }) => {
  const answer = useQueryAnswer("GET /api/gate-openings", { query: { limit: 50 } });
  const openings = answer.value?.items.filter((opening) => opening.gate === gate) ?? null;
  return (
    <>
      {answer.problem ? <ProblemNote problem={answer.problem} onRetry={answer.retry} /> : null}
      {answer.isLoading ? <Loading what="openings" /> : null}
      {openings?.length === 0 ? (
        <Empty
          title={
            answer.value?.nextCursor
              ? "It is not among the last 50 that were opened by hand."
              : "Nobody has opened it by hand."
          }
        />
      ) : null}
      {openings && openings.length > 0 ? (
        <ul className="openings">
          {openings.map((opening) => (
            <Opening key={opening.id} opening={opening} />
          ))}
        </ul>
      ) : null}
    </>
  );
};

/** Break-glass: two people, a reason and an end. */
export const GateOpenings = ({ gate }: { readonly gate: GateView }) => {
  const { can } = useSession();
  const [isAsking, setAsking] = useState(false);
  if (gate.breakGlass === null) return null;
  return (
    <Section
      title="Opened by hand"
      aside={
        can("openings:ask") ? <Button onPress={() => setAsking(true)}>Ask to open it</Button> : null
      }
    >
      {can("openings:read") ? <List gate={gate.gate} /> : null}
      {isAsking ? <AskOpeningDialog gate={gate} onClose={() => setAsking(false)} /> : null}
    </Section>
  );
};
