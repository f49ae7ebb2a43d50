import type { Inline, LinkTarget, Rich } from "@checkride/rules/prose";
import { Link } from "@tanstack/react-router";
import { lazy, type ReactNode, Suspense, useRef, useState } from "react";
import { keyed } from "./keyed.ts";
import { type Term, useProseLinks } from "./prose-links.tsx";
import { SourceLink } from "./source-link.tsx";
import "./prose.css";

const TermPopover = lazy(async () => ({
  default: (await import("./term-popover.tsx")).TermPopover,
}));

/** Opens the definition beside the word, so that nobody loses their place. */
const DefinedTerm = ({ term, children }: { readonly term: Term; readonly children: ReactNode }) => {
  const trigger = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        ref={trigger}
        type="button"
        className="prose-term"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {children}
      </button>
      {isOpen ? (
        <Suspense>
          <TermPopover term={term} trigger={trigger} onClose={() => setOpen(false)}>
            <RichText text={term.says} />
          </TermPopover>
        </Suspense>
      ) : null}
    </>
  );
};

const TermLink = ({ id, children }: { readonly id: string; readonly children: ReactNode }) => {
  const term = useProseLinks().terms.find((one) => one.id === id);
  return term ? (
    <DefinedTerm term={term}>{children}</DefinedTerm>
  ) : (
    <Link to="/glossary" search={{ word: id }}>
      {children}
    </Link>
  );
};

const WebLink = ({ url, children }: { readonly url: string; readonly children: ReactNode }) => (
  <a href={url} rel="noreferrer" target="_blank">
    {children}
    <span className="prose-away" aria-hidden="true">
      ↗
    </span>
    <span className="hidden-visually"> (opens in a new tab)</span>
  </a>
);

const ProseLink = ({ to, children }: { readonly to: LinkTarget; readonly children: ReactNode }) => {
  switch (to.kind) {
    case "web":
      return <WebLink url={to.url}>{children}</WebLink>;
    case "source":
      return <SourceLink id={to.id}>{children}</SourceLink>;
    case "term":
      return <TermLink id={to.id}>{children}</TermLink>;
    case "lesson":
      return (
        <Link to="/lessons/$lesson" params={{ lesson: to.id }}>
          {children}
        </Link>
      );
    case "module":
      return (
        <Link to="/modules/$module" params={{ module: to.id }}>
          {children}
        </Link>
      );
    case "case":
      return (
        <Link to="/cases/$case" params={{ case: to.id }}>
          {children}
        </Link>
      );
    case "document":
      return (
        <Link to="/documents/$document" params={{ document: to.id }}>
          {children}
        </Link>
      );
    case "lab":
      return (
        <Link to="/labs/$lab" params={{ lab: to.id }}>
          {children}
        </Link>
      );
  }
};

const Piece = ({ piece }: { readonly piece: Inline }) => {
  switch (piece.kind) {
    case "text":
      return piece.text;
    case "code":
      return <code>{piece.text}</code>;
    case "strong":
      return (
        <strong>
          <RichText text={piece.text} />
        </strong>
      );
    case "emphasis":
      return (
        <em>
          <RichText text={piece.text} />
        </em>
      );
    case "link":
      return (
        <ProseLink to={piece.to}>
          <RichText text={piece.text} />
        </ProseLink>
      );
  }
};

/** One line of running text. */
export const RichText = ({ text }: { readonly text: Rich }): ReactNode =>
  keyed(text).map(({ key, value }) => <Piece key={key} piece={value} />);
