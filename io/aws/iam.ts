import type { FoundRole, Trial } from '../../core/doctor/aws/facts.ts';
import type { Session } from '../../core/profile/session.ts';
import type { Asked } from '../../core/promote/asked.ts';
import { clientOptions } from './client-options.ts';
import { awsError, isDenied } from './errors.ts';
import { request } from './request.ts';

/** What a set-up asks IAM; what the credentials may not ask is told with the right that it takes. */
export interface RoleReader {
  /** A role by its name, without its path; undefined if there is none. */
  role(name: string): Promise<Asked<FoundRole | undefined>>;
  /** Those of the trials that a role is not allowed, by IAM's own simulation of its policies. */
  refused(arn: string, trials: readonly Trial[]): Promise<Asked<readonly Trial[]>>;
  close(): void;
}

/** Opens IAM with a person's credentials. Its calls throw E_AWS_UNAVAILABLE. */
export async function openRoleReader(session: Session): Promise<RoleReader> {
  const { GetRoleCommand, IAMClient, SimulatePrincipalPolicyCommand } = await import('@aws-sdk/client-iam');
  const client = new IAMClient(clientOptions(session));
  const asked = async <Value>(right: string, work: () => Promise<Value>): Promise<Asked<Value>> => {
    try {
      return { value: await work() };
    } catch (error) {
      if (isDenied(error)) {
        return { because: `the credentials may not ask for it; it takes ${right}` };
      }
      throw awsError('IAM did not answer', error, session.region);
    }
  };
  return {
    role: (name) =>
      asked('iam:GetRole', async () => {
        try {
          const { Role: role } = await request(() => client.send(new GetRoleCommand({ RoleName: name })));
          return { trustPolicy: JSON.parse(decodeURIComponent(role?.AssumeRolePolicyDocument ?? '{}')) as unknown };
        } catch (error) {
          if ((error as Error).name === 'NoSuchEntityException') {
            return undefined;
          }
          throw error;
        }
      }),
    refused: (arn, trials) =>
      asked('iam:SimulatePrincipalPolicy', async () => {
        const resources = [...new Set(trials.map(({ resource }) => resource))];
        const found = await Promise.all(
          resources.map(async (resource) => {
            const actions = trials.flatMap((trial) => (trial.resource === resource ? [trial.action] : []));
            const command = new SimulatePrincipalPolicyCommand({
              PolicySourceArn: arn,
              ActionNames: actions,
              ResourceArns: [resource],
            });
            const { EvaluationResults: results = [] } = await request(() => client.send(command));
            const allowed = results.flatMap(({ EvalActionName: action, EvalDecision: decision }) =>
              decision === 'allowed' ? [action?.toLowerCase()] : [],
            );
            return actions.flatMap((action) => (allowed.includes(action.toLowerCase()) ? [] : [{ action, resource }]));
          }),
        );
        return found.flat();
      }),
    close: () => client.destroy(),
  };
}
