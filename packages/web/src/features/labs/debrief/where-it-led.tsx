import type { LabBench } from "@checkride/api/labs";
import { Link } from "@tanstack/react-router";
import { LinkButton } from "../../../design/link-button.tsx";
import { NextThing } from "../../../design/next-thing.tsx";
import { StandingPill } from "../../../design/standing-pill.tsx";
import { useQueryAnswer } from "../../../shell/query.ts";
import { useSession } from "../../../shell/session.tsx";

type WhereItLedProps = { readonly lab: LabBench["lab"]; readonly evidence: string };

const Certificates = () => {
  const standing = useQueryAnswer("GET /api/standing", {});
  const asked = (standing.value?.standings ?? []).filter(({ required }) => required);
  return asked.length === 0 ? null : (
    <ul className="led">
      {asked.map(({ certificate, title, state, progress }) => (
        <li key={certificate}>
          <StandingPill state={state} /> {title}
          <span className="muted">
            {" "}
            {progress.done} of {progress.of} done
          </span>
        </li>
      ))}
    </ul>
  );
};

/** What a pass is good for: its evidence, the certificates, and the next thing. */
export const WhereItLed = ({ lab, evidence }: WhereItLedProps) => {
  const { can } = useSession();
  const [own] = lab.modules;
  return (
    <>
      <p>
        The pass is in the ledger
        {can("evidence:read") ? (
          <>
            {" as "}
            <Link to="/evidence/$evidence" params={{ evidence }}>
              evidence <span className="mono">{evidence.slice(0, 8)}</span>
            </Link>
          </>
        ) : null}
        . These are your certificates now:
      </p>
      <Certificates />
      <NextThing
        kicker={own ? "Module" : "Labs"}
        title={own?.title ?? "The next lab"}
        action={
          own ? (
            <LinkButton to="/modules/$module" params={{ module: own.id }} variant="go">
              What else is in this module
            </LinkButton>
          ) : (
            <LinkButton to="/labs" variant="go">
              All labs
            </LinkButton>
          )
        }
      />
    </>
  );
};
