export const csvTemplate = `email,name,team,job,tier,roles,started_at,repos
ada@example.org,Ada Okafor,Payments,Engineer,2,learner;lead,2025-03-01,api;web
lin@example.org,Lin Chen,Search,Data scientist,3,learner,,models
`;

type ColumnHelp = {
  readonly name: string;
  readonly isNeeded: boolean;
  readonly says: string;
  readonly example: string;
};

export const csvColumns: readonly ColumnHelp[] = [
  {
    name: "email",
    isNeeded: true,
    says: "Who it is. Somebody with this address is changed, anybody else is added.",
    example: "ada@example.org",
  },
  { name: "name", isNeeded: true, says: "As others write it.", example: "Ada Okafor" },
  { name: "team", isNeeded: false, says: "One team.", example: "Payments" },
  { name: "job", isNeeded: false, says: "One job.", example: "Engineer" },
  {
    name: "tier",
    isNeeded: false,
    says: "1 uses AI tools, 2 builds with models, 3 trains models.",
    example: "2",
  },
  {
    name: "roles",
    isNeeded: false,
    says: "owner, council, lead, champion, learner, auditor. Empty: learner for new people, as it is for others.",
    example: "learner;lead",
  },
  {
    name: "started_at",
    isNeeded: false,
    says: "First deadlines count from this day.",
    example: "2025-03-01",
  },
  {
    name: "any other",
    isNeeded: false,
    says: "An attribute that the policy can ask for, such as repos.",
    example: "api;web",
  },
];
