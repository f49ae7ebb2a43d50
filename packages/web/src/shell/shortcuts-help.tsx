import { useState } from "react";
import { Button } from "../design/button.tsx";
import { Checkbox } from "../design/checkbox.tsx";
import { Dialog } from "../design/dialog.tsx";
import { Kbd } from "../design/kbd.tsx";
import { navigationFor } from "./navigation.ts";
import { useSession } from "./session.tsx";
import { setSingleKeys, singleKeysOn } from "./use-shortcuts.ts";
import "./shortcuts-help.css";

export const ShortcutsHelp = ({ onClose }: { readonly onClose: () => void }) => {
  const { can } = useSession();
  const [isOn, setOn] = useState(singleKeysOn);
  const rows: readonly { readonly what: string; readonly keys: readonly string[] }[] = [
    { what: "Go to or do something", keys: ["Ctrl or ⌘", "K"] },
    { what: "Show these shortcuts", keys: ["?"] },
    ...navigationFor(can).map((item) => ({ what: item.title, keys: ["g", item.key] })),
  ];
  return (
    <Dialog
      title="Shortcuts"
      isOpen
      onClose={onClose}
      actions={
        <Button onPress={onClose} autoFocus>
          Close
        </Button>
      }
    >
      <dl className="shortcuts">
        {rows.map(({ what, keys }) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>
              <Kbd keys={keys} />
            </dd>
          </div>
        ))}
      </dl>
      <Checkbox
        isSelected={isOn}
        onChange={(on) => {
          setOn(on);
          setSingleKeys(on);
        }}
        description="Switch them off if dictation or another tool sends keys of its own."
      >
        Shortcuts of letters alone
      </Checkbox>
    </Dialog>
  );
};
