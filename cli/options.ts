/** Options that most verbs have, as they were typed. */
export interface Options {
  readonly stage?: string;
  readonly profile?: string;
  readonly service?: readonly string[];
  readonly awsProfile?: string;
  readonly json: boolean;
  readonly yes: boolean;
  readonly verbose: boolean;
}
