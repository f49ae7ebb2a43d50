import type { AnsweredItem } from "@checkride/api/tries";
import { useState } from "react";
import { ExerciseView } from "./exercise-view.tsx";
import { SourceLinks } from "./source-links.tsx";
import "./answered.css";

const refuse = async (): Promise<never> => {
  throw new Error("what was answered in a try is not answered again");
};

const Answered = ({ item }: { readonly item: AnsweredItem }) => {
  const [isOpen, setOpen] = useState(false);
  const { right } = item.answered.marking;
  return (
    <li>
      <details className="answered" onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <span className="answered-mark" data-right={right} aria-hidden="true">
            {right ? "✓" : "✕"}
          </span>
          <span className="answered-words">
            <span className="answered-topic">{item.topic}</span>
            <span className="answered-more">
              <span className="hidden-visually">{right ? "right, " : "not right, "}</span>
              {item.competency.title} · question {item.place}
            </span>
          </span>
        </summary>
        {isOpen ? (
          <div className="answered-body">
            <ExerciseView
              exercise={item.exercise}
              given={{ ...item.answered, run: null }}
              onAnswer={refuse}
              isOnce
            />
            <SourceLinks sources={item.sources} />
          </div>
        ) : null}
      </details>
    </li>
  );
};

/** Questions with what was answered, to be opened one by one and read again with their reasons. */
export const AnsweredList = ({ items }: { readonly items: readonly AnsweredItem[] }) => (
  // biome-ignore lint/a11y/noRedundantRoles: Safari drops the list's meaning with its bullets
  <ul role="list" className="answered-list">
    {items.map((item) => (
      <Answered key={item.place} item={item} />
    ))}
  </ul>
);
