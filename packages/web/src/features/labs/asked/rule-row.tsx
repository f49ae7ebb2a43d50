import type { AskedOf, Fact } from "@checkride/rules/labs/asked";
import type { DecisionRule, DecisionTest } from "@checkride/rules/labs/decision-rules";
import { Button } from "../../../design/button.tsx";
import { Select } from "../../../design/select.tsx";
import { TextField } from "../../../design/text-field.tsx";

const tests: Readonly<
  Record<"number" | "word", readonly { value: DecisionTest; label: string }[]>
> = {
  number: [
    { value: "below", label: "is below" },
    { value: "above", label: "is above" },
  ],
  word: [
    { value: "is", label: "is" },
    { value: "is-not", label: "is not" },
  ],
};

/** A fact's own first question: what fits one fact need not fit another. */
export const ruleAbout = (fact: Fact, outcome: string): DecisionRule => ({
  fact: fact.id,
  test: fact.values.length === 0 ? "below" : "is",
  value: fact.values[0]?.id ?? "",
  outcome,
});

type RuleRowProps = {
  readonly rule: DecisionRule;
  readonly number: number;
  readonly asked: AskedOf<"rules">;
  readonly onRule: (rule: DecisionRule) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
  readonly isLocked: boolean;
};

export const RuleRow = (props: RuleRowProps) => {
  const { rule, number, asked, onRule, onMove, onRemove, isLocked } = props;
  const fact = asked.facts.find(({ id }) => id === rule.fact);
  const isNumber = fact?.values.length === 0;
  return (
    <li className="rule">
      <p className="rule-number">Rule {number}</p>
      <div className="rule-fields">
        <Select
          label="If"
          value={rule.fact}
          options={asked.facts.map(({ id, title }) => ({ value: id, label: title }))}
          onChange={(id) => {
            const next = asked.facts.find((one) => one.id === id);
            if (next) onRule(ruleAbout(next, rule.outcome));
          }}
          isDisabled={isLocked}
        />
        <Select
          label="Test"
          value={rule.test}
          options={tests[isNumber ? "number" : "word"]}
          onChange={(test) => onRule({ ...rule, test })}
          isDisabled={isLocked}
        />
        {isNumber ? (
          <TextField
            label={fact?.unit ?? "number"}
            type="number"
            value={rule.value}
            onChange={(value) => onRule({ ...rule, value })}
            isReadOnly={isLocked}
          />
        ) : (
          <Select
            label="Value"
            value={rule.value}
            options={(fact?.values ?? []).map(({ id, text }) => ({ value: id, label: text }))}
            onChange={(value) => onRule({ ...rule, value })}
            isDisabled={isLocked}
          />
        )}
        <Select
          label="then"
          value={rule.outcome}
          options={asked.outcomes.map(({ id, text }) => ({ value: id, label: text }))}
          onChange={(outcome) => onRule({ ...rule, outcome })}
          isDisabled={isLocked}
        />
      </div>
      {isLocked ? null : (
        <div className="rule-tools">
          <Button variant="quiet" label={`Rule ${number}: up`} onPress={() => onMove(-1)}>
            Up
          </Button>
          <Button variant="quiet" label={`Rule ${number}: down`} onPress={() => onMove(1)}>
            Down
          </Button>
          <Button variant="quiet" label={`Rule ${number}: remove`} onPress={onRemove}>
            Remove
          </Button>
        </div>
      )}
    </li>
  );
};
