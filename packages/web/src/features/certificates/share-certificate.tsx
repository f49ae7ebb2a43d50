import type { CertificateRecord } from "@checkride/api/certificates";
import { Checkbox } from "../../design/checkbox.tsx";
import { CopyField } from "../../design/copy-field.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { useAct } from "../../shell/query.ts";

const Forms = ({ certificate: { id } }: { readonly certificate: CertificateRecord }) => {
  const mine = `/api/me/certificates/${id}/downloads`;
  const open = `/certificates/${id}`;
  const forms = [
    { to: `${mine}/pdf`, name: "certificate.pdf", says: "To print (PDF)" },
    { to: `${mine}/png`, name: "certificate.png", says: "Badge (PNG)" },
    { to: `${mine}/svg`, name: "certificate.svg", says: "Badge (SVG)" },
    { to: `${open}/credential.json`, name: "certificate.json", says: "Credential (JSON)" },
    { to: `${open}/credential.jwt`, name: "certificate.jwt", says: "Token (JWT)" },
  ];
  return (
    <ul className="certificate-forms" aria-label="Download">
      {forms.map(({ to, name, says }) => (
        <li key={name}>
          <a href={to} download={name}>
            {says}
          </a>
        </li>
      ))}
    </ul>
  );
};

/** How somebody else comes to see it, and whether they read a name there. */
export const ShareCertificate = ({ certificate }: { readonly certificate: CertificateRecord }) => {
  const change = useAct("PATCH /api/me/certificates/{certificate}", ["GET /api/me/certificates"]);
  const choose = (showName: boolean) =>
    void change.act({ params: { certificate: certificate.id }, body: { showName } });
  return (
    <div className="certificate-share">
      <CopyField
        label="Link for anybody who wants to check it"
        value={certificate.url}
        description="Opens without an account and says what it proves, until when, and whether it still counts."
      />
      <Checkbox
        isSelected={certificate.showName}
        onChange={choose}
        isDisabled={change.isPending}
        description="Off, the page says “its holder”. What was issued never carries your name."
      >
        Show my name on that page
      </Checkbox>
      {change.problem ? <ProblemNote problem={change.problem} /> : null}
      <Forms certificate={certificate} />
    </div>
  );
};
