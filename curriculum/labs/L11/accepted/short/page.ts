const safe = (text: string) =>
  text.replace(/[^\p{L}\p{N} .,!?\n]/gu, (sign) => `&#${sign.codePointAt(0)};`);

export const answerHtml = (question: string, text: string) =>
  `<section class="answer" title="${safe(question)}"><p>${safe(text)}</p></section>`;
