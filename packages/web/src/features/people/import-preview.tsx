import type { PeopleImport } from "@checkride/api/imports";
import { Button } from "../../design/button.tsx";
import { LinkButton } from "../../design/link-button.tsx";
import { Notice } from "../../design/notice.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { ProgressBar } from "../../design/progress-bar.tsx";
import { Section } from "../../design/section.tsx";
import { useAct } from "../../shell/query.ts";
import { ImportFaults } from "./import-faults.tsx";
import { ImportLinks } from "./import-links.tsx";
import { ImportSample } from "./import-sample.tsx";
import "./import.css";

type ImportPreviewProps = {
  readonly read: PeopleImport;
  readonly onAgain: () => void;
};

const Figures = ({ read }: { readonly read: PeopleImport }) => (
  <dl className="import-figures">
    {(
      [
        ["Added", read.adds],
        ["Changed", read.changes],
        ["Unchanged", read.unchanged],
        ["Not in the file", read.absent],
      ] as const
    ).map(([label, count]) => (
      <div key={label}>
        <dt>{label}</dt>
        <dd>{count.toLocaleString("en-GB")}</dd>
      </div>
    ))}
  </dl>
);

const Apply = ({ read, onAgain }: ImportPreviewProps) => {
  const apply = useAct("POST /api/people/imports/{import}/apply", ["GET /api/people"]);
  const start = () => void apply.act({ params: { import: read.id } });
  return (
    <div className="import-act">
      <Button variant="go" isPending={apply.isPending} onPress={start}>
        Write these changes
      </Button>
      <Button onPress={onAgain}>Take another file</Button>
      {apply.problem ? <ProblemNote problem={apply.problem} /> : null}
    </div>
  );
};

const Outcome = (props: ImportPreviewProps) => {
  const { read, onAgain } = props;
  switch (read.state) {
    case "faulty":
      return (
        <div className="import-act">
          <Button onPress={onAgain}>Take another file</Button>
        </div>
      );
    case "ready":
      return read.adds + read.changes > 0 ? (
        <Apply {...props} />
      ) : (
        <div className="import-act">
          <Button onPress={onAgain}>Take another file</Button>
        </div>
      );
    case "running":
      return (
        <div className="import-act" role="status">
          <ProgressBar label="Rows written" done={read.done} of={read.rows} />
          <p className="muted">You may leave this page: the writing goes on.</p>
        </div>
      );
    case "done":
      return (
        <div className="import-act">
          {read.adds > 0 ? <ImportLinks importId={read.id} due={read.linksDue} /> : null}
          <LinkButton to="/people">Go to the people</LinkButton>
        </div>
      );
    case "failed":
      return (
        <div className="import-act">
          <Notice
            tone="bad"
            isLive
            title={`It stopped after ${read.done.toLocaleString("en-GB")} rows.`}
          >
            {read.failure ?? "The cause is in the server's log."} Take the file once more: rows that
            are written already count as unchanged.
          </Notice>
          {read.linksDue > 0 ? <ImportLinks importId={read.id} due={read.linksDue} /> : null}
          <Button onPress={onAgain}>Take the file again</Button>
        </div>
      );
  }
};

export const ImportPreview = (props: ImportPreviewProps) => {
  const { read } = props;
  return (
    <>
      <Outcome {...props} />
      {read.state === "faulty" ? null : <Figures read={read} />}
      {read.absent > 0 && read.state !== "faulty" ? (
        <p className="muted">
          People who are not in the file stay as they are. Nobody is deactivated by an import.
        </p>
      ) : null}
      {read.faultCount > 0 ? <ImportFaults read={read} /> : null}
      {read.sample.length > 0 ? (
        <Section title="The first rows" aside={`of ${read.rows.toLocaleString("en-GB")}`}>
          <ImportSample sample={read.sample} />
        </Section>
      ) : null}
    </>
  );
};
