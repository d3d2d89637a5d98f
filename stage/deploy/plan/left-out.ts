import type { ServiceResult } from '../../../core/deploy/result.ts';
import { apiUrl } from '../../../core/output/api-url.ts';
import type { Dependencies } from '../dependencies.ts';
import type { StagePlan } from './stage-plan.ts';

/** Returns the services that the stage does not get; those whose outputs are handed on have what the base stage has. */
export async function leftOutResults(
  { selection, services }: StagePlan,
  published: readonly string[],
  { configuration, find, log }: Dependencies,
): Promise<ServiceResult[]> {
  const { app, baseStage: stage, profile } = configuration;
  const { region } = profile;
  return Promise.all(
    selection.leftOut.map(async ({ key, reason }): Promise<ServiceResult> => {
      const name = services.find((service) => service.key === key)?.name ?? '';
      const isPublished = published.some((each) => each.startsWith(`${key}.`));
      const stack =
        stage === undefined || name === '' || !isPublished
          ? undefined
          : await find({ app, stage, kinds: ['configured'], region }, name).catch((error: Error) => {
              log.warning(`the outputs of "${key}" in "${stage}" could not be read: ${error.message}`);
              return undefined;
            });
      const outputs = stack?.outputs ?? {};
      const url = apiUrl(outputs);
      const row = { key, name, region, status: 'left-out', reason, reads: [], outputs, seconds: 0 } as const;
      return url === undefined ? row : { ...row, url };
    }),
  );
}
