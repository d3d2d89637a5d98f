import { type Document, isScalar, isSeq, type Node, parseDocument, visit, type YAMLMap } from 'yaml';
import { PERSONAL_MARK, PREVIEW_MARK } from '../core/stage/name.ts';

const HEADER = `# One role that people assume from a laptop, for stages of their own. It has the rights of the role of previews, for the names
# and the records of personal stages: \`npm run docs\` makes this file from github-oidc-role.yml.
#
# Deploy it by hand, in any one region of the account; IAM is the same in all of them. Lists have commas between.
#   aws cloudformation deploy --stack-name serverless-stages-personal --template-file aws/personal-role.yml \\
#     --capabilities CAPABILITY_NAMED_IAM --parameter-overrides App=workshop ParametersPath=/workshop/dev \\
#     OtherStages=dev SharedAccount=accepted \\
#     'DeveloperArn=arn:aws:iam::111111111111:role/aws-reserved/sso.amazonaws.com/*/AWSReservedSSO_Developer_*'
# Here personal stages share the account of dev, whose outputs they read (docs/laptop.md, docs/security.md).
#
# Who gets in: the roles and users of this account that DeveloperArn names, if their own policies allow sts:AssumeRole.
# What it may do: personal stages are told by \`${PERSONAL_MARK}\` and five characters, the end of their names, and by the tag STAGE.
`;

/** What the kind decides in the template: a role of personal stages has the rights of previews. */
const DECIDED: Readonly<Record<string, boolean>> = {
  IsPreviews: true,
  IsConfigured: false,
  IsConfiguredBesideOthers: false,
  KnowsOwnNames: true,
  KeepsProtection: false,
};

/** What takes the place of the template's own; undefined: nothing. */
const REPLACED: readonly (readonly [path: readonly string[], text: string | undefined])[] = [
  [['Description'], 'Role that people assume to deploy stages of their own with Serverless Stages'],
  [['Resources', 'Provider'], undefined],
  [['Outputs', 'ProviderArn'], undefined],
  [['Outputs', 'RoleArn', 'Description'], 'The value of personal.role in serverless-stages.yml'],
  [['Outputs', 'ServiceRolesBoundaryArn', 'Description'], 'The value of personal.boundary in serverless-stages.yml'],
  [['Resources', 'Role', 'Properties', 'Description'], 'Serverless Stages, stages of people of this account'],
  [
    ['Resources', 'Role', 'Properties', 'AssumeRolePolicyDocument'],
    `
Version: "2012-10-17"
Statement:
# A pattern is allowed in aws:PrincipalArn and not in Principal: roles of IAM Identity Center have random names.
- Sid: Developers
  Effect: Allow
  Principal:
    AWS: !Sub arn:\${AWS::Partition}:iam::\${AWS::AccountId}:root
  Action: sts:AssumeRole
  Condition:
    ArnLike:
      aws:PrincipalArn: !Ref DeveloperArn
`,
  ],
  [
    ['Parameters', 'DeveloperArn'],
    `
Description: "ARN, or pattern of ARNs, of the roles or users of this account that may assume the role. Example - arn:aws:iam::111111111111:role/aws-reserved/sso.amazonaws.com/*/AWSReservedSSO_Developer_*"
Type: String
AllowedPattern: '^arn:[a-z-]+:iam::[0-9]{12}:(role|user)/[\\w+=,.@*?/-]+$'
`,
  ],
  [['Parameters', 'OtherStages', 'Default'], undefined],
  [
    ['Parameters', 'OtherStages', 'Description'],
    '"All configured stages of this account, which this role must not change; none if the account has none. Example - dev,staging"',
  ],
  [['Parameters', 'RoleName', 'Default'], 'serverless-stages-personal'],
  [['Conditions', 'KeepsUrlsClosed'], '!Equals [!Ref AllowPublicUrls, "false"]'],
  [['Rules', 'ConfiguredStageHasBranch'], undefined],
  [['Rules', 'StageHasName'], undefined],
  [['Rules', 'PreviewsHaveDefaultBranch'], undefined],
  [['Rules', 'PreviewsHaveAnAccount'], undefined],
  [
    ['Rules', 'PersonalStagesHaveAnAccount'],
    `
RuleCondition: !Not [{ "Fn::EachMemberIn": [!Ref OtherStages, [none, ""]] }]
Assertions:
  - Assert: !Equals [!Ref SharedAccount, accepted]
    AssertDescription: "Give personal stages an account of their own (OtherStages=none). If they share one, SharedAccount=accepted says that you have read in docs/security.md what stays open"
`,
  ],
];

