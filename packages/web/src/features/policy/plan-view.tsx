import type { PolicyPlan } from "@checkride/api/policy";
import { useState } from "react";
import { type Column, DataTable } from "../../design/data-table.tsx";
import { Notice } from "../../design/notice.tsx";
import { Section } from "../../design/section.tsx";
import { PlanNames } from "./plan-names.tsx";
import { planSentence } from "./plan-sentence.ts";

type Change = PolicyPlan["changes"][number];
type Team = PolicyPlan["teams"][number];

const signed = (count: number, sign: "+" | "−") => (
  <span className="plan-count" data-sign={count > 0 ? sign : undefined}>
    {count > 0 ? `${sign}${count.toLocaleString("en-GB")}` : "0"}
  </span>
);

const isFelt = ({ gains, loses, newlyAsked, noLongerAsked, otherEnd }: Change): boolean =>
  gains + loses + newlyAsked + noLongerAsked + otherEnd > 0;

const changeColumns: readonly Column<Change>[] = [
  {
    key: "title",
    title: "What",
    isRowHeader: true,
    cell: ({ title, gate, certificate }) => (
      <div className="plan-what">
        {title}
        <code>{gate ?? certificate}</code>
      </div>
    ),
  },
  { key: "kind", title: "Kind", cell: ({ gate }) => (gate === null ? "certificate" : "gate") },
  { key: "loses", title: "Lose", align: "end", cell: ({ loses }) => signed(loses, "−") },
  { key: "gains", title: "Gain", align: "end", cell: ({ gains }) => signed(gains, "+") },
  { key: "other-end", title: "End otherwise", align: "end", cell: ({ otherEnd }) => otherEnd },
  { key: "asked", title: "Newly asked", align: "end", cell: ({ newlyAsked }) => newlyAsked },
  {
    key: "no-longer",
    title: "No longer asked",
    align: "end",
    cell: ({ noLongerAsked }) => noLongerAsked,
  },
];

const teamColumns: readonly Column<Team>[] = [
  { key: "team", title: "Team", isRowHeader: true, cell: ({ team }) => team ?? "No team" },
  { key: "loses", title: "Lose", align: "end", cell: ({ loses }) => signed(loses, "−") },
  { key: "gains", title: "Gain", align: "end", cell: ({ gains }) => signed(gains, "+") },
  { key: "affected", title: "Affected", align: "end", cell: ({ affected }) => affected },
];

type PlanViewProps = { readonly plan: PolicyPlan; readonly isOutdated: boolean };

export const PlanView = ({ plan, isOutdated }: PlanViewProps) => {
  const changes = plan.changes.filter(isFelt);
  const [now] = useState(() => new Date().toISOString());
  return (
    <>
      <Section
        title="The plan"
        aside={`${plan.affected.toLocaleString("en-GB")} of ${plan.people.toLocaleString("en-GB")} people affected`}
      >
        <p className="plan-sentence" role="status">
          {planSentence(plan, now)}
        </p>
        {isOutdated ? (
          <Notice tone="warning" title="The text changed since this plan.">
            Plan again to see what the text as it is now would do.
          </Notice>
        ) : null}
        {changes.length > 0 ? (
          <DataTable
            caption="Changes by gate and certificate"
            columns={changeColumns}
            rows={changes}
            keyOf={({ gate, certificate }) => `${gate} ${certificate}`}
          />
        ) : null}
      </Section>
      {plan.teams.length > 0 ? (
        <Section title="By team">
          <DataTable
            caption="Changes by team"
            columns={teamColumns}
            rows={plan.teams}
            keyOf={({ team }) => team ?? ""}
          />
        </Section>
      ) : null}
      {plan.named === null && plan.affected > 0 ? (
        <p className="muted plan-unnamed">
          Your role sees counts. Who they are, the programme owner sees.
        </p>
      ) : null}
      {plan.named && plan.named.length > 0 ? (
        <PlanNames named={plan.named} affected={plan.affected} now={now} />
      ) : null}
    </>
  );
};
