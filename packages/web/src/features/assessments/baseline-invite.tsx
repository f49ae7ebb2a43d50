import { LinkButton } from "../../design/link-button.tsx";
import { SideThing } from "../../design/side-thing.tsx";
import { useQueryAnswer } from "../../shell/query.ts";

/** On the home page: until it is done once, and again while one is open. */
export const BaselineInvite = () => {
  const { value: card } = useQueryAnswer("GET /api/assessments/baseline", {});
  if (!card || (card.open === null && (!card.ready || card.finished.length > 0))) return null;
  return (
    <SideThing
      kicker={`Assessment · ${card.minutes} min`}
      title={
        card.open
          ? `Your assessment is open at question ${card.open.answered + 1}.`
          : "Find out what you can do already, and what is worth your time."
      }
      action={
        <LinkButton to="/assessments/baseline">
          {card.open ? "Go on with the assessment" : "To the assessment"}
        </LinkButton>
      }
    />
  );
};
