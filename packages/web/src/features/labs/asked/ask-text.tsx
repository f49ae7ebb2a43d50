import { keyed } from "../../../design/keyed.ts";
import { TickText } from "../../../design/tick-text.tsx";

/** A question as plain text: blocks between empty lines; a block of several lines stands as it was written. */
export const AskText = ({ text }: { readonly text: string }) => (
  <div className="asked-text">
    {keyed(text.trim().split(/\n{2,}/)).map(({ key, value }) =>
      value.includes("\n") ? (
        <pre key={key}>{value}</pre>
      ) : (
        <p key={key}>
          <TickText text={value} />
        </p>
      ),
    )}
  </div>
);
