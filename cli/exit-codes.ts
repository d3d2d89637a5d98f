/** What the program ends with; a signal ends it with 128 and its number (Ctrl-C: 130). */
export const EXIT = {
  /** All is done, or as it should be. */
  ok: 0,
  /** Something failed, or was found. */
  failed: 1,
  /** The program was called wrongly; nothing was begun. */
  usage: 2,
} as const;
