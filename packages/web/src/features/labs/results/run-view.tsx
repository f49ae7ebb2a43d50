import type { LabPublicRun } from "@checkride/api/labs";
import { Printed } from "../../../exercises/run/printed.tsx";
import { CaseList } from "./case-list.tsx";
import { CheckList } from "./check-list.tsx";
import type { Place } from "./fault-place.ts";
import { LoadFault } from "./load-fault.tsx";
import { limitText, runText, tookText } from "./result-words.ts";
import "../../../exercises/run/run.css";
import "./results.css";

type RunViewProps = {
  readonly run: LabPublicRun;
  readonly language: "ts" | "python" | null;
  readonly says: Readonly<Record<string, string>>;
  readonly paths: readonly string[];
  readonly onPlace: (place: Place) => void;
};

/** What a run of the public part came to. It is no attempt, and no proof either: hidden cases decide. */
export const RunView = ({ run, language, says, paths, onPlace }: RunViewProps) => (
  <section className="result" aria-labelledby="run-result">
    <h3 id="run-result" className="result-head">
      {runText(run)}
    </h3>
    <p className="result-sub">A run, no attempt · {tookText(run.tookMs)}</p>
    {run.limitsHit.map((limit) => (
      <p key={limit} className="result-limit">
        {limitText(limit)}
      </p>
    ))}
    {run.load === null ? null : <LoadFault says={run.load} paths={paths} onPlace={onPlace} />}
    {run.shows === "" ? null : <pre className="result-shows">{run.shows}</pre>}
    {language === null || run.load !== null ? null : (
      <CaseList cases={run.cases} language={language} says={says} />
    )}
    {run.cases.length === 0 && run.load === null ? <CheckList checks={run.checks} /> : null}
    {run.logs === "" ? null : <Printed output={run.logs} error={null} />}
  </section>
);
