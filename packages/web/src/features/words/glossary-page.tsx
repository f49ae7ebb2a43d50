import type { TermView } from "@checkride/api/curriculum";
import { Link } from "@tanstack/react-router";
import { useCallback, useEffect } from "react";
import { Empty } from "../../design/empty.tsx";
import { Loading } from "../../design/loading.tsx";
import { Page } from "../../design/page.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { ProseLinksProvider } from "../../design/prose-links.tsx";
import { RichText } from "../../design/rich-text.tsx";
import { SearchField } from "../../design/search-field.tsx";
import { useQueryAnswer } from "../../shell/query.ts";
import { useSearchParams } from "../../shell/search-params.ts";
import { byLetter } from "./letters.ts";
import "./words.css";

const elementOf = (id: string): string => `word-${id}`;

const Word = ({ term, all }: { readonly term: TermView; readonly all: readonly TermView[] }) => {
  const see = term.see.flatMap((id) => all.find((one) => one.id === id) ?? []);
  return (
    <div className="word" id={elementOf(term.id)} tabIndex={-1}>
      <dt>{term.term}</dt>
      <dd>
        <RichText text={term.says} />
        {see.length > 0 ? (
          <p className="word-see">
            See{" "}
            {see.map((other, place) => (
              <span key={other.id}>
                {place > 0 ? ", " : ""}
                <Link to="/glossary" search={{ word: other.id }} resetScroll={false}>
                  {other.term}
                </Link>
              </span>
            ))}
          </p>
        ) : null}
      </dd>
    </div>
  );
};

/** A word that a link names takes the focus, wherever it stands in the list. */
const useNamedWord = (word: string | undefined, isThere: boolean) => {
  useEffect(() => {
    if (word !== undefined && isThere) document.getElementById(elementOf(word))?.focus();
  }, [word, isThere]);
};

const Words = ({ terms }: { readonly terms: readonly TermView[] }) => {
  const letters = byLetter(terms);
  return (
    <>
      {letters.length > 3 ? (
        <nav className="letters" aria-label="Letters">
          {letters.map(({ letter }) => (
            <a key={letter} href={`#letter-${letter}`}>
              {letter}
            </a>
          ))}
        </nav>
      ) : null}
      {letters.map(({ letter, terms: found }) => (
        <section key={letter} className="letter" aria-labelledby={`letter-${letter}`}>
          <h2 id={`letter-${letter}`}>{letter}</h2>
          <dl>
            {found.map((term) => (
              <Word key={term.id} term={term} all={terms} />
            ))}
          </dl>
        </section>
      ))}
    </>
  );
};

const foundText = (search: string | undefined, count: number): string =>
  search ? `${count} ${count === 1 ? "word holds" : "words hold"} “${search}”` : `${count} words`;

export const GlossaryPage = () => {
  const [{ search, word }, change] = useSearchParams();
  const setSearch = useCallback(
    (text: string) => change({ search: text || undefined, word: undefined }),
    [change],
  );
  const answer = useQueryAnswer(
    "GET /api/glossary",
    { query: search ? { search } : {} },
    { keepPrevious: true },
  );
  const terms = answer.value?.terms ?? null;
  useNamedWord(word, terms !== null);
  return (
    <Page
      kicker="Glossary"
      sentence="What the words mean here."
      sub="Lessons link to these words; a press on one shows what it means without leaving the page."
    >
      <search className="words-search">
        <SearchField label="Search" value={search ?? ""} onSettled={setSearch} />
        <p role="status">{terms ? foundText(search, terms.length) : ""}</p>
      </search>
      {answer.problem ? <ProblemNote problem={answer.problem} onRetry={answer.retry} /> : null}
      {answer.isLoading ? <Loading what="the glossary" lines={8} /> : null}
      {terms?.length === 0 ? (
        <Empty title={search ? "No word holds that text." : "The glossary has no words yet."} />
      ) : null}
      {/* Words inside the definitions are links within this very page. */}
      <ProseLinksProvider links={{ terms: [], sources: [] }}>
        <Words terms={terms ?? []} />
      </ProseLinksProvider>
    </Page>
  );
};
