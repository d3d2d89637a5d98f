/** A role template in the manner of ours, with every intrinsic that a trust policy may need. */
export const ROLE_TEMPLATE = `
AWSTemplateFormatVersion: '2010-09-09'
Parameters:
  Owner: { Type: String }
  Repository: { Type: String }
  RepositoryId: { Type: String }
  OwnerId: { Type: String, Default: '' }
  Branch: { Type: String, Default: '' }
  PreviewBranches: { Type: CommaDelimitedList, Default: '' }
  CreateProvider: { Type: String, Default: 'true' }
Conditions:
  MakesProvider: !Equals [!Ref CreateProvider, true]
  HasOwnerId: !Not [!Equals [!Ref OwnerId, '']]
  IsConfigured: !Not [!Equals [!Ref Branch, '']]
  IsImmutableStage: !And [!Condition HasOwnerId, !Condition IsConfigured]
  HasPreviewBranches: !Not [!Equals [!Join ['', !Ref PreviewBranches], '']]
Resources:
  Provider:
    Type: AWS::IAM::OIDCProvider
    Condition: MakesProvider
    Properties:
      Url: https://token.actions.githubusercontent.com
      ClientIdList: [sts.amazonaws.com]
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: 2012-10-17
        Statement:
          - Effect: Allow
            Principal:
              Federated: !If
                - MakesProvider
                - !Ref Provider
                - !Sub arn:\${AWS::Partition}:iam::\${AWS::AccountId}:oidc-provider/token.actions.githubusercontent.com
            Action: sts:AssumeRoleWithWebIdentity
            Condition:
              StringEquals:
                token.actions.githubusercontent.com:aud: sts.amazonaws.com
                token.actions.githubusercontent.com:repository_id: !Ref RepositoryId
              StringLike:
                token.actions.githubusercontent.com:sub:
                  - !Sub repo:\${Owner}/\${Repository}:*
                  - !If
                    - HasOwnerId
                    - Fn::Sub: ['repo:\${Owner}@\${O}/\${Repository}@\${RepositoryId}:*', { O: !Ref OwnerId }]
                    - !Ref AWS::NoValue
                token.actions.githubusercontent.com:ref: !If
                  - IsConfigured
                  - !Sub refs/heads/\${Branch}
                  - !If
                    - HasPreviewBranches
                    - !Split [',', !Join [',', ['refs/pull/*/merge', !Join [',', !Ref PreviewBranches]]]]
                    - refs/pull/*/merge
`;
