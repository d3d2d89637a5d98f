import { REGION_PATTERN, regionHint } from '../core/aws/region.ts';
import { type Answers, PRODUCTION_WAYS, type ProductionWay, parseAccounts } from '../core/setup/answers.ts';
import type { ServiceFacts } from '../io/laptop/setup-facts.ts';
import type { Terminal } from '../io/laptop/terminal.ts';
import type { InitOptions } from './options.ts';
import { askChoice, askText, mayAsk } from './prompts.ts';
import { UsageError } from './usage-error.ts';

/** What is known before the three questions are asked. */
export interface Asked {
  readonly stages: readonly string[];
  /** Accounts that are known, by stage. */
  readonly accounts: Readonly<Record<string, string>>;
  readonly services: readonly ServiceFacts[];
}

/** The three answers, from options or from a person. */
export async function answersOf(
  options: InitOptions,
  { stages, accounts: known, services }: Asked,
  terminal: Terminal,
): Promise<Answers> {
  const isKnown = stages.every((stage) => known[stage] !== undefined);
  const asks = mayAsk(options, terminal);
  if (options.account === undefined && !isKnown && !asks) {
    throw new UsageError(
      'the AWS account is missing – add --account ID, or one per stage: --account dev=ID,staging=ID,prod=ID',
    );
  }
  const region =
    services.find((service) => service.region !== undefined)?.region ?? process.env['AWS_REGION'] ?? 'us-east-1';
  const accounts =
    options.account !== undefined
      ? parseAccounts(options.account.join(' '), stages)
      : isKnown
        ? known
        : parseAccounts(
            await askText(`AWS account id: one for all stages, or one each for ${stages.join(', ')}`, {
              check: (text) => parseAccounts(text, stages),
            }),
            stages,
          );
  return {
    accounts,
    region: checkRegion(
      options.region ?? (asks ? await askText('AWS region', { initial: region, check: checkRegion }) : region),
    ),
    production: checkWay(
      options.production ?? (asks ? await askChoice('How is production deployed?', WAYS) : 'branch'),
    ),
  };
}

const WAYS: readonly { value: ProductionWay; label: string }[] = [
  { value: 'branch', label: 'pushes to its branch, after an approval' },
  { value: 'promotion', label: 'promotions of what staging proved, with a verdict and an approval' },
];

function checkWay(text: string): ProductionWay {
  const way = PRODUCTION_WAYS.find((one) => one === text);
  if (way === undefined) {
    throw new UsageError(`--production is "${text}" – write branch or promotion`);
  }
  return way;
}

function checkRegion(text: string): string {
  if (!REGION_PATTERN.test(text)) {
    throw new UsageError(`"${text}" is not the name of an AWS region – ${regionHint(text)}`);
  }
  return text;
}
