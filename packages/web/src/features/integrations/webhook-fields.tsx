import type { Problem } from "@checkride/api/problems";
import type { WebhookView } from "@checkride/api/webhooks";
import { useState } from "react";
import { Button } from "../../design/button.tsx";
import { Checkbox } from "../../design/checkbox.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { faultOf } from "../../design/problem-words.ts";
import { TextField } from "../../design/text-field.tsx";
import { typeWords } from "./webhook-words.ts";

const allTypes = Object.entries(typeWords);

type Wish = Pick<WebhookView, "url" | "description" | "types">;

export type WebhookForm = Wish & {
  readonly change: (change: Partial<Wish>) => void;
  /** Null: something is missing, and the fields say what. */
  readonly read: () => Wish | null;
  readonly wasSent: boolean;
};

const isReady = ({ url, types }: Wish) => url.trim() !== "" && types.length > 0;

export const useWebhookForm = (before: Wish): WebhookForm => {
  const [wish, setWish] = useState(before);
  const [wasSent, setSent] = useState(false);
  return {
    ...wish,
    wasSent,
    change: (change) => setWish({ ...wish, ...change }),
    read: () => {
      setSent(true);
      return isReady(wish) ? { ...wish, url: wish.url.trim() } : null;
    },
  };
};

type FieldsProps = { readonly form: WebhookForm; readonly problem: Problem | null };

const Types = ({ form, problem }: FieldsProps) => {
  const { types, change, wasSent } = form;
  const isNone = wasSent && types.length === 0;
  const error = isNone ? "Choose at least one." : faultOf(problem, "types");
  const choose = (type: string, isWanted: boolean) =>
    change({ types: isWanted ? [...types, type] : types.filter((one) => one !== type) });
  return (
    <fieldset className="hook-types">
      <legend className="field-legend">What it is told</legend>
      <div className="row">
        <Button onPress={() => change({ types: allTypes.map(([type]) => type) })}>
          Everything
        </Button>
        <Button onPress={() => change({ types: ["decision.changed"] })}>
          Changed answers only
        </Button>
      </div>
      <div aria-live="polite">{error ? <p className="field-error">{error}</p> : null}</div>
      <div className="hook-type-list">
        {allTypes.map(([type, says]) => (
          <Checkbox
            key={type}
            isSelected={types.includes(type)}
            onChange={(isWanted) => choose(type, isWanted)}
            description={says}
          >
            <code>{type}</code>
          </Checkbox>
        ))}
      </div>
    </fieldset>
  );
};

/** What is wrong with a field is said at the field. */
export const UnlessInField = ({ problem }: Pick<FieldsProps, "problem">) =>
  problem === null || problem.code === "bad-input" ? null : <ProblemNote problem={problem} />;

export const WebhookFields = ({ form, problem }: FieldsProps) => (
  <>
    <TextField
      label="Address"
      type="url"
      value={form.url}
      onChange={(url) => form.change({ url })}
      maxLength={2000}
      autoComplete="off"
      placeholder="https://hooks.example.com/checkride"
      error={
        form.wasSent && form.url.trim() === ""
          ? "Say where messages go, such as https://hooks.example.com/checkride."
          : faultOf(problem, "url")
      }
    />
    <TextField
      label="What it is for"
      value={form.description}
      onChange={(description) => form.change({ description })}
      maxLength={200}
      autoComplete="off"
      placeholder="tells the release channel"
      error={faultOf(problem, "description")}
    />
    <Types form={form} problem={problem} />
  </>
);
