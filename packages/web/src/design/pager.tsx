import { Button } from "./button.tsx";
import "./pager.css";

type PagerProps = {
  /** "1–50 of 412 people" */
  readonly shown: string;
  readonly onPrevious: (() => void) | null;
  readonly onNext: (() => void) | null;
  readonly isPending?: boolean;
};

export const Pager = ({ shown, onPrevious, onNext, isPending = false }: PagerProps) => (
  <nav className="pager" aria-label="Pages">
    <p role="status">{shown}</p>
    <div className="row">
      <Button isDisabled={onPrevious === null} isPending={isPending} onPress={() => onPrevious?.()}>
        ← Previous
      </Button>
      <Button isDisabled={onNext === null} isPending={isPending} onPress={() => onNext?.()}>
        Next →
      </Button>
    </div>
  </nav>
);
