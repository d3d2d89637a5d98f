import type { Serverless, SourceResult } from './framework.ts';

/** Keys of a service's configuration that the Serverless Dashboard knew. */
const TOP_LEVEL = { org: { type: 'string' }, app: { type: 'string' }, outputs: { type: 'object' } } as const;

/**
 * The Serverless plugin (osls 4, serverless 3): the variable source `${output:…}`, and `outputs:` as outputs of the stack.
 * The framework makes one and calls what stands in its two fields. What they do is loaded when the first of them is called:
 * the class stands in the same file of dist as the start of every action.
 */
export class ServerlessStages {
  readonly configurationVariablesSources: {
    readonly output: { readonly resolve: (variable: { readonly address?: string }) => Promise<SourceResult> };
  };
  readonly hooks: Readonly<Record<string, () => Promise<void>>>;

  constructor(serverless: Serverless) {
    acceptOldKeys(serverless);
    let opened: ReturnType<typeof open> | undefined;
    const work = () => {
      opened ??= open(serverless);
      return opened;
    };
    this.configurationVariablesSources = {
      output: { resolve: async ({ address = '' }) => (await work()).resolveSource(address) },
    };
    this.hooks = {
      initialize: async () => (await work()).resolveLiterals(),
      'before:package:finalize': async () => (await work()).publish(),
    };
  }
}

const open = async (serverless: Serverless) => (await import('./work.ts')).openWork(serverless);

/**
 * Has the framework take the keys that the Serverless Dashboard knew. serverless 3 knows them by itself, and would ask its
 * vendor for a login where it sees `org`: it does not see it any more.
 */
function acceptOldKeys(serverless: Serverless): void {
  if (serverless.version.startsWith('3.')) {
    delete serverless.configurationInput['org'];
    delete serverless.service.org;
    return;
  }
  for (const [name, property] of Object.entries(TOP_LEVEL)) {
    serverless.configSchemaHandler.defineTopLevelProperty(name, property);
  }
}
