import { createHash } from 'node:crypto';
import { slug } from '../slug.ts';

/**
 * What stands before the hash in every preview's stage name. IAM's patterns know no classes of characters: it is this text that
 * nobody writes by accident by which rights tell previews from all else (aws/github-oidc-role.yml: `*-0pv?????`).
 */
export const PREVIEW_MARK = '-0pv';

/**
 * The same for personal stages: no rights of previews are rights over them, nor the other way round (`Kind=personal` of the
 * role's template).
 */
export const PERSONAL_MARK = '-0me';

const HASH_LENGTH = 5;

/** Length of the mark and the hash at the end of every preview's stage name. */
export const HASH_SUFFIX_LENGTH = PREVIEW_MARK.length + HASH_LENGTH;

/** Longest stage name of a preview where the configuration does not say, in characters. */
export const DEFAULT_MAX_LENGTH = 20;

/** Shortest stage name of a preview: one letter, the mark and the hash. */
export const MIN_LENGTH = HASH_SUFFIX_LENGTH + 1;

/** A name that is no longer than that of any preview, for what is tried before there is one. */
export const SHORTEST_PREVIEW = `p${PREVIEW_MARK}${'0'.repeat(HASH_LENGTH)}`;

/** Form of a preview's stage name. */
export const PREVIEW_NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)*-0pv[0-9a-z]{5}$/;

/** Form of a personal stage's name. */
export const PERSONAL_NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)*-0me[0-9a-z]{5}$/;

/**
 * Names the preview stage of a git ref (`refs/heads/feature/login`) or of a pull request (`refs/pull/12`).
 * Lower case, `[a-z][a-z0-9-]*`, no `--`, at most `maxLength` characters, and always `-0pv` and a hash of the whole ref
 * at the end, so that two refs never share a stage. Pure: one ref gives one name everywhere. Refs that differ only in
 * Unicode normalisation are two refs for git, and two stages here.
 */
export function previewStageName(ref: string, maxLength: number): string {
  return markedName(ref, PREVIEW_MARK, ref, maxLength);
}

/**
 * Names a person's stage by what they call it (`alice`, `Try It`), in the same way: at most `maxLength` characters, with
 * `-0me` and a hash of the person and the name at the end, so that two persons of one name never share a stage.
 */
export function personalStageName(person: string, name: string, maxLength: number): string {
  return markedName(name, PERSONAL_MARK, `${person}/${name}`, maxLength);
}

/** A name that people can read, cut to the room that there is, with a mark and the hash of what it stands for. */
function markedName(text: string, mark: string, hashed: string, maxLength: number): string {
  const slug = spokenName(text)
    .slice(0, maxLength - HASH_SUFFIX_LENGTH)
    .replace(/-+$/, '');
  return `${slug}${mark}${shortHash(hashed)}`;
}

/** The part of a ref that people read, uncut: lower case letters, digits and single `-`, a letter first. */
function spokenName(ref: string): string {
  const spoken = ref.replace(/^refs\/(heads|tags)\//, '').replace(/^refs\/pull\/([0-9]+)$/, 'pr-$1');
  const words = slug(spoken);
  const name = /^[a-z]/.test(words) ? words : `b-${words}`;
  // A mark stands at the end alone: IAM's patterns would take one in the middle for the other kind's.
  return name.replace(/-0(?=pv|me)/g, '-0-');
}

/**
 * Whether a name is the one of a ref's preview, whatever it was cut to: a stage keeps its name when `max-length` changes.
 * The hash alone is too short to tell refs apart that somebody chose for it.
 */
export function isNameOfRef(name: string, ref: string): boolean {
  const hash = `${PREVIEW_MARK}${shortHash(ref)}`;
  return PREVIEW_NAME.test(name) && name.endsWith(hash) && spokenName(ref).startsWith(name.slice(0, -hash.length));
}

/** Five characters: 60 million values. */
function shortHash(text: string): string {
  const number = createHash('sha256').update(text).digest().readBigUInt64BE();
  return (number % 36n ** BigInt(HASH_LENGTH)).toString(36).padStart(HASH_LENGTH, '0');
}

/** The name that stands for all previews, in a sweep and in filters of notifications; no preview's stage has its form. */
export const ALL_PREVIEWS = 'previews';

/** Form that the Serverless Framework accepts for `--stage`. */
export const STAGE_NAME = /^[a-zA-Z0-9-]+$/;

/** Whether a key of `stages` is a pattern of branches (`feature/*`) and not a stage's name. */
export function isStagePattern(key: string): boolean {
  return /[*?[\]{}!]/.test(key);
}
