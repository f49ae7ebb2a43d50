import { type DecisionRule, readDecisionRules } from "@checkride/rules/labs/decision-rules";
import { Button } from "../../../design/button.tsx";
import { keyed } from "../../../design/keyed.ts";
import { AskText } from "./ask-text.tsx";
import type { AskedProps } from "./asked-kind.ts";
import { moved } from "./moved.ts";
import { RuleRow, ruleAbout } from "./rule-row.tsx";
import { useFocusNew } from "./use-focus-new.ts";
import "./rules.css";

/** Rules in an order: the first that applies decides. */
export const RulesAsked = ({ asked, name, value, onValue, isLocked }: AskedProps<"rules">) => {
  const rules = readDecisionRules(value) ?? [];
  const frame = useFocusNew<HTMLOListElement>(rules.length, ".rule");
  const change = (next: readonly DecisionRule[]) =>
    onValue(
      next.map(({ fact, test, value: says, outcome }) => ({ fact, test, value: says, outcome })),
    );
  const add = () => {
    const [fact] = asked.facts;
    if (fact) change([...rules, ruleAbout(fact, asked.outcomes[0]?.id ?? "")]);
  };
  return (
    <>
      <AskText text={asked.ask} />
      <ol
        ref={frame}
        className="rules"
        tabIndex={-1}
        aria-label={`${name}: rules, asked from the first on`}
      >
        {keyed(rules).map(({ key, value: rule }, place) => (
          <RuleRow
            key={key}
            rule={rule}
            number={place + 1}
            asked={asked}
            onRule={(next) => change(rules.map((one) => (one === rule ? next : one)))}
            onMove={(by) => change(moved(rules, place, by))}
            onRemove={() => change(rules.filter((one) => one !== rule))}
            isLocked={isLocked}
          />
        ))}
        <li className="rule-otherwise">Otherwise: {asked.otherwise}</li>
      </ol>
      {isLocked || rules.length >= asked.rulesMax ? null : (
        <div>
          <Button onPress={add}>Add a rule</Button>
        </div>
      )}
    </>
  );
};
