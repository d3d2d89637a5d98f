/** The accounts of the example's profiles, by profile. */
export const ACCOUNTS = { dev: '111111111111', staging: '222222222222', prod: '333333333333' } as const;
export type Profile = keyof typeof ACCOUNTS;
/** Region of the example's profiles. */
export const REGION = 'us-east-1';

/** The secret that each profile's `endpoint_api_key` refers to; no log, output or file but the parameters file may hold one. */
export const API_KEYS: Readonly<Record<Profile, string>> = {
  dev: 'canary-dev-api-key-71c0',
  staging: 'canary-staging-api-key-84e2',
  prod: 'canary-prod-api-key-9f5d',
};

/** Name of the SSM parameter that holds a profile's secret. */
export const apiKeyName = (profile: Profile) => `/workshop/${profile}/endpoint_api_key`;

/** Repository and owner in GitHub, in the token's claims and in the roles' trust policies. */
export const REPOSITORY = { owner: 'acme', name: 'workshop', id: 1001, ownerId: 2001 } as const;
/** `owner/name`. */
export const FULL_NAME = `${REPOSITORY.owner}/${REPOSITORY.name}` as const;
