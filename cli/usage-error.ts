/** The program was called in a way that it does not take: nothing was begun. */
export class UsageError extends Error {}
