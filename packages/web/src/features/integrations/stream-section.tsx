import { CopyField } from "../../design/copy-field.tsx";
import { Section } from "../../design/section.tsx";

export const StreamSection = () => (
  <Section title="Stream of events" aside="server-sent events">
    <div className="hook-stream">
      <CopyField
        label="Address of the stream"
        value={`${window.location.origin}/api/happenings/stream`}
        description="The same as to webhooks, for whoever would rather follow than be called. It takes an access token with the right gates:read; Last-Event-ID goes on where a connection ended."
      />
    </div>
  </Section>
);
