import { LinkButton } from "../../design/link-button.tsx";
import { Moment } from "../../design/moment.tsx";
import type { NextAction } from "./next-action.ts";
import { remedyPlace } from "./remedy-place.ts";
import { capital, counted, minutesText, remedyNoun } from "./words.ts";
import "../../design/next-thing.css";

const whereText = ({ remedy }: NextAction): string => {
  switch (remedy.kind) {
    case "activity":
      return remedyPlace(remedy) === null
        ? `This ${remedyNoun(remedy)} is not installed here yet, so there is nothing to open from this page.`
        : "";
    case "sign-off":
      return "";
    case "evidence":
      return "It is recorded where it happens; nothing is to be done on this page.";
    case "certificate":
      return "";
  }
};

/** The one next thing, with the way there. What is not installed has none: a link that leads nowhere helps nobody. */
export const NextCard = ({
  action,
  now,
}: {
  readonly action: NextAction;
  readonly now: string;
}) => {
  const { remedy, standing, opens, left } = action;
  const place = remedyPlace(remedy);
  const length = minutesText(remedy.minutes);
  const isLater = remedy.from !== null && Date.parse(remedy.from) > Date.parse(now);
  return (
    <section className="next" aria-label="Next">
      <p className="next-kicker">
        {isLater ? "Next, later" : "Next"} · {capital(remedyNoun(remedy))}
        {length ? ` · ${length}` : ""}
      </p>
      <h2 className="next-title">{remedy.title}</h2>
      <p className="next-text">
        {opens.length > 0 ? (
          <>
            Opens{" "}
            {opens.map((gate, place) => (
              <span key={gate.gate}>
                {place > 0 ? ", " : ""}
                <code>{gate.gate}</code>
              </span>
            ))}{" "}
            as soon as it passes.
          </>
        ) : (
          <>
            {standing.holds ? "Renews" : "Leads to"} <b>{standing.title}</b>
            {left > 1 ? `, the first of ${counted(left, "step")}` : ""}.
          </>
        )}{" "}
        {isLater && remedy.from ? (
          <>
            It helps from <Moment at={remedy.from} /> on.{" "}
          </>
        ) : null}
        {whereText(action)}
      </p>
      {place ? (
        <LinkButton {...place.link} variant="go">
          {place.says}
        </LinkButton>
      ) : null}
    </section>
  );
};
