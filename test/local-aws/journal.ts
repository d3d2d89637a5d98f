export interface JournalEntry {
  /** Milliseconds by the stand-in's clock. */
  at: number;
  service: string;
  action: string;
  region: string;
  account: string;
  callerArn?: string;
  accessKeyId?: string;
  /** As they arrived, secrets included: for tests only. */
  params: Record<string, unknown>;
  status: number;
  errorCode?: string;
}

/** Every call the stand-in answered, in order. */
export interface Journal {
  readonly entries: readonly JournalEntry[];
  of(service: string, action?: string): JournalEntry[];
  clear(): void;
}

export interface WritableJournal extends Journal {
  write(entry: JournalEntry): void;
}

export function createJournal(): WritableJournal {
  const entries: JournalEntry[] = [];
  return {
    entries,
    of: (service, action) => entries.filter((e) => e.service === service && (!action || e.action === action)),
    clear: () => void entries.splice(0),
    write: (entry) => void entries.push(entry),
  };
}
