import { Pill } from "../../design/pill.tsx";
import type { Look } from "./webhook-words.ts";

export const LookPill = ({ look: { tone, glyph, word } }: { readonly look: Look }) => (
  <Pill tone={tone} glyph={glyph}>
    {word}
  </Pill>
);
