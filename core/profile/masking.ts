import type { EffectiveConfiguration } from '../configuration/effective.ts';
import { isLiteral } from '../configuration/schema.ts';
import { linesOf, MIN_MASKED_LENGTH, splitLines } from '../redact.ts';
import type { Parameter } from './parameter.ts';
import type { Session } from './session.ts';

export interface MaskPlan {
  /** What to tell the runner to mask: single lines, as it would mask each line of a text, however short. */
  readonly masks: readonly string[];
  /** Whole values that our own redaction looks for. */
  readonly secrets: readonly string[];
  /** What is left readable, as sentences that name the parameter, never its value. */
  readonly warnings: readonly string[];
}

/**
 * Plans which secret values the runner is told to mask. `outputs` are texts that the jobs pass on: the runner drops a
 * job output that holds a masked text, so a value that is part of one is not masked, and the user is warned.
 */
export function planMasks(parameters: readonly Parameter[], outputs: readonly string[]): MaskPlan {
  const masks = new Set<string>();
  const secrets: string[] = [];
  const warnings: string[] = [];
  for (const { name, value, secret } of parameters) {
    if (!secret || value === '') {
      continue;
    }
    const obstacle = maskObstacle(value, outputs);
    if (obstacle !== undefined) {
      warnings.push(`the secret parameter "${name}" is not masked in logs: ${obstacle}`);
      continue;
    }
    secrets.push(value);
    const lines = maskedLines(value).filter((line) => maskObstacle(line, outputs) === undefined);
    for (const line of lines) {
      masks.add(line);
    }
    if (lines.length === 0) {
      warnings.push(`the secret parameter "${name}" is not masked in logs: none of its lines can be`);
    }
  }
  return { masks: [...masks], secrets, warnings };
}

/** Returns the texts of a stage that the jobs pass on as outputs; literal parameters are among them, and not secret. */
export function outputTexts(configuration: EffectiveConfiguration, session: Pick<Session, 'account'>): string[] {
  const { app, stage, profile } = configuration;
  const { name, environment, region, role = '' } = profile;
  const literals = Object.values(profile.parameters).filter(isLiteral).map(String);
  return [
    app,
    stage.name,
    stage.kind,
    stage.ref,
    stage.commit ?? '',
    name,
    environment,
    region,
    role,
    session.account,
    ...literals,
  ];
}

/** The lines of a value that the runner is told: the one that it is, or the long ones of several. */
function maskedLines(value: string): string[] {
  const lines = splitLines(value);
  return lines.length > 1 ? linesOf(value) : /[\r\n]/.test(value) ? lines : [value];
}

function maskObstacle(value: string, outputs: readonly string[]): string | undefined {
  if (value.trim().length < MIN_MASKED_LENGTH) {
    return `it is shorter than ${MIN_MASKED_LENGTH} characters`;
  }
  if (/^[+-]?[0-9]+([.,][0-9]+)?$/.test(value.trim())) {
    return 'it is a plain number';
  }
  if (/^(true|false)$/i.test(value.trim())) {
    return 'it is a boolean';
  }
  return outputs.some((output) => output.includes(value)) ? 'it is part of an output that later jobs need' : undefined;
}
