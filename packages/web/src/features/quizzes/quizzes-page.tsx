import type { QuizCard } from "@checkride/api/quizzes";
import { Link } from "@tanstack/react-router";
import { type Column, DataTable } from "../../design/data-table.tsx";
import { Empty } from "../../design/empty.tsx";
import { Loading } from "../../design/loading.tsx";
import { Page } from "../../design/page.tsx";
import { Pill } from "../../design/pill.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { Section } from "../../design/section.tsx";
import { useQueryAnswer } from "../../shell/query.ts";
import { percent } from "./quiz-words.ts";

const State = ({ quiz }: { readonly quiz: QuizCard }) => {
  if (quiz.open) {
    return (
      <Pill tone="due" glyph="◐">
        question {quiz.open.answered + 1} of {quiz.open.of}
      </Pill>
    );
  }
  if (quiz.last?.passed) {
    return (
      <Pill tone="current" glyph="●">
        passed with {percent(quiz.last.score)}
      </Pill>
    );
  }
  return (
    <Pill tone="none" glyph="○">
      {quiz.ready ? "open" : "being filled"}
    </Pill>
  );
};

const columns: readonly Column<QuizCard>[] = [
  {
    key: "title",
    title: "Quiz",
    isRowHeader: true,
    cell: ({ id, title }) => (
      <Link to="/quizzes/$quiz" params={{ quiz: id }}>
        {title}
      </Link>
    ),
  },
  { key: "questions", title: "Questions", cell: ({ questions }) => questions },
  { key: "minutes", title: "Length", cell: ({ minutes }) => `${minutes} min` },
  { key: "pass", title: "To pass", cell: ({ passMark }) => percent(passMark) },
  { key: "state", title: "Yours", cell: (quiz) => <State quiz={quiz} /> },
];

const groups = [
  { kind: "track", title: "Of the tracks" },
  { kind: "refresher", title: "Refreshers, after a track" },
  { kind: "five-minutes", title: "Five minutes, a month or two later" },
] as const;

const sentenceOf = (quizzes: readonly QuizCard[]): string => {
  const passed = quizzes.filter(({ kind, last }) => kind === "track" && last?.passed).length;
  const of = quizzes.filter(({ kind }) => kind === "track").length;
  return passed === 0
    ? `${of} quizzes, one for each track.`
    : `You passed ${passed} of ${of} track quizzes.`;
};

export const QuizzesPage = () => {
  const answer = useQueryAnswer("GET /api/quizzes", {});
  const quizzes = answer.value?.quizzes ?? null;
  return (
    <Page
      kicker="Quizzes"
      sentence={quizzes ? sentenceOf(quizzes) : "The quizzes."}
      sub="A quiz closes a track. Its questions are drawn for you alone, and differ from try to try."
    >
      {answer.problem ? <ProblemNote problem={answer.problem} onRetry={answer.retry} /> : null}
      {answer.isLoading ? <Loading what="the quizzes" lines={6} /> : null}
      {quizzes?.length === 0 ? <Empty title="No quiz is installed." /> : null}
      {groups.map(({ kind, title }) => {
        const rows = (quizzes ?? []).filter((quiz) => quiz.kind === kind);
        return rows.length === 0 ? null : (
          <Section key={kind} title={title}>
            <DataTable caption={title} columns={columns} rows={rows} keyOf={({ id }) => id} />
          </Section>
        );
      })}
    </Page>
  );
};
