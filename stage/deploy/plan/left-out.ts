import type { ServiceResult } from '../../../core/deploy/result.ts';
import { onlyDefined } from '../../../core/only-defined.ts';
import { apiUrl } from '../../../core/output/api-url.ts';
import type { DeployEdges } from '../../edges.ts';
import type { StagePlan } from './stage-plan.ts';

/** Returns the services that the stage does not get; those whose outputs are handed on have what the base stage has. */
export async function leftOutResults(
  { leftOut }: Pick<StagePlan, 'leftOut'>,
  published: readonly string[],
  { configuration, find, voice }: Pick<DeployEdges, 'configuration' | 'find' | 'voice'>,
): Promise<ServiceResult[]> {
  const { app, baseStage: stage, profile } = configuration;
  const { region } = profile;
  return Promise.all(
    leftOut.map(async ({ key, reason, service: { name = '' } }): Promise<ServiceResult> => {
      const isPublished = published.some((each) => each.startsWith(`${key}.`));
      const stack =
        stage === undefined || name === '' || !isPublished
          ? undefined
          : await find({ app, stage, kinds: ['configured'], region }, name).catch((error: Error) => {
              voice.log.warning(`the outputs of "${key}" in "${stage}" could not be read: ${error.message}`);
              return undefined;
            });
      const outputs = stack?.outputs ?? {};
      const row = { key, name, region, status: 'left-out', reason, reads: [], outputs, seconds: 0 } as const;
      return { ...row, ...onlyDefined({ url: apiUrl(outputs) }) };
    }),
  );
}
