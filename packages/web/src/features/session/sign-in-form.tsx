import type { OrganisationView } from "@checkride/api/organisation";
import type { Problem } from "@checkride/api/problems";
import {
  browserSupportsWebAuthn,
  browserSupportsWebAuthnAutofill,
  WebAuthnAbortService,
} from "@simplewebauthn/browser";
import { useEffect, useState } from "react";
import { Button } from "../../design/button.tsx";
import { Page } from "../../design/page.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { TextField } from "../../design/text-field.tsx";
import { queryClient, useAct } from "../../shell/query.ts";
import { signInWithPasskey } from "../../shell/sign-in-methods/passkey.ts";

/** Nothing read before signing in, or by somebody else, may show afterwards. */
const enter = () => queryClient.resetQueries();

/** Offers passkeys in the browser's own list under the e-mail field, where that exists. */
const useAutofill = (onProblem: (problem: Problem) => void) => {
  useEffect(() => {
    let isGone = false;
    const wait = async () => {
      if (!(await browserSupportsWebAuthnAutofill()) || isGone) return;
      const entered = await signInWithPasskey(true);
      if (isGone) return;
      if (entered.ok) await enter();
      // Only what the server refused: a list that was never opened is no fault.
      else if (entered.problem !== null && entered.problem.status === 401)
        onProblem(entered.problem);
    };
    void wait();
    return () => {
      isGone = true;
      WebAuthnAbortService.cancelCeremony();
    };
  }, [onProblem]);
};

const PasskeyButton = ({
  onProblem,
}: {
  readonly onProblem: (problem: Problem | null) => void;
}) => {
  const [isPending, setPending] = useState(false);
  const go = async () => {
    setPending(true);
    onProblem(null);
    const entered = await signInWithPasskey(false);
    setPending(false);
    if (entered.ok) await enter();
    else onProblem(entered.problem);
  };
  return (
    <Button isPending={isPending} onPress={() => void go()}>
      Use a passkey
    </Button>
  );
};

const PasswordSignIn = ({
  onProblem,
}: {
  readonly onProblem: (problem: Problem | null) => void;
}) => {
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const signIn = useAct("POST /api/session/password");
  const send = async () => {
    onProblem(null);
    const entered = await signIn.act({ body: { email: email.trim(), password } });
    if (entered.ok) await enter();
    else onProblem(entered.problem);
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <TextField
        label="E-mail address"
        type="email"
        name="email"
        autoComplete="username webauthn"
        isRequired
        value={email}
        onChange={setEmail}
      />
      <TextField
        label="Password"
        type="password"
        name="password"
        autoComplete="current-password"
        isRequired
        value={password}
        onChange={setPassword}
      />
      <div className="row">
        <Button type="submit" variant="go" isPending={signIn.isPending}>
          Sign in
        </Button>
      </div>
    </form>
  );
};

type SignInFormProps = {
  readonly organisation: OrganisationView;
  /** They wanted another page and were sent here. */
  readonly wasSent: boolean;
};

export const SignInForm = ({ organisation, wasSent }: SignInFormProps) => {
  const [problem, setProblem] = useState<Problem | null>(null);
  useAutofill(setProblem);
  return (
    <Page
      kicker={wasSent ? "You are not signed in, or your session has ended" : undefined}
      sentence={organisation.name ? `Sign in to ${organisation.name}.` : "Sign in."}
    >
      <div className="sign-in">
        {problem ? <ProblemNote problem={problem} /> : null}
        <PasswordSignIn onProblem={setProblem} />
        {browserSupportsWebAuthn() ? (
          <>
            <div className="sign-in-or">or</div>
            <PasskeyButton onProblem={setProblem} />
          </>
        ) : null}
        <p className="sign-in-help">
          {organisation.setUp
            ? "No account, or no way in any more? An owner of your organisation can send you a sign-in link that works once."
            : "This installation is new: its first sign-in link was printed where Checkride was started."}
        </p>
      </div>
    </Page>
  );
};
