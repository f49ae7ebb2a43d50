import type { PersonCard } from "@checkride/api/people";
import { useState } from "react";
import { Button } from "../../design/button.tsx";
import { Notice } from "../../design/notice.tsx";
import { Section } from "../../design/section.tsx";
import { PasswordForm } from "../../shell/sign-in-methods/password-form.tsx";

type PasswordSectionProps = { readonly person: PersonCard; readonly hasPassword: boolean };

export const PasswordSection = ({ person, hasPassword }: PasswordSectionProps) => {
  const [step, setStep] = useState<"rest" | "form" | "done">("rest");
  return (
    <Section title="Password" aside={hasPassword ? "set" : "none set"}>
      <div className="account-form">
        {step === "done" ? (
          <Notice tone="good" isLive title="Your password is saved.">
            All your other sessions have ended.
          </Notice>
        ) : null}
        {step === "rest" ? (
          <Button onPress={() => setStep("form")}>
            {hasPassword ? "Change password" : "Set a password"}
          </Button>
        ) : null}
        {step === "form" ? (
          <PasswordForm
            hasPassword={hasPassword}
            ownWords={[person.name, person.email ?? ""]}
            email={person.email}
            onDone={() => setStep("done")}
          />
        ) : null}
      </div>
    </Section>
  );
};
