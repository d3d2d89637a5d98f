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

/** Options of `init`: its answers, and what it would find out by itself. */
export interface InitOptions extends Options {
  readonly account?: readonly string[];
  readonly region?: string;
  readonly production?: string;
  readonly app?: string;
  readonly owner?: string;
  readonly defaultBranch?: string;
  readonly productionBranch?: string;
  readonly fromDashboard?: string;
  readonly replace?: boolean;
}
