import { RichText } from "../design/rich-text.tsx";
import { richWords } from "../design/rich-words.ts";
import type { BodyProps } from "./body.ts";
import { Chips } from "./chips.tsx";
import { Verdict } from "./verdict.tsx";
import { toneOf } from "./verdict-look.ts";

const letterOf = (place: number): string => String.fromCharCode(65 + place);

/** The right-hand sides have letters; each left-hand side takes one. */
export const MatchBody = (props: BodyProps<"match">) => {
  const { exercise, draft, onDraft, reasonFor, isLocked } = props;
  const chips = exercise.rights.map(({ id, text }, place) => ({
    id,
    face: letterOf(place),
    label: `${letterOf(place)}: ${richWords(text)}`,
  }));
  return (
    <div className="match">
      <ol className="match-rights">
        {exercise.rights.map(({ id, text }, place) => (
          <li key={id} data-used={Object.values(draft.rightOf).includes(id) || undefined}>
            <span className="match-letter">{letterOf(place)}</span>
            <span>
              <RichText text={text} />
            </span>
          </li>
        ))}
      </ol>
      <ol className="cards">
        {exercise.lefts.map(({ id, text }) => {
          const reason = reasonFor(id);
          return (
            <li key={id} data-tone={toneOf(reason, true)}>
              <Chips
                legend={<RichText text={text} />}
                chips={chips}
                chosen={draft.rightOf[id] ?? null}
                isLocked={isLocked}
                onChoose={(right) =>
                  onDraft({ ...draft, rightOf: { ...draft.rightOf, [id]: right } })
                }
              />
              <Verdict reason={reason} />
            </li>
          );
        })}
      </ol>
    </div>
  );
};
