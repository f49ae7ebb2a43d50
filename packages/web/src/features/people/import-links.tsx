import { Button } from "../../design/button.tsx";
import { downloadBlob } from "../../design/download.ts";
import { Notice } from "../../design/notice.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { useAct } from "../../shell/query.ts";
import { people } from "./people-sentence.ts";

type ImportLinksProps = {
  readonly importId: string;
  /** How many people were given no link yet. */
  readonly due: number;
};

/** The links leave the server once: what is downloaded here cannot be shown again. */
export const ImportLinks = ({ importId, due }: ImportLinksProps) => {
  const links = useAct("POST /api/people/imports/{import}/links");
  const download = () => {
    void links.act({ params: { import: importId } }).then(async (answered) => {
      if (answered.ok) downloadBlob("one-time-links.csv", await answered.value.blob());
    });
  };
  return (
    <div className="import-links">
      {links.value ? (
        <Notice tone="good" isLive title="The links are in your downloads.">
          Each signs one person in, once. Delete the file when they are handed over.
        </Notice>
      ) : null}
      {links.value === null && due === 0 ? (
        <p className="muted">
          Everybody who was added has been given a link. Where one is lost, the person's page makes
          a new one.
        </p>
      ) : null}
      {links.value === null && due > 0 ? (
        <>
          <p>
            {people(due)} {due === 1 ? "needs" : "need"} a link to sign in for the first time. They
            are made now and shown once, as a CSV file.
          </p>
          <Button variant="go" isPending={links.isPending} onPress={download}>
            Download one-time links
          </Button>
        </>
      ) : null}
      {links.problem ? <ProblemNote problem={links.problem} /> : null}
    </div>
  );
};
