import type { LabWorkspace } from "@checkride/api/labs";
import { textDifference } from "@checkride/rules/text-difference";
import { useState } from "react";
import { Button } from "../../../design/button.tsx";
import { Dialog } from "../../../design/dialog.tsx";
import { DifferenceView } from "../../../design/difference-view.tsx";
import { Notice } from "../../../design/notice.tsx";
import type { FileText } from "./draft.ts";
import type { DraftDesk } from "./use-draft.ts";

type TwoProps = {
  readonly title: string;
  readonly before: readonly FileText[];
  readonly after: readonly FileText[];
  readonly onClose: () => void;
};

const Two = ({ title, before, after, onClose }: TwoProps) => (
  <Dialog
    title={title}
    isOpen
    onClose={onClose}
    width="wide"
    actions={<Button onPress={onClose}>Close</Button>}
  >
    {after.map(({ path, text }) => {
      const old = before.find((file) => file.path === path)?.text ?? "";
      return old === text ? null : (
        <div key={path}>
          <p className="field-legend">{path}</p>
          <DifferenceView caption={`${path}: ${title}`} lines={textDifference(old, text)} />
        </div>
      );
    })}
  </Dialog>
);

const Conflict = ({
  desk,
  theirs,
}: {
  readonly desk: DraftDesk;
  readonly theirs: readonly FileText[];
}) => {
  const [isLooking, setLooking] = useState(false);
  return (
    <Notice
      tone="warning"
      isLive
      title="Somebody else saved another version meanwhile."
      actions={
        <>
          <Button onPress={() => setLooking(true)}>Compare</Button>
          <Button onPress={() => desk.choose("mine")}>Keep mine</Button>
          <Button onPress={() => desk.choose("theirs")}>Take theirs</Button>
        </>
      }
    >
      Yours is in the editor and in this browser; nothing is lost until you choose.
      {isLooking ? (
        <Two
          title="From their version to yours"
          before={theirs}
          after={desk.draft.files}
          onClose={() => setLooking(false)}
        />
      ) : null}
    </Notice>
  );
};

const Copy = ({ desk, copy }: { readonly desk: DraftDesk; readonly copy: readonly FileText[] }) => {
  const [isLooking, setLooking] = useState(false);
  return (
    <Notice
      tone="warning"
      title="This browser has a text of yours that was never saved."
      actions={
        <>
          <Button onPress={() => setLooking(true)}>Compare</Button>
          <Button onPress={() => desk.takeCopy(true)}>Take it</Button>
          <Button variant="quiet" onPress={() => desk.takeCopy(false)}>
            Drop it
          </Button>
        </>
      }
    >
      Since then another version was saved: that one is in the editor.
      {isLooking ? (
        <Two
          title="From what was saved to what this browser has"
          before={desk.draft.files}
          after={copy}
          onClose={() => setLooking(false)}
        />
      ) : null}
    </Notice>
  );
};

type BenchNoticesProps = { readonly desk: DraftDesk; readonly workspace: LabWorkspace };

/** Whatever there are two versions of. */
export const BenchNotices = ({ desk, workspace }: BenchNoticesProps) => {
  const { draft, copy } = desk;
  const partner = workspace.members.find(({ isMe }) => !isMe)?.name ?? "Another window of yours";
  return (
    <div className="bench-notices">
      {draft.theirs ? <Conflict desk={desk} theirs={draft.theirs.files} /> : null}
      {copy ? <Copy desk={desk} copy={copy.files} /> : null}
      {draft.isTakenOver ? (
        <Notice
          isLive
          title={`${partner} saved a newer version; it is in the editor now.`}
          actions={<Button onPress={() => desk.write(draft.files)}>Go on with it</Button>}
        >
          Undo brings back what stood there.
        </Notice>
      ) : null}
    </div>
  );
};
