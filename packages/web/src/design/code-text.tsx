import type { CodeLine } from "./code-tokens.ts";
import { keyed } from "./keyed.ts";
import "./code.css";

/** One line in its colours. */
export const CodeText = ({ line }: { readonly line: CodeLine }) =>
  keyed(line).map(({ key, value }) =>
    value.look === null ? (
      value.text
    ) : (
      <span key={key} data-look={value.look}>
        {value.text}
      </span>
    ),
  );
