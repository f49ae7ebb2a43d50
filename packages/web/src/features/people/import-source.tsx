import type { PeopleImport } from "@checkride/api/imports";
import { useState } from "react";
import { Button } from "../../design/button.tsx";
import { FileDrop } from "../../design/file-drop.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { Section } from "../../design/section.tsx";
import { TextArea } from "../../design/text-area.tsx";
import { useAct } from "../../shell/query.ts";
import "./import.css";

const maxBytes = 8_000_000;

type ImportSourceProps = { readonly onRead: (read: PeopleImport) => void };

const useReading = (onRead: (read: PeopleImport) => void) => {
  const post = useAct("POST /api/people/imports");
  const [tooLarge, setTooLarge] = useState<string | null>(null);
  const send = (body: string) => {
    void post.act({ body }).then((answered) => {
      if (answered.ok) onRead(answered.value);
    });
  };
  const sendFile = (file: File) => {
    const isTooLarge = file.size > maxBytes;
    setTooLarge(
      isTooLarge
        ? `${file.name} has ${Math.ceil(file.size / 1_000_000)} MB; at most 8 MB go in at once. Split it into several files.`
        : null,
    );
    if (!isTooLarge) void file.text().then(send);
  };
  return { send, sendFile, tooLarge, isPending: post.isPending, problem: post.problem };
};

export const ImportSource = ({ onRead }: ImportSourceProps) => {
  const { send, sendFile, tooLarge, isPending, problem } = useReading(onRead);
  const [pasted, setPasted] = useState("");
  return (
    <Section title="The file" aside="CSV in UTF-8, at most 8 MB">
      <FileDrop
        words="Choose a CSV file, or drop it here"
        accept=".csv,text/csv"
        isDisabled={isPending}
        onFile={sendFile}
      />
      <div className="import-paste">
        <TextArea
          label="Or paste rows"
          rows={5}
          value={pasted}
          onChange={setPasted}
          placeholder={"email,name,team\nada@example.org,Ada Okafor,Payments"}
        />
        <div>
          <Button
            isDisabled={pasted.trim() === ""}
            isPending={isPending}
            onPress={() => send(pasted)}
          >
            Look at what it would do
          </Button>
        </div>
      </div>
      <div aria-live="polite">
        {isPending ? <p>Reading the file…</p> : null}
        {tooLarge ? <p className="field-error">{tooLarge}</p> : null}
      </div>
      {problem ? <ProblemNote problem={problem} /> : null}
    </Section>
  );
};
