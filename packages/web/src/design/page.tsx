import type { ReactNode } from "react";
import { usePageHeading } from "./use-page-heading.ts";
import "./page.css";

type PageProps = {
  readonly kicker?: ReactNode;
  /** The answer to the question that brings people here; also the title of the window. */
  readonly sentence: string;
  readonly sub?: ReactNode;
  readonly actions?: ReactNode;
  /** Without the room of a data page: forms and flows read better in one column. */
  readonly narrow?: boolean;
  readonly children?: ReactNode;
};

export const Page = ({ kicker, sentence, sub, actions, narrow = false, children }: PageProps) => {
  const heading = usePageHeading(sentence);
  return (
    <div className="page" data-narrow={narrow || undefined}>
      <header className="page-head">
        {kicker ? <p className="page-kicker">{kicker}</p> : null}
        <h1 ref={heading} tabIndex={-1}>
          {sentence}
        </h1>
        {sub ? <div className="page-sub">{sub}</div> : null}
        {actions ? <div className="page-actions">{actions}</div> : null}
      </header>
      {children}
    </div>
  );
};
