import * as v from 'valibot';
import { literally } from '../../literally.ts';
import { matchesWhole, pattern } from '../policy/pattern.ts';
import { atFunction, type Finding, policy } from '../policy/policy.ts';
import { isOfFramework } from '../view/functions.ts';
import { isUntold, textsOf } from '../view/values.ts';

const VARIABLE = /\$\{([^}]*)\}/g;

export const allowedFunctionNames = policy({
  checks: 'the whole FunctionName of every function matches',
  configuration: 'a regular expression, in which ${SERVICE}, ${STAGE} and ${FUNCTION} stand for their values',
  example: "allowed-function-names: '${SERVICE}-${STAGE}-${FUNCTION}'",
  config: v.pipe(
    v.string(),
    v.check(
      (text) => [...text.matchAll(VARIABLE)].every(([, name = '']) => ['SERVICE', 'STAGE', 'FUNCTION'].includes(name)),
      'knows ${SERVICE}, ${STAGE} and ${FUNCTION} alone',
    ),
    v.check((text) => v.is(pattern, text.replace(VARIABLE, 'x')), 'is not a regular expression'),
  ),
  check: ({ functions, service, stage, stack, region }, expression) =>
    functions.flatMap((one): Finding[] => {
      if (isOfFramework(one) || isUntold(one.properties['FunctionName'])) {
        return [];
      }
      const values: Readonly<Record<string, string>> = {
        SERVICE: service,
        STAGE: stage.name,
        FUNCTION: one.key ?? one.resource.id,
      };
      const wanted = expression.replace(VARIABLE, (_, name: string) => literally(values[name] ?? ''));
      const names = textsOf(one.properties['FunctionName'], { 'AWS::StackName': stack, 'AWS::Region': region });
      const isWrong = names.length === 0 || names.some((name) => !matchesWhole(name, wanted));
      const what =
        names.length === 0
          ? `the function ${one.label} has no name of its own`
          : `the name of the function ${one.label} does not match ${expression}`;
      return isWrong ? [{ ...atFunction(one), what, fix: 'set `name:` of the function to one that matches' }] : [];
    }),
});
