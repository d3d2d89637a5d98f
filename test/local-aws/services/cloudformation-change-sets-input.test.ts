import { CreateChangeSetCommand, CreateStackCommand } from '@aws-sdk/client-cloudformation';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type ChangeSetClient,
  changeOf,
  changeSetClient,
  lines,
  narrowedClient,
  uploadTemplate,
} from '../change-set-client.ts';
import { type LocalAws, startLocalAws } from '../server.ts';
import { queues, type StackClient, stackClient } from '../stack-client.ts';

let aws: LocalAws;
let cfn: StackClient;
let sets: ChangeSetClient;
beforeEach(async () => {
  aws = await startLocalAws({ resourceDelayMs: 0 });
  cfn = stackClient(aws);
  sets = changeSetClient(cfn);
  await cfn.create('app', BASE);
});
afterEach(() => aws.close());

const BASE = queues({ A: { QueueName: 'a' } });
const NEXT = queues({ A: { QueueName: 'a', DelaySeconds: 1 } });
const refused = (message: string) => ({ name: 'ValidationError', message });
const S3_ERRORS = 'For more information check http://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html';

/** A template of exactly so many bytes. */
function templateOf(bytes: number): string {
  const text = JSON.stringify({ ...NEXT, Description: '' });
  return text.replace('"Description":""', `"Description":"${'x'.repeat(bytes - text.length)}"`);
}

describe('a change set is asked for', () => {
  it('with a template of 51,200 bytes, and refused for one more', async () => {
    const send = (TemplateBody: string) => sets.create('app', undefined, { TemplateBody });
    const message = `1 validation error detected: Value '${templateOf(51_201)}' at 'templateBody' failed to satisfy constraint: Member must have length less than or equal to 51200`;
    await expect(send(templateOf(51_201))).rejects.toMatchObject(refused(message));
    expect(await send(templateOf(51_200))).toMatch(
      /^arn:aws:cloudformation:us-east-1:111111111111:changeSet\/next\/[-0-9a-f]{36}$/,
    );
  });

  it('with a template in S3 of 1,000,000 bytes, and refused for one more', async () => {
    const send = (bytes: number) =>
      sets.create('app', undefined, { TemplateURL: uploadTemplate(aws, 'app.json', templateOf(bytes)) });
    await expect(send(1_000_001)).rejects.toMatchObject(refused('Template may not exceed 1000000 bytes in size.'));
    await send(1_000_000);
    expect(lines(await sets.made('app'))).toEqual(['Modify A False']);
  });

  it.each([
    ['https://s3.amazonaws.com/templates/none.json', `S3 error: The specified key does not exist.\n${S3_ERRORS}`],
    ['https://none.s3.us-east-1.amazonaws.com/a.json', `S3 error: The specified bucket does not exist\n${S3_ERRORS}`],
    ['https://example.com/templates/app.json', 'TemplateURL must be a supported URL.'],
    ['http://s3.amazonaws.com/templates/app.json', 'TemplateURL must be a supported URL.'],
    ['app.json', 'TemplateURL must be a supported URL.'],
    ['s3://templates/app.json', 'S3 error: Domain name specified in templates is not a valid S3 domain'],
  ])('with a template at %s, and refused', async (TemplateURL, message) => {
    uploadTemplate(aws, 'app.json', NEXT);
    await expect(sets.create('app', undefined, { TemplateURL })).rejects.toMatchObject(refused(message));
    await expect(cfn.client.send(new CreateStackCommand({ StackName: 'other', TemplateURL }))).rejects.toMatchObject(
      refused(message),
    );
    expect(aws.stacks.list()).toHaveLength(1);
  });

  it('with a template at the address of its bucket', async () => {
    uploadTemplate(aws, 'v1/app.json', NEXT);
    const TemplateURL = 'https://templates.s3.us-east-1.amazonaws.com/v1/app.json';
    expect(lines(await sets.show('app', undefined, { TemplateURL }))).toEqual(['Modify A False']);
  });

  it('with two templates, or with none, and refused', async () => {
    const both = sets.create('app', NEXT, { UsePreviousTemplate: true });
    await expect(both).rejects.toMatchObject({ name: 'ValidationError' });
    await expect(sets.create('app', undefined)).rejects.toThrow(
      'Either Template URL or Template Body must be specified.',
    );
  });

  it.each([
    [
      'ChangeSetName',
      '1st',
      "Value '1st' at 'changeSetName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z][-a-zA-Z0-9]*",
    ],
    ['ChangeSetName', 'a_b', /at 'changeSetName' failed to satisfy constraint: Member must satisfy regular/],
    ['ChangeSetName', 'n'.repeat(129), /at 'changeSetName' .* length less than or equal to 128$/],
    ['Description', 'd'.repeat(1025), /at 'description' .* length less than or equal to 1024$/],
    ['StackName', 'a b', /at 'stackName' .* regular expression pattern: \[a-zA-Z\]\[-a-zA-Z0-9\]\*\|arn:/],
    ['ChangeSetType', 'MERGE', /at 'changeSetType' .* enum value set: \[IMPORT, UPDATE, CREATE\]$/],
  ])('with the %s %.20s, and refused', async (name, value, message) => {
    const asked = sets.create('app', NEXT, { [name]: value });
    await expect(asked).rejects.toThrow(message);
    await expect(asked).rejects.toThrow(/^1 validation error detected: /);
  });

  it('with several mistakes, and all are told', async () => {
    const asked = sets.create('app', NEXT, { ChangeSetName: '1', Description: 'd'.repeat(1025) });
    await expect(asked).rejects.toThrow(/^2 validation errors detected: .*changeSetName.*; .*description/);
  });

  it('with the longest name and description', async () => {
    const Description = 'd'.repeat(1024);
    const id = await sets.create('app', NEXT, { ChangeSetName: 'n'.repeat(128), Description });
    expect(await sets.made(id)).toMatchObject({ ChangeSetName: 'n'.repeat(128), Description });
  });

  it.each([
    { ChangeSetType: 'IMPORT' as const },
    {
      ResourcesToImport: [{ ResourceType: 'AWS::SQS::Queue', LogicalResourceId: 'A', ResourceIdentifier: { U: 'x' } }],
    },
    { ImportExistingResources: true },
  ])('to import resources, which the stand-in has not: %o', async (input) => {
    await expect(sets.create('app', NEXT, input)).rejects.toMatchObject({ name: 'NotImplemented' });
  });

  it('to make another type of a resource, and refused as an update is', async () => {
    const next = { Resources: { A: { Type: 'AWS::SNS::Topic' } } };
    const message =
      'Update of resource type is not permitted. The new template modifies resource type of the following resources: [A]';
    await expect(sets.create('app', next)).rejects.toMatchObject(refused(message));
    await expect(cfn.update('app', next)).rejects.toMatchObject(refused(message));
  });

  it.each(['UPDATE_IN_PROGRESS', 'ROLLBACK_COMPLETE', 'UPDATE_ROLLBACK_FAILED', 'DELETE_FAILED'])(
    'for a stack in %s, and refused',
    async (status) => {
      aws.stacks.setStatus('app', status);
      await expect(sets.create('app', NEXT)).rejects.toThrow(`is in ${status} state and can not be updated.`);
    },
  );

  it('for a stack that is not there, or only in review, and refused', async () => {
    await expect(sets.create('none', NEXT)).rejects.toMatchObject(refused('Stack [none] does not exist'));
    await sets.create('new', NEXT, { ChangeSetType: 'CREATE' });
    const asked = sets.create('new', NEXT, { ChangeSetName: 'another' });
    await expect(asked).rejects.toMatchObject(refused('Stack [new] does not exist'));
  });

  it('with previous values of parameters, their defaults too', async () => {
    const Parameters = { Given: { Type: 'String' }, Usual: { Type: 'String', Default: 'one' } };
    const template = { Parameters, ...queues({ A: { QueueName: { 'Fn::Sub': '${Given}-${Usual}' } } }) };
    await cfn.create('params', template, { Parameters: [{ ParameterKey: 'Given', ParameterValue: 'g' }] });
    const given = ['Given', 'Usual'].map((ParameterKey) => ({ ParameterKey, UsePreviousValue: true }));
    expect((await sets.show('params', template, { Parameters: given })).StatusReason).toContain(
      "didn't contain changes",
    );
    const other = [given[0] ?? {}, { ParameterKey: 'Usual', ParameterValue: 'two' }];
    const answer = await sets.show('params', template, { ChangeSetName: 'other', Parameters: other });
    expect(changeOf(answer, 'A')).toMatchObject({ Replacement: 'True' });
    expect(answer.Parameters).toEqual([
      { ParameterKey: 'Given', ParameterValue: 'g' },
      { ParameterKey: 'Usual', ParameterValue: 'two' },
    ]);
  });
});

