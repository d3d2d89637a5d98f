import type { Service } from '../service/definition.ts';

/** Sources of variables that ask AWS. */
const CLOUD = ['ssm', 'cf', 's3', 'aws'];

/**
 * Returns why nothing can be said of a service that could not be packaged without the cloud; undefined if the fault is its own.
 * `unknown` are names that it was given placeholders for.
 */
export function whyNotAsked(
  output: string,
  { reads }: Pick<Service, 'reads'>,
  unknown: readonly string[],
): string | undefined {
  const asks = reads.unknown.filter((source) => CLOUD.includes(source));
  if (NO_CREDENTIALS.test(output)) {
    return asks.length === 0
      ? 'it asks AWS while it is packaged'
      : `it reads \${${asks.join(':…}, ${')}:…}, which needs the cloud`;
  }
  if (OF_NO_VALUE.test(output) || isOfParameters(output)) {
    return undefined;
  }
  if (/\b(ENOTFOUND|ECONNREFUSED|EAI_AGAIN|ETIMEDOUT|ENETUNREACH)\b/.test(output)) {
    return 'it asks the network while it is packaged';
  }
  const needed = unknown.filter((name) => reads.anyParam || [...reads.params, ...reads.outputs].includes(name));
  return needed.length === 0 ? undefined : `it cannot be packaged without the values of ${needed.join(', ')}`;
}

/** What osls, serverless 3 and 4, and AWS's SDKs say without credentials. */
const NO_CREDENTIALS =
  /AWS provider credentials not found|Could not load credentials|CredentialsProviderError|Missing credentials in config|Unable to locate credentials|CredentialsError/i;

/** Faults that are the configuration's, whatever its values are (osls 4.3, serverless 3). */
const OF_NO_VALUE =
  /Value not found at "(?!param|self)[\w-]+" source|unrecognized property|Unrecognized configuration variable sources|(Serverless )?[Pp]lugin "[^"]+" (not found|does not exist)|Cannot find module|Cannot (parse|load)|YAML(Exception| syntax)|is not (compatible|supported)|Returned JS function errored|Could not locate|Cannot resolve "[^"]*": Received rejection|No file matches include|Missing "[a-z]+" property/;

/** Whether a parameter that nobody gives is what is missing (osls 4.3, serverless 3 and 4). */
export function isOfParameters(output: string): boolean {
  return /Value not found at "param" source|The param "[^"]*" cannot be resolved/.test(output);
}
