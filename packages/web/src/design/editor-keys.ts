import { type Extension, Prec } from "@codemirror/state";
import { keymap } from "@codemirror/view";

const leaveMs = 2_000;

/**
 * Tab indents, so there must be a way out (WCAG 2.1.2): after Escape the next Tab leaves, also when Escape
 * did something else besides, such as closing a list or dropping a selection.
 */
export const leaveByEscape: Extension = Prec.highest(
  keymap.of([
    {
      key: "Escape",
      run: (view) => {
        view.setTabFocusMode(leaveMs);
        return false;
      },
    },
  ]),
);
