import { AwsError, type CallContext, type Operation } from '../protocol/service.ts';
import type { SsmState } from '../state/ssm.ts';
import { authorize, invalid, parameterNotFound } from './ssm-errors.ts';
import { isBelow } from './ssm-hierarchy.ts';
import { checkPath, optionalText, pageSize, requireNames, requireText } from './ssm-input.ts';
import { cut } from './ssm-paging.ts';
import { type Found, newest, present, presentHistory } from './ssm-present.ts';

/** The operations of SSM that read parameters. */
export function readOperations(state: SsmState): Record<string, Operation> {
  return {
    GetParameter(input, context) {
      const asked = requireText(input, 'Name');
      const found = select(state, 'GetParameter', asked, context);
      if (found === undefined) throw parameterNotFound();
      return { Parameter: present(state, found, input['WithDecryption'] === true, context) };
    },

    GetParameters(input, context) {
      const names = requireNames(input);
      const parameters: unknown[] = [];
      const missing: string[] = [];
      for (const name of names) {
        const found = selectOrNothing(state, name, context);
        if (found === undefined) missing.push(name);
        else parameters.push(present(state, found, input['WithDecryption'] === true, context));
      }
      return { Parameters: parameters, InvalidParameters: missing };
    },

    GetParametersByPath(input, context) {
      const asked = requireText(input, 'Path');
      const path = checkPath(asked);
      authorize(state, 'GetParametersByPath', asked, context);
      refuseFilters(input);
      const recursive = input['Recursive'] === true;
      const below = state
        .list(context.account, context.region)
        .filter(({ name }) => isBelow(name, path, recursive))
        .map((parameter) => ({ parameter, version: newest(parameter) }));
      const scope = `${path} ${recursive}`;
      const page = cut(below, pageSize(input, 10), optionalText(input, 'NextToken'), scope, state.loopTokens);
      return {
        Parameters: page.items.map((found) => present(state, found, input['WithDecryption'] === true, context)),
        ...(page.next === undefined ? {} : { NextToken: page.next }),
      };
    },

    GetParameterHistory(input, context) {
      const name = plainName(requireText(input, 'Name'));
      authorize(state, 'GetParameterHistory', name, context);
      const parameter = state.find(context.account, context.region, name);
      if (parameter === undefined) throw parameterNotFound();
      const versions = parameter.versions.map((version) => ({ parameter, version }));
      const page = cut(versions, pageSize(input, 50), optionalText(input, 'NextToken'), name, state.loopTokens);
      return {
        Parameters: page.items.map((found) => presentHistory(state, found, input['WithDecryption'] === true, context)),
        ...(page.next === undefined ? {} : { NextToken: page.next }),
      };
    },
  };
}

/** A name may be given as the parameter's ARN. */
function plainName(asked: string): string {
  const match = /^arn:[^:]*:ssm:[^:]*:\d*:parameter(\/.+)$/.exec(asked);
  return match?.[1] ?? asked;
}

/** Finds `name`, `name:version` or an ARN; undefined where there is no parameter, ParameterVersionNotFound for its version. */
function select(state: SsmState, action: string, asked: string, context: CallContext): Found | undefined {
  const [, name = asked, selector] = /^(.*?)(?::([^:/]+))?$/.exec(plainName(asked)) ?? [];
  authorize(state, action, name, context);
  const parameter =
    state.find(context.account, context.region, name) ??
    (asked.startsWith('arn:') ? state.find(context.account, context.region, name.slice(1)) : undefined);
  if (parameter === undefined) return undefined;
  if (selector === undefined) return { parameter, version: newest(parameter) };
  const version = parameter.versions.find((candidate) => String(candidate.version) === selector);
  if (version !== undefined) return { parameter, version, selector: `:${selector}` };
  throw new AwsError(
    'ParameterVersionNotFound',
    `Systems Manager could not find version ${selector} of ${name}. Verify the version and try again.`,
  );
}

function selectOrNothing(state: SsmState, asked: string, context: CallContext): Found | undefined {
  try {
    return select(state, 'GetParameters', asked, context);
  } catch (error) {
    // GetParameters lists a version that does not exist among InvalidParameters.
    if (error instanceof AwsError && error.code === 'ParameterVersionNotFound') return undefined;
    throw error;
  }
}

function refuseFilters(input: Record<string, unknown>): void {
  const filters = input['ParameterFilters'];
  if (Array.isArray(filters) && filters.length > 0) throw invalid('ParameterFilters: the stand-in knows none.');
}
