import type { Rich } from "@checkride/rules/prose";
import type { ShownThing } from "@checkride/rules/shown-exercise";
import { useId } from "react";
import { RichText } from "../design/rich-text.tsx";
import type { BodyProps } from "./body.ts";
import { Verdict } from "./verdict.tsx";
import { toneOf } from "./verdict-look.ts";

type OptionsProps = Pick<BodyProps<"choose">, "reasonFor" | "isLocked"> & {
  readonly legend: Rich;
  /** The legend stands above already. */
  readonly isLegendHidden: boolean;
  readonly many: boolean;
  readonly options: readonly ShownThing[];
  readonly picked: readonly string[];
  readonly onPicked: (picked: readonly string[]) => void;
};

const Options = (props: OptionsProps) => {
  const { legend, isLegendHidden, many, options, picked, onPicked, reasonFor, isLocked } = props;
  const name = useId();
  const toggle = (id: string, on: boolean) => {
    if (!many) onPicked([id]);
    else onPicked(on ? [...picked, id] : picked.filter((one) => one !== id));
  };
  return (
    <fieldset className="options">
      <legend className={isLegendHidden ? "hidden-visually" : undefined}>
        <RichText text={legend} />
      </legend>
      {options.map(({ id, text }) => {
        const reason = reasonFor(id);
        return (
          <div key={id} className="option" data-tone={toneOf(reason, picked.includes(id))}>
            <label>
              <input
                type={many ? "checkbox" : "radio"}
                name={name}
                checked={picked.includes(id)}
                disabled={isLocked}
                onChange={(event) => toggle(id, event.target.checked)}
              />
              <span>
                <RichText text={text} />
              </span>
            </label>
            <Verdict reason={reason} isTaken={picked.includes(id)} />
          </div>
        );
      })}
    </fieldset>
  );
};

export const ChooseBody = (props: BodyProps<"choose">) => {
  const { exercise, draft, onDraft } = props;
  const { because, many } = exercise;
  return (
    <>
      <Options
        {...props}
        legend={exercise.ask}
        isLegendHidden
        many={many}
        options={exercise.options}
        picked={draft.picked}
        onPicked={(picked) => onDraft({ ...draft, picked })}
      />
      {because ? (
        <Options
          {...props}
          legend={because.ask}
          isLegendHidden={false}
          many={false}
          options={because.options}
          picked={draft.because}
          onPicked={(picked) => onDraft({ ...draft, because: picked })}
        />
      ) : null}
    </>
  );
};
