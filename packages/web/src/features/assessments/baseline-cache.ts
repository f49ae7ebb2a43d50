import type { AssessmentTry } from "@checkride/api/assessments";
import { queryClient } from "../../shell/query.ts";

const changedByResult = /^GET \/api\/(assessments|competencies|refreshers|standing|tracks|modules)/;

export const keepTry = (sitting: AssessmentTry): void => {
  const ask = { params: { try: sitting.id } };
  queryClient.setQueryData<AssessmentTry>(["GET /api/assessment-tries/{try}", ask], sitting);
  if (!sitting.result) return;
  void queryClient.invalidateQueries({
    predicate: ({ queryKey: [name] }) => typeof name === "string" && changedByResult.test(name),
  });
};
