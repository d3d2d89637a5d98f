/** An output that a parameter's name points at. */
export interface ParameterOutput {
  readonly key: string;
  /** The output's name, and behind it the way into a nested one. */
  readonly path: readonly string[];
}

/** Reads `database.tableName` in `${param:database.tableName}` as an output of the service with that key; undefined where none has it. */
export function outputOfParameter(name: string, keys: readonly string[]): ParameterOutput | undefined {
  const [key = '', ...path] = name.split('.');
  return path.length > 0 && path.every((part) => part !== '') && keys.includes(key) ? { key, path } : undefined;
}
