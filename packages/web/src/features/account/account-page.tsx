import type { AccountView } from "@checkride/api/session";
import type { ReactNode } from "react";
import { Loading } from "../../design/loading.tsx";
import { Moment } from "../../design/moment.tsx";
import { Page } from "../../design/page.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { Section } from "../../design/section.tsx";
import { useQueryAnswer } from "../../shell/query.ts";
import { accountSentence } from "./account-sentence.ts";
import { PasskeysSection } from "./passkeys-section.tsx";
import { PasswordSection } from "./password-section.tsx";
import { SessionsSection } from "./sessions-section.tsx";
import "./account-page.css";

const facts = (person: AccountView["person"]): readonly (readonly [string, string])[] => [
  ["Name", person.name],
  ["E-mail", person.email ?? "none"],
  ["Team", person.team ?? "none"],
  ["Job", person.job ?? "none"],
  ["Roles", person.roles.join(", ")],
  ...Object.entries(person.attributes).map(([name, values]) => [name, values.join(", ")] as const),
];

const Profile = ({ person }: { readonly person: AccountView["person"] }) => (
  <Section title="Profile" aside="kept by the owners of your organisation">
    <dl className="facts">
      {facts(person).map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      <div>
        <dt>With us since</dt>
        <dd>
          <Moment at={person.startedAt} />
        </dd>
      </div>
    </dl>
  </Section>
);

/** What another feature shows of the same account. */
type Beside = { readonly linked: ReactNode };

export const AccountPage = ({ linked }: Beside) => {
  const account = useQueryAnswer("GET /api/account", {});
  if (account.value === null) {
    return account.problem ? (
      <Page sentence="Your account could not be read.">
        <ProblemNote problem={account.problem} onRetry={account.retry} />
      </Page>
    ) : (
      <Loading what="your account" />
    );
  }
  const { person, hasPassword, passkeys, sessions } = account.value;
  return (
    <Page kicker="Account" sentence={accountSentence(account.value)}>
      <Profile person={person} />
      <PasskeysSection passkeys={passkeys} hasPassword={hasPassword} />
      <PasswordSection person={person} hasPassword={hasPassword} />
      {linked}
      <SessionsSection sessions={sessions} />
    </Page>
  );
};
