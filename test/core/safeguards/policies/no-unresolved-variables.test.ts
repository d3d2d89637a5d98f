import { describe, expect, it } from 'vitest';
import { check } from '../sample-subject.ts';

const at = (path: string, variable: string) => ({ path, variable });

describe('I1 no-unresolved-variables', () => {
  it('lets a template without variables through', () => {
    expect(check('no-unresolved-variables')).toEqual([]);
  });

  it('says where each one is that is left, and which', () => {
    const unresolved = [
      at('Resources.HelloLambdaFunction.Properties.Environment.Variables.TABLE', '${output::dev::database.table}'),
      at('Outputs.Endpoint.Value', '${param:endpoint}'),
    ];
    const findings = check('no-unresolved-variables', { unresolved });
    expect(findings).toHaveLength(2);
    expect(findings[0]?.what).toContain('${output::dev::database.table}');
    expect(JSON.stringify(findings[0])).toContain('HelloLambdaFunction');
    expect(findings[1]?.what).toContain('${param:endpoint}');
    expect(findings[1]?.what).toContain('Outputs.Endpoint');
  });

  it('is never less than an error', () => {
    const findings = check('no-unresolved-variables', { unresolved: [at('Description', '${env:X}')] });
    expect(findings.map(({ level }) => level)).toEqual([undefined]);
  });

  it('does not show what stands in for a variable', () => {
    const fallback = ['hunter', '2hunter', '2'].join('');
    const unresolved = [
      at('Resources.Hello.Properties.Environment.Variables.PASSWORD', `\${env:PASSWORD, '${fallback}'}`),
    ];
    const found = JSON.stringify(check('no-unresolved-variables', { unresolved }));
    expect(found).toContain('env:PASSWORD');
    expect(found).not.toContain(fallback);
  });
});
