import { CopyField } from "../../design/copy-field.tsx";
import { Dialog } from "../../design/dialog.tsx";

/** What is left after the removal: a link for the first owner of the empty organisation. */
export const DemoRemoved = ({ url }: { readonly url: string }) => (
  <Dialog
    title="The demo is removed"
    role="alertdialog"
    isOpen
    onClose={() => window.location.assign(url)}
    actions={
      <a className="button" data-variant="go" href={url}>
        Sign in and set up
      </a>
    }
  >
    <p>
      Checkride is empty now and you are signed out. This link signs in the first owner, once. Keep
      it until you have used it.
    </p>
    <CopyField label="Sign-in link of the first owner" value={url} />
  </Dialog>
);
