import { createLink } from "@tanstack/react-router";
import type { AnchorHTMLAttributes, Ref } from "react";
import type { ButtonVariant } from "./button.tsx";
import "./button.css";

type AnchorProps = AnchorHTMLAttributes<HTMLAnchorElement> & {
  readonly variant?: ButtonVariant;
  readonly ref?: Ref<HTMLAnchorElement>;
};

const ButtonAnchor = ({ variant = "plain", ...rest }: AnchorProps) => (
  <a {...rest} className="button" data-variant={variant} />
);

/** A link that looks like a button: it goes somewhere, `to` is checked against the routes. */
export const LinkButton = createLink(ButtonAnchor);
