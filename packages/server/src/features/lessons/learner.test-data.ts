import type { Ask } from "@checkride/api/client";
import type { LessonView } from "@checkride/api/lessons";
import type { TestPerson } from "../../test-app.ts";

export const open = async (person: TestPerson, lesson: string): Promise<LessonView> => {
  const answer = await person.client("GET /api/lessons/{lesson}", { params: { lesson } });
  if (!answer.ok) throw new Error(answer.problem.detail);
  return answer.value;
};

export type AnswerBody = Ask<"POST /api/lessons/{lesson}/answers">["body"];

export const give = (person: TestPerson, lesson: string, body: AnswerBody) =>
  person.client("POST /api/lessons/{lesson}/answers", { params: { lesson }, body });

export const report = (
  person: TestPerson,
  lesson: string,
  body: Ask<"POST /api/lessons/{lesson}/progress">["body"],
) => person.client("POST /api/lessons/{lesson}/progress", { params: { lesson }, body });
