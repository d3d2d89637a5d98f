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
    'The role that [aws/github-oidc-role.yml](../aws/github-oidc-role.yml) makes has these rights. The template',
    'says on which resources and under which conditions ("elsewhere": on all resources except those that the statement names). Put what your',
    'services need beyond them into `ManagedPolicyArns`; denied actions stay denied. The last statements, from `AllElse` on, are',
    'those of the boundary that `CreateServiceRolesBoundary` makes. Who may assume the role, and what the rights leave open, is told in the [threat model](security.md).',
    '',
    '| statement | actions | why, and how far |',
    '|---|---|---|',
    ...rows,
    '',
    'The table is made from the template by `npm run docs`.',
    '',
  ].join('\n');
}

function readStatements(template: string): Statement[] {
  const lines = template.split('\n');
  return lines.flatMap((line, index): Statement[] => {
    const [, name] = /^\s*- Sid: (\w+)$/.exec(line) ?? [];
    if (name === undefined) {
      return [];
    }
    const end = lines.findIndex((other, at) => at > index && /^\s*- Sid: /.test(other));
    const own = lines.slice(index, end === -1 ? undefined : end);
    // The trust policy is no right of the role.
    if (own.some((each) => /^\s*Principal:/.test(each))) {
      return [];
    }
    const isDenied = own.some((each) => /Effect: Deny$/.test(each));
    const isNegated = own.some((each) => /NotAction:/.test(each));
    const isElsewhere = own.some((each) => /NotResource:/.test(each));
    const effect = isDenied ? `**denied${isElsewhere ? ' elsewhere' : ''}:** ${isNegated ? 'all but ' : ''}` : '';
    return [{ name, why: commentBefore(lines, index) || 'As above.', effect, actions: actionsOf(own) }];
  });
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

/** The actions of a statement: one, a list in brackets, or a list by lines. */
function actionsOf(own: readonly string[]): string[] {
  const at = own.findIndex((line) => /^\s*(Not)?Action:/.test(line));
  const [first = '', ...rest] = own.slice(at);
  const value = first.replace(/^\s*(Not)?Action:\s*/, '');
  if (value.startsWith('[')) {
    const text = [value, ...rest].join(' ');
    return namesIn(text.slice(0, text.indexOf(']')));
  }
  if (value !== '') {
    return value.startsWith('"') ? [value.replaceAll('"', '')] : namesIn(value);
  }
  const end = rest.findIndex((line) => !/^\s*- (!If \[\w+, )?[a-z0-9]+:/.test(line));
  return namesIn(rest.slice(0, end).join(' '));
}

function namesIn(text: string): string[] {
  return [...text.matchAll(/(?<![\w:])[a-z0-9]+:[A-Za-z*]+/g)].map(([name]) => name);
}
