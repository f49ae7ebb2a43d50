/** What the browser shows. The rest of the page is in the template of the intranet. */

/** Everything but letters, digits and white space as its number. */
const asText = (text: string): string =>
  [...text].map((sign) => (/[\p{L}\p{N}\s]/u.test(sign) ? sign : `&#${sign.codePointAt(0)};`)).join("");

/** The answer, and the question as a title when the mouse rests on it. */
export const answerHtml = (question: string, text: string): string =>
  `<section class="answer" title="${asText(question)}"><p>${asText(text)}</p></section>`;
