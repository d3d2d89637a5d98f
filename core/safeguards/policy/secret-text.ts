/** Forms of credentials that can be told by themselves. Each runs in linear time. */
const FORMS: readonly (readonly [form: RegExp, kind: string])[] = [
  [/(?:AKIA|ASIA)[A-Z0-9]{16}/, 'an access key of AWS'],
  [/\bgh[pousr]_[A-Za-z0-9]{36,}/, 'a token of GitHub'],
  [/\bgithub_pat_[A-Za-z0-9_]{22,}/, 'a token of GitHub'],
  [/\bxox[abeoprs]-[A-Za-z0-9-]{10,}/, 'a token of Slack'],
  [/\bxapp-[0-9]-[A-Za-z0-9-]{10,}/, 'a token of Slack'],
  [/hooks\.slack\.com\/services\/T[A-Z0-9]+\/B[A-Z0-9]+\/[A-Za-z0-9]{16,}/i, 'a webhook of Slack'],
  [/-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/, 'a private key'],
  [/\bAIza[A-Za-z0-9_-]{35}/, 'a key of Google'],
  [/\bGOCSPX-[A-Za-z0-9_-]{20,}/, 'a client secret of Google'],
  [/"type"\s{0,8}:\s{0,8}"service_account"/, 'a service account of Google'],
  [/\b[sr]k_live_[A-Za-z0-9]{16,}/, 'a key of Stripe'],
  [/\bwhsec_[A-Za-z0-9+/=]{24,}/, 'a key that webhooks are signed with'],
  [/\bSK[0-9a-f]{32}\b/, 'a key of Twilio'],
  [/\bSG\.[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{16,}/, 'a key of SendGrid'],
  [/\bnpm_[A-Za-z0-9]{36}\b/, 'a token of npm'],
  [/\bglpat-[A-Za-z0-9_-]{20,}/, 'a token of GitLab'],
  [/\bsk-(?:ant-|proj-)?[A-Za-z0-9_-]{32,}/, 'a key of a model provider'],
  [/\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}/, 'a signed token'],
];
/** An address with a user and a password; what stands for a password is none. */
const URL_PASSWORD = /[a-z][a-z0-9+.-]{1,20}:\/\/[^/\s:@]{0,256}:([^/\s:@]{3,256})@/i;

/** Names that say that their value is a credential, and names that end in what is none. */
const TELLING =
  /(secret|token|passw(or)?d|passphrase|pwd|api_?key|apikey|private_?key|access_?key|auth_?key|credential|encryption_?key|signing_?key)/i;
const NOT_THE_VALUE =
  /(arn|name|path|url|uri|host|endpoint|file|param(eter)?|table|queue|topic|bucket|ttl|expiry|length|size|type|prefix|enabled)$/i;
/** `CLIENT_ID`, `clientId`; `ANDROID` is no id. */
const AN_ID = /(^|[^A-Za-z])(id|ID)$|[a-z](Id|ID)$/;
const MIN_LENGTH = 16;
/** Bits for each sign, by Shannon: words have less. */
const MIN_ENTROPY = 3.5;

/** Returns what a variable looks like, if that is a credential; undefined for none. */
export function looksSecret(name: string, value: string): string | undefined {
  // A file's text ends with a line.
  const text = value.trim();
  const known = FORMS.find(([form]) => form.test(text));
  if (known !== undefined) {
    return known[1];
  }
  const password = URL_PASSWORD.exec(text)?.[1];
  if (password !== undefined && !isPlaceholder(password)) {
    return 'an address with a password';
  }
  const isTold = namesSecret(name) && isRandom(text);
  return isTold || holdsNamed(text) ? 'a credential' : undefined;
}

/** `api_key=…`, `"client_secret": "…"`: a name and its value within a text. */
const NAMED_WITHIN = /([A-Za-z_-]{3,64})["']?\s{0,4}[:=]\s{0,4}["']?([A-Za-z0-9+/_=.-]{16,512})/g;

function holdsNamed(text: string): boolean {
  return [...text.matchAll(NAMED_WITHIN)].some(([, name = '', value = '']) => namesSecret(name) && isRandom(value));
}

function namesSecret(name: string): boolean {
  return TELLING.test(name) && !NOT_THE_VALUE.test(name) && !AN_ID.test(name);
}

function isPlaceholder(text: string): boolean {
  return /^[$<{*%[]/.test(text) || /^x+$/i.test(text);
}

function isRandom(text: string): boolean {
  const isOther = /\s/.test(text) || /^(arn:|https?:|\/|\{\{resolve:|\$\{)/.test(text);
  return !isOther && text.length >= MIN_LENGTH && /[0-9]/.test(text) && /[A-Za-z]/.test(text) && isDense(text);
}

function isDense(text: string): boolean {
  const counts = new Map<string, number>();
  for (const sign of text) {
    counts.set(sign, (counts.get(sign) ?? 0) + 1);
  }
  const entropy = [...counts.values()].reduce((sum, count) => {
    const share = count / text.length;
    return sum - share * Math.log2(share);
  }, 0);
  return entropy >= MIN_ENTROPY;
}
