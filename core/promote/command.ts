/** What starts a workflow by hand. */
export interface StartCommand {
  /** Name of the workflow's file. */
  readonly workflow: string;
  readonly branch: string;
  readonly inputs: Readonly<Record<string, string | undefined>>;
}

/** Writes the command of GitHub's CLI that starts a workflow, for a person to copy. */
export function startCommand({ workflow, branch, inputs }: StartCommand): string {
  const fields = Object.entries(inputs).flatMap(([name, value]) =>
    value === undefined ? [] : [`-f ${quoted(`${name}=${value}`)}`],
  );
  return ['gh workflow run', quoted(workflow), '--ref', quoted(branch), ...fields].join(' ');
}

/** Writes a word for a shell, quoted if it has to be. */
export function quoted(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
