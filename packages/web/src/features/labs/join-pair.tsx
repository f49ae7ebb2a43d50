import { useState } from "react";
import { Button } from "../../design/button.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { TextField } from "../../design/text-field.tsx";
import { useAct } from "../../shell/query.ts";
import { askAgain, keepWorkspace } from "./lab-cache.ts";

/** Goes into the workspace of somebody who told their code. */
export const JoinPair = ({ lab }: { readonly lab: string }) => {
  const [code, setCode] = useState("");
  const { act, isPending, problem } = useAct("POST /api/labs/{lab}/joins");
  const join = async () => {
    if (code.trim() === "") return;
    const joined = await act({ params: { lab }, body: { code: code.trim() } });
    if (!joined.ok) return;
    keepWorkspace(joined.value);
    askAgain();
  };
  return (
    <form
      className="lab-join"
      onSubmit={(event) => {
        event.preventDefault();
        void join();
      }}
    >
      <TextField
        label="Code from your partner"
        value={code}
        onChange={setCode}
        autoComplete="off"
        maxLength={40}
        description="Your partner begins the lab and makes the code on the bench, under Pair."
      />
      <Button type="submit" isPending={isPending}>
        Join
      </Button>
      {problem ? <ProblemNote problem={problem} /> : null}
    </form>
  );
};
