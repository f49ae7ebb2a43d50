import type { Answer as ApiAnswer } from "@checkride/api/client";
import type { RefresherCard } from "@checkride/api/refreshers";
import type { Answer } from "@checkride/rules/answer";
import { useRef, useState } from "react";
import { expectArrival } from "../../design/arrival.ts";
import { Button } from "../../design/button.tsx";
import { Kbd } from "../../design/kbd.tsx";
import { Page } from "../../design/page.tsx";
import { ExerciseView } from "../../exercises/exercise-view.tsx";
import { SourceLinks } from "../../exercises/source-links.tsx";
import type { Sent } from "../../exercises/use-exercise.ts";
import { client } from "../../shell/query.ts";
import { usePageKeys } from "../../shell/use-page-keys.ts";
import { comesBackText } from "./refresher-words.ts";

type Turned = ApiAnswer<"POST /api/refreshers/{card}/answers">;

type RefresherTurnProps = {
  readonly card: RefresherCard;
  readonly place: number;
  readonly of: number;
  readonly onNext: () => void;
};

const longestSeconds = 86_400;

/** One card: answered once, with its reasons, and when it comes back. */
export const RefresherTurn = ({ card, place, of, onNext }: RefresherTurnProps) => {
  const shownAt = useRef(Date.now());
  const [turned, setTurned] = useState<{ readonly by: Turned; readonly at: string } | null>(null);
  const answer = async (given: Answer): Promise<Sent> => {
    const seconds = Math.min(longestSeconds, (Date.now() - shownAt.current) / 1000);
    const sent = await client("POST /api/refreshers/{card}/answers", {
      params: { card: card.card },
      body: { turn: card.turn, answer: given, seconds },
    });
    if (!sent.ok) return sent;
    setTurned({ by: sent.value, at: new Date().toISOString() });
    return { ok: true, given: { answer: given, marking: sent.value.marking, run: null } };
  };
  const goOn = () => {
    if (!turned) return;
    expectArrival();
    onNext();
  };
  usePageKeys({ n: goOn });
  return (
    <Page
      kicker={`Refresher · ${card.competency.title}`}
      sentence={of === 1 ? "One question." : `Question ${place} of ${of}.`}
      sub={card.first ? "From a lesson that you did; it comes back for the first time." : null}
    >
      <div className="refresher">
        <ExerciseView exercise={card.exercise} given={null} onAnswer={answer} isOnce level={2} />
        {turned ? (
          <footer className="refresher-foot">
            <SourceLinks sources={turned.by.sources} />
            <p>{comesBackText(turned.at, turned.by.nextAt)}</p>
            <div className="row">
              <Button variant="go" onPress={goOn}>
                {place < of ? "Next question" : "Finish"}
              </Button>
              <span className="refresher-key">
                <Kbd keys={["n"]} /> next
              </span>
            </div>
          </footer>
        ) : null}
      </div>
    </Page>
  );
};
