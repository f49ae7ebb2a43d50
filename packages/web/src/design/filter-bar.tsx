import type { ReactNode } from "react";
import { Button } from "./button.tsx";
import "./filter-bar.css";

type FilterBarProps = {
  /** What is being filtered, for screen readers: "People". */
  readonly label: string;
  /** Null while nothing is filtered. */
  readonly onClear: (() => void) | null;
  readonly children: ReactNode;
};

/** Fields that narrow a list down, in as many columns as fit. */
export const FilterBar = ({ label, onClear, children }: FilterBarProps) => (
  <search className="filter-bar" aria-label={`Filter ${label}`}>
    {children}
    {onClear ? (
      <div className="filter-bar-clear">
        <Button variant="quiet" onPress={onClear}>
          Clear filters
        </Button>
      </div>
    ) : null}
  </search>
);
