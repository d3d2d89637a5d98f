import { isAmong, namesOrPattern, spellAllowed } from '../policy/pattern.ts';
import { policy } from '../policy/policy.ts';

export const allowedStages = policy({
  checks: 'the whole name of the stage is one of these',
  configuration: 'a list of stages, or a regular expression that whole names match',
  example: "allowed-stages: '(dev|staging|prod)'",
  config: namesOrPattern,
  check: ({ stage: { name } }, allowed) =>
    isAmong(name, allowed)
      ? []
      : [{ what: `the stage "${name}" is not allowed`, fix: `deploy to one of these: ${spellAllowed(allowed)}` }],
});
