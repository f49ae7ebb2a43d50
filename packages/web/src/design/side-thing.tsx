import type { ReactNode } from "react";
import "./side-thing.css";

type SideThingProps = {
  readonly kicker: string;
  readonly title: string;
  readonly action: ReactNode;
};

/** Something small that can be done as well; the one next thing stays the one in orange. */
export const SideThing = ({ kicker, title, action }: SideThingProps) => (
  <section className="side-thing" aria-label={kicker}>
    <div>
      <p className="side-thing-kicker">{kicker}</p>
      <p className="side-thing-title">{title}</p>
    </div>
    {action}
  </section>
);
