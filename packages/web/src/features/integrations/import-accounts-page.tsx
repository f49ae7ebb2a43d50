import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { Button } from "../../design/button.tsx";
import { FileDrop } from "../../design/file-drop.tsx";
import { LinkButton } from "../../design/link-button.tsx";
import { Notice } from "../../design/notice.tsx";
import { Page } from "../../design/page.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { Section } from "../../design/section.tsx";
import { TextArea } from "../../design/text-area.tsx";
import { useAct } from "../../shell/query.ts";
import { ImportAccountsPreview } from "./import-accounts-preview.tsx";
import "./integrations.css";

const kicker = (
  <>
    <Link to="/integrations">Integrations</Link> ·{" "}
    <Link to="/integrations/accounts">Linked accounts</Link> · Import
  </>
);

const sample = "forge,account,person,login\ngithub.com,583231,ada@example.org,ada-o";

const useImport = () => {
  const preview = useAct("POST /api/forge-accounts/import-previews");
  const link = useAct("POST /api/forge-accounts/imports", ["GET /api/forge-accounts"]);
  const [text, setText] = useState("");
  /** What the preview is of: a change of the text makes it one of nothing. */
  const [read, setRead] = useState("");
  const look = async (body: string) => {
    setText(body);
    link.reset();
    if ((await preview.act({ body })).ok) setRead(body);
  };
  return { preview, link, text, setText, read, look };
};

const Done = ({ linked, unchanged }: { readonly linked: number; readonly unchanged: number }) => (
  <Notice
    tone="good"
    isLive
    title={linked === 1 ? "1 account is linked." : `${linked} accounts are linked.`}
    actions={<LinkButton to="/integrations/accounts">All linked accounts</LinkButton>}
  >
    {unchanged === 0 ? null : `${unchanged} were linked so already.`}
  </Notice>
);

export const ImportAccountsPage = () => {
  const { preview, link, text, setText, read, look } = useImport();
  const problem = preview.problem ?? link.problem;
  const shown = preview.value !== null && read === text ? preview.value : null;
  return (
    <Page
      kicker={kicker}
      sentence="Link many accounts with one CSV file."
      sub="You see what it would do before anything is written. It links all of them or none."
    >
      <Section title="The file" aside="CSV in UTF-8, at most 2 MB">
        <p className="muted">
          The first line names the columns: <code>forge</code>, <code>account</code> (its number at
          the forge), <code>person</code> (an e-mail address or id) and, if you like,{" "}
          <code>login</code>.
        </p>
        <FileDrop
          words="Choose a CSV file, or drop it here"
          accept=".csv,text/csv"
          isDisabled={preview.isPending}
          onFile={(file) => void file.text().then(look)}
        />
        <div className="hook-paste">
          <TextArea
            label="Or paste rows"
            rows={5}
            value={text}
            onChange={setText}
            placeholder={sample}
          />
          <div>
            <Button
              isDisabled={text.trim() === ""}
              isPending={preview.isPending}
              onPress={() => void look(text)}
            >
              Look at what it would do
            </Button>
          </div>
        </div>
      </Section>
      {problem ? <ProblemNote problem={problem} /> : null}
      {link.value ? <Done {...link.value} /> : null}
      {shown && !link.value ? (
        <ImportAccountsPreview
          preview={shown}
          isPending={link.isPending}
          onLink={() => void link.act({ body: read })}
        />
      ) : null}
    </Page>
  );
};
