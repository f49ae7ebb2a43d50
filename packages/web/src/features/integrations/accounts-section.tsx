import { LinkButton } from "../../design/link-button.tsx";
import { Section } from "../../design/section.tsx";
import { useSession } from "../../shell/session.tsx";

export const AccountsSection = () => {
  const { can } = useSession();
  return (
    <Section title="Linked accounts">
      <div className="hook-links">
        <p>
          A gate that is asked about a change finds its authors by their accounts at the forge.
          People link their own on their account page; owners link many with a file.
        </p>
        <div className="row">
          <LinkButton to="/integrations/accounts">All linked accounts</LinkButton>
          {can("forges:write") ? (
            <LinkButton to="/integrations/accounts/import">Link many</LinkButton>
          ) : null}
        </div>
      </div>
    </Section>
  );
};
