import { urlOf } from "@checkride/api/client";
import { CopyField } from "../../design/copy-field.tsx";
import { Section } from "../../design/section.tsx";
import { useSearchParams } from "../../shell/search-params.ts";
import { evidenceQuery } from "./evidence-query.ts";
import "../../design/button.css";

/** A plain link: the browser writes the stream to disk, however long it is. */
export const EvidenceExport = ({ vkey }: { readonly vkey: string | null }) => {
  const [params] = useSearchParams();
  const query = evidenceQuery(params);
  const isFiltered = Object.keys(query).length > 0;
  return (
    <Section title="Export" aside={isFiltered ? "what the filters show" : "everything"}>
      <p>
        The export holds every fact with its proof. Whoever has it and the key can verify it without
        this server and without a network.
      </p>
      <div className="evidence-export">
        <a
          className="button"
          data-variant="plain"
          href={urlOf("/api/ledger/export", { query })}
          download="export.ndjson"
        >
          Download {isFiltered ? "these facts" : "all facts"} as NDJSON
        </a>
      </div>
      {vkey === null ? null : (
        <CopyField
          label="Command that verifies it offline"
          value={`checkride ledger verify export.ndjson --key '${vkey}'`}
          description="It names the row that is wrong, if one is."
        />
      )}
    </Section>
  );
};
