import type { ModuleView } from "@checkride/api/curriculum";
import { Loading } from "../../design/loading.tsx";
import { Page } from "../../design/page.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { Section } from "../../design/section.tsx";
import { useQueryAnswer } from "../../shell/query.ts";
import { ActivityList, LessonList } from "./activity-list.tsx";
import { lengthText } from "./track-words.ts";
import "./tracks.css";

const Module = ({ module: one }: { readonly module: ModuleView }) => {
  const activities = [...one.labs, ...one.assessments];
  return (
    <Page
      kicker={`Module · ${one.title} · ${lengthText(one.minutes)}`}
      sentence={one.summary}
      sub={
        one.owner === null ? null : (
          <p>
            Kept by {one.owner}
            {one.reviewed === null ? "" : `, reviewed ${one.reviewed}`}.
          </p>
        )
      }
    >
      <Section title="Lessons">
        <LessonList lessons={one.lessons} />
      </Section>
      {activities.length > 0 ? (
        <Section title="Labs and assessments">
          <ActivityList activities={activities} />
        </Section>
      ) : null}
    </Page>
  );
};

export const ModulePage = ({ moduleId }: { readonly moduleId: string }) => {
  const found = useQueryAnswer("GET /api/modules/{module}", { params: { module: moduleId } });
  if (found.value) return <Module module={found.value} />;
  return found.problem ? (
    <Page kicker="Module" sentence="This module cannot be shown.">
      <ProblemNote problem={found.problem} onRetry={found.retry} />
    </Page>
  ) : (
    <Loading what="the module" lines={8} />
  );
};
