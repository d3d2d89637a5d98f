import type { Finding, FindingSource } from '../../core/doctor/finding.ts';
import { printable } from '../../core/report/printable.ts';
import { openCheckout } from '../../io/laptop/checkout.ts';
import type { Style, Terminal } from '../../io/laptop/terminal.ts';
import { examineAll } from '../examining.ts';
import { EXIT } from '../exit-codes.ts';
import type { Options } from '../options.ts';

/**
 * Looks for what is wrong with a set-up: in the clone, then on GitHub, then in AWS, each as far as it may be asked. Throws
 * E_NO_CLONE. Ends with 1 if it finds an error.
 */
export async function doctor(options: Options, terminal: Terminal): Promise<number> {
  const checkout = await openCheckout(process.cwd());
  const examinations = await examineAll(checkout, options, terminal);
  // A command that mends several things is told once.
  const told = new Set<string>();
  for (const { source, findings } of examinations) {
    show(source, findings, told, terminal);
  }
  const findings = examinations.flatMap((one) => one.findings.map((finding) => ({ source: one.source, ...finding })));
  const [errors, warnings] = (['error', 'warning'] as const).map((level) =>
    findings.filter((one) => one.level === level),
  );
  const isIll = (errors?.length ?? 0) > 0;
  const sum = `${count(errors?.length ?? 0, 'error')}, ${count(warnings?.length ?? 0, 'warning')}`;
  terminal.print(['', terminal.style(isIll ? 'red' : 'green', isIll ? `✗ ${sum}` : `✓ ${sum}`)]);
  terminal.printJson({ status: isIll ? 'ill' : 'well', findings });
  return isIll ? EXIT.failed : EXIT.ok;
}

const TITLES: Readonly<Record<FindingSource, string>> = { local: 'This clone', github: 'GitHub', aws: 'AWS' };
const STYLES: Readonly<Record<Finding['level'], readonly [Style, string]>> = {
  error: ['red', '✗'],
  warning: ['yellow', '!'],
  'not-asked': ['dim', '?'],
};

function show(source: FindingSource, findings: readonly Finding[], told: Set<string>, terminal: Terminal): void {
  const { style } = terminal;
  terminal.print([
    '',
    style('bold', TITLES[source]),
    ...(findings.length === 0 ? [`  ${style('green', '✓')} no problems found`] : []),
    ...findings.flatMap(({ level, place, what, why, fix }) => {
      const [colour, mark] = STYLES[level];
      const [first = '', ...more] =
        told.has(fix) && fix.includes('\n') ? ['the same command as above'] : fix.split('\n');
      told.add(fix);
      return [
        `  ${style(colour, mark)} ${printable(place)}: ${level === 'not-asked' ? 'not asked: ' : ''}${printable(what)}`,
        `      ${style('dim', printable(why))}`,
        `      → ${first}`,
        ...more.map((line) => `        ${line}`),
      ];
    }),
  ]);
}

const count = (number: number, what: string) => `${number} ${what}${number === 1 ? '' : 's'}`;
