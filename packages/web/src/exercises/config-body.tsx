import type { ShownBlank } from "@checkride/rules/shown-exercise";
import { CodeFrame } from "../design/code-view.tsx";
import { keyed } from "../design/keyed.ts";
import type { BodyProps } from "./body.ts";
import { splitBlanks } from "./split-blanks.ts";
import { Verdict } from "./verdict.tsx";

type BlankProps = {
  readonly blank: ShownBlank;
  readonly number: number;
  readonly value: string;
  readonly isLocked: boolean;
  readonly onValue: (value: string) => void;
};

const Blank = ({ blank, number, value, isLocked, onValue }: BlankProps) => {
  const { wants, title } = blank;
  const label = `${number}. ${title}${wants.kind === "number" && wants.unit ? `, in ${wants.unit}` : ""}`;
  return (
    <span className="blank">
      <sup aria-hidden="true">{number}</sup>
      {wants.kind === "one-of" ? (
        <select
          aria-label={label}
          value={value}
          disabled={isLocked}
          onChange={(event) => onValue(event.target.value)}
        >
          <option value="">choose</option>
          {wants.options.map((option) => (
            <option key={option} value={option}>
              {option}
            </option>
          ))}
        </select>
      ) : (
        <input
          aria-label={label}
          inputMode={wants.kind === "number" ? "decimal" : "text"}
          autoCapitalize="off"
          autoComplete="off"
          spellCheck={false}
          data-kind={wants.kind}
          value={value}
          disabled={isLocked}
          onChange={(event) => onValue(event.target.value)}
        />
      )}
    </span>
  );
};

/** A small file with its blanks in place; what each blank is stands below, under the same number. */
export const ConfigBody = (props: BodyProps<"config">) => {
  const { exercise, draft, onDraft, reasonFor, isLocked } = props;
  const { blanks } = exercise;
  return (
    <>
      <CodeFrame title={exercise.exhibit?.title ?? null} language={exercise.language}>
        <div className="config-text">
          {keyed(splitBlanks(exercise.text)).map(({ key, value: piece }) => {
            if (piece.kind === "text") return <code key={key}>{piece.text}</code>;
            const place = blanks.findIndex((one) => one.name === piece.name);
            const blank = blanks[place];
            if (!blank) return <code key={key}>{`{{${piece.name}}}`}</code>;
            return (
              <Blank
                key={key}
                blank={blank}
                number={place + 1}
                value={draft.values[blank.name] ?? ""}
                isLocked={isLocked}
                onValue={(value) =>
                  onDraft({ ...draft, values: { ...draft.values, [blank.name]: value } })
                }
              />
            );
          })}
        </div>
      </CodeFrame>
      <ol className="blanks">
        {blanks.map(({ name, title, wants }) => (
          <li key={name}>
            {title}
            {wants.kind === "number" && wants.unit ? (
              <span className="muted"> ({wants.unit})</span>
            ) : null}
            <Verdict reason={reasonFor(name)} />
          </li>
        ))}
      </ol>
    </>
  );
};
