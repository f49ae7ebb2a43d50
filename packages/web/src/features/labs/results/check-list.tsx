import type { LabCheckResult } from "@checkride/api/labs";
import { TickText } from "../../../design/tick-text.tsx";
import { halfWords } from "./result-words.ts";
import "./results.css";

const Row = ({ check }: { readonly check: LabCheckResult }) => (
  <li data-holds={check.holds}>
    <span className="check-glyph" aria-hidden="true">
      {check.holds ? "✓" : "✕"}
    </span>
    <div>
      <p>
        <span className="hidden-visually">{check.holds ? "Holds: " : "Does not hold: "}</span>
        <TickText text={check.says} />
      </p>
      {check.why === null ? null : (
        <p className="check-why">
          <TickText text={check.why} />
        </p>
      )}
    </div>
  </li>
);

const halves = ["works", "attacks"] as const;

/** Sentences that hold or do not, in the two halves that both must hold; what does not hold stands first. */
export const CheckList = ({ checks }: { readonly checks: readonly LabCheckResult[] }) =>
  halves.map((half) => {
    const own = checks.filter((check) => check.half === half);
    const failing = own.filter(({ holds }) => !holds);
    return own.length === 0 ? null : (
      <section key={half} className="checks" aria-label={halfWords[half]}>
        <h3>
          {halfWords[half]}
          <span>
            {own.length - failing.length} of {own.length}
          </span>
        </h3>
        <ul>
          {[...failing, ...own.filter(({ holds }) => holds)].map((check) => (
            <Row key={check.id} check={check} />
          ))}
        </ul>
      </section>
    );
  });
