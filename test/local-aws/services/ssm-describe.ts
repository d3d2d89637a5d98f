import type { CallContext, Operation } from '../protocol/service.ts';
import type { SsmState, StoredParameter } from '../state/ssm.ts';
import { authorize, parameterArn, wholeRegion } from './ssm-errors.ts';
import { readFilters } from './ssm-filters.ts';
import { optionalText, pageSize } from './ssm-input.ts';
import { cut } from './ssm-paging.ts';
import { newest } from './ssm-present.ts';

const MOST = 50;
const DEFAULT = 10;

/**
 * DescribeParameters: what is known of parameters without their values. "Results are on a best-effort basis": a page has
 * between none and as many as were asked for, also before the last one. Here a page is so many parameters of the region,
 * of which the filters leave what they leave.
 */
export function describeOperations(state: SsmState): Record<string, Operation> {
  return {
    DescribeParameters(input, context) {
      // IAM knows no resources for it: it is allowed for all parameters, or for none.
      authorize(state, 'DescribeParameters', '/', context, wholeRegion(context));
      const isWanted = readFilters(input);
      const scope = JSON.stringify(input['ParameterFilters'] ?? []);
      const all = state.list(context.account, context.region);
      const page = cut(all, pageSize(input, MOST, DEFAULT), optionalText(input, 'NextToken'), scope, state.loopTokens);
      return {
        Parameters: page.items.filter(({ name }) => isWanted(name)).map((parameter) => describe(parameter, context)),
        ...(page.next === undefined ? {} : { NextToken: page.next }),
      };
    },
  };
}

function describe(parameter: StoredParameter, context: CallContext) {
  const version = newest(parameter);
  return {
    ARN: parameterArn(parameter.name, context),
    DataType: version.dataType,
    LastModifiedDate: version.modifiedAt / 1000,
    LastModifiedUser: version.modifiedBy,
    Name: parameter.name,
    Policies: [],
    Tier: version.tier,
    Type: version.type,
    Version: version.version,
    ...(version.keyId === undefined ? {} : { KeyId: version.keyId }),
    ...(version.description === undefined ? {} : { Description: version.description }),
    ...(version.allowedPattern === undefined ? {} : { AllowedPattern: version.allowedPattern }),
  };
}
