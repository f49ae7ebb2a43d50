import type { ReactNode } from "react";

type ScrollGroupProps = {
  readonly className: string;
  readonly label: string;
  readonly children: ReactNode;
};

/**
 * What scrolls sideways must be reachable by keyboard (WCAG 2.1.1). A group and no region: a text has many of them,
 * and each region would be a landmark of the page.
 */
export const ScrollGroup = ({ className, label, children }: ScrollGroupProps) => (
  // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is filled in
  // biome-ignore lint/a11y/noNoninteractiveTabindex: scrolled content needs the focus
  <div role="group" className={className} tabIndex={0} aria-label={label}>
    {children}
  </div>
);
