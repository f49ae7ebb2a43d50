import { type ReactNode, useId } from "react";
import "./section.css";

type SectionProps = {
  readonly title: string;
  /** A few quiet words or a control at the end of the heading's line. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
};

export const Section = ({ title, aside, children }: SectionProps) => {
  const id = useId();
  return (
    <section className="section" aria-labelledby={id}>
      <div className="section-head">
        <h2 id={id}>{title}</h2>
        {aside ? <div className="section-aside">{aside}</div> : null}
      </div>
      {children}
    </section>
  );
};
