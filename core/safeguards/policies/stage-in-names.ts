import * as v from 'valibot';
import { literally } from '../../literally.ts';
import type { PseudoParameters } from '../../stack/template-text.ts';
import { atResource, policy } from '../policy/policy.ts';
import type { CheckedResource } from '../view/resource.ts';
import { isKnown, textsOf } from '../view/values.ts';

/** Properties that name a resource itself, by its type; such names are unique in an account and region. */
const NAMES: Readonly<Record<string, string>> = {
  'AWS::ApiGateway::ApiKey': 'Name',
  'AWS::CloudWatch::Alarm': 'AlarmName',
  'AWS::Cognito::UserPool': 'UserPoolName',
  'AWS::DynamoDB::Table': 'TableName',
  'AWS::DynamoDB::GlobalTable': 'TableName',
  'AWS::ECR::Repository': 'RepositoryName',
  'AWS::Events::EventBus': 'Name',
  'AWS::Events::Rule': 'Name',
  'AWS::IAM::ManagedPolicy': 'ManagedPolicyName',
  'AWS::IAM::Role': 'RoleName',
  'AWS::IAM::User': 'UserName',
  'AWS::Kinesis::Stream': 'Name',
  'AWS::KinesisFirehose::DeliveryStream': 'DeliveryStreamName',
  'AWS::KMS::Alias': 'AliasName',
  'AWS::Lambda::Function': 'FunctionName',
  'AWS::Logs::LogGroup': 'LogGroupName',
  'AWS::OpenSearchService::Domain': 'DomainName',
  'AWS::RDS::DBCluster': 'DBClusterIdentifier',
  'AWS::RDS::DBInstance': 'DBInstanceIdentifier',
  'AWS::S3::Bucket': 'BucketName',
  'AWS::SNS::Topic': 'TopicName',
  'AWS::SQS::Queue': 'QueueName',
  'AWS::SSM::Parameter': 'Name',
  'AWS::Scheduler::Schedule': 'Name',
  'AWS::SecretsManager::Secret': 'Name',
  'AWS::Serverless::Function': 'FunctionName',
  'AWS::StepFunctions::StateMachine': 'StateMachineName',
};

/** What is the same for two stages of one account, whatever it is. */
const SAME_EVERYWHERE: PseudoParameters = { 'AWS::AccountId': '0', 'AWS::Partition': 'aws', 'AWS::URLSuffix': 'x' };

/** Whether a name holds the stage as a word: `orders-dev`, `ordersDev`; `devices` holds no `dev`. */
function holds(name: string, stage: string): boolean {
  const capital = `${stage.charAt(0).toUpperCase()}${stage.slice(1)}`;
  return (
    new RegExp(`(?<![a-z0-9])${literally(stage)}(?![a-z0-9])`, 'i').test(name) ||
    new RegExp(`${literally(capital)}(?![a-z])`).test(name)
  );
}

export const stageInNames = policy({
  checks: 'a name that a resource is given holds the stage, so that two stages cannot meet in it',
  configuration: '',
  example: 'stage-in-names',
  config: v.undefined(),
  check: ({ resources, stage, region, stack }) => {
    const pseudo = { ...SAME_EVERYWHERE, 'AWS::StackName': stack, 'AWS::Region': region };
    return resources
      .filter((resource) => namesOf(resource, pseudo).some((name) => isKnown(name) && !holds(name, stage.name)))
      .map((resource) => ({
        ...atResource(resource),
        what: `the name of ${resource.id} (${resource.type}) does not hold the stage`,
        fix: 'put ${sls:stage} into it, or leave the name to CloudFormation',
      }));
  },
});

function namesOf({ type, properties }: CheckedResource, pseudo: PseudoParameters): string[] {
  const property = NAMES[type];
  return property === undefined ? [] : textsOf(properties[property], pseudo);
}
