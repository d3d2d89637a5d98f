/** One statement of the role template. */
interface Statement {
  readonly name: string;
  readonly why: string;
  /** What stands before the actions where it does not allow them. */
  readonly effect: string;
  readonly actions: readonly string[];
}

/** Returns the page that lists what the role of `aws/github-oidc-role.yml` may do, and why, from the template's text. */
export function renderPermissions(template: string): string {
  const rows = readStatements(template).map(({ name, why, effect, actions }) => {
    const list = actions.map((action) => `\`${action}\``).join(' ');
    return `| ${name} | ${effect}${list} | ${why.replaceAll('|', '\\|')} |`;
  });
  return [
    '# What the role may do in AWS',
    '',
    'The role that [aws/github-oidc-role.yml](../aws/github-oidc-role.yml) makes has these rights, statement by statement; on which',
    'resources, and under which conditions, stands in the template beside each. What your services use beyond them goes into',
    '`ManagedPolicyArns`. Who may assume the role is told in [Who can do what](security.md).',
    '',
    '| statement | actions | why, and how far |',
    '|---|---|---|',
    ...rows,
    '',
    'The table is made from the template by `npm run docs`.',
    '',
  ].join('\n');
}

/** The trust policy is no right of the role. */
const TRUST = /^sts:/;

function readStatements(template: string): Statement[] {
  const lines = template.split('\n');
  const statements = lines.flatMap((line, index): Statement[] => {
    const [, name] = /^\s*- Sid: (\w+)$/.exec(line) ?? [];
    if (name === undefined) {
      return [];
    }
    const end = lines.findIndex((other, at) => at > index && /^\s*- Sid: /.test(other));
    const own = lines.slice(index, end === -1 ? undefined : end);
    const isDenied = own.some((each) => /Effect: Deny$/.test(each));
    const isNegated = own.some((each) => /NotAction:/.test(each));
    const effect = isDenied ? `**denied:** ${isNegated ? 'all but ' : ''}` : '';
    return [{ name, why: commentBefore(lines, index), effect, actions: actionsOf(own) }];
  });
  return statements.filter(({ actions }) => !actions.some((action) => TRUST.test(action)));
}

/** The comment right above a statement, or above the condition that it is in. */
function commentBefore(lines: readonly string[], index: number): string {
  let at = index - 1;
  while (/^\s*- (!If|\w+)$/.test(lines[at] ?? '')) {
    at -= 1;
  }
  const comment: string[] = [];
  for (let match = /^\s*# (.*)$/.exec(lines[at] ?? ''); match !== null; match = /^\s*# (.*)$/.exec(lines[at] ?? '')) {
    comment.unshift(match[1] ?? '');
    at -= 1;
  }
  return comment.join(' ');
}

function actionsOf(own: readonly string[]): string[] {
  const at = own.findIndex((line) => /^\s*(Not)?Action:/.test(line));
  const [, single] = /Action: (\S+)$/.exec(own[at] ?? '') ?? [];
  if (single !== undefined) {
    return [single];
  }
  const actions: string[] = [];
  for (const line of own.slice(at + 1)) {
    const [, action] = /^\s*- (?:!If \[\w+, )?([a-z0-9]+:[A-Za-z*]+)/.exec(line) ?? [];
    if (action === undefined) {
      break;
    }
    actions.push(action);
  }
  return actions;
}
