/** What the browser shows. The rest of the page is in the template of the intranet. */

const codes = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
  ["'", "&#39;"],
]);

const encoded = (text: string): string => text.replace(/[&<>"']/g, (sign) => codes.get(sign) ?? sign);

/** The answer, and the question as a title when the mouse rests on it. */
export const answerHtml = (question: string, text: string): string =>
  `<section class="answer" title="${encoded(question)}"><p>${encoded(text)}</p></section>`;
