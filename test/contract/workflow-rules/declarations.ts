import { expressionsIn } from './expressions.ts';
import { interfaceOf, type Rule } from './shipped-file.ts';

const KINDS = ['inputs', 'outputs', 'secrets'] as const;

/** What a called workflow takes and gives is described. */
export const descriptions: Rule = (file) =>
  file.kind === 'reusable'
    ? KINDS.flatMap((kind) =>
        Object.entries(interfaceOf(file)[kind] ?? {})
          .filter(([, entry]) => (entry?.description ?? '').trim() === '')
          .map(([name]) => `${file.path}: ${kind}: ${name} has no description`),
      )
    : [];

/** What a called workflow takes is used by one of its jobs. */
export const usedInputs: Rule = (file) => {
  if (file.kind !== 'reusable') return [];
  const text = expressionsIn(file.content.jobs).join('\n');
  return (['inputs', 'secrets'] as const).flatMap((kind) =>
    Object.keys(interfaceOf(file)[kind] ?? {})
      .filter((name) => !new RegExp(`\\b${kind}\\.${name}(?![\\w-])`).test(text))
      .map((name) => `${file.path}: ${kind}: ${name} is not used`),
  );
};

/** What a called workflow reads of its caller is declared. */
export const declaredReads: Rule = (file) => {
  if (file.kind !== 'reusable') return [];
  const text = expressionsIn(file.content.jobs).join('\n');
  const reads = [...text.matchAll(/(?<![\w.-])(inputs|secrets)\.([A-Za-z_][\w-]*)/g)];
  const undeclared = reads.filter(([, kind, name = '']) => {
    const declared = kind === 'inputs' ? interfaceOf(file).inputs : interfaceOf(file).secrets;
    return name !== 'GITHUB_TOKEN' && !(name in (declared ?? {}));
  });
  return [...new Set(undeclared.map(([, kind, name]) => `${file.path}: ${kind}: ${name} is read and not declared`))];
};
