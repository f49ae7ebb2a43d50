import { Button } from "../../design/button.tsx";
import { Page } from "../../design/page.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { dropLinkToken } from "../../shell/link-token.ts";
import { queryClient, useAct } from "../../shell/query.ts";

type RedeemLinkProps = {
  readonly token: string;
  readonly signedInAs: string | null;
};

/** Waits for a press: programs that open every link in a mail must not use it up. */
export const RedeemLink = ({ token, signedInAs }: RedeemLinkProps) => {
  const redeem = useAct("POST /api/session/link");
  const use = async () => {
    const entered = await redeem.act({ body: { token } });
    if (!entered.ok) return;
    await queryClient.resetQueries();
    dropLinkToken();
  };
  const isUseless = redeem.problem?.code === "link-not-valid";
  return (
    <Page
      kicker="One-time link"
      sentence={isUseless ? "This link does not work any more." : "Your sign-in link is ready."}
      sub={
        isUseless
          ? null
          : "It works once. Signing in uses it up; after that you choose how you sign in from now on."
      }
    >
      <div className="sign-in">
        {signedInAs && !isUseless ? (
          <p className="sign-in-help">
            You are signed in as {signedInAs}. The link may belong to somebody else; using it ends
            that session here.
          </p>
        ) : null}
        {redeem.problem ? <ProblemNote problem={redeem.problem} /> : null}
        {isUseless ? (
          <Button onPress={dropLinkToken}>Sign in another way</Button>
        ) : (
          <Button variant="go" isPending={redeem.isPending} onPress={() => void use()}>
            Sign in with this link
          </Button>
        )}
      </div>
    </Page>
  );
};
