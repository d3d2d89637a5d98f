import type { Recreation } from '../state/change-sets.ts';

interface Rules {
  readonly always: readonly string[];
  readonly conditionally: readonly string[];
}

const words = (text: string) => (text === '' ? [] : text.split(' '));
const fixed = (always: string, conditionally = ''): Rules => ({
  always: words(always),
  conditionally: words(conditionally),
});

/**
 * Which properties make a new resource: those of which the resource reference of CloudFormation says "Update requires: Replacement",
 * and those that only may (`Conditionally`). What it does not say here is changed in place. Later than the reference's public text
 * (December 2023) are `createOnlyProperties` of the types' schemas. LocalSecondaryIndexes of a table: the reference until 2022.
 */
const RULES: Readonly<Record<string, Rules>> = {
  'AWS::ApiGateway::ApiKey': fixed('GenerateDistinctId Name Value'),
  'AWS::ApiGateway::Authorizer': fixed('RestApiId'),
  'AWS::ApiGateway::BasePathMapping': fixed('BasePath DomainName'),
  'AWS::ApiGateway::Deployment': fixed('DeploymentCanarySettings RestApiId'),
  'AWS::ApiGateway::DomainName': fixed('DomainName'),
  'AWS::ApiGateway::GatewayResponse': fixed('ResponseType RestApiId'),
  'AWS::ApiGateway::Method': fixed('HttpMethod ResourceId RestApiId'),
  'AWS::ApiGateway::Model': fixed('ContentType Name RestApiId'),
  'AWS::ApiGateway::RequestValidator': fixed('Name RestApiId'),
  'AWS::ApiGateway::Resource': fixed('ParentId PathPart RestApiId'),
  'AWS::ApiGateway::Stage': fixed('RestApiId StageName'),
  'AWS::ApiGateway::UsagePlanKey': fixed('KeyId KeyType UsagePlanId'),
  'AWS::ApiGatewayV2::Api': fixed('ProtocolType'),
  'AWS::ApiGatewayV2::ApiMapping': fixed('DomainName'),
  'AWS::ApiGatewayV2::Authorizer': fixed('ApiId'),
  'AWS::ApiGatewayV2::Deployment': fixed('ApiId'),
  'AWS::ApiGatewayV2::DomainName': fixed('DomainName'),
  'AWS::ApiGatewayV2::Integration': fixed('ApiId'),
  'AWS::ApiGatewayV2::Route': fixed('ApiId'),
  'AWS::ApiGatewayV2::Stage': fixed('ApiId StageName'),
  'AWS::AppSync::DataSource': fixed('ApiId Name'),
  'AWS::AppSync::Resolver': fixed('ApiId FieldName TypeName'),
  'AWS::CertificateManager::Certificate': fixed(
    'CertificateAuthorityArn DomainName DomainValidationOptions KeyAlgorithm SubjectAlternativeNames ValidationMethod',
  ),
  'AWS::CloudFront::Function': fixed('Name'),
  'AWS::CloudWatch::Alarm': fixed('AlarmName'),
  'AWS::CloudWatch::Dashboard': fixed('DashboardName'),
  'AWS::Cognito::IdentityPoolRoleAttachment': fixed('IdentityPoolId'),
  'AWS::Cognito::UserPoolClient': fixed('GenerateSecret UserPoolId'),
  'AWS::Cognito::UserPoolDomain': fixed('Domain UserPoolId'),
  'AWS::Cognito::UserPoolGroup': fixed('GroupName UserPoolId'),
  'AWS::Cognito::UserPoolResourceServer': fixed('Identifier UserPoolId'),
  'AWS::DynamoDB::GlobalTable': fixed('KeySchema LocalSecondaryIndexes TableName', 'AttributeDefinitions'),
  'AWS::DynamoDB::Table': fixed(
    'ImportSourceSpecification KeySchema LocalSecondaryIndexes TableName',
    'AttributeDefinitions',
  ),
  'AWS::EC2::SecurityGroup': fixed('GroupDescription GroupName VpcId'),
  'AWS::EC2::Subnet': fixed('AvailabilityZone AvailabilityZoneId CidrBlock OutpostArn VpcId', 'Ipv6CidrBlock'),
  'AWS::EC2::VPC': fixed('CidrBlock Ipv4IpamPoolId Ipv4NetmaskLength', 'InstanceTenancy'),
  'AWS::EC2::VPCEndpoint': fixed('ServiceName VpcEndpointType VpcId'),
  'AWS::ECR::Repository': fixed('EncryptionConfiguration RepositoryName'),
  'AWS::EFS::AccessPoint': fixed('ClientToken FileSystemId PosixUser RootDirectory'),
  'AWS::EFS::FileSystem': fixed('AvailabilityZoneName Encrypted KmsKeyId PerformanceMode'),
  'AWS::EFS::MountTarget': fixed('FileSystemId IpAddress SubnetId'),
  'AWS::ElastiCache::CacheCluster': fixed(
    'CacheSubnetGroupName ClusterName Engine NetworkType Port SnapshotArns SnapshotName',
    'AZMode NumCacheNodes PreferredAvailabilityZone PreferredAvailabilityZones',
  ),
  'AWS::ElastiCache::ReplicationGroup': fixed(
    'AtRestEncryptionEnabled CacheSubnetGroupName DataTieringEnabled Engine KmsKeyId NetworkType Port ReplicationGroupId SnapshotArns SnapshotName',
    'AuthToken NodeGroupConfiguration NumNodeGroups',
  ),
  'AWS::Elasticsearch::Domain': fixed('DomainName', 'AdvancedSecurityOptions EncryptionAtRestOptions'),
  'AWS::Events::Archive': fixed('ArchiveName SourceArn'),
  'AWS::Events::EventBus': fixed('EventSourceName Name'),
  'AWS::Events::EventBusPolicy': fixed('EventBusName StatementId'),
  'AWS::Events::Rule': fixed('EventBusName Name'),
  'AWS::IAM::Group': fixed('GroupName'),
  'AWS::IAM::InstanceProfile': fixed('InstanceProfileName Path'),
  'AWS::IAM::ManagedPolicy': fixed('Description ManagedPolicyName Path'),
  'AWS::IAM::OIDCProvider': fixed('Url'),
  'AWS::IAM::Role': fixed('Path RoleName'),
  'AWS::IAM::User': fixed('UserName'),
  'AWS::KMS::Alias': fixed('AliasName'),
  'AWS::KMS::Key': fixed('KeySpec KeyUsage MultiRegion'),
  'AWS::Kinesis::Stream': fixed('Name'),
  'AWS::Kinesis::StreamConsumer': fixed('ConsumerName StreamARN'),
  'AWS::KinesisFirehose::DeliveryStream': fixed(
    'DeliveryStreamName DeliveryStreamType KinesisStreamSourceConfiguration',
  ),
  'AWS::Lambda::Alias': fixed('FunctionName Name'),
  'AWS::Lambda::EventInvokeConfig': fixed('FunctionName Qualifier'),
  'AWS::Lambda::EventSourceMapping': fixed(
    'EventSourceArn SelfManagedEventSource StartingPosition StartingPositionTimestamp',
  ),
  'AWS::Lambda::Function': fixed('FunctionName PackageType'),
  'AWS::Lambda::LayerVersion': fixed(
    'CompatibleArchitectures CompatibleRuntimes Content Description LayerName LicenseInfo',
  ),
  'AWS::Lambda::LayerVersionPermission': fixed('Action LayerVersionArn OrganizationId Principal'),
  'AWS::Lambda::Permission': fixed(
    'Action EventSourceToken FunctionName FunctionUrlAuthType Principal PrincipalOrgID SourceAccount SourceArn',
  ),
  'AWS::Lambda::Url': fixed('Qualifier TargetFunctionArn'),
  'AWS::Lambda::Version': fixed('CodeSha256 Description FunctionName'),
  'AWS::Logs::LogGroup': fixed('LogGroupName'),
  'AWS::Logs::LogStream': fixed('LogGroupName LogStreamName'),
  'AWS::Logs::MetricFilter': fixed('FilterName LogGroupName'),
  'AWS::Logs::SubscriptionFilter': fixed('FilterName LogGroupName'),
  'AWS::OpenSearchService::Domain': fixed('DomainName', 'AdvancedSecurityOptions EncryptionAtRestOptions'),
  'AWS::Pipes::Pipe': fixed('Name Source'),
  'AWS::RDS::DBCluster': fixed(
    'AvailabilityZones DBClusterIdentifier DBSubnetGroupName DatabaseName EngineMode KmsKeyId PubliclyAccessible RestoreToTime RestoreType SnapshotIdentifier SourceDBClusterIdentifier SourceRegion StorageEncrypted UseLatestRestorableTime',
    'Engine GlobalClusterIdentifier MasterUsername',
  ),
  'AWS::RDS::DBInstance': fixed(
    'CharacterSetName DBClusterIdentifier DBInstanceIdentifier DBName DBSubnetGroupName KmsKeyId MasterUsername NcharCharacterSetName SourceRegion StorageEncrypted Timezone',
    'AvailabilityZone DBClusterSnapshotIdentifier DBParameterGroupName DBSnapshotIdentifier Engine MultiAZ SourceDBInstanceIdentifier StorageType',
  ),
  'AWS::RDS::DBSubnetGroup': fixed('DBSubnetGroupName'),
  'AWS::Route53::HostedZone': fixed('Name'),
  'AWS::Route53::RecordSet': fixed('HostedZoneId HostedZoneName Name'),
  'AWS::S3::Bucket': fixed('BucketName'),
  'AWS::S3::BucketPolicy': fixed('Bucket'),
  'AWS::SES::EmailIdentity': fixed('EmailIdentity'),
  'AWS::SNS::Subscription': fixed('Endpoint Protocol TopicArn'),
  'AWS::SNS::Topic': fixed('FifoTopic TopicName'),
  'AWS::SQS::Queue': fixed('FifoQueue QueueName'),
  'AWS::SSM::Parameter': fixed('Name'),
  'AWS::Scheduler::Schedule': fixed('Name'),
  'AWS::Scheduler::ScheduleGroup': fixed('Name'),
  'AWS::SecretsManager::Secret': fixed('Name'),
  'AWS::StepFunctions::Activity': fixed('Name'),
  'AWS::StepFunctions::StateMachine': fixed('StateMachineName StateMachineType'),
  'AWS::WAFv2::WebACL': fixed('Name Scope'),
  'AWS::WAFv2::WebACLAssociation': fixed('ResourceArn WebACLArn'),
};

const IS_CUSTOM = /^(Custom::|AWS::CloudFormation::CustomResource$)/;

/** Whether a change of a property makes a new resource. What a custom resource does with one is known to its function alone. */
export function recreationOf(type: string, property: string): Recreation {
  if (IS_CUSTOM.test(type)) return 'Conditionally';
  const { always, conditionally } = RULES[type] ?? fixed('');
  if (always.includes(property)) return 'Always';
  return conditionally.includes(property) ? 'Conditionally' : 'Never';
}

/** Properties of a user pool that can be given once (resource reference: "This user pool property cannot be updated"). */
const GIVEN_ONCE: Readonly<Record<string, readonly string[]>> = {
  'AWS::Cognito::UserPool': ['AliasAttributes', 'UsernameAttributes', 'UsernameConfiguration'],
};

/** Whether the service refuses every other value of a property, which no change set tells. */
export function isGivenOnce(type: string, property: string): boolean {
  return GIVEN_ONCE[type]?.includes(property) ?? false;
}
