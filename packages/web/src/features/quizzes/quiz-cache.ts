import type { Answer } from "@checkride/api/client";
import type { QuizTry } from "@checkride/api/quizzes";
import { queryClient } from "../../shell/query.ts";

const keyOf = (id: string) => ["GET /api/quiz-tries/{try}", { params: { try: id } }];

export const keepTry = (sitting: QuizTry): void => {
  queryClient.setQueryData<QuizTry>(keyOf(sitting.id), sitting);
};

/** What a finished quiz may change: standing, tracks, levels and what comes back later. */
const changedByResult =
  /^GET \/api\/(quizzes|tracks|modules|standing|competencies|refreshers|lessons)/;

export const keepAnswer = (
  id: string,
  { item, next, result }: Answer<"POST /api/quiz-tries/{try}/answers">,
): void => {
  queryClient.setQueryData<QuizTry>(
    keyOf(id),
    (before) =>
      before && {
        ...before,
        next,
        result,
        answered: before.answered + 1,
        items: [...before.items, item],
        endedAt: result ? item.answered.at : before.endedAt,
      },
  );
  if (!result) return;
  void queryClient.invalidateQueries({
    predicate: ({ queryKey: [name] }) => typeof name === "string" && changedByResult.test(name),
  });
};
