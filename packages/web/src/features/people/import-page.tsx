import { Loading } from "../../design/loading.tsx";
import { Page } from "../../design/page.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { useQueryAnswer } from "../../shell/query.ts";
import { useSearchParams } from "../../shell/search-params.ts";
import { CsvColumns } from "./csv-columns.tsx";
import { ImportPreview } from "./import-preview.tsx";
import { ImportSource } from "./import-source.tsx";
import { importSentence } from "./import-words.ts";

const progressMs = 500;

/** One cache entry, asked again as long as it says that rows are being written. */
const useImport = (id: string) => {
  const ask = { params: { import: id } };
  const known = useQueryAnswer("GET /api/people/imports/{import}", ask);
  const refetchMs = known.value?.state === "running" ? progressMs : false;
  return useQueryAnswer("GET /api/people/imports/{import}", ask, { refetchMs });
};

/** An import that was read is in the address: a reload comes back to it. */
const ReadImport = ({ id, onAgain }: { readonly id: string; readonly onAgain: () => void }) => {
  const answer = useImport(id);
  const { value, problem } = answer;
  return (
    <Page kicker="People · Import" sentence={value ? importSentence(value) : "An import."}>
      {problem ? <ProblemNote problem={problem} onRetry={answer.retry} /> : null}
      {answer.isLoading ? <Loading what="the import" /> : null}
      {value ? <ImportPreview read={value} onAgain={onAgain} /> : null}
    </Page>
  );
};

export const ImportPage = () => {
  const [{ import: id }, change] = useSearchParams();
  if (id)
    return <ReadImport id={id} onAgain={() => change({ import: undefined }, { push: true })} />;
  return (
    <Page
      kicker="People · Import"
      sentence="Add or change many people with one CSV file."
      sub="You see what it would do, row by row, before anything is written."
    >
      <ImportSource onRead={(read) => change({ import: read.id }, { push: true })} />
      <CsvColumns />
    </Page>
  );
};
