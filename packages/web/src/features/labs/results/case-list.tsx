import type { LabPublicCase } from "@checkride/api/labs";
import { keyed } from "../../../design/keyed.ts";
import { TickText } from "../../../design/tick-text.tsx";
import { valueText } from "../../../exercises/run/call-text.ts";
import { FoldedValue } from "./folded-value.tsx";
import "./results.css";

type CaseListProps = {
  readonly cases: readonly LabPublicCase[];
  readonly language: "ts" | "python";
  /** What each check says, by its id. */
  readonly says: Readonly<Record<string, string>>;
};

type CaseProps = Pick<CaseListProps, "language"> & {
  readonly one: LabPublicCase;
  readonly says: string;
};

const endings = {
  threw: "It ended with an error",
  timeout: "It ran for too long",
  memory: "It needed too much memory",
  crashed: "It ended the machine it ran in",
  protocol: "What came back could not be read",
  "not-run": "It was not run",
} as const;

const Case = ({ one, says, language }: CaseProps) => {
  const { claim } = one;
  return (
    <li data-holds={one.right}>
      <span className="check-glyph" aria-hidden="true">
        {one.right ? "✓" : "✕"}
      </span>
      <div>
        <p>
          <TickText text={says} />{" "}
          <span className="muted">{one.right ? "As wanted." : "Not as wanted."}</span>
        </p>
        <dl className="case-facts">
          <dt>Input</dt>
          <dd>
            <FoldedValue
              label="input"
              text={one.args.map((arg) => valueText(language, arg)).join(", ")}
            />
          </dd>
          <dt>Result</dt>
          <dd data-holds={one.right}>
            {claim.status === "returned" ? (
              <FoldedValue label="result" text={valueText(language, claim.value)} />
            ) : (
              <>
                {endings[claim.status]}: <code>{claim.says}</code>
              </>
            )}
          </dd>
        </dl>
      </div>
    </li>
  );
};

/** Public cases: what went in, what came back, and whether that was wanted. */
export const CaseList = ({ cases, language, says }: CaseListProps) =>
  cases.length === 0 ? null : (
    <ul className="cases-run" aria-label="Public cases">
      {keyed(cases).map(({ key, value: one }) => (
        <Case key={key} one={one} language={language} says={says[one.check] ?? one.check} />
      ))}
    </ul>
  );
