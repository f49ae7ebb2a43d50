/** What the browser shows. The rest of the page is in the template of the intranet. */
const escaped = (text: string): string => {
  let out = "";
  for (const sign of text) {
    const at = `&<>"'`.indexOf(sign);
    out += at === -1 ? sign : ["&amp;", "&lt;", "&gt;", "&quot;", "&apos;"][at];
  }
  return out;
};

/** The answer, and the question as a title when the mouse rests on it. */
export const answerHtml = (question: string, text: string): string =>
  ['<section class="answer" title="', escaped(question), '"><p>', escaped(text), "</p></section>"].join("");
