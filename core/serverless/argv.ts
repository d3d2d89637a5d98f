/** Where a service goes. */
export interface DeployTarget {
  readonly stage: string;
  readonly region: string;
}

/** Arguments that package a service into `folder`; `parameters` come from `planHandover`, `config` is a file with another name than the usual. */
export function packageArguments(
  target: DeployTarget,
  folder: string,
  parameters: readonly string[],
  config?: string,
): string[] {
  return ['package', ...common(target, config), '--package', folder, ...parameters];
}

/**
 * Arguments that deploy the very package in `folder`. `force` has the CLI deploy also where the bucket holds an equal
 * package: after a rollback it does, although another version is live (osls 4.3, serverless 3).
 */
export function deployArguments(
  target: DeployTarget,
  folder: string,
  parameters: readonly string[],
  { force = false, config }: { readonly force?: boolean; readonly config?: string | undefined } = {},
): string[] {
  return ['deploy', ...common(target, config), '--package', folder, ...(force ? ['--force'] : []), ...parameters];
}

function common(target: DeployTarget, config: string | undefined): string[] {
  return ['--stage', target.stage, '--region', target.region, ...(config === undefined ? [] : ['--config', config])];
}
