import { Link } from "@tanstack/react-router";
import type { ReactNode, RefObject } from "react";
import { Dialog } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Popover } from "react-aria-components/Popover";
import type { Term } from "./prose-links.tsx";
import "./term-popover.css";

type TermPopoverProps = {
  readonly term: Term;
  readonly trigger: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

export const TermPopover = ({ term, trigger, onClose, children }: TermPopoverProps) => (
  <Popover
    className="term-popover"
    triggerRef={trigger}
    isOpen
    offset={6}
    onOpenChange={(open) => {
      if (!open) onClose();
    }}
  >
    <Dialog className="term-popover-inner">
      <Heading slot="title" level={2}>
        {term.term}
      </Heading>
      <p>{children}</p>
      <Link to="/glossary" search={{ word: term.id }}>
        In the glossary
      </Link>
    </Dialog>
  </Popover>
);
