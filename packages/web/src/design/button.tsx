import type { ReactNode } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import "./button.css";

/** `go` is the one next action of a page: at most one is visible at a time. */
export type ButtonVariant = "go" | "plain" | "danger" | "quiet";

type ButtonProps = {
  readonly variant?: ButtonVariant;
  readonly type?: "button" | "submit";
  readonly onPress?: () => void;
  readonly isDisabled?: boolean;
  /** Work is under way: the button keeps its place and focus but does nothing. */
  readonly isPending?: boolean;
  /** Named for screen readers where the words alone do not tell one button from the next. */
  readonly label?: string;
  readonly autoFocus?: boolean;
  readonly "aria-expanded"?: boolean;
  readonly "aria-controls"?: string;
  readonly children: ReactNode;
};

export const Button = ({
  variant = "plain",
  type = "button",
  label,
  isPending = false,
  onPress,
  children,
  ...rest
}: ButtonProps) => (
  <AriaButton
    {...rest}
    className="button"
    data-variant={variant}
    data-pending={isPending || undefined}
    // While work is under way a second press must not send the form again.
    type={isPending ? "button" : type}
    onPress={() => {
      if (!isPending) onPress?.();
    }}
    {...(label === undefined ? {} : { "aria-label": label })}
  >
    {children}
  </AriaButton>
);
