import type { RefresherCard, Refreshers } from "@checkride/api/refreshers";
import { useEffect, useState } from "react";
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

/** The cards that were due when the sitting began, one after the other; a new draw begins when they are done. */
const Sitting = ({ refreshers }: { readonly refreshers: Refreshers }) => {
  const [cards, setCards] = useState<readonly RefresherCard[]>(refreshers.cards);
  const [at, setAt] = useState(0);
  useEffect(() => {
    if (at >= cards.length && refreshers.cards.length > 0 && cards.length === 0) {
      setCards(refreshers.cards);
    }
  }, [at, cards.length, refreshers.cards]);
  const card = cards[at];
  if (card) {
    return (
      <RefresherTurn
        key={card.card}
        card={card}
        place={at + 1}
        of={cards.length}
        onNext={() => {
          if (at + 1 >= cards.length) refresh();
          setAt(at + 1);
        }}
      />
    );
  }
  const isDone = cards.length > 0;
  return (
    <Page
      kicker="Refreshers"
      sentence={isDone ? `That is all: ${cards.length} done.` : refresherSentence(refreshers)}
      sub="Questions come back the day before you would forget them. What is forgotten comes sooner; it changes no standing."
    >
      <Cadence steps={refreshers.cadence} />
      <WeakSpots spots={refreshers.weakSpots} />
    </Page>
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
