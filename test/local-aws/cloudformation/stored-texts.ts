import { AwsError } from '../protocol/service.ts';
import type { World } from '../world.ts';
import { isUnknown } from './intrinsics.ts';
import { mayOnBehalf } from './on-behalf.ts';
import type { Template } from './template.ts';
import type { TemplateReader } from './template-source.ts';

/** The one type of parameters of the Parameter Store that the stand-in knows: its value is a parameter's name. */
export const STORED_TEXT = 'AWS::SSM::Parameter::Value<String>';

/** The texts that parameters of that type name, read with the caller's rights; throws CloudFormation's refusal where one is missing. */
export function storedTexts(
  world: World,
  { account, region, callerKey }: TemplateReader,
  { Parameters = {} }: Template,
  given: Readonly<Record<string, string>>,
): Record<string, string> {
  const found = Object.entries(Parameters).flatMap(([key, { Type, Default }]) => {
    const name = String(given[key] ?? Default ?? '');
    if (Type !== STORED_TEXT || isUnknown(name)) return [];
    const resource = `arn:aws:ssm:${region}:${account}:parameter/${name.replace(/^\//, '')}`;
    const isAllowed = mayOnBehalf(world, callerKey, { action: 'ssm:GetParameters', resource, account, region });
    const value = isAllowed ? world.ssm.get(account, region, name)?.value : undefined;
    if (value !== undefined) return [[key, value] as const];
    throw new AwsError(
      'ValidationError',
      `Unable to fetch parameters [${name}] from parameter store for this account.`,
    );
  });
  return Object.fromEntries(found);
}
