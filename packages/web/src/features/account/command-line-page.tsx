import type { AskedLogin } from "@checkride/api/device-logins";
import { useState } from "react";
import { Button } from "../../design/button.tsx";
import { Loading } from "../../design/loading.tsx";
import { Moment } from "../../design/moment.tsx";
import { Notice } from "../../design/notice.tsx";
import { Page } from "../../design/page.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { useAct, useQueryAnswer } from "../../shell/query.ts";
import "./account-page.css";

const Facts = ({ login }: { readonly login: AskedLogin }) => (
  <dl className="facts">
    <div>
      <dt>Code</dt>
      <dd>
        <strong>{login.code}</strong>
      </dd>
    </div>
    <div>
      <dt>Asked by</dt>
      <dd>{login.device}</dd>
    </div>
    <div>
      <dt>From</dt>
      <dd>{login.network}</dd>
    </div>
    <div>
      <dt>At</dt>
      <dd>
        <Moment as="minute" at={login.askedAt} />
      </dd>
    </div>
    <div>
      <dt>May then, as you</dt>
      <dd>{login.rights.join(", ")}</dd>
    </div>
  </dl>
);

const Decide = ({ login }: { readonly login: AskedLogin }) => {
  const [said, setSaid] = useState<"yes" | "no" | null>(null);
  const confirmation = useAct("POST /api/device-logins/{code}/confirmation");
  const refusal = useAct("DELETE /api/device-logins/{code}");
  const params = { code: login.code };
  const say = async (answer: "yes" | "no") => {
    const act = answer === "yes" ? confirmation.act : refusal.act;
    if ((await act({ params })).ok) setSaid(answer);
  };
  const problem = confirmation.problem ?? refusal.problem;
  if (said !== null) {
    return (
      <Notice
        tone={said === "yes" ? "good" : "plain"}
        isLive
        title={said === "yes" ? "The command line is let in." : "The command line is refused."}
      >
        You can close this page.
      </Notice>
    );
  }
  return (
    <>
      <Facts login={login} />
      <Notice tone="warning" title="Did you start this yourself, just now, in your own terminal?">
        Go on only if its code is the same. Whoever sent you a link to this page wants your rights.
      </Notice>
      {problem ? <ProblemNote problem={problem} /> : null}
      <div className="row">
        <Button variant="go" isPending={confirmation.isPending} onPress={() => void say("yes")}>
          The code is the same: let it in
        </Button>
        <Button isPending={refusal.isPending} onPress={() => void say("no")}>
          Refuse
        </Button>
      </div>
    </>
  );
};

/** Where `checkride login` sends a person: what asks, for what, and a yes or a no. */
export const CommandLinePage = ({ code }: { readonly code: string }) => {
  const login = useQueryAnswer("GET /api/device-logins/{code}", { params: { code } });
  if (login.value !== null) {
    return (
      <Page kicker="Account" sentence="A command line asks to be let in as you." narrow>
        <Decide login={login.value} />
      </Page>
    );
  }
  return login.problem ? (
    <Page kicker="Account" sentence="No command line waits with this code." narrow>
      <ProblemNote problem={login.problem} onRetry={login.retry} />
    </Page>
  ) : (
    <Loading what="who asks" />
  );
};
