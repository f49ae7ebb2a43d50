import type { Json } from "@checkride/rules/exercise";
import type { Asked } from "@checkride/rules/labs/asked";
import { useId } from "react";
import { type AskedAnswers, isAnswered } from "./answers.ts";
import type { AskedProps } from "./asked-kind.ts";
import { ChooseAsked } from "./choose-asked.tsx";
import { JudgeAsked } from "./judge-asked.tsx";
import { MarkAsked } from "./mark-asked.tsx";
import { ReviewAsked } from "./review-asked.tsx";
import { RulesAsked } from "./rules-asked.tsx";
import { ThreatModelAsked } from "./threat-model-asked.tsx";
import { WriteAsked } from "./write-asked.tsx";
import "../../../exercises/exercise.css";
import "../../../exercises/kinds.css";
import "./asked.css";

type InputProps = Omit<AskedProps<Asked["kind"]>, "asked"> & { readonly asked: Asked };

/** The part that differs from kind to kind. */
const Input = ({ asked, ...rest }: InputProps) => {
  switch (asked.kind) {
    case "judge":
      return <JudgeAsked asked={asked} {...rest} />;
    case "mark":
      return <MarkAsked asked={asked} {...rest} />;
    case "write":
      return <WriteAsked asked={asked} {...rest} />;
    case "choose":
      return <ChooseAsked asked={asked} {...rest} />;
    case "review":
      return <ReviewAsked asked={asked} {...rest} />;
    case "rules":
      return <RulesAsked asked={asked} {...rest} />;
    case "threat-model":
      return <ThreatModelAsked asked={asked} {...rest} />;
  }
};

type QuestionProps = InputProps & {
  readonly isLone: boolean;
  readonly review: string | null;
};

const Question = ({ isLone, review, ...input }: QuestionProps) => {
  const id = useId();
  const answered = isAnswered(input.asked, input.value);
  return (
    <section
      className="asked-question"
      data-kind={input.asked.kind}
      data-question={input.asked.id}
      aria-labelledby={id}
    >
      <h3 id={id} className={isLone ? "hidden-visually" : "asked-number"}>
        {input.name}
        <span className="asked-state">{answered ? " · answered" : ""}</span>
      </h3>
      <Input {...input} />
      {review === null ? null : <p className="asked-review">{review}</p>}
    </section>
  );
};

type AskedListProps = {
  readonly asked: readonly Asked[];
  readonly answers: AskedAnswers;
  readonly onAnswer: (question: string, value: Json) => void;
  readonly isLocked?: boolean;
  /** What is said of single questions once all is done, by their ids. */
  readonly review?: Readonly<Record<string, string>>;
};

/** Questions one below the other, each with what stands in it now. */
export const AskedList = (props: AskedListProps) => {
  const { asked, answers, onAnswer, isLocked = false, review = {} } = props;
  return (
    <div className="asked">
      {asked.map((one, place) => (
        <Question
          key={one.id}
          asked={one}
          name={asked.length === 1 ? "Question" : `Question ${place + 1}`}
          isLone={asked.length === 1}
          value={answers[one.id]}
          onValue={(value) => onAnswer(one.id, value)}
          isLocked={isLocked}
          review={review[one.id] ?? null}
        />
      ))}
    </div>
  );
};
