import type { BodyProps } from "./body.ts";
import { SpotDiagram } from "./spot-diagram.tsx";
import { SpotLines } from "./spot-lines.tsx";

export const SpotBody = (props: BodyProps<"spot">) => {
  const { exercise, draft } = props;
  return (
    <>
      {exercise.diagram ? (
        <SpotDiagram {...props} diagram={exercise.diagram} />
      ) : (
        <SpotLines {...props} />
      )}
      <p className="exercise-count" role="status">
        {draft.marked.length} of {exercise.count} marked
      </p>
    </>
  );
};
