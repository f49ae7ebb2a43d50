import type { Situation } from "./situation.ts";

/** Situations in which the tool, its contract or its rights decide. */
export const tools: readonly Situation[] = [
  {
    id: "algorithm",
    forms: ({ who }) => [
      {
        text: `${who} asks a public chatbot how Dijkstra's algorithm finds a shortest path, without any code of ours.`,
        verdict: "safe",
        isApproved: false,
        reasons: [
          "Nothing of ours leaves: the question is in every textbook",
          "Public chatbots do not keep questions about algorithms, they only keep what looks like code",
          "Algorithms cannot be protected by anybody",
          "Everything that is asked during working hours is covered",
        ],
        review: "What leaves: a question that tells nothing about us. No agreement is needed.",
      },
    ],
  },
  {
    id: "local-model",
    forms: ({ who, service }) => [
      {
        text: `${who} lets a model on an air-gapped machine of the company review ${service}, with its configuration.`,
        verdict: "safe",
        isApproved: true,
        reasons: [
          "Nothing can leave the machine, which is ours",
          "Local models do not remember what they read",
          "A review is always allowed, whatever is used for it",
          "Configuration without a network is not confidential",
        ],
        review:
          "What leaves: nothing. What stays is to treat the answer as a suggestion, and the model file as software from outside.",
      },
    ],
  },
  {
    id: "ordinary-code",
    forms: ({ who, service }) => [
      {
        text: `${who} lets the approved assistant, whose contract forbids keeping and training, write tests for ordinary code of ${service}. No secrets or personal data are in the open files.`,
        verdict: "safe",
        isApproved: true,
        reasons: [
          "The contract covers exactly this: our code, not kept, not trained on",
          "Tests are not confidential",
          "The code of a service that others can call will be public one day anyway",
          "Assistants only see the file that is tested",
        ],
        review: "What leaves: our code, to a provider who may neither keep nor use it.",
      },
      {
        text: `${who} is signed in to the approved assistant with a private account, to which the company's contract does not apply, and lets it write tests for ${service}.`,
        verdict: "unsafe",
        isApproved: false,
        reasons: [
          "The contract holds for the company's accounts, not for this one",
          "Private accounts are slower and make more mistakes, because they get the smaller model",
          "The same tool is safe in every account",
          "Tests may only be written by people",
        ],
        review:
          "What would have left: our code, under the terms of a private account, which often allow training. The name of the tool is not the agreement.",
      },
    ],
  },
  {
    id: "extension",
    forms: ({ who }) => [
      {
        text: `${who} installs a browser extension that summarises every page, and opens the internal wiki. Nobody has looked at the extension.`,
        verdict: "unsafe",
        isApproved: false,
        reasons: [
          "It reads whatever the browser shows and sends it to somebody unknown",
          "Summaries of wiki pages are too short to be useful and hide what the author meant to say",
          "Extensions slow down the internal network",
          "The wiki may only be read in the office",
        ],
        review:
          "What would have left: every internal page that is opened from now on, to the maker of the extension. Nobody pastes anything; that is why it goes unnoticed.",
      },
    ],
  },
  {
    id: "partner-source",
    forms: ({ who, partner, file }) => [
      {
        text: `${who} opens ${file} in the approved assistant. It is source of ${partner}, and its licence forbids to hand it to others.`,
        verdict: "unsafe",
        isApproved: true,
        reasons: [
          "It is not ours to hand on: our approval does not replace the partner's",
          "Foreign code confuses the assistant",
          "Partners' code is written in another style, so the assistant would learn the wrong one from it",
          "Licences do not matter as long as nothing is published",
        ],
        review: `What would have left: source of somebody else, to a third party, against the licence. Our contract with the provider says nothing about ${partner}'s rights.`,
      },
      {
        text: `${who} opens ${file} in the approved assistant. It is source of ${partner}, whose licence expressly allows that processors under contract see it.`,
        verdict: "safe",
        isApproved: true,
        reasons: [
          "The licence allows it, and the provider is under contract",
          "Source that was handed to us is ours",
          "Nobody can find out afterwards which tool was used for a single file",
          "Licences do not hold for single files",
        ],
        review:
          "What leaves: source that we may hand to processors, to one. Somebody read the licence first.",
      },
    ],
  },
  {
    id: "agent-shell",
    forms: ({ who, file }) => [
      {
        text: `${who} clones a repository of unknown origin, opens it with an agent that may run commands without asking, and says: “Find out what ${file} does”. The keys of the cloud account lie in the home folder.`,
        verdict: "unsafe",
        isGrave: true,
        isApproved: true,
        reasons: [
          "A text in the repository can order the agent to fetch the keys and send them",
          "Agents cannot read repositories that they do not know, so what they answer is made up",
          "Unknown repositories have bad licences",
          "The agent could be wrong about what the file does",
        ],
        review:
          "What could have left: the keys of the cloud account, to whoever wrote the repository. Outside text, private data and a way out in one hand: take one of them away, by a container without keys or by asking before each command.",
      },
      {
        text: `${who} clones a repository of unknown origin into a container without network and without keys, and lets an agent there find out what ${file} does.`,
        verdict: "safe",
        isApproved: true,
        reasons: [
          "There is nothing to take and no way out, whatever the repository says",
          "Containers recognise harmful repositories",
          "Agents do not follow orders that stand in files, only those of the person who started them",
          "Unknown code cannot do harm before it is built",
        ],
        review: "What leaves: nothing, for there is no way out. The answer is still a suggestion.",
      },
    ],
  },
];
