import type { ReactNode } from "react";
import { usePageHeading } from "../../design/use-page-heading.ts";
import { Brand } from "../../shell/brand.tsx";
import { ThemeSwitch } from "../../shell/theme-switch.tsx";

type OutsidePageProps = {
  readonly sentence: string;
  /** Whether what was asked about counts; null: nothing to say yet. */
  readonly verdict: boolean | null;
  readonly children: ReactNode;
};

/** For whoever comes from outside, without an account: one answer and nothing to sign in to. */
export const OutsidePage = ({ sentence, verdict, children }: OutsidePageProps) => {
  const heading = usePageHeading(sentence);
  return (
    <main id="main" className="plain" tabIndex={-1}>
      <div className="plain-inner outside" data-wide>
        <Brand />
        <div className="page" data-narrow>
          <header
            className="outside-head"
            data-verdict={verdict === null ? undefined : verdict ? "counts" : "counts-not"}
          >
            {verdict === null ? null : (
              <span className="outside-mark" aria-hidden="true">
                {verdict ? "✓" : "✕"}
              </span>
            )}
            <h1 ref={heading} tabIndex={-1}>
              {sentence}
            </h1>
          </header>
          {children}
        </div>
        <div className="plain-foot">
          <ThemeSwitch />
        </div>
      </div>
    </main>
  );
};
