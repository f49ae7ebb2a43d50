import { TextArea } from "../design/text-area.tsx";
import type { BodyProps } from "./body.ts";
import { wordsIn } from "./draft.ts";

const helpOf = (written: number, wanted: number): string => {
  if (wanted <= 1) return "";
  return written < wanted ? `${written} of at least ${wanted} words` : `${written} words`;
};

export const WriteBody = ({ exercise, draft, onDraft, isLocked }: BodyProps<"write">) => (
  <div className="write">
    {exercise.fields.map(({ id, title, lines, words }) => {
      const text = draft.texts[id] ?? "";
      if (isLocked) {
        return (
          <div key={id}>
            <p className="field-legend">{title}</p>
            <p className="write-own">{text}</p>
          </div>
        );
      }
      return (
        <TextArea
          key={id}
          label={title}
          rows={Math.max(2, lines)}
          value={text}
          maxLength={20_000}
          description={helpOf(wordsIn(text), words)}
          onChange={(value) => onDraft({ ...draft, texts: { ...draft.texts, [id]: value } })}
        />
      );
    })}
  </div>
);
