import { Button } from "../../../design/button.tsx";
import { Dialog } from "../../../design/dialog.tsx";
import { Kbd } from "../../../design/kbd.tsx";

const keys: readonly { readonly says: string; readonly keys: readonly (readonly string[])[] }[] = [
  { says: "Leave the editor: Escape, then Tab", keys: [["Esc"], ["Tab"]] },
  { says: "Run the public part", keys: [["Ctrl", "Enter"]] },
  { says: "Submit", keys: [["Ctrl", "Shift", "Enter"]] },
  { says: "Find, and find the next", keys: [["Ctrl", "F"], ["F3"]] },
  { says: "Complete a word", keys: [["Ctrl", "Space"]] },
  {
    says: "Undo, redo",
    keys: [
      ["Ctrl", "Z"],
      ["Ctrl", "Y"],
    ],
  },
  { says: "Indent, the other way", keys: [["Tab"], ["Shift", "Tab"]] },
  {
    says: "Move the line",
    keys: [
      ["Alt", "↑"],
      ["Alt", "↓"],
    ],
  },
  { says: "Comment the line out or in", keys: [["Ctrl", "/"]] },
];

export const KeysHelp = ({ onClose }: { readonly onClose: () => void }) => (
  <Dialog
    title="Keys of the bench"
    isOpen
    onClose={onClose}
    actions={
      <Button onPress={onClose} autoFocus>
        Close
      </Button>
    }
  >
    <dl className="bench-keys">
      {keys.map(({ says, keys: own }) => (
        <div key={says}>
          <dt>{says}</dt>
          <dd>
            {own.map((one) => (
              <Kbd key={one.join(" ")} keys={one} />
            ))}
          </dd>
        </div>
      ))}
    </dl>
    <p className="muted">On a Mac, ⌘ takes the place of Ctrl.</p>
  </Dialog>
);
