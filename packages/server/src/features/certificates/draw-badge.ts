import { bakePng, bakeSvg, escapeXml } from "./bake.ts";
import { drawSealPng, horizonPath } from "./draw-seal.ts";

/** What stands on a picture or on paper. */
export type Face = {
  readonly title: string;
  readonly issuer: string;
  /** `14 February 2027` */
  readonly from: string;
  readonly until: string;
  readonly url: string;
  readonly issuedAt: Date;
  /** Null: there is no name to print. */
  readonly holder: string | null;
  /** What was asked, line by line. */
  readonly criteria: readonly string[];
};

const pngSize = 480;
let seal: Buffer | null = null;

export const badgePng = (jwt: string): Buffer => {
  seal ??= drawSealPng(pngSize);
  return bakePng(seal, jwt);
};

const lineLength = 30;

/** Words in lines of about so many signs. */
const inLines = (text: string): readonly string[] => {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < lineLength) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else lines.push(word);
  }
  return lines.slice(0, 3);
};

const drawing = ({ title, issuer, until }: Face): string => {
  const words = inLines(title).map(
    (line, index) =>
      `<text x="240" y="${330 + index * 34}" font-size="28" font-weight="600" fill="#15181c">${escapeXml(line)}</text>`,
  );
  return `<title>${escapeXml(title)}</title>
<rect width="480" height="480" rx="24" fill="#fbfaf7"/>
<g transform="translate(120 44) scale(10)" fill="none" stroke-width="2">
<circle cx="12" cy="12" r="9.5" stroke="#15181c"/>
<path d="${horizonPath}" stroke="#c2410c" stroke-linejoin="round"/>
</g>
<g font-family="Geist, system-ui, sans-serif" text-anchor="middle">
${words.join("\n")}
<text x="240" y="432" font-size="16" fill="#4c525a">${escapeXml(issuer)} · until ${escapeXml(until)}</text>
</g>`;
};

export const badgeSvg = (face: Face, jwt: string): string =>
  bakeSvg(drawing(face), "0 0 480 480", jwt);
