import type { ReactNode } from "react";
import "./pill.css";

export type PillTone = "current" | "due" | "lapsed" | "none";

type PillProps = { readonly tone: PillTone; readonly glyph: string; readonly children: ReactNode };

/** A state in a word, a glyph and a colour; never in the colour alone. */
export const Pill = ({ tone, glyph, children }: PillProps) => (
  <span className="pill" data-tone={tone}>
    <span aria-hidden="true" className="pill-glyph">
      {glyph}
    </span>
    {children}
  </span>
);
