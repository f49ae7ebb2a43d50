import { type Right, rights } from "@checkride/rules/rights";
import { Button } from "../../design/button.tsx";
import { Checkbox } from "../../design/checkbox.tsx";
import { useSession } from "../../shell/session.tsx";
import { presets, scopeWords } from "./scope-words.ts";

type ScopeChoiceProps = {
  readonly scopes: readonly string[];
  readonly onChange: (scopes: readonly string[]) => void;
  readonly error: string | null;
};

/** What belongs to a person at a screen is no business of a token. */
const isForTokens = (right: string): right is Right =>
  Object.hasOwn(rights, right) && right !== "account:own" && right !== "standing:own";

export const ScopeChoice = ({ scopes, onChange, error }: ScopeChoiceProps) => {
  const { can } = useSession();
  const offered = Object.keys(scopeWords).filter(isForTokens).filter(can);
  return (
    <fieldset className="token-rights">
      <legend className="field-legend">What it may do</legend>
      <div className="row">
        {presets
          .filter(({ scopes: wanted }) => wanted.every(can))
          .map(({ name, scopes: wanted }) => (
            <Button key={name} onPress={() => onChange(wanted)}>
              {name}
            </Button>
          ))}
      </div>
      <div aria-live="polite">{error ? <p className="field-error">{error}</p> : null}</div>
      <div className="token-scope-list">
        {offered.map((right) => (
          <Checkbox
            key={right}
            isSelected={scopes.includes(right)}
            onChange={(isSelected) =>
              onChange(isSelected ? [...scopes, right] : scopes.filter((scope) => scope !== right))
            }
            description={scopeWords[right]}
          >
            <code>{right}</code>
          </Checkbox>
        ))}
      </div>
    </fieldset>
  );
};
