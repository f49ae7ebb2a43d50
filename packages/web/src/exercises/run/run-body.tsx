import type { CodeRun } from "@checkride/api/given-answers";
import { lazy, Suspense } from "react";
import { Button } from "../../design/button.tsx";
import { CodeView } from "../../design/code-view.tsx";
import { Kbd } from "../../design/kbd.tsx";
import { Loading } from "../../design/loading.tsx";
import { richWords } from "../../design/rich-words.ts";
import type { BodyProps } from "../body.ts";
import type { Ran } from "./messages.ts";
import { Printed } from "./printed.tsx";
import { RunCases } from "./run-cases.tsx";
import "./run.css";

const CodeEditor = lazy(async () => ({
  default: (await import("../../design/code-editor.tsx")).CodeEditor,
}));

type RunBodyProps = BodyProps<"run"> & {
  readonly ran: CodeRun | null;
  /** What it printed in this browser, where it runs here. */
  readonly here: Ran | null;
  readonly onRun: () => void;
};

const Editor = ({ exercise, draft, onDraft, onRun }: RunBodyProps) => (
  <div className="run-editor">
    <p className="run-head">
      <span>Your code</span>
      <span className="run-keys">
        <Kbd keys={["Ctrl", "Enter"]} /> runs · <Kbd keys={["Esc"]} /> then <Kbd keys={["Tab"]} />{" "}
        leaves the editor
      </span>
    </p>
    <Suspense fallback={<Loading what="the editor" />}>
      <CodeEditor
        label={`Your code: ${richWords(exercise.ask)}`}
        language={exercise.language}
        text={draft.code}
        onText={(code) => onDraft({ kind: "run", code })}
        onRun={onRun}
      />
    </Suspense>
  </div>
);

const Output = ({ ran, here }: Pick<RunBodyProps, "ran" | "here">) => {
  if (here) return <Printed output={here.printed.join("\n")} error={here.error} />;
  if (ran === null || (ran.output === "" && ran.load === null)) return null;
  return <Printed output={ran.output} error={ran.load} />;
};

export const RunBody = (props: RunBodyProps) => {
  const { exercise, draft, onDraft, ran, here, isLocked } = props;
  const { language, before, start } = exercise;
  return (
    <div className="run">
      {before.trim() === "" ? null : (
        <CodeView text={before} language={language} title="Stands before your code" />
      )}
      {isLocked ? (
        <CodeView text={draft.code} language={language} title="Code that holds" />
      ) : (
        <Editor {...props} />
      )}
      {draft.code === start || isLocked ? null : (
        <div>
          <Button variant="quiet" onPress={() => onDraft({ kind: "run", code: start })}>
            Begin again from the start
          </Button>
        </div>
      )}
      <RunCases exercise={exercise} reasonFor={props.reasonFor} />
      {isLocked ? null : <Output ran={ran} here={here} />}
    </div>
  );
};
