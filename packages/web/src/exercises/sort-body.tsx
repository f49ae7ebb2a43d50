import { RichText } from "../design/rich-text.tsx";
import type { BodyProps } from "./body.ts";
import { Chips } from "./chips.tsx";
import { Verdict } from "./verdict.tsx";
import { toneOf } from "./verdict-look.ts";

/** Every card with its groups beside it: no dragging, nothing far apart. */
export const SortBody = ({ exercise, draft, onDraft, reasonFor, isLocked }: BodyProps<"sort">) => {
  const chips = exercise.groups.map(({ id, title }) => ({ id, face: <RichText text={title} /> }));
  return (
    <ol className="cards">
      {exercise.cards.map((card) => {
        const reason = reasonFor(card.id);
        return (
          <li key={card.id} data-tone={toneOf(reason, true)}>
            <Chips
              legend={<RichText text={card.text} />}
              chips={chips}
              chosen={draft.groupOf[card.id] ?? null}
              isLocked={isLocked}
              onChoose={(group) =>
                onDraft({ ...draft, groupOf: { ...draft.groupOf, [card.id]: group } })
              }
            />
            <Verdict reason={reason} />
          </li>
        );
      })}
    </ol>
  );
};
