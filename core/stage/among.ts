import picomatch from 'picomatch';
import { ALL_PREVIEWS } from './name.ts';

/** Whether a stage is meant by one of these names or patterns; `previews` means all previews. */
export function isStageAmong(
  { name, kind }: { readonly name: string; readonly kind: string },
  wanted: readonly string[],
): boolean {
  return wanted.some(
    (one) => (kind === 'preview' && one === ALL_PREVIEWS) || one === name || picomatch.isMatch(name, one),
  );
}
