import type { StandingView } from "@checkride/api/standing";
import { Moment } from "../../design/moment.tsx";

type Remedy = StandingView["remedy"][number];

/** The shortest way to an open gate, in order. */
export const Remedies = ({ remedies }: { readonly remedies: readonly Remedy[] }) => (
  <ol className="person-remedies">
    {remedies.map(({ kind, ref, title, minutes, from }) => (
      <li key={`${kind} ${ref}`}>
        {title}
        <span className="muted">
          {" "}
          <code>{ref}</code>
          {minutes === null ? "" : ` · ${minutes} min`}
          {from === null ? null : (
            <>
              {" "}
              · helps from <Moment at={from} />
            </>
          )}
        </span>
      </li>
    ))}
  </ol>
);
