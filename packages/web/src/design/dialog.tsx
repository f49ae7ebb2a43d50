import { type ReactNode, useEffect } from "react";
import { Dialog as AriaDialog } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import "./dialog.css";

type DialogProps = {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** `alertdialog` asks something that must be answered: a press beside it does not close it. */
  readonly role?: "dialog" | "alertdialog";
  readonly width?: "narrow" | "wide";
  /** Buttons, the way back first, the deed last. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
};

/** What opened a dialog may be gone after it, such as the row it took away: then the page's sentence has the focus. */
const useFocusAfter = (): void => {
  useEffect(
    () => () => {
      const takeOver = () => {
        if (document.activeElement === document.body)
          document.querySelector<HTMLElement>("h1")?.focus({ preventScroll: true });
      };
      // React Aria gives the focus back in the next frame.
      requestAnimationFrame(() => requestAnimationFrame(takeOver));
    },
    [],
  );
};

export const Dialog = ({
  title,
  isOpen,
  onClose,
  role = "dialog",
  width = "narrow",
  actions,
  children,
}: DialogProps) => {
  useFocusAfter();
  return (
    <ModalOverlay
      className="dialog-shade"
      isOpen={isOpen}
      isDismissable={role === "dialog"}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className="dialog-frame" data-width={width}>
        <AriaDialog className="dialog" role={role}>
          <Heading slot="title" level={2} className="dialog-title">
            {title}
          </Heading>
          <div className="dialog-body">{children}</div>
          {actions ? <div className="dialog-actions">{actions}</div> : null}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
};
