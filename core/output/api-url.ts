/** Outputs that the Serverless Framework gives the address of an API. */
const URL_OUTPUTS = ['HttpApiUrl', 'ServiceEndpoint', 'ServiceEndpointWebsocket'] as const;

/** Returns the address at which a stack's API answers, where it has one. */
export function apiUrl(outputs: Readonly<Record<string, string>>): string | undefined {
  return URL_OUTPUTS.map((name) => outputs[name]).find((url) => url !== undefined && url !== '');
}
