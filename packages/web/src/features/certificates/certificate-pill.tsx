import type { CertificateRecord } from "@checkride/api/certificates";
import { Pill } from "../../design/pill.tsx";
import { certificateLook } from "./certificate-words.ts";

export const CertificatePill = ({ state }: Pick<CertificateRecord, "state">) => {
  const { word, glyph, tone } = certificateLook(state);
  return (
    <Pill tone={tone} glyph={glyph}>
      {word}
    </Pill>
  );
};
