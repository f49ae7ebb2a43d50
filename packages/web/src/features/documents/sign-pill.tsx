import type { MySign } from "@checkride/api/documents";
import { Pill } from "../../design/pill.tsx";

export const SignPill = ({ mine }: { readonly mine: MySign }) => {
  switch (mine.state) {
    case "signed":
      return (
        <Pill tone="current" glyph="●">
          Signed v{mine.signedVersion}
        </Pill>
      );
    case "sign-again":
      return (
        <Pill tone="due" glyph="◔">
          Sign again
        </Pill>
      );
    case "unsigned":
      return (
        <Pill tone="none" glyph="○">
          Not signed
        </Pill>
      );
  }
};
