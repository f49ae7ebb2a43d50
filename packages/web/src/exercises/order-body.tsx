import { type KeyboardEvent, useLayoutEffect, useRef, useState } from "react";
import { RichText } from "../design/rich-text.tsx";
import { richWords } from "../design/rich-words.ts";
import type { BodyProps } from "./body.ts";
import { moved } from "./move.ts";
import { Verdict } from "./verdict.tsx";
import { toneOf } from "./verdict-look.ts";

type MoveProps = {
  readonly words: string;
  readonly isEnd: boolean;
  readonly direction: "up" | "down";
  readonly onMove: (by: -1 | 1) => void;
};

const Move = ({ words, isEnd, direction, onMove }: MoveProps) => (
  <button
    type="button"
    aria-disabled={isEnd}
    aria-label={`Move ${direction}: ${words}`}
    onClick={() => onMove(direction === "up" ? -1 : 1)}
  >
    <span aria-hidden="true">{direction === "up" ? "↑" : "↓"}</span>
  </button>
);

const byKey: Readonly<Record<string, -1 | 1>> = { ArrowUp: -1, ArrowDown: 1 };

/** A button that was moved with its card keeps the focus: the browser drops it when the row changes place. */
const useKeptFocus = (order: readonly string[]) => {
  const pressed = useRef<HTMLElement | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the order is what moves the button
  useLayoutEffect(() => {
    pressed.current?.focus();
    pressed.current = null;
  }, [order]);
  return () => {
    pressed.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
  };
};

export const OrderBody = (props: BodyProps<"order">) => {
  const { exercise, draft, onDraft, reasonFor, isLocked } = props;
  const [said, setSaid] = useState("");
  const keepFocus = useKeptFocus(draft.cards);
  const move = (card: string, words: string, by: -1 | 1) => {
    const cards = moved(draft.cards, card, by);
    if (cards === draft.cards) return;
    keepFocus();
    setSaid(`${words}: now ${cards.indexOf(card) + 1} of ${cards.length}`);
    onDraft({ kind: "order", cards });
  };
  return (
    <>
      <ol className="order">
        {draft.cards.map((id, place) => {
          const card = exercise.cards.find((one) => one.id === id);
          if (!card) return null;
          const reason = reasonFor(id);
          const words = richWords(card.text);
          const onKeyDown = (event: KeyboardEvent) => {
            const by = byKey[event.key];
            if (!by || isLocked) return;
            event.preventDefault();
            move(id, words, by);
          };
          return (
            <li key={id} data-tone={toneOf(reason, true)} onKeyDown={onKeyDown}>
              <div className="order-card">
                <span className="order-place">{place + 1}</span>
                <span className="order-text">
                  <RichText text={card.text} />
                </span>
                {isLocked ? null : (
                  <span className="order-moves">
                    <Move
                      words={words}
                      isEnd={place === 0}
                      direction="up"
                      onMove={(by) => move(id, words, by)}
                    />
                    <Move
                      words={words}
                      isEnd={place === draft.cards.length - 1}
                      direction="down"
                      onMove={(by) => move(id, words, by)}
                    />
                  </span>
                )}
              </div>
              <Verdict reason={reason} />
            </li>
          );
        })}
      </ol>
      <p className="hidden-visually" role="status">
        {said}
      </p>
    </>
  );
};
