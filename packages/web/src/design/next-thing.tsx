import type { ReactNode } from "react";
import "./next-thing.css";

type NextThingProps = {
  /** What kind of thing, how long: "Lesson · 15 min". */
  readonly kicker: string;
  readonly title: string;
  readonly level?: 2 | 3;
  readonly children?: ReactNode;
  /** The one orange button of the page. */
  readonly action?: ReactNode;
};

/** The one next thing to do. */
export const NextThing = ({ kicker, title, level = 2, children, action }: NextThingProps) => {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section className="next" aria-label="Next">
      <p className="next-kicker">Next · {kicker}</p>
      <Heading className="next-title">{title}</Heading>
      {children ? <div className="next-text">{children}</div> : null}
      {action}
    </section>
  );
};
