import type { Problem } from "@checkride/api/problems";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "../../design/button.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { TextField } from "../../design/text-field.tsx";
import { deviceName } from "./device-name.ts";
import { addPasskey } from "./passkey.ts";

type PasskeyFormProps = {
  readonly isNext?: boolean;
  readonly onDone: () => void;
};

export const PasskeyForm = ({ isNext = false, onDone }: PasskeyFormProps) => {
  const cache = useQueryClient();
  const [name, setName] = useState(() => deviceName(navigator.userAgent));
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isPending, setPending] = useState(false);
  const add = async () => {
    setPending(true);
    setProblem(null);
    const added = await addPasskey(name.trim());
    setPending(false);
    if (!added.ok) {
      setProblem(added.problem);
      return;
    }
    await Promise.all([
      cache.invalidateQueries({ queryKey: ["GET /api/account"] }),
      cache.invalidateQueries({ queryKey: ["GET /api/session"] }),
    ]);
    onDone();
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <TextField
        label="Name of the passkey"
        description="So that you know later which device it is on."
        value={name}
        onChange={setName}
        isRequired
        maxLength={200}
        autoComplete="off"
      />
      {problem ? <ProblemNote problem={problem} /> : null}
      <div className="row">
        <Button type="submit" variant={isNext ? "go" : "plain"} isPending={isPending}>
          Add a passkey
        </Button>
      </div>
    </form>
  );
};
