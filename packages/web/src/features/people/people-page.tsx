import { useState } from "react";
import { Button } from "../../design/button.tsx";
import { LinkButton } from "../../design/link-button.tsx";
import { Page } from "../../design/page.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { useQueryAnswer } from "../../shell/query.ts";
import { useSession } from "../../shell/session.tsx";
import { AddPersonDialog } from "./add-person-dialog.tsx";
import { PeopleCounts } from "./people-counts.tsx";
import { PeopleList } from "./people-list.tsx";
import { peopleSentence } from "./people-sentence.ts";

export const PeoplePage = () => {
  const { can } = useSession();
  const [isAdding, setAdding] = useState(false);
  const counts = useQueryAnswer("GET /api/people/counts", {});
  const seesNames = can("people:read");
  return (
    <Page
      kicker="People"
      sentence={
        counts.value
          ? peopleSentence(counts.value.people, counts.value.asked)
          : "Who is here and where they stand."
      }
      sub={
        seesNames
          ? null
          : "You see counts by team. What one person did and lacks is theirs to know, and the programme owner's."
      }
      actions={
        can("people:write") ? (
          <>
            <Button variant="go" onPress={() => setAdding(true)}>
              Add a person
            </Button>
            <LinkButton to="/people/import">Import a CSV file</LinkButton>
          </>
        ) : null
      }
    >
      {counts.problem ? <ProblemNote problem={counts.problem} onRetry={counts.retry} /> : null}
      {seesNames ? (
        <PeopleList certificates={counts.value?.certificates ?? []} />
      ) : (
        <PeopleCounts counts={counts.value} isLoading={counts.isLoading} />
      )}
      <AddPersonDialog isOpen={isAdding} onClose={() => setAdding(false)} />
    </Page>
  );
};
