import type { CodeRun } from "@checkride/api/given-answers";
import { lazy, Suspense, useState } from "react";
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

/** Code that nobody grades runs here, in a machine inside a worker of this browser. */
const RunHere = ({ before, code }: { readonly before: string; readonly code: string }) => {
  const [ran, setRan] = useState<Ran | null>(null);
  const [isPending, setPending] = useState(false);
  const run = async () => {
    setPending(true);
    const { runHere } = await import("./run-here.ts");
    setRan(await runHere({ before, code }));
    setPending(false);
  };
  return (
    <>
      <div>
        <Button isPending={isPending} onPress={() => void run()}>
          Run here
        </Button>
      </div>
      {ran ? <Printed output={ran.printed.join("\n")} error={ran.error} /> : null}
    </>
  );
};

type RunBodyProps = BodyProps<"run"> & {
  readonly ran: CodeRun | null;
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

const ServerRun = ({ ran }: { readonly ran: CodeRun }) => {
  const { output, load } = ran;
  return output === "" && load === null ? null : <Printed output={output} error={load} />;
};

export const RunBody = (props: RunBodyProps) => {
  const { exercise, draft, onDraft, ran, isLocked } = props;
  const { language, before, start, cases } = exercise;
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
      {cases.length === 0 && language === "ts" ? (
        <RunHere before={before} code={draft.code} />
      ) : null}
      <RunCases exercise={exercise} reasonFor={props.reasonFor} />
      {ran && !isLocked ? <ServerRun ran={ran} /> : null}
    </div>
  );
};
