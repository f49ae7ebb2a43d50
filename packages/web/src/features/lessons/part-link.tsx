import { Link } from "@tanstack/react-router";
import { Pill } from "../../design/pill.tsx";

type Linked = {
  readonly id: string;
  readonly title: string;
  readonly says: string | null;
  readonly minutes?: number;
  readonly installed?: boolean;
};

type PartLinkProps = { readonly kind: "lab" | "case" | "document"; readonly to: Linked };

const words = { lab: "Lab", case: "What happened elsewhere", document: "Document" } as const;

const Target = ({ kind, to }: PartLinkProps) => {
  switch (kind) {
    case "lab":
      return (
        <Link to="/labs/$lab" params={{ lab: to.id }}>
          {to.title}
        </Link>
      );
    case "case":
      return (
        <Link to="/cases/$case" params={{ case: to.id }}>
          {to.title}
        </Link>
      );
    case "document":
      return (
        <Link to="/documents/$document" params={{ document: to.id }}>
          {to.title}
        </Link>
      );
  }
};

/** Something that is done or read elsewhere. */
export const PartLink = ({ kind, to }: PartLinkProps) => (
  <aside className="part-link" aria-label={`${words[kind]}: ${to.title}`}>
    <p className="part-link-kind">
      {words[kind]}
      {to.minutes === undefined ? "" : ` · ${to.minutes} min`}
      {to.installed === false ? (
        <>
          {" "}
          <Pill tone="none" glyph="○">
            not yet installed
          </Pill>
        </>
      ) : null}
    </p>
    <p className="part-link-title">
      <Target kind={kind} to={to} />
    </p>
    {to.says ? <p className="part-link-says">{to.says}</p> : null}
  </aside>
);
