import type { FindDeployment } from '../../../core/output/lookup.ts';
import type { Service } from '../../../core/service/definition.ts';
import type { StackView } from '../../../core/stack/status.ts';

/** A deployment that a run has brought up to date, or found to be. */
export interface Noted {
  readonly key: string;
  readonly region: string;
  /** The service's name, which a configuration that is a program tells only now. */
  readonly name: string;
  readonly stack: StackView;
}

/** What a run has learnt of its own stage: later services read it from here, whatever the ledger says by now. */
export interface RunMemory {
  note(deployment: Noted): void;
  /** The services with the names that are known by now. */
  named(services: readonly Service[]): Service[];
  /** `find` for one turn: what this run has seen of `stage` first, and nothing asked twice. */
  finder(find: FindDeployment, app: string, stage: string): FindDeployment;
}

/** Builds the memory of one run. */
export function createRunMemory(): RunMemory {
  const names = new Map<string, string>();
  const stacks = new Map<string, StackView>();
  return {
    note({ key, region, name, stack }) {
      names.set(key, name);
      stacks.set(`${region}/${name}`, stack);
    },
    named: (services) => services.map((service) => ({ ...service, name: service.name ?? names.get(service.key) })),
    finder(find, app, stage) {
      const asked = new Map<string, ReturnType<FindDeployment>>();
      return async (place, service) => {
        const own = place.app === app && place.stage === stage ? stacks.get(`${place.region}/${service}`) : undefined;
        if (own !== undefined) {
          return own;
        }
        const key = [place.app, place.stage, place.region, service].join('/');
        const answer = asked.get(key) ?? find(place, service);
        asked.set(key, answer);
        return answer;
      };
    },
  };
}
