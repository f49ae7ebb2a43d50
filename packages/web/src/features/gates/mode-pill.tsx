import type { GateMode } from "@checkride/rules/policy";
import { Pill } from "../../design/pill.tsx";
import { modeWords } from "./gate-words.ts";

const looks = {
  observe: { tone: "none", glyph: "○" },
  warn: { tone: "due", glyph: "◔" },
  enforce: { tone: "current", glyph: "●" },
} as const;

export const ModePill = ({ mode }: { readonly mode: GateMode }) => (
  <Pill {...looks[mode]}>{modeWords[mode]}</Pill>
);
