import { describe, expect, it } from 'vitest';
import { DEFAULT_EVENTS, NOTIFIED_EVENTS } from '../../../core/configuration/notification-schema.ts';
import { type ReportState, WORDING, wordingOf } from '../../../core/report/wording.ts';

describe('how a state is told', () => {
  it.each<[ReportState, string, string, string | undefined]>([
    ['deploying', 'in_progress', 'pending', 'started'],
    ['deployed', 'success', 'success', 'deployed'],
    ['unchanged', 'success', 'success', 'unchanged'],
    ['superseded', 'inactive', 'success', 'superseded'],
    ['removed', 'inactive', 'success', 'removed'],
    ['failed', 'failure', 'failure', 'failed'],
    ['cancelled', 'error', 'error', 'failed'],
    ['kept', 'inactive', 'success', undefined],
  ])('%s is %s as a GitHub deployment, %s as a commit status, and the event %s', (state, deployment, commit, event) => {
    expect(wordingOf(state)).toMatchObject({ deployment, commit });
    expect(wordingOf(state).event).toBe(event);
  });

  it('tells every two states apart by words', () => {
    const words = Object.keys(WORDING).map((state) => wordingOf(state as ReportState).words);
    expect(new Set(words).size).toBe(words.length);
  });

  it('has a state for every event, and tells of deployed, failed and removed unless told otherwise', () => {
    const events = new Set(Object.keys(WORDING).map((state) => wordingOf(state as ReportState).event));
    for (const event of NOTIFIED_EVENTS) expect(events).toContain(event);
    expect([...DEFAULT_EVENTS].sort()).toEqual(['deployed', 'failed', 'removed']);
  });
});
