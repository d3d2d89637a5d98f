import { describe, expect, it } from 'vitest';
import { NO_REFERENCES } from '../../../core/service/references.ts';
import { calledKeys } from '../../../core/setup/service-keys.ts';
import { serviceCalled } from '../doctor/sample.ts';

const service = (key: string, params: readonly string[] = [], name = key) => ({
  ...serviceCalled(key),
  name,
  reads: { ...NO_REFERENCES, params },
});

describe('the keys of services', () => {
  it('are those of their folders where they are called so', () => {
    expect(calledKeys([service('database'), service('api', ['database.table', 'stage'])])).toBeUndefined();
  });

  it('are what they call each other, and their neighbours’ are like these', () => {
    expect(calledKeys([service('backend-database'), service('backend-api', ['database.table'])])).toEqual({
      database: 'backend-database',
      api: 'backend-api',
    });
  });

  it('are found by the name of a service, too', () => {
    expect(calledKeys([service('one', [], 'shop-database'), service('two', ['database.table'])])).toEqual({
      database: 'one',
      two: 'two',
    });
  });

  it('are left alone where two may be meant, or none', () => {
    expect(calledKeys([service('a-db'), service('b-db'), service('api', ['db.table', 'mail.url'])])).toBeUndefined();
  });
});
