import { Navigate } from "@tanstack/react-router";
import { Loading } from "../../design/loading.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { safeBack } from "../../shell/back.ts";
import { Brand } from "../../shell/brand.tsx";
import { useLinkToken } from "../../shell/link-token.ts";
import { useQueryAnswer } from "../../shell/query.ts";
import { useSearchParams } from "../../shell/search-params.ts";
import { ThemeSwitch } from "../../shell/theme-switch.tsx";
import { ChooseSignIn } from "./choose-sign-in.tsx";
import { RedeemLink } from "./redeem-link.tsx";
import { SignInForm } from "./sign-in-form.tsx";
import "./sign-in-page.css";

const Step = () => {
  const token = useLinkToken();
  const [{ back }] = useSearchParams();
  const session = useQueryAnswer("GET /api/session", {});
  const organisation = useQueryAnswer("GET /api/organisation", {});
  const problem = session.problem ?? organisation.problem;
  if (session.value === null || organisation.value === null) {
    return problem ? (
      <ProblemNote
        problem={problem}
        onRetry={() => {
          session.retry();
          organisation.retry();
        }}
      />
    ) : (
      <Loading what="the sign-in" />
    );
  }
  const { person, next } = session.value;
  if (token !== null) {
    return <RedeemLink token={token} signedInAs={person?.name ?? null} />;
  }
  if (person === null)
    return <SignInForm organisation={organisation.value} wasSent={back !== undefined} />;
  if (next === "choose-sign-in") return <ChooseSignIn person={person} />;
  return <Navigate to={next === "set-up" ? "/set-up" : safeBack(back)} replace />;
};

export const SignInPage = () => (
  <main id="main" className="plain" tabIndex={-1}>
    <div className="plain-inner">
      <Brand />
      <Step />
      <div className="plain-foot">
        <ThemeSwitch />
      </div>
    </div>
  </main>
);
