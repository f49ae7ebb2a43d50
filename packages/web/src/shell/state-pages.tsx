import type { Right } from "@checkride/rules/rights";
import type { ReactNode } from "react";
import { Button } from "../design/button.tsx";
import { LinkButton } from "../design/link-button.tsx";
import { Page } from "../design/page.tsx";
import { useSession } from "./session.tsx";

export const NotFoundPage = () => (
  <Page
    kicker="404"
    sentence="There is nothing at this address."
    sub="It may have been typed wrongly, or what was here has gone."
    actions={<LinkButton to="/">My standing</LinkButton>}
  />
);

const NoPermissionPage = () => {
  const { person, organisation } = useSession();
  const roles = person.roles.join(", ");
  return (
    <Page
      kicker="Not open to you"
      sentence="Your role does not include this page."
      sub={
        <>
          You are signed in as <b>{person.name}</b> ({roles}). An owner of{" "}
          {organisation.name ?? "this organisation"} can give you a role that includes it.
        </>
      }
      actions={<LinkButton to="/">My standing</LinkButton>}
    />
  );
};

/** Shows a page only to those with one of the rights; the server refuses the rest anyway. */
export const Permitted = ({
  rights,
  children,
}: {
  readonly rights: readonly Right[];
  readonly children: ReactNode;
}) => {
  const { can } = useSession();
  return rights.some(can) ? children : <NoPermissionPage />;
};

const isMissingChunk = (error: unknown): boolean =>
  error instanceof TypeError && /module|import/i.test(error.message);

export const BrokenPage = ({ error }: { readonly error: unknown }) => {
  const isOld = isMissingChunk(error);
  return (
    <Page
      kicker={isOld ? "A newer version is there" : "A fault of ours"}
      sentence={isOld ? "This page could not be loaded." : "This page broke."}
      sub={
        isOld
          ? "Checkride was probably updated while you had it open, or the connection is gone. Load the page again."
          : "Nothing you saved is lost. Load the page again; if it breaks again, tell your administrator what you did."
      }
      actions={<Button onPress={() => window.location.reload()}>Load the page again</Button>}
    />
  );
};
