import { CopyField } from "../../design/copy-field.tsx";
import { formatDate } from "../../design/date.ts";
import { Notice } from "../../design/notice.tsx";

type OneTimeLinkProps = {
  readonly name: string;
  readonly link: { readonly url: string; readonly expiresAt: string };
};

export const OneTimeLink = ({ name, link }: OneTimeLinkProps) => (
  <div className="stack">
    <Notice tone="good" isLive title={`This link signs ${name} in once.`}>
      Hand it over in a way that only they can read. It is shown here and never again.
    </Notice>
    <CopyField
      label="One-time link"
      value={link.url}
      description={`Works once, until ${formatDate(link.expiresAt)}.`}
    />
  </div>
);
