import type { WrittenView } from "@checkride/api/written";
import { type Column, DataTable } from "../../design/data-table.tsx";
import { Section } from "../../design/section.tsx";

type RubricPoint = WrittenView["rubric"][number];

/** What the reviewers gave for each point, and what they said. */
export const WrittenReviews = ({ view }: { readonly view: WrittenView }) => {
  const { reviews, rubric } = view;
  if (reviews.length === 0) return null;
  const columns: readonly Column<RubricPoint>[] = [
    { key: "says", title: "Point", isRowHeader: true, cell: ({ says }) => says },
    ...reviews.map(
      (review): Column<RubricPoint> => ({
        key: `review-${review.number}`,
        title: `Reviewer ${review.number}`,
        align: "end",
        cell: ({ id }) => review.byPoint[id] ?? "—",
      }),
    ),
  ];
  return (
    <>
      <Section
        title="Points"
        aside={reviews.map(({ number, points }) => `reviewer ${number}: ${points}`).join(", ")}
      >
        <DataTable
          caption="Points by reviewer, 0 to 1 each"
          columns={columns}
          rows={rubric}
          keyOf={({ id }) => id}
        />
      </Section>
      <Section title="What they say">
        {reviews.map(({ number, comment }) => (
          <blockquote key={number} className="written-comment">
            <p className="written-by">Reviewer {number}</p>
            <p>{comment}</p>
          </blockquote>
        ))}
      </Section>
    </>
  );
};
