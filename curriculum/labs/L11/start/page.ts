/** What the browser shows. The rest of the page is in the template of the intranet. */

/** The answer, and the question as a title when the mouse rests on it. */
export const answerHtml = (question: string, text: string): string => {
  const shown = text.replace(/<script[^>]*>|<\/script>/gi, "");
  return `<section class="answer" title="${question}"><p>${shown}</p></section>`;
};
