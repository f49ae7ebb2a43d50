import { useState } from "react";
import { Button } from "../../design/button.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { faultOf } from "../../design/problem-words.ts";
import { TextField } from "../../design/text-field.tsx";
import { useAct } from "../query.ts";
import { passwordHint } from "./password-hint.ts";
import "./password-form.css";

type PasswordFormProps = {
  readonly hasPassword: boolean;
  /** Name and address of the person: what a password should not hold. */
  readonly ownWords: readonly string[];
  readonly email: string | null;
  readonly isNext?: boolean;
  readonly onDone: () => void;
};

const Strength = ({ level, says }: ReturnType<typeof passwordHint>) => (
  <span className="strength">
    <span className="strength-marks" data-level={level} aria-hidden="true">
      <i />
      <i />
      <i />
    </span>
    <span role="status">{says}</span>
  </span>
);

export const PasswordForm = ({
  hasPassword,
  ownWords,
  email,
  isNext = false,
  onDone,
}: PasswordFormProps) => {
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const change = useAct("PUT /api/account/password", ["GET /api/account", "GET /api/session"]);
  const save = async () => {
    const done = await change.act({ body: { current: hasPassword ? current : null, next } });
    if (!done.ok) return;
    setCurrent("");
    setNext("");
    onDone();
  };
  const fault = faultOf(change.problem, "next");
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <input type="hidden" name="username" autoComplete="username" value={email ?? ""} readOnly />
      {hasPassword ? (
        <TextField
          label="Password until now"
          type="password"
          autoComplete="current-password"
          isRequired
          value={current}
          onChange={setCurrent}
        />
      ) : null}
      <TextField
        label={hasPassword ? "New password" : "Password"}
        type="password"
        autoComplete="new-password"
        isRequired
        value={next}
        onChange={(value) => {
          setNext(value);
          if (change.problem) change.reset();
        }}
        error={fault}
        description={fault === null ? <Strength {...passwordHint(next, ownWords)} /> : null}
      />
      {change.problem && fault === null ? <ProblemNote problem={change.problem} /> : null}
      <div className="row">
        <Button type="submit" variant={isNext ? "go" : "plain"} isPending={change.isPending}>
          {hasPassword ? "Change password" : "Set password"}
        </Button>
      </div>
    </form>
  );
};
