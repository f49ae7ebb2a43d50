import { Link } from "@tanstack/react-router";
import { Empty } from "../../design/empty.tsx";
import { Loading } from "../../design/loading.tsx";
import { Page } from "../../design/page.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { useQueryAnswer } from "../../shell/query.ts";
import "./words.css";

/** Sessions of half an hour that anybody can run tomorrow. */
export const KitsPage = () => {
  const { value, problem, isLoading, retry } = useQueryAnswer("GET /api/kits", {});
  return (
    <Page
      kicker="Sessions"
      sentence="Half an hour with one case beats an hour of slides."
      sub="Each kit has its run by the minute, speaker notes, a demo, a handout and a feedback form."
    >
      {problem ? <ProblemNote problem={problem} onRetry={retry} /> : null}
      {isLoading ? <Loading what="the sessions" lines={6} /> : null}
      {value?.kits.length === 0 ? <Empty title="No session kit is installed." /> : null}
      <ul className="cases">
        {(value?.kits ?? []).map(({ id, title, month, minutes }) => (
          <li key={id}>
            <p className="case-when">
              Month {month} · {minutes} min
            </p>
            <h2>
              <Link to="/kits/$kit" params={{ kit: id }}>
                {title}
              </Link>
            </h2>
          </li>
        ))}
      </ul>
    </Page>
  );
};
