import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const configuration = `service: submissions
provider:
  name: aws
  runtime: nodejs20.x
  region: us-east-1
  environment:
    TABLE: !Ref Submissions
    GREETING: \${env:GREETING, 'hello'}
  iam:
    role:
      statements:
        - Effect: Allow
          Action: [dynamodb:PutItem]
          Resource: !GetAtt Submissions.Arn
functions:
  submit:
    handler: src/submit.handler
    events:
      - httpApi: POST /submissions
      - httpApi: GET /submissions/{id}
resources:
  Resources:
    Submissions:
      Type: AWS::DynamoDB::Table
      Properties:
        TableName: \${self:service}-\${sls:stage}
        BillingMode: PAY_PER_REQUEST
        AttributeDefinitions: [{ AttributeName: id, AttributeType: S }]
        KeySchema: [{ AttributeName: id, KeyType: HASH }]
  Outputs:
    TableName: { Value: !Ref Submissions, Export: { Name: 'submissions-\${sls:stage}-table' } }
`;

const handler = `const { DynamoDBClient, PutItemCommand, GetItemCommand } = require('@aws-sdk/client-dynamodb');
const client = new DynamoDBClient({});
exports.handler = async (event) => {
  const table = process.env.TABLE;
  if (event.routeKey.startsWith('GET')) {
    const { Item } = await client.send(new GetItemCommand({ TableName: table, Key: { id: { S: event.pathParameters.id } } }));
    return { statusCode: Item ? 200 : 404, body: JSON.stringify(Item ?? null) };
  }
  const { id, text } = JSON.parse(event.body);
  if (id === 'crash') process.exit(3);
  await client.send(new PutItemCommand({ TableName: table, Item: { id: { S: id }, text: { S: text } } }));
  return { statusCode: 201, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ id, greeting: process.env.GREETING }) };
};
`;

/** Writes a service with one function, two routes, one table and an exported output into a temp folder; returns the folder. */
export function writeSampleService(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sample-service-'));
  writeFileSync(join(folder, 'package.json'), '{ "name": "submissions", "private": true }\n');
  writeFileSync(join(folder, 'serverless.yml'), configuration);
  mkdirSync(join(folder, 'src'));
  writeFileSync(join(folder, 'src/submit.js'), handler);
  return folder;
}
