import type { RefresherCard, Refreshers } from "@checkride/api/refreshers";
import { useState } from "react";
import { expectArrival } from "../../design/arrival.ts";
import { Button } from "../../design/button.tsx";
import { Loading } from "../../design/loading.tsx";
import { Page } from "../../design/page.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { queryClient, useQueryAnswer } from "../../shell/query.ts";
import { Cadence, WeakSpots } from "./later.tsx";
import { RefresherTurn } from "./refresher-turn.tsx";
import { refresherSentence } from "./refresher-words.ts";
import "./refreshers.css";

const refresh = () =>
  void queryClient.invalidateQueries({
    predicate: ({ queryKey: [name] }) =>
      name === "GET /api/refreshers" || name === "GET /api/competencies",
  });

/** Due now and not among those that were just answered. */
const notYetAnswered = (
  due: readonly RefresherCard[],
  done: readonly RefresherCard[],
): readonly RefresherCard[] =>
  due.filter(({ card, turn }) => !done.some((one) => one.card === card && one.turn === turn));

type RestProps = {
  readonly refreshers: Refreshers;
  readonly done: readonly RefresherCard[];
  readonly onGoOn: (cards: readonly RefresherCard[]) => void;
};

/** Nothing is being asked: what was done, what is left, and what comes later. */
const Rest = ({ refreshers, done, onGoOn }: RestProps) => {
  const more = notYetAnswered(refreshers.cards, done);
  return (
    <Page
      kicker="Refreshers"
      sentence={done.length > 0 ? `${done.length} done for today.` : refresherSentence(refreshers)}
      sub="Questions come back the day before you would forget them. What is forgotten comes sooner; it changes no standing."
      actions={
        more.length > 0 ? (
          <Button
            variant="go"
            onPress={() => {
              expectArrival();
              onGoOn(more);
            }}
          >
            {more.length === 1 ? "Answer one more" : `Answer ${more.length} more`}
          </Button>
        ) : null
      }
    >
      <Cadence steps={refreshers.cadence} />
      <WeakSpots spots={refreshers.weakSpots} />
    </Page>
  );
};

/** The cards that were due when the sitting began, one after the other. */
const Sitting = ({ refreshers }: { readonly refreshers: Refreshers }) => {
  const [cards, setCards] = useState<readonly RefresherCard[]>(refreshers.cards);
  const [at, setAt] = useState(0);
  const card = cards[at];
  if (!card) {
    const goOn = (more: readonly RefresherCard[]) => setCards([...cards, ...more]);
    return <Rest refreshers={refreshers} done={cards} onGoOn={goOn} />;
  }
  const next = () => {
    if (at + 1 >= cards.length) refresh();
    setAt(at + 1);
  };
  return (
    <RefresherTurn
      key={`${card.card} ${card.turn}`}
      card={card}
      place={at + 1}
      of={cards.length}
      onNext={next}
    />
  );
};

export const RefreshersPage = () => {
  const refreshers = useQueryAnswer("GET /api/refreshers", {});
  if (refreshers.value) return <Sitting refreshers={refreshers.value} />;
  return refreshers.problem ? (
    <Page kicker="Refreshers" sentence="Your refreshers cannot be shown.">
      <ProblemNote problem={refreshers.problem} onRetry={refreshers.retry} />
    </Page>
  ) : (
    <Loading what="your refreshers" lines={5} />
  );
};
