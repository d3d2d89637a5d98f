/** Returns a function that computes each key's result the first time that it is asked for. */
export function memoise<Result>(compute: (key: string) => Result): (key: string) => Result {
  const known = new Map<string, Result>();
  return (key) => {
    if (!known.has(key)) {
      known.set(key, compute(key));
    }
    return known.get(key) as Result;
  };
}