/** Returns the template of the role of personal stages, which is made from that of the roles of GitHub's jobs. */
export function renderPersonalRole(template: string): string {
  const document = parse(ofPersonalStages(template));
  decide(document);
  for (const [path, text] of REPLACED) {
    if (text === undefined) {
      document.deleteIn(path);
    } else {
      document.setIn(path, parse(text).contents);
    }
  }
  while (dropUnused(document)) {
    // What was used by what is gone goes too.
  }
  document.commentBefore = null;
  return `${HEADER}\n${document.toString({ lineWidth: 0, flowCollectionPadding: false })}`;
}

/** A template with its tags as they are written. */
const parse = (text: string) => parseDocument(text, { logLevel: 'silent' });

/** The template's text with the mark, the records and the words of personal stages in the place of previews'. */
function ofPersonalStages(template: string): string {
  return template
    .replaceAll(PREVIEW_MARK, PERSONAL_MARK)
    .replace(/(\/serverless-stages\/[^/\s]+\/)(preview|personal)\//g, (_, path: string, kind: string) =>
      kind === 'preview' ? `${path}personal/` : `${path}preview/`,
    )
    .replace(/^ *#.*$|Description:.*$/gm, (line) =>
      line.replace(/previews\b(?!\.)/gi, 'personal stages').replace(/preview\b/gi, 'personal stage'),
    )
    .replaceAll('${RoleName}-previews', '${RoleName}-stages')
    .replaceAll('PreviewsPolicy', 'OwnStagesPolicy');
}

/** Takes the branch of each `Fn::If`, and leaves out each condition of a resource, that the kind decides. */
function decide(document: Document): void {
  visit(document, {
    Pair(_, { key, value }) {
      const isDecided = isScalar(key) && key.value === 'Condition' && isScalar(value) && String(value.value) in DECIDED;
      return isDecided || isNothing(takenOf(value)) ? visit.REMOVE : undefined;
    },
    Seq(_, node) {
      const taken = takenOf(node);
      return isNothing(taken) ? visit.REMOVE : taken;
    },
  });
}

/** The branch of a function `Fn::If` that the kind takes; undefined if it is none, or the kind does not decide it. */
function takenOf(node: unknown): Node | undefined {
  if (!isSeq(node) || node.tag !== '!If') {
    return undefined;
  }
  const [condition, yes, no] = node.items as Node[];
  const decided = DECIDED[isScalar(condition) ? String(condition.value) : ''];
  return decided === undefined ? undefined : decided ? yes : no;
}

const isNothing = (node: unknown) => isScalar(node) && node.tag === '!Ref' && node.value === 'AWS::NoValue';

/** Takes out the parameters and conditions that nothing names; returns whether there were any. */
function dropUnused(document: Document): boolean {
  const used = new Set<string>();
  visit(document, {
    Pair(_, { key, value }) {
      if (isScalar(key) && key.value === 'Condition' && isScalar(value)) {
        used.add(String(value.value));
      }
    },
    Seq(_, node) {
      if (node.tag === '!If' && isScalar(node.items[0])) {
        used.add(String(node.items[0].value));
      }
    },
    Scalar(_, { tag, value }) {
      if (tag === '!Ref' || tag === '!Condition' || tag === '!GetAtt') {
        used.add(String(value).split('.')[0] ?? '');
      }
      for (const [, name = ''] of String(value).matchAll(/\$\{([A-Za-z]+)\}/g)) {
        used.add(name);
      }
    },
  });
  const unused = ['Parameters', 'Conditions'].flatMap((section) =>
    (document.get(section) as YAMLMap).items
      .map(({ key }) => String(key))
      .filter((name) => !used.has(name))
      .map((name) => [section, name]),
  );
  for (const path of unused) {
    document.deleteIn(path);
  }
  return unused.length > 0;
}
