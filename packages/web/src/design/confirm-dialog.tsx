import type { Problem } from "@checkride/api/problems";
import type { ReactNode } from "react";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";
import { ProblemNote } from "./problem-note.tsx";

type ConfirmDialogProps = {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
  /** The deed in its own words: "Remove passkey", never "OK". */
  readonly confirmLabel: string;
  readonly isPending?: boolean;
  /** False while something that the deed needs is not filled in. */
  readonly isReady?: boolean;
  readonly isDanger?: boolean;
  readonly problem?: Problem | null;
  readonly children: ReactNode;
};

export const ConfirmDialog = ({
  title,
  isOpen,
  onClose,
  onConfirm,
  confirmLabel,
  isPending = false,
  isReady = true,
  isDanger = true,
  problem,
  children,
}: ConfirmDialogProps) => (
  <Dialog
    title={title}
    isOpen={isOpen}
    onClose={onClose}
    role="alertdialog"
    actions={
      <>
        <Button onPress={onClose} autoFocus>
          Cancel
        </Button>
        <Button
          variant={isDanger ? "danger" : "go"}
          isPending={isPending}
          isDisabled={!isReady}
          onPress={onConfirm}
        >
          {confirmLabel}
        </Button>
      </>
    }
  >
    {children}
    {problem ? <ProblemNote problem={problem} /> : null}
  </Dialog>
);
