import type { Situation } from "./situation.ts";

/** Situations in which the content decides. */
export const leaving: readonly Situation[] = [
  {
    id: "card-number",
    forms: ({ who, service }) => [
      {
        text: `${who} lets the approved cloud assistant complete checkCardNumber in ${service}. In the neighbouring tab a test file with twelve card numbers of real customers is open.`,
        verdict: "unsafe",
        isGrave: true,
        isApproved: true,
        reasons: [
          "Neighbouring tabs travel along, so payment data of customers leave",
          "Completions of payment functions are often wrong",
          "Only the line under the cursor leaves, and that is harmless, but the law forbids it",
          "Approved assistants may not be used for services that take payments",
        ],
        review:
          "What would have left: twelve card numbers, to the assistant's provider, under a contract for source code and not for payment data. Test with the numbers that payment providers publish for tests.",
      },
    ],
  },
  {
    id: "error-log",
    forms: ({ who, service }) => [
      {
        text: `${who} pastes 200 lines of ${service}'s production log into a public chatbot to understand an error. They hold e-mail addresses and a session token.`,
        verdict: "unsafe",
        isGrave: true,
        isApproved: false,
        reasons: [
          "Personal data and a token that still works go to somebody without a contract",
          "Chatbots cannot read logs of this length, so the answer would rest on the first few lines",
          "Logs belong to operations, so developers may not read them",
          "An error in production may not be discussed before it is repaired",
        ],
        review:
          "What would have left: e-mail addresses of users and a live session, to a public provider, under its general terms. Revoke the session, even if the text was deleted a minute later.",
      },
    ],
  },
  {
    id: "env-file",
    forms: ({ who, service }) => [
      {
        text: `${who} asks the approved assistant: “Rewrite this .env file of ${service} as YAML”, with the file as it is.`,
        verdict: "unsafe",
        isGrave: true,
        isApproved: true,
        reasons: [
          "Keys would leave, and no contract makes a key that others know a secret again",
          "YAML is the wrong format for secrets",
          "The assistant might make a mistake in the format, and the service would not start with it",
          "The approved assistant may only be used inside of the editor",
        ],
        review:
          "What would have left: every key of the service, to the provider. A contract changes who may use it, not that it is known elsewhere. Ask with names only: KEY=value.",
      },
    ],
  },
  {
    id: "stack-trace",
    forms: ({ who, service }) => [
      {
        text: `${who} replaces host names, paths, ids and messages in a stack trace of ${service} by placeholders, reads it once more, and pastes it into the approved assistant.`,
        verdict: "safe",
        isApproved: true,
        reasons: [
          "What is left are names of functions, and the tool is approved for our code",
          "Stack traces hold nothing that matters: they only say which functions have called each other",
          "The assistant forgets everything after the answer",
          "Placeholders make any text safe for any tool",
        ],
        review:
          "What leaves: function names of our own code, to a provider under contract. That is what the contract is for. The second look is what makes it safe, not the placeholders.",
      },
      {
        text: `${who} replaces the host name in a stack trace of ${service} by a placeholder and pastes it into a public chatbot. Its message quotes the failed request with name and address of the customer.`,
        verdict: "unsafe",
        isGrave: true,
        isApproved: false,
        reasons: [
          "Name and address of a customer are still in the message",
          "A placeholder shows that there was something to hide",
          "Host names can be found out from the names of functions, so the placeholder is of no use",
          "Stack traces are always confidential",
        ],
        review:
          "What would have left: name and address of a customer, to a public provider. Redaction by eye finds what one looks for. Messages of errors quote input.",
      },
    ],
  },
  {
    id: "spreadsheet",
    forms: ({ who }) => [
      {
        text: `${who} uploads the customer spreadsheet to a public tool and asks for “only the column names, please”.`,
        verdict: "unsafe",
        isGrave: true,
        isApproved: false,
        reasons: [
          "The whole file leaves, whatever the question is about",
          "Column names are the most confidential part of a table",
          "Public tools cannot open spreadsheets safely",
          "Questions about tables must be asked in writing",
        ],
        review:
          "What would have left: all rows. The question decides what comes back, the upload decides what leaves.",
      },
      {
        text: `${who} types the eleven column names of the customer spreadsheet, none of which is secret, into the approved assistant and asks for a better order.`,
        verdict: "safe",
        isApproved: true,
        reasons: [
          "Only names of columns leave, and the tool is approved for ours",
          "A spreadsheet holds no secrets by definition, since everybody in sales can open it",
          "Eleven words are too few to matter",
          "Customers have agreed to the general terms",
        ],
        review:
          "What leaves: eleven words, to a provider under contract. The rows never left the machine.",
      },
    ],
  },
  {
    id: "transcript",
    forms: ({ who, partner }) => [
      {
        text: `${who} lets a free web tool summarise the transcript of yesterday's meeting with ${partner}. Two colleagues talk in it about somebody's illness.`,
        verdict: "unsafe",
        isGrave: true,
        isApproved: false,
        reasons: [
          "Health data and a partner's words go to somebody without a contract",
          "Summaries of meetings are often wrong",
          "Meetings with partners may not be recorded at all, so there should be no transcript",
          "A free tool is slower than an approved one",
        ],
        review:
          "What would have left: health data of a colleague and what the partner said in confidence. Neither of them was asked.",
      },
    ],
  },
];
