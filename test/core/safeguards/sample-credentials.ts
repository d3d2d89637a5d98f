/** What looks random, the same each time; put together here, so that no file holds what a scanner would take for a secret. */
export function random(prefix: string, length: number, alphabet = LETTERS + LETTERS.toLowerCase() + DIGITS): string {
  let state = 12_345 + length;
  const next = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return alphabet[(state >> 8) % alphabet.length] ?? '';
  };
  return prefix + Array.from({ length }, next).join('');
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const DIGITS = '0123456789';
const HEX = `${DIGITS}abcdef`;
const BASE32 = `${LETTERS}234567`;
const dashes = '-'.repeat(5);
const pem = (kind: string, end: string) =>
  [`${dashes}BEGIN ${kind}${dashes}`, random('MII', 61), random('', 44), `${dashes}END ${kind}${dashes}`].join(end);
const hook = `https://hooks.slack.com/${'services'}/${random('T', 8, LETTERS + DIGITS)}/${random('B', 8, LETTERS + DIGITS)}/${random('', 24)}`;
const password = random('', 14);

/** Variables with what looks like a credential. */
export const CREDENTIALS: Readonly<Record<string, readonly [name: string, value: string]>> = {
  'a key of AWS': ['KEY', random('AKIA', 16, BASE32)],
  'a temporary key of AWS': ['KEY', random('ASIA', 16, BASE32)],
  'a key of AWS in a text': ['SETTINGS', `{"region":"eu-central-1","key":"${random('AKIA', 16, BASE32)}"}`],
  'a secret key of AWS': ['AWS_SECRET', random('', 40)],
  'a personal token of GitHub': ['SETTING', random('ghp_', 36)],
  'a fine-grained token of GitHub': ['SETTING', `${random('github_pat_', 22)}${random('_', 59)}`],
  'an OAuth token of GitHub': ['SETTING', random('gho_', 36)],
  "a token of GitHub's for a workflow": ['SETTING', random('ghs_', 36)],
  'a token of a bot of Slack': [
    'SETTING',
    `xoxb-${random('', 12, DIGITS)}-${random('', 12, DIGITS)}-${random('', 24)}`,
  ],
  'a token of a user of Slack': [
    'SETTING',
    `xoxp-${random('', 12, DIGITS)}-${random('', 12, DIGITS)}-${random('', 32, HEX)}`,
  ],
  'a hook of Slack': ['TARGET', hook],
  'a key of RSA': ['SETTING', pem('RSA PRIVATE KEY', '\n')],
  'a key in PKCS #8': ['SETTING', pem('PRIVATE KEY', '\n')],
  'a key of OpenSSH': ['SETTING', pem('OPENSSH PRIVATE KEY', '\n')],
  'a key of an elliptic curve, in one line': ['SETTING', pem('EC PRIVATE KEY', '\\n')],
  'a key that is encrypted': ['SETTING', pem('ENCRYPTED PRIVATE KEY', '\n')],
  'a key of Google': ['SETTING', random('AIza', 35)],
  'a live key of Stripe': ['SETTING', random('sk_live_', 24)],
  'a key of Twilio': ['SETTING', random('SK', 32, HEX)],
  'a password in the address of a database': ['DATABASE', `postgres://shop:${password}@db.example.com:5432/shop`],
  'a password in the address of a cluster': [
    'DATABASE',
    `mongodb+srv://shop:${password}@cluster0.example.mongodb.net/shop`,
  ],
  'a password in the address of a cache': ['CACHE', `redis://:${password}@cache.example.com:6379`],
  'a password in the address of a page': ['ENDPOINT', `https://shop:${password}@example.com/hooks`],
  'a random password': ['DB_PASSWORD', random('', 24)],
  'a random secret': ['CLIENT_SECRET', random('', 40)],
  'a random key': ['STRIPE_API_KEY', random('', 32, HEX)],
  'a random token': ['authToken', random('', 32)],
};

/** Variables with what does not. */
export const HARMLESS: Readonly<Record<string, readonly [name: string, value: string]>> = {
  'the name of a table': ['TABLE_NAME', 'workshop-submissions-dev'],
  'an address': ['ENDPOINT', 'https://api.example.com/v1?x=1'],
  'an address with a port and an at sign': ['PROFILE', 'https://example.com:8443/@shop'],
  'an address with a user alone': ['DATABASE', 'postgres://shop@db.example.com/shop'],
  'a commit': ['COMMIT', random('', 40, HEX)],
  'an id': ['TRACE', '7d444840-9dc0-11d1-b245-5ffdce74fad2'],
  'the id of a user pool': ['USER_POOL_ID', 'eu-central-1_Ab3dEf9Gh'],
  'the ARN of a secret': ['SECRET_ARN', 'arn:aws:secretsmanager:eu-central-1:111111111111:secret:shop/database-AbCdEf'],
  'the name of a secret': ['SECRET_NAME', 'shop/dev/database-password'],
  'the path of a parameter': ['PASSWORD_PARAMETER', '/shop/dev/database/password'],
  'a reference to Secrets Manager': ['DB_PASSWORD', '{{resolve:secretsmanager:shop/database:SecretString:password::}}'],
  'a reference to a SecureString': ['API_KEY', '{{resolve:ssm-secure:/shop/dev/api-key:1}}'],
  'the name of a header': ['API_KEY_HEADER', 'x-api-key'],
  'the address of tokens': ['TOKEN_URL', 'https://shop.auth.eu-central-1.amazoncognito.com/oauth2/token'],
  'seconds of a token': ['TOKEN_TTL', '3600'],
  'a switch': ['USE_TOKEN', 'true'],
  'a key for everyone': [
    'PUBLIC_PEM',
    `${dashes}BEGIN PUBLIC KEY${dashes}\n${random('MII', 61)}\n${dashes}END PUBLIC KEY${dashes}`,
  ],
  'a certificate': [
    'CERTIFICATE',
    `${dashes}BEGIN CERTIFICATE${dashes}\n${random('MII', 61)}\n${dashes}END CERTIFICATE${dashes}`,
  ],
  'the channel of Slack': ['CHANNEL', 'C024BE91L'],
  'a page of Slack': ['HELP', 'https://hooks.slack.com/help'],
  'the prefix of a token': ['PREFIX', 'ghp_'],
};
