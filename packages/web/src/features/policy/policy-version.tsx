import type { Answer } from "@checkride/api/client";
import { lazy, Suspense, useState } from "react";
import { formatDate } from "../../design/date.ts";
import { DifferenceView } from "../../design/difference-view.tsx";
import { Loading } from "../../design/loading.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { Section } from "../../design/section.tsx";
import { Select } from "../../design/select.tsx";
import { Tabs } from "../../design/tabs.tsx";
import { useQueryAnswer } from "../../shell/query.ts";

const PolicyEditor = lazy(async () => ({
  default: (await import("./policy-editor.tsx")).PolicyEditor,
}));

type Version = Answer<"GET /api/policy/versions/{version}">;

type PolicyVersionProps = {
  readonly version: number;
  readonly known: readonly { readonly version: number }[];
};

const storyOf = ({ state, proposedBy, proposedAt, approvals, appliedAt }: Version): string => {
  const approvers = approvals.map(({ name }) => name);
  const approved =
    approvers.length > 0
      ? `, approved by ${new Intl.ListFormat("en-GB").format(approvers)}`
      : ", approved by nobody";
  const notApplied = state === "proposed" ? ", not in force yet" : ", never in force";
  const applied = appliedAt === null ? notApplied : `, in force from ${formatDate(appliedAt)}`;
  return `Proposed by ${proposedBy.name} on ${formatDate(proposedAt)}${approved}${applied}.`;
};

const noFaults: readonly never[] = [];

const Shown = ({ value }: { readonly value: Version }) => {
  const [tab, setTab] = useState<"difference" | "text">("difference");
  const caption = `Differences from v${value.against ?? 0} to v${value.version}`;
  const hasChanges = value.difference.some(({ kind }) => kind !== "same");
  return (
    <Tabs
      label={`Version ${value.version}`}
      selected={tab}
      onSelect={setTab}
      tabs={[
        {
          key: "difference",
          title: value.against === null ? "Differences" : `Differences from v${value.against}`,
          content: hasChanges ? (
            <DifferenceView caption={caption} lines={value.difference} />
          ) : (
            <p className="muted">The text is the same.</p>
          ),
        },
        {
          key: "text",
          title: "The whole text",
          content: (
            <Suspense fallback={<Loading what="the text" lines={10} />}>
              <PolicyEditor
                label={`Policy v${value.version} as YAML, to read`}
                text={value.text}
                faults={noFaults}
                isReadOnly
                schema={null}
                onText={() => undefined}
              />
            </Suspense>
          ),
        },
      ]}
    />
  );
};

/** One version: its story, its text, and what it changed against another. */
export const PolicyVersion = ({ version, known }: PolicyVersionProps) => {
  const [against, setAgainst] = useState("");
  const answer = useQueryAnswer(
    "GET /api/policy/versions/{version}",
    { params: { version }, query: against === "" ? {} : { against: Number(against) } },
    { keepPrevious: true },
  );
  const { value, problem } = answer;
  const options = [
    { value: "", label: "the one before" },
    ...known
      .filter((other) => other.version !== version)
      .map((other) => ({ value: String(other.version), label: `v${other.version}` })),
  ];
  return (
    <Section title={`Version ${version}`}>
      {problem ? <ProblemNote problem={problem} onRetry={answer.retry} /> : null}
      {answer.isLoading ? <Loading what="the version" lines={8} /> : null}
      {value ? (
        <>
          <p>{storyOf(value)}</p>
          {value.note ? <blockquote className="proposal-note">{value.note}</blockquote> : null}
          <div className="policy-against">
            <Select label="Compare with" value={against} options={options} onChange={setAgainst} />
          </div>
          <Shown value={value} />
        </>
      ) : null}
    </Section>
  );
};
