/** What could be asked of somebody, or why it could not. */
export type Asked<Value> = { readonly value: Value } | { readonly because: string };
