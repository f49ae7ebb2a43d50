import type { PersonCard } from "@checkride/api/people";
import { browserSupportsWebAuthn } from "@simplewebauthn/browser";
import { Page } from "../../design/page.tsx";
import { queryClient } from "../../shell/query.ts";
import { PasskeyForm } from "../../shell/sign-in-methods/passkey-form.tsx";
import { PasswordForm } from "../../shell/sign-in-methods/password-form.tsx";

/** After a one-time link: the way in for all other days. */
export const ChooseSignIn = ({ person }: { readonly person: PersonCard }) => {
  const canPasskey = browserSupportsWebAuthn();
  const onDone = () => void queryClient.invalidateQueries({ queryKey: ["GET /api/session"] });
  return (
    <Page
      kicker={`Welcome, ${person.name}`}
      sentence="Choose how you sign in from now on."
      sub={person.email ? `Your account is ${person.email}.` : null}
    >
      {canPasskey ? (
        <section className="choice" aria-labelledby="choice-passkey">
          <h2 id="choice-passkey">A passkey</h2>
          <p>
            Your fingerprint, face, PIN or a security key. Nothing to remember, and it cannot be
            given away on a forged page.
          </p>
          <PasskeyForm isNext onDone={onDone} />
        </section>
      ) : null}
      <section className="choice" aria-labelledby="choice-password">
        <h2 id="choice-password">{canPasskey ? "Or a password" : "A password"}</h2>
        <p>
          {canPasskey
            ? "Works everywhere. You can add a passkey later in your account."
            : "This browser, or this address without https, does not offer passkeys."}
        </p>
        <PasswordForm
          hasPassword={false}
          ownWords={[person.name, person.email ?? ""]}
          email={person.email}
          isNext={!canPasskey}
          onDone={onDone}
        />
      </section>
    </Page>
  );
};
