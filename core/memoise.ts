/** Returns a function that computes each key's result the first time that it is asked for. */
export function memoise<Result>(compute: (key: string) => Result): (key: string) => Result {
  const known = new Map<string, Result>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined || known.has(key)) {
      return found as Result;
    }
    const made = compute(key);
    known.set(key, made);
    return made;
  };
}
