import type { CertificateCheck } from "@checkride/api/certificates";
import { useState } from "react";
import { Button } from "../../design/button.tsx";
import { FileDrop } from "../../design/file-drop.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { TextArea } from "../../design/text-area.tsx";
import { useAct } from "../../shell/query.ts";
import { OutsidePage } from "./outside-page.tsx";
import { ShownCertificate } from "./shown-certificate.tsx";
import "./certificates.css";

const maxBytes = 1_000_000;

const isPicture = (file: File): boolean => /\.png$/i.test(file.name) || file.type === "image/png";

/** Without the `data:` address in front. */
const base64Of = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).split(",")[1] ?? "");
    reader.onerror = () => reject(new Error(`${file.name} could not be read`));
    reader.readAsDataURL(file);
  });

const useCheck = () => {
  const check = useAct("POST /api/certificate-checks");
  const [fault, setFault] = useState<string | null>(null);
  const checkText = (text: string) => {
    setFault(null);
    void check.act({ body: { text } });
  };
  const checkFile = async (file: File) => {
    check.reset();
    const isTooLarge = file.size > maxBytes;
    setFault(isTooLarge ? `${file.name} has more than 1 MB; no certificate does.` : null);
    if (isTooLarge) return;
    if (isPicture(file)) await check.act({ body: { picture: await base64Of(file) } });
    else checkText(await file.text());
  };
  return { check, fault, checkText, checkFile: (file: File) => void checkFile(file) };
};

const Result = ({ found }: { readonly found: CertificateCheck }) =>
  found.certificate ? <ShownCertificate certificate={found.certificate} /> : null;

/** Somebody was shown a certificate as a file, a picture or a text: is it one, and does it count? */
export const VerifyPage = () => {
  const [text, setText] = useState("");
  const { check, fault, checkText, checkFile } = useCheck();
  const found = check.value;
  return (
    <OutsidePage
      sentence={found?.says ?? "Check a certificate."}
      verdict={found ? found.valid : null}
    >
      <div role="status">{found ? <Result found={found} /> : null}</div>
      <form
        className="verify"
        onSubmit={(event) => {
          event.preventDefault();
          checkText(text);
        }}
      >
        <TextArea
          label="Link, credential or token"
          description="Paste what you were shown: the link of a certificate, its JSON, or the long line of a JWT."
          value={text}
          onChange={setText}
          rows={5}
        />
        <Button
          type="submit"
          variant="go"
          isPending={check.isPending}
          isDisabled={text.trim() === ""}
        >
          Check it
        </Button>
      </form>
      <FileDrop
        words="Or choose a file, or drop it here: a badge (PNG, SVG), JSON or JWT"
        accept=".png,.svg,.json,.jwt,.txt"
        isDisabled={check.isPending}
        onFile={checkFile}
      />
      {fault ? <p className="field-error">{fault}</p> : null}
      {check.problem ? <ProblemNote problem={check.problem} /> : null}
    </OutsidePage>
  );
};
