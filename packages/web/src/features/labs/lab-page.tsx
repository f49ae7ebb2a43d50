import { LinkButton } from "../../design/link-button.tsx";
import { Page } from "../../design/page.tsx";

/** Where the link to a lab leads while the range has none of that name. */
export const LabPage = ({ labId }: { readonly labId: string }) => (
  <Page
    kicker={`Lab ${labId}`}
    sentence="This lab is not installed here yet."
    sub="The lessons and cases that lead to it can be done without it. Once it is installed, this address opens it."
    actions={<LinkButton to="/tracks">Tracks</LinkButton>}
  />
);
