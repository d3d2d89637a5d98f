import pLimit from 'p-limit';
import type { Service } from '../../core/service/definition.ts';

/**
 * Does a piece of work for each service, several at once, but one after the other for those of one folder: the Serverless Framework
 * uses it for one package at a time. Returns what came of each, in the order of the services.
 */
export async function byFolder<Result>(
  services: readonly Service[],
  concurrency: number,
  work: (service: Service) => Promise<Result>,
): Promise<Result[]> {
  const limit = pLimit(concurrency);
  const queues = new Map<string, ReturnType<typeof pLimit>>();
  return Promise.all(
    services.map((service) => {
      const queue = queues.get(service.path) ?? pLimit(1);
      queues.set(service.path, queue);
      return queue(() => limit(() => work(service)));
    }),
  );
}
