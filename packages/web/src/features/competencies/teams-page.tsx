import { Empty } from "../../design/empty.tsx";
import { Loading } from "../../design/loading.tsx";
import { Page } from "../../design/page.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { Select } from "../../design/select.tsx";
import { useQueryAnswer } from "../../shell/query.ts";
import { useSearchParams } from "../../shell/search-params.ts";
import { teamSentence } from "./profile-words.ts";
import { TeamLevels } from "./team-levels.tsx";
import "./competencies.css";

export const TeamsPage = () => {
  const [{ team: asked }, change] = useSearchParams();
  const list = useQueryAnswer("GET /api/teams/competencies", {});
  const teams = list.value?.teams ?? [];
  const team = teams.find((one) => one === asked) ?? teams[0] ?? "";
  const counts = useQueryAnswer(
    "GET /api/teams/{team}/competencies",
    { params: { team } },
    { enabled: team !== "", keepPrevious: true },
  );
  const problem = list.problem ?? counts.problem;
  return (
    <Page
      kicker={team === "" ? "Competencies of teams" : `Competencies · ${team}`}
      sentence={counts.value ? teamSentence(counts.value) : "What teams can do, as counts."}
      sub="Counts only, and only where they rest on at least five people. Nobody is named, here or elsewhere."
    >
      {problem ? <ProblemNote problem={problem} onRetry={counts.retry} /> : null}
      {list.value && teams.length === 0 ? (
        <Empty title="There is no team that you may look at.">
          A team comes with the people in it. A lead sees their own team.
        </Empty>
      ) : null}
      {teams.length > 1 ? (
        <div className="team-choice">
          <Select
            label="Team"
            value={team}
            options={teams.map((value) => ({ value, label: value }))}
            onChange={(value) => change({ team: value })}
          />
        </div>
      ) : null}
      {list.isLoading || counts.isLoading ? <Loading what="the team" lines={8} /> : null}
      {counts.value ? <TeamLevels team={counts.value} /> : null}
    </Page>
  );
};
