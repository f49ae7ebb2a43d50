import type { ReactNode } from "react";
import "./notice.css";

type NoticeProps = {
  readonly tone?: "plain" | "good" | "warning" | "bad";
  readonly title?: ReactNode;
  readonly actions?: ReactNode;
  /** True for the outcome of something the person just did: screen readers speak it. */
  readonly isLive?: boolean;
  readonly children?: ReactNode;
};

const glyphs = { plain: "–", good: "●", warning: "◔", bad: "▲" } as const;

export const Notice = ({
  tone = "plain",
  title,
  actions,
  isLive = false,
  children,
}: NoticeProps) => (
  <div className="notice" data-tone={tone} role={isLive ? "status" : undefined}>
    <span className="notice-glyph" aria-hidden="true">
      {glyphs[tone]}
    </span>
    <div className="notice-body">
      {title ? <p className="notice-title">{title}</p> : null}
      {children ? <div className="notice-text">{children}</div> : null}
      {actions ? <div className="row">{actions}</div> : null}
    </div>
  </div>
);
