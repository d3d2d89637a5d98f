/** Returns every text in a value, with the key that it stands at. */
export function textsIn(value: unknown, key = ''): { key: string; text: string }[] {
  if (typeof value === 'string') return [{ key, text: value }];
  if (Array.isArray(value)) return value.flatMap((item) => textsIn(item, key));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, item]) => textsIn(item, name));
}

/** Returns the expressions in a value: what stands in `${{ }}`, and each `if`, which needs no braces. */
export function expressionsIn(value: unknown): string[] {
  return textsIn(value).flatMap(({ key, text }) => {
    const inBraces = [...text.matchAll(/\$\{\{([\s\S]*?)\}\}/g)].map(([, body = '']) => body.trim());
    return inBraces.length === 0 && key === 'if' ? [text] : inBraces;
  });
}

/** Returns the condition of a job or step without its braces; empty where there is none. */
export function conditionOf(condition: unknown): string {
  const text = String(condition ?? '').trim();
  return /^\$\{\{([\s\S]*)\}\}$/.exec(text)?.[1]?.trim() ?? text;
}

/**
 * Whether a condition can hold only where one of its parts does that `isGuard` knows: one part of each `&&`,
 * every part of each `||`.
 */
export function isGuarded(condition: string, isGuard: (part: string) => boolean): boolean {
  const alternatives = splitOutside(condition, '||');
  if (alternatives.length > 1) return alternatives.every((part) => isGuarded(part, isGuard));
  const conjuncts = splitOutside(condition, '&&');
  if (conjuncts.length > 1) return conjuncts.some((part) => isGuarded(part, isGuard));
  const text = condition.trim();
  return isInParentheses(text) ? isGuarded(text.slice(1, -1), isGuard) : isGuard(text);
}

/** Whether the parenthesis that a text begins with is closed by its last character, and not before. */
function isInParentheses(text: string): boolean {
  let depth = 0;
  const closed = [...text.matchAll(/'[^']*'|[\s\S]/g)].findIndex(([token]) => {
    if (token === '(') depth += 1;
    if (token === ')') depth -= 1;
    return depth === 0;
  });
  return text.startsWith('(') && closed === text.replace(/'[^']*'/g, '_').length - 1;
}

/** Splits a condition at an operator that stands in no parentheses and in no quotes. */
function splitOutside(condition: string, operator: '||' | '&&'): string[] {
  const parts = [''];
  let depth = 0;
  for (const [token] of condition.matchAll(/'[^']*'|\|\||&&|[\s\S]/g)) {
    if (token === '(') depth += 1;
    if (token === ')') depth -= 1;
    if (token === operator && depth === 0) parts.push('');
    else parts[parts.length - 1] += token;
  }
  return parts;
}
