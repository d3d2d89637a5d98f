import { describe, expect, it } from 'vitest';
import { renderGraph } from '../../../core/report/graph.ts';
import { deployedService } from './sample-report.ts';

const service = (key: string, overrides: Parameters<typeof deployedService>[0] = {}) =>
  deployedService({ key, ...overrides });
/** The arrows of a picture, by what the boxes say. */
function arrowsOf(lines: readonly string[]): string[] {
  const text = lines.join('\n');
  const boxes = new Map([...text.matchAll(/^\s*(\w+)\["\S+ (.+)"\]$/gm)].map(([, id, label]) => [id, label]));
  return [...text.matchAll(/^\s*(\w+) --> (\w+)$/gm)].map(([, from, to]) => `${boxes.get(from)} → ${boxes.get(to)}`);
}

describe('the picture of the services', () => {
  const services = [service('database'), service('restapi'), service('tasks')];

  it('is a flowchart of Mermaid', () => {
    const lines = renderGraph({ services, dependsOn: { restapi: ['database'] } });
    expect(lines[0]).toBe('```mermaid');
    expect(lines[1]).toMatch(/^flowchart (LR|TD|TB)$/);
    expect(lines.filter((line) => line.startsWith('```'))).toHaveLength(2);
  });

  it('has an arrow from a service to each that reads it', () => {
    const lines = renderGraph({ services, dependsOn: { restapi: ['database'], tasks: ['database', 'restapi'] } });
    expect(arrowsOf(lines).sort()).toEqual(['database → restapi', 'database → tasks', 'restapi → tasks']);
  });

  it('has no arrow to a service that is not in the result', () => {
    expect(arrowsOf(renderGraph({ services, dependsOn: { restapi: ['mail'], mail: ['database'] } }))).toEqual([]);
  });

  it('shows each service once, by the worst of its regions', () => {
    const regions = [
      service('restapi'),
      service('restapi', { region: 'eu-west-1', status: 'failed' }),
      service('tasks', { status: 'not-started' }),
    ];
    const text = renderGraph({ services: regions }).join('\n');
    expect(text.match(/restapi/g)).toHaveLength(1);
    expect(text).toMatch(/❌ restapi/);
    expect(text).toMatch(/⏸️ tasks/);
  });

  it('is valid whatever word a key is: Mermaid knows some of its own', () => {
    const keys = ['end', 'graph', 'subgraph', 'class', 'style', 'a--b', 'x_y'];
    const lines = renderGraph({ services: keys.map((key) => service(key)), dependsOn: { end: ['graph'] } });
    expect(arrowsOf(lines)).toEqual(['graph → end']);
    expect(lines.filter((line) => line.includes('["')).every((line) => /^\s*s\d+\["[^"]*"\]$/.test(line))).toBe(true);
  });

  it('is there without anything that is known of who reads what', () => {
    expect(arrowsOf(renderGraph({ services }))).toEqual([]);
    expect(renderGraph({ services })).not.toEqual([]);
  });

  it.each([0, 1, 61, 500])('is none with %i services', (count) => {
    expect(renderGraph({ services: Array.from({ length: count }, (_, index) => service(`s${index}`)) })).toEqual([]);
  });
});
