import type { DocumentView } from "@checkride/api/documents";
import { useState } from "react";
import { Button } from "../../design/button.tsx";
import { Checkbox } from "../../design/checkbox.tsx";
import { formatDate } from "../../design/date.ts";
import { Notice } from "../../design/notice.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { Section } from "../../design/section.tsx";
import { useAct } from "../../shell/query.ts";
import { useSession } from "../../shell/session.tsx";

/** The sentences, one box that they were read, and the button that signs this very version. */
const SignForm = ({ document }: { readonly document: DocumentView }) => {
  const { person } = useSession();
  const [hasRead, setRead] = useState(false);
  const [isTold, setTold] = useState(false);
  const signing = useAct("POST /api/documents/{document}/sign-offs", [
    "GET /api/documents",
    "GET /api/standing",
    "GET /api/tracks",
  ]);
  const sign = () => {
    setTold(!hasRead);
    if (!hasRead) return;
    void signing.act({
      params: { document: document.id },
      body: { version: document.version },
    });
  };
  return (
    <div className="sign">
      <blockquote className="sign-words">{document.signOff}</blockquote>
      <Checkbox isSelected={hasRead} onChange={setRead}>
        I have read version {document.version} of {document.title}, and I sign these sentences as{" "}
        {person.name}.
      </Checkbox>
      {signing.problem ? <ProblemNote problem={signing.problem} /> : null}
      <div className="row">
        <Button variant="go" isPending={signing.isPending} onPress={sign}>
          Sign version {document.version}
        </Button>
        <p className="field-help" role="status">
          {isTold && !hasRead ? "Say first that you have read it." : ""}
        </p>
      </div>
      <p className="field-help">
        Your signature is evidence: it names the version and the SHA-256 of its words.
      </p>
    </div>
  );
};

export const SignOff = ({ document }: { readonly document: DocumentView }) => {
  const { mine } = document;
  if (mine === null || document.signOff === null) return null;
  const asked = mine.askedBy.map(({ title }) => title).join(", ");
  return (
    <Section title="Sign" {...(asked ? { aside: `asked for by ${asked}` } : {})}>
      {mine.state === "signed" && mine.signedAt !== null ? (
        <Notice tone="good" title={`Signed in version ${mine.signedVersion}`} isLive>
          On {formatDate(mine.signedAt)}. “{document.signOff}”
        </Notice>
      ) : (
        <SignForm document={document} />
      )}
    </Section>
  );
};