describe('a template in S3 that the caller may not read', () => {
  const MAKE = ['cloudformation:*', '*'] as const;
  const READ = ['s3:GetObject', 'arn:aws:s3:::templates/*'] as const;
  const LIST = ['s3:ListBucket', 'arn:aws:s3:::templates'] as const;
  const ask = (allowed: readonly (readonly [string, string])[], TemplateURL: string) =>
    narrowedClient(aws, [MAKE, ...allowed]).send(
      new CreateChangeSetCommand({ StackName: 'app', ChangeSetName: 'next', TemplateURL }),
    );

  it('is denied, and one that is missing too to who may not list the bucket', async () => {
    const there = uploadTemplate(aws, 'app.json', NEXT);
    const missing = there.replace('app.json', 'none.json');
    const denied = refused(`S3 error: Access Denied\n${S3_ERRORS}`);
    await expect(ask([LIST], there)).rejects.toMatchObject(denied);
    await expect(ask([READ], missing)).rejects.toMatchObject(denied);
    await expect(ask([READ, LIST], missing)).rejects.toThrow('The specified key does not exist.');
    await ask([READ], there);
  });
});

describe('the rights on a change set', () => {
  it('that is named by its ARN alone are those on its stack', async () => {
    const id = await sets.create('app', NEXT);
    const stack = aws.stacks.find('app')?.id ?? '';
    const as = (resource: string) => {
      const client = narrowedClient(aws, [['cloudformation:DescribeChangeSet', resource]]);
      return changeSetClient({ ...cfn, client });
    };
    expect(await as(stack).made(id)).toMatchObject({ StackId: stack });
    await expect(as(`${stack}0`).look(id)).rejects.toMatchObject({ name: 'AccessDenied' });
  });
});
