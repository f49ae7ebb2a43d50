import type { PersonCard } from "@checkride/api/people";
import { useState } from "react";
import { Button } from "../../design/button.tsx";
import { LinkButton } from "../../design/link-button.tsx";
import { useSession } from "../../shell/session.tsx";
import { ErasePersonDialog } from "./erase-person-dialog.tsx";
import { NewLinkDialog } from "./new-link-dialog.tsx";
import { StatusDialog } from "./status-dialog.tsx";

type Open = "none" | "link" | "status" | "erase";

export const PersonActions = ({ person }: { readonly person: PersonCard }) => {
  const { can } = useSession();
  const [open, setOpen] = useState<Open>("none");
  const close = () => setOpen("none");
  const mayWrite = can("people:write") && person.status !== "erased";
  const isOff = person.status === "deactivated";
  return (
    <>
      {can("evidence:read") ? (
        <LinkButton to="/evidence" search={{ person: person.id }}>
          Recent evidence
        </LinkButton>
      ) : null}
      {mayWrite ? (
        <>
          {isOff ? null : <Button onPress={() => setOpen("link")}>New one-time link</Button>}
          <Button onPress={() => setOpen("status")}>{isOff ? "Reactivate" : "Deactivate"}</Button>
          <Button variant="danger" onPress={() => setOpen("erase")}>
            Erase
          </Button>
        </>
      ) : null}
      {open === "link" ? <NewLinkDialog person={person} onClose={close} /> : null}
      {open === "status" ? <StatusDialog person={person} onClose={close} /> : null}
      {open === "erase" ? <ErasePersonDialog person={person} onClose={close} /> : null}
    </>
  );
};
