import { describe, expect, it } from 'vitest';
import { sameTemplate } from '../../../core/stack/template.ts';

const template = (key: string, deployment: string, variable = 'a') => ({
  Resources: {
    F: {
      Type: 'AWS::Lambda::Function',
      Properties: { Code: { S3Key: key }, Environment: { Variables: { A: variable } } },
    },
    [`ApiGatewayDeployment${deployment}`]: { Type: 'AWS::ApiGateway::Deployment' },
  },
  Outputs: { Url: { Value: { Ref: `ApiGatewayDeployment${deployment}` } } },
});

describe('sameTemplate', () => {
  it('takes templates for the same that differ in what each packaging names anew', () => {
    const live = JSON.stringify(template('serverless/a/dev/1/a.zip', '1795421066802'));
    expect(sameTemplate(live, template('serverless/a/dev/2/a.zip', '1795421069886'))).toBe(true);
  });

  it('does not mind the order of keys', () => {
    expect(sameTemplate('{"B":1,"A":[{"D":1,"C":2}]}', { A: [{ C: 2, D: 1 }], B: 1 })).toBe(true);
  });

  it('sees a changed value, a new resource and a gone one', () => {
    const live = JSON.stringify(template('k', '12345'));
    expect(sameTemplate(live, template('k', '12345', 'b'))).toBe(false);
    expect(sameTemplate(live, { ...template('k', '12345'), Conditions: {} })).toBe(false);
    expect(sameTemplate('{}', template('k', '12345'))).toBe(false);
  });

  it('takes what AWS gives back of texts that are not ASCII for the same', () => {
    const packaged = { Resources: { Topic: { Properties: { DisplayName: 'Grüße 🎉 – ok?', Größe: 'ü?' } } } };
    const live = JSON.stringify(packaged).replace(/[^\x20-\x7e]/gu, '?');
    expect(live).toContain('Gr??e');
    expect(sameTemplate(live, packaged)).toBe(true);
    expect(sameTemplate(live.replace('ok', 'no'), packaged)).toBe(false);
    expect(sameTemplate(live.replace('Gr??e', 'Gre'), packaged)).toBe(false);
  });

  it('does not take a template that is no JSON for the same', () => {
    expect(sameTemplate('Resources: {}', { Resources: {} })).toBe(false);
  });
});
