import { describe, expect, it } from 'vitest';
import { apiUrl } from '../../../core/output/api-url.ts';

describe('apiUrl', () => {
  it.each([
    [{ HttpApiUrl: 'https://a.example.com', X: 'y' }, 'https://a.example.com'],
    [{ ServiceEndpoint: 'https://b.example.com/dev' }, 'https://b.example.com/dev'],
    [{ TableName: 'x' }, undefined],
    [{}, undefined],
  ])('finds the address in %j', (outputs, url) => {
    expect(apiUrl(outputs)).toBe(url);
  });
});
