import type { ReactNode } from "react";
import "./empty.css";

type EmptyProps = {
  /** What is not there. */
  readonly title: string;
  /** Why, and how it comes to be. */
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
};

export const Empty = ({ title, children, actions }: EmptyProps) => (
  <div className="empty">
    <p className="empty-title">{title}</p>
    {children ? <div className="empty-text">{children}</div> : null}
    {actions ? <div className="row">{actions}</div> : null}
  </div>
);
