import type { Right } from "@checkride/rules/rights";
import { createRootRoute, createRoute, Outlet } from "@tanstack/react-router";
import type { FunctionComponent } from "react";
import { Shell } from "./shell.tsx";
import { SignedIn } from "./signed-in.tsx";
import { NotFoundPage, Permitted } from "./state-pages.tsx";

const Root = () => (
  <>
    <a className="skip" href="#main">
      Skip to the content
    </a>
    <Outlet />
  </>
);

type Preloads = { readonly preload?: () => Promise<void> | undefined };

/** The page's script comes while it is still being found out who is signed in, and what they may. */
export const permitted = (
  rights: readonly Right[],
  Inner: FunctionComponent & Preloads,
  { preload }: Preloads = Inner,
): FunctionComponent & Preloads => {
  const Guarded = () => (
    <Permitted rights={rights}>
      <Inner />
    </Permitted>
  );
  return preload ? Object.assign(Guarded, { preload }) : Guarded;
};

export const root = createRootRoute({ component: Root, notFoundComponent: NotFoundPage });

export const signedIn = createRoute({
  getParentRoute: () => root,
  id: "signed-in",
  component: SignedIn,
});

export const shell = createRoute({ getParentRoute: () => signedIn, id: "shell", component: Shell });
