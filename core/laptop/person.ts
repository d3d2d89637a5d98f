/** Names that machines give to whoever works on them: they tell nobody apart. */
const SHARED_NAMES = new Set([
  'admin',
  'codespace',
  'coder',
  'developer',
  'ec2-user',
  'gitpod',
  'node',
  'root',
  'ubuntu',
  'user',
  'vscode',
]);

/** What is known of who works at a machine. */
export interface PersonFacts {
  /** Name of the account on the machine. */
  readonly login: string;
  /** `user.email` of git; undefined if it is not set. */
  readonly email: string | undefined;
  readonly machine: string;
}

/** Returns how others know a person: by the e-mail address of their commits, else by their name on the machine. */
export function identityOf({ login, email, machine }: PersonFacts): string {
  return email === undefined ? `${login}@${machine}` : email.toLowerCase();
}

/** Returns what a person's stage is called after: their name on the machine, unless many have it. */
export function stageNameOf({ login, email }: Pick<PersonFacts, 'login' | 'email'>): string {
  const [local = ''] = email?.split('@') ?? [];
  return SHARED_NAMES.has(login.toLowerCase()) && local !== '' ? local : login;
}
