import type { WrittenView } from "@checkride/api/written";

type RubricProps = Pick<WrittenView, "rubric" | "pointsToPass">;

/** What reviewers look for, known before the first word is written. */
export const Rubric = ({ rubric, pointsToPass }: RubricProps) => (
  <aside className="rubric" aria-label="What reviewers look for">
    <h2>What reviewers look for</h2>
    <ol>
      {rubric.map(({ id, says }) => (
        <li key={id}>{says}</li>
      ))}
    </ol>
    <p>
      Each gives a point, half a point or none. {pointsToPass} of {rubric.length} points pass, in
      the mean of the reviews.
    </p>
  </aside>
);
