import { Link } from "@tanstack/react-router";
import { Button } from "../../design/button.tsx";
import { LinkButton } from "../../design/link-button.tsx";
import { Page } from "../../design/page.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { useAct } from "../../shell/query.ts";
import { useSession } from "../../shell/session.tsx";

const NextLinks = ({ hasPolicy }: { readonly hasPolicy: boolean }) => (
  <ul className="next-links">
    <li>
      <Link to="/people">Add people and give them roles</Link>
      <p>Teams, jobs and what somebody does with AI decide which certificates are asked.</p>
    </li>
    <li>
      <Link to="/policy">{hasPolicy ? "Read the policy in force" : "Choose a policy"}</Link>
      <p>
        {hasPolicy
          ? "Change a line and see, before anything happens, who would gain or lose what."
          : "Until one is in force, nothing is asked of anybody and no gate exists."}
      </p>
    </li>
    <li>
      <Link to="/tokens">Make an access token for your pipeline</Link>
      <p>With it a deployment asks whether a person may pass a gate, and gets the reasons.</p>
    </li>
  </ul>
);

export const DoneStep = ({ hasPolicy }: { readonly hasPolicy: boolean }) => {
  const { organisation } = useSession();
  const finish = useAct("POST /api/organisation/set-up", [
    "GET /api/organisation",
    "GET /api/session",
  ]);
  const isDone = organisation.setUp;
  return (
    <Page
      narrow
      kicker="Set-up, step 4 of 4"
      sentence={isDone ? `${organisation.name ?? "Checkride"} is set up.` : "That is all it needs."}
      sub={
        isDone
          ? "What to do next:"
          : "Finish here. Everything can be changed later, and what you skipped can be done at any time."
      }
    >
      <div className="step">
        {finish.problem ? <ProblemNote problem={finish.problem} /> : null}
        {isDone ? (
          <>
            <NextLinks hasPolicy={hasPolicy} />
            <div className="row">
              <LinkButton to="/" variant="go">
                My standing
              </LinkButton>
            </div>
          </>
        ) : (
          <div className="row">
            <Button variant="go" isPending={finish.isPending} onPress={() => void finish.act({})}>
              Finish the set-up
            </Button>
          </div>
        )}
      </div>
    </Page>
  );
};
