export const id = 624;
export const ids = [624];
export const modules = {

/***/ 3303:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dx: () => (/* binding */ linesOf),
/* harmony export */   RH: () => (/* binding */ planMasks),
/* harmony export */   Ym: () => (/* binding */ MIN_MASKED_LENGTH),
/* harmony export */   im: () => (/* binding */ outputTexts)
/* harmony export */ });
/* harmony import */ var _config_schema_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6509);

/** Shortest value that is masked: the runner would turn every `a` of the log into ***, and drop every output with one. */
const MIN_MASKED_LENGTH = 6;
/** Shortest line of a value of several lines that is masked by itself. */
const MIN_MASKED_LINE_LENGTH = 8;
/**
 * Plans which secret values the runner is told to mask. `outputs` are texts that the jobs pass on: the runner drops a
 * job output that holds a masked text, so a value that is part of one is not masked, and the user is warned.
 */
function planMasks(parameters, outputs) {
    const masks = new Set();
    const secrets = [];
    const warnings = [];
    for (const { name, value, secret } of parameters) {
        if (!secret || value === '') {
            continue;
        }
        const obstacle = maskObstacle(value, outputs);
        if (obstacle !== undefined) {
            warnings.push(`the secret parameter "${name}" is not masked in logs: ${obstacle}`);
            continue;
        }
        secrets.push(value);
        const lines = maskedLines(value).filter((line) => maskObstacle(line, outputs) === undefined);
        for (const line of lines) {
            masks.add(line);
        }
        if (lines.length === 0) {
            warnings.push(`the secret parameter "${name}" is not masked in logs: none of its lines can be`);
        }
    }
    return { masks: [...masks], secrets, warnings };
}
/** Returns the texts of a stage that the jobs pass on as outputs; literal parameters are among them, and not secret. */
function outputTexts(configuration, session) {
    const { app, stage, profile } = configuration;
    const { name, environment, region, role = '' } = profile;
    const literals = Object.values(profile.parameters).filter(_config_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .isLiteral */ .c$).map(String);
    return [
        app,
        stage.name,
        stage.kind,
        stage.ref,
        stage.commit ?? '',
        name,
        environment,
        region,
        role,
        session.account,
        ...literals,
    ];
}
/** The lines of a value that the runner is told: the one that it is, or the long ones of several. */
function maskedLines(value) {
    const lines = splitLines(value);
    return lines.length > 1 ? linesOf(value) : /[\r\n]/.test(value) ? lines : [value];
}
function splitLines(value) {
    return value
        .split(/\r\n|\r|\n/)
        .map((line) => line.trim())
        .filter((line) => line !== '');
}
/** Returns the lines of a value of several lines that are long enough to be looked for by themselves. */
function linesOf(value) {
    const lines = splitLines(value);
    return lines.length > 1 ? lines.filter((line) => line.length >= MIN_MASKED_LINE_LENGTH) : [];
}
function maskObstacle(value, outputs) {
    if (value.trim().length < MIN_MASKED_LENGTH) {
        return `it is shorter than ${MIN_MASKED_LENGTH} characters`;
    }
    if (/^[+-]?[0-9]+([.,][0-9]+)?$/.test(value.trim())) {
        return 'it is a plain number';
    }
    if (/^(true|false)$/i.test(value.trim())) {
        return 'it is a boolean';
    }
    return outputs.some((output) => output.includes(value)) ? 'it is part of an output that later jobs need' : undefined;
}


/***/ }),

/***/ 4907:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ sessionName),
/* harmony export */   O: () => (/* binding */ audienceOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

/**
 * Names a role session after its run: `serverless-stages-OWNER-REPO-RUN-ATTEMPT`, in the characters and at most the 64
 * that STS takes (`[\w+=,.@-]{2,64}`); a long one is cut before the run's number, which stays whole.
 */
function sessionName(repository, runId, attempt) {
    const clean = (text) => text.replace(/[^\w+=,.@-]+/g, '-');
    const tail = `-${clean(runId)}-${clean(attempt)}`.slice(-40);
    const head = clean(`serverless-stages-${repository}`);
    return head.length + tail.length <= 64 ? head + tail : `${head.slice(0, 57 - tail.length)}-${shortHash(head)}${tail}`;
}
function shortHash(text) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('hex').slice(0, 6);
}
/** Returns the audience that AWS's STS of a partition wants in GitHub's token. */
function audienceOf(partition) {
    return partition === 'aws-cn' ? 'sts.amazonaws.com.cn' : 'sts.amazonaws.com';
}


/***/ }),

/***/ 3786:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H0: () => (/* binding */ REQUESTS),
/* harmony export */   My: () => (/* binding */ openClient),
/* harmony export */   s1: () => (/* binding */ clientOptions)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4713);

/** How every client asks: once (`request` asks again), and never for ever. Milliseconds. */
const REQUESTS = {
    maxAttempts: 1,
    requestHandler: { connectionTimeout: 5000, requestTimeout: 30_000, throwOnRequestTimeout: true },
};
/** Options of every SDK client: the region and the session's keys, nothing from the machine's own configuration. */
function clientOptions(session) {
    return { region: session.region, credentials: credentialsOf(session), ...REQUESTS };
}
function credentialsOf({ accessKeyId, secretAccessKey, sessionToken }) {
    return { accessKeyId, secretAccessKey, ...(sessionToken === undefined ? {} : { sessionToken }) };
}
/**
 * Opens a client of the SDK with the keys of a live session, asked for at each request; where AWS says that they have
 * ended, it is asked once more with new ones.
 */
function openClient(ClientClass, session, more = {}) {
    const client = new ClientClass({ region: session.region, credentials: provider(session), ...REQUESTS, ...more });
    const renewing = (next) => async (args) => {
        try {
            return await next(args);
        }
        catch (error) {
            if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isExpired */ ._d)(error) && (await session.renew())) {
                return next(args);
            }
            throw error;
        }
    };
    client.middlewareStack.add(renewing, { step: 'initialize', name: 'renewing' });
    return client;
}
/** The SDK keeps keys until five minutes before they end; ended ones are asked for each time. */
const provider = (session) => async () => ({
    ...credentialsOf(await session.keys()),
    expiration: new Date(0),
});


/***/ }),

/***/ 4713:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E2: () => (/* binding */ isThrottling),
/* harmony export */   GZ: () => (/* binding */ isDenied),
/* harmony export */   _d: () => (/* binding */ isExpired),
/* harmony export */   dg: () => (/* binding */ isTransient),
/* harmony export */   es: () => (/* binding */ awsError)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(742);

const THROTTLING = /^(Throttling|ThrottlingException|ThrottledException|TooManyRequestsException|RequestLimitExceeded|SlowDown|TooManyUpdates)$/;
const DENIED = /^(AccessDenied|AccessDeniedException|UnauthorizedOperation)$/;
/** What AWS says of a request whose time is not its own. */
const SKEWED = /^(InvalidSignatureException|SignatureDoesNotMatch|RequestTimeTooSkewed|RequestExpired|RequestInTheFuture|AuthFailure)$/;
const EXPIRED = /^(ExpiredToken|ExpiredTokenException|RequestExpired)$/;
const statusOf = (error) => error.$metadata?.httpStatusCode;
const nameOf = (error) => (error instanceof Error ? error.name : '');
/** Whether AWS asked to go slower. */
function isThrottling(error) {
    return THROTTLING.test(nameOf(error)) || /Rate exceeded/.test(error.message ?? '');
}
/** Whether the request may work when it is made again: throttling, 5xx, no answer at all, or a corrected clock. */
function isTransient(error) {
    const isSkewed = error.$metadata?.clockSkewCorrected === true && SKEWED.test(nameOf(error));
    if (isThrottling(error) || isSkewed) {
        return true;
    }
    const status = statusOf(error);
    return status === undefined ? isConnectionFault(error) : status >= 500;
}
function isConnectionFault(error) {
    const code = error.code ?? '';
    return (/^(ECONN|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|EPIPE|ETIMEDOUT|UND_ERR)/.test(code) ||
        nameOf(error) === 'TimeoutError');
}
/** Whether AWS refused the request for want of a permission. */
function isDenied(error) {
    return DENIED.test(nameOf(error));
}
/** Whether AWS says that the session's keys have ended. */
function isExpired(error) {
    return EXPIRED.test(nameOf(error));
}
/** Turns an error of the SDK into the one that tells the user what to do; `what` says what was tried. */
function awsError(what, cause) {
    const { name, message } = cause;
    if (isDenied(cause)) {
        return new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_AWS_DENIED', {
            what: `${what}: ${message}`,
            fix: 'allow that action on that resource to the role',
            cause,
        });
    }
    if (isThrottling(cause)) {
        const tries = cause.tries ?? cause.$metadata?.attempts ?? 1;
        return new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_THROTTLED', {
            what: `${what}: AWS throttled ${tries} requests in a row`,
            fix: 'run again when the account is less busy, or have its limit raised',
            cause,
        });
    }
    if (isTransient(cause)) {
        return new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_AWS_UNAVAILABLE', {
            what: `${what}: ${name}: ${message}`,
            fix: 'run again when AWS answers',
            cause,
        });
    }
    if (isExpired(cause)) {
        return new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_NO_CREDENTIALS', {
            what: `${what}: the session has expired`,
            fix: 'allow `id-token: write` to the job, so that the role session is renewed; or let `session-duration` be longer than the job',
            cause,
        });
    }
    if (/^(UnrecognizedClientException|InvalidClientTokenId|InvalidSignatureException|SignatureDoesNotMatch|CredentialsProviderError)$/.test(name)) {
        return new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_NO_CREDENTIALS', {
            what: `${what}: AWS does not accept the credentials (${name})`,
            fix: 'load the profile in the same job, before this step',
            cause,
        });
    }
    return new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_AWS_UNAVAILABLE', {
        what: `${what}: ${name}: ${message}`,
        fix: 'see the message of AWS',
        cause,
    });
}


/***/ }),

/***/ 6869:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Em: () => (/* binding */ request),
/* harmony export */   rO: () => (/* binding */ PATIENT_RETRY)
/* harmony export */ });
/* unused harmony export patienceOf */
/* harmony import */ var p_retry__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6989);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4713);


/** Throttled and broken requests are made again for about half a minute, slower each time. */
const DEFAULT_RETRY = { retries: 9, minTimeout: 200, maxTimeout: 5000 };
/** What waits for CloudFormation outlives two minutes without any answer: nobody else sees the end of what was begun. */
const PATIENT_RETRY = { retries: 32, minTimeout: 200, maxTimeout: 5000 };
/** How much longer each pause is than the one before. */
const FACTOR = 1.7;
/** Returns the shortest time that a plan goes on asking, in milliseconds. */
function patienceOf({ retries, minTimeout, maxTimeout }) {
    return Array.from({ length: retries }, (_, index) => Math.min(minTimeout * FACTOR ** index, maxTimeout)).reduce((sum, pause) => sum + pause, 0);
}
/**
 * Makes a request to AWS, again while it may still work. The SDK's own retries are off (`maxAttempts: 1`), so that one
 * place decides and counts. Rejects with the SDK's error, `tries` added to a throttled one.
 */
async function request(send, plan = DEFAULT_RETRY) {
    let tries = 0;
    try {
        return await (0,p_retry__WEBPACK_IMPORTED_MODULE_1__/* ["default"] */ .Ay)(() => {
            tries += 1;
            return send();
        }, { ...plan, factor: FACTOR, randomize: true, shouldRetry: ({ error }) => (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isTransient */ .dg)(error) });
    }
    catch (error) {
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isThrottling */ .E2)(error) ? Object.assign(error, { tries }) : error;
    }
}


/***/ }),

/***/ 1527:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  x: () => (/* binding */ assumeRole),
  g: () => (/* binding */ checkAccount)
});

// EXTERNAL MODULE: ../node_modules/p-retry/index.js + 1 modules
var p_retry = __webpack_require__(6989);
// EXTERNAL MODULE: ./core/config/effective.js
var effective = __webpack_require__(129);
// EXTERNAL MODULE: ./core/errors.js
var errors = __webpack_require__(742);
// EXTERNAL MODULE: ./core/profile/role-arn.js
var role_arn = __webpack_require__(8829);
// EXTERNAL MODULE: ./core/profile/session.js
var session = __webpack_require__(4907);
;// CONCATENATED MODULE: ./core/profile/token-claims.js
/** Reads the claims of a JWT without checking it (AWS does); an unreadable one has none. */
function readClaims(token) {
    try {
        const payload = token.split('.')[1] ?? '';
        const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
        return typeof claims === 'object' && claims !== null ? claims : {};
    }
    catch {
        return {};
    }
}
/** `repo:OWNER@ID/REPO@ID:…`, the form of repositories created, renamed or transferred since 2026-07-15. */
const IMMUTABLE_SUBJECT = /^repo:[^@/]+@\d+\/[^@/]+@\d+:/;
/**
 * Says what a refused role's trust policy has to allow, claim by claim: AWS never tells which one failed.
 */
function explainRefusal(claims) {
    const { sub = '(none)', aud = '(none)', ref = '(none)' } = claims;
    const lines = [
        `the token said sub "${sub}", aud "${aud}", ref "${ref}", repository_id "${claims.repository_id ?? '(none)'}"`,
    ];
    const isImmutable = IMMUTABLE_SUBJECT.test(sub);
    const other = isImmutable ? 'the older repo:OWNER/REPO:…' : 'the newer repo:OWNER@ID/REPO@ID:…';
    lines.push(`its sub has the ${isImmutable ? 'newer' : 'older'} form: a policy for ${other} does not match it`);
    const { environment } = claims;
    if (environment !== undefined) {
        lines.push(`the policy must name the environment as the job does, letter case included: "${environment}"`);
        if (environment.includes(':')) {
            lines.push(`a ":" in an environment is %3A in sub`);
        }
        if (ref.startsWith('refs/pull/')) {
            lines.push(`the ref is a pull request's: the role of a configured stage refuses it whatever environment it names`);
        }
    }
    return lines.join('; ');
}

// EXTERNAL MODULE: ./io/aws/client-options.js
var client_options = __webpack_require__(3786);
// EXTERNAL MODULE: ./io/aws/errors.js
var aws_errors = __webpack_require__(4713);
// EXTERNAL MODULE: ./io/aws/request.js
var request = __webpack_require__(6869);
;// CONCATENATED MODULE: ./io/aws/sts.js









/** STS looks the token up in GitHub's keys, and may fail to for a moment; a fresh token may then work. */
const RETRIED_WITH_FRESH_TOKEN = /^(InvalidIdentityToken|IDPCommunicationError|ExpiredToken)(Exception)?$/;
/** What STS says where the account does not know GitHub: a fresh token does not help. */
const NO_PROVIDER = /No OpenIDConnect provider found/i;
/**
 * Assumes a role with GitHub's identity token and checks that the session is of the role's account. `secret` is told
 * of each secret text at once. Throws E_OIDC_PERMISSION, E_OIDC_TOKEN, E_ROLE_REFUSED, E_WRONG_ACCOUNT, E_THROTTLED,
 * E_AWS_UNAVAILABLE.
 */
async function assumeRole(wanted, token, secret, log) {
    const { account, partition } = (0,role_arn/* parseRoleArn */.DM)(wanted.role);
    const audience = (0,session/* audienceOf */.O)(partition);
    let keys;
    try {
        keys = await withFreshTokens(wanted, () => token(audience), secret);
    }
    catch (error) {
        if (!isTooLong(error) || wanted.duration === effective/* DEFAULT_SESSION_SECONDS */.Rv) {
            throw explainFailure(wanted.role, error);
        }
        log.warning(`the role ${wanted.role} allows no session of ${wanted.duration} s; it lives ${effective/* DEFAULT_SESSION_SECONDS */.Rv} s now ` +
            "(raise the role's MaxSessionDuration, or lower session-duration)");
        keys = await withFreshTokens({ ...wanted, duration: effective/* DEFAULT_SESSION_SECONDS */.Rv }, () => token(audience), secret);
    }
    return checkAccount(keys, account, `the role ${wanted.role}`);
}
/** Asks AWS whose keys these are; throws E_WRONG_ACCOUNT where it is another account than `account`. */
async function checkAccount(keys, account, whose) {
    const { GetCallerIdentityCommand, STSClient } = await Promise.all(/* import() */[__webpack_require__.e(455), __webpack_require__.e(314)]).then(__webpack_require__.t.bind(__webpack_require__, 6314, 19));
    const client = new STSClient((0,client_options/* clientOptions */.s1)(keys));
    try {
        const identity = await (0,request/* request */.Em)(() => client.send(new GetCallerIdentityCommand({})));
        const found = identity.Account ?? '';
        if (account !== undefined && found !== account) {
            throw new errors/* UserError */.yo('E_WRONG_ACCOUNT', {
                what: `the credentials are of account ${found}, ${whose} is in account ${account}`,
                why: 'nothing was deployed',
                fix: 'correct the role in serverless-stages.yml, or the step that sets the credentials',
            });
        }
        return { ...keys, account: found, arn: identity.Arn ?? '' };
    }
    catch (error) {
        throw error instanceof errors/* UserError */.yo ? error : (0,aws_errors/* awsError */.es)('AWS did not say whose the credentials are', error);
    }
    finally {
        client.destroy();
    }
}
function isTooLong(error) {
    return error instanceof Error && error.name.startsWith('Validation') && /DurationSeconds/.test(error.message);
}
async function withFreshTokens(wanted, token, secret) {
    return (0,p_retry/* default */.Ay)(async () => {
        const fresh = await token();
        secret(fresh);
        try {
            return await exchange(wanted, fresh, secret);
        }
        catch (error) {
            throw (0,aws_errors/* isDenied */.GZ)(error) ? refused(wanted.role, fresh, error) : error;
        }
    }, {
        retries: 4,
        minTimeout: 500,
        maxTimeout: 4000,
        randomize: true,
        shouldRetry: ({ error }) => !(error instanceof errors/* UserError */.yo) && !NO_PROVIDER.test(error.message) && mayPass(error),
    });
}
function mayPass(error) {
    return RETRIED_WITH_FRESH_TOKEN.test(error.name) || (0,aws_errors/* isTransient */.dg)(error);
}
async function exchange(wanted, token, secret) {
    const { AssumeRoleWithWebIdentityCommand, STSClient } = await Promise.all(/* import() */[__webpack_require__.e(455), __webpack_require__.e(314)]).then(__webpack_require__.t.bind(__webpack_require__, 6314, 19));
    const client = new STSClient({
        region: wanted.region,
        ...client_options/* REQUESTS */.H0,
        credentials: { accessKeyId: 'unsigned', secretAccessKey: 'unsigned' },
    });
    try {
        const answer = await client.send(new AssumeRoleWithWebIdentityCommand({
            RoleArn: wanted.role,
            RoleSessionName: wanted.sessionName,
            WebIdentityToken: token,
            DurationSeconds: wanted.duration,
        }));
        const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = answer.Credentials ?? {};
        if (AccessKeyId === undefined || SecretAccessKey === undefined || SessionToken === undefined) {
            throw new Error('STS answered without credentials');
        }
        secret(SecretAccessKey);
        secret(SessionToken);
        return {
            accessKeyId: AccessKeyId,
            secretAccessKey: SecretAccessKey,
            sessionToken: SessionToken,
            region: wanted.region,
            ...(Expiration === undefined ? {} : { expiration: Expiration.toISOString() }),
        };
    }
    finally {
        client.destroy();
    }
}
function explainFailure(role, error) {
    if (error instanceof errors/* UserError */.yo) {
        return error;
    }
    if (error instanceof Error && /^ExpiredToken/.test(error.name)) {
        return new errors/* UserError */.yo('E_OIDC_TOKEN', {
            what: `AWS says that GitHub's identity token has expired, although it is fresh: ${error.message}`,
            fix: "run again; on a runner of your own, set the machine's clock",
            cause: error,
        });
    }
    if (error instanceof Error && NO_PROVIDER.test(error.message)) {
        return new errors/* UserError */.yo('E_ROLE_REFUSED', {
            what: `the account of the role ${role} has no identity provider for GitHub`,
            why: error.message,
            fix: 'deploy aws/github-oidc-role.yml into that account with CreateProvider=true',
            cause: error,
        });
    }
    return (0,aws_errors/* awsError */.es)(`the role ${role} could not be assumed`, error);
}
function refused(role, token, cause) {
    return new errors/* UserError */.yo('E_ROLE_REFUSED', {
        what: `AWS refused the role ${role} to this run`,
        why: explainRefusal(readClaims(token)),
        fix: "compare the role's trust policy with these claims (aws/github-oidc-role.yml makes one that fits)",
        cause,
    });
}


/***/ }),

/***/ 8335:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  T: () => (/* binding */ readConfiguration),
  P: () => (/* binding */ readServicesOfWorkspace)
});

// EXTERNAL MODULE: ./core/config/effective.js
var effective = __webpack_require__(129);
// EXTERNAL MODULE: ./core/errors.js
var errors = __webpack_require__(742);
;// CONCATENATED MODULE: ./core/config/from-workspace.js


/**
 * Builds the effective configuration from the file in the workspace, for a configured stage or a profile alone (whose
 * stage then has the profile's name). Throws E_INPUT, E_STAGE_UNKNOWN, E_PROFILE_UNKNOWN.
 */
function configurationOfChoice(config, choice) {
    const { stage: name, profile } = choice;
    if (name === undefined && profile === undefined) {
        throw new errors/* UserError */.yo('E_INPUT', {
            what: 'neither "configuration" nor "stage" nor "profile" is given',
            fix: 'pass resolve-stage\'s output "configuration" on, or name a configured stage',
        });
    }
    if (name === undefined) {
        return (0,effective/* effectiveConfiguration */.kH)(config, { name: profile ?? '', kind: 'configured', ref: '' }, profile ?? '');
    }
    const stage = (0,effective/* findConfiguredStage */.aM)(config, name, {
        why: 'a preview is known only to resolve-stage',
        fix: 'pass resolve-stage\'s output "configuration" on',
    });
    const identity = { name, kind: 'configured', ref: `refs/heads/${stage.branch}` };
    return (0,effective/* effectiveConfiguration */.kH)(config, identity, profile ?? stage.profile);
}

// EXTERNAL MODULE: ./core/config/parse.js + 9 modules
var parse = __webpack_require__(5885);
// EXTERNAL MODULE: ./core/transport.js
var transport = __webpack_require__(9964);
;// CONCATENATED MODULE: ./core/config/transport.js


/** Reads resolve-stage's output `configuration` (JSON, or the long form of `encodeJson`); throws E_INPUT on any other text. */
function decodeConfiguration(text) {
    const wrong = (why, cause) => new errors/* UserError */.yo('E_INPUT', {
        what: 'the input "configuration" is not what resolve-stage gives',
        why,
        fix: 'pass resolve-stage\'s output "configuration" on as it is',
        cause,
    });
    let value;
    try {
        value = (0,transport/* decodeJson */.xO)(text);
    }
    catch (cause) {
        throw wrong('it is not JSON', cause);
    }
    const configuration = value;
    if (configuration?.schemaVersion !== 1) {
        throw wrong(`its schemaVersion is ${JSON.stringify(configuration?.schemaVersion)}, and this action reads 1`);
    }
    if (configuration.app === undefined || configuration.stage === undefined || configuration.profile === undefined) {
        throw wrong('it has no app, stage or profile');
    }
    return configuration;
}

// EXTERNAL MODULE: ./io/files/workspace.js
var files_workspace = __webpack_require__(9019);
;// CONCATENATED MODULE: ./io/configuration.js






/**
 * Returns the configuration that an action works by: what resolve-stage gave, else that of the file in the workspace.
 * Throws E_INPUT, E_CONFIG_FILE and what `parseConfig` and `configurationOfChoice` throw.
 */
async function readConfiguration(inputs, workspace) {
    if (inputs.configuration !== undefined) {
        const configuration = decodeConfiguration(inputs.configuration);
        if (inputs.stage !== undefined && inputs.stage !== configuration.stage.name) {
            throw new errors/* UserError */.yo('E_INPUT', {
                what: `"stage" is "${inputs.stage}", and "configuration" is of the stage "${configuration.stage.name}"`,
                fix: 'leave "stage" out where you pass "configuration"',
            });
        }
        return configuration;
    }
    const path = (0,parse/* configPath */.eQ)(inputs['working-directory']);
    const bytes = await (0,files_workspace/* readWorkspaceFile */.sL)(workspace, path);
    if (bytes === undefined) {
        throw new errors/* UserError */.yo('E_CONFIG_FILE', {
            what: `there is no ${path} in the workspace`,
            fix: 'check the repository out before this step, or pass resolve-stage\'s output "configuration" on',
        });
    }
    return configurationOfChoice((0,parse/* parseConfig */.o4)(bytes, path), inputs);
}
/** Returns the services that the workspace's configuration lists; undefined where it has no file, or lists none. */
async function readServicesOfWorkspace(folder, workspace) {
    const path = (0,parse/* configPath */.eQ)(folder);
    const bytes = await (0,files_workspace/* readWorkspaceFile */.sL)(workspace, path);
    const services = bytes === undefined ? undefined : (0,parse/* parseConfig */.o4)(bytes, path).services;
    return services === undefined ? undefined : (0,effective/* effectiveServices */.eP)(services);
}


/***/ }),

/***/ 3405:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AG: () => (/* binding */ readPrivateJson),
/* harmony export */   C0: () => (/* binding */ removeAll),
/* harmony export */   FO: () => (/* binding */ writePrivateJson),
/* harmony export */   I2: () => (/* binding */ makePrivateFolder)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(742);



/** Makes a folder of its own (0700) in a temp folder; throws E_INPUT with the system's reason where that fails. */
async function makePrivateFolder(tempFolder, name) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(tempFolder, { recursive: true });
        const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(tempFolder, `${name}-`));
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.chmod)(folder, 0o700);
        return folder;
    }
    catch (cause) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('E_INPUT', {
            what: `no folder can be made in the runner's temp folder "${tempFolder}": ${cause.message}`,
            fix: 'check RUNNER_TEMP, its rights and the free space',
            cause,
        });
    }
}
/** Writes a value as JSON to a new file that only its owner can read (0600). */
async function writePrivateJson(path, value) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(path, JSON.stringify(value), { mode: 0o600, flag: 'wx' });
}
/** Reads a JSON file of ours; throws E_INPUT, with the name of the input that holds its path, where it cannot. */
async function readPrivateJson(path, input) {
    try {
        return JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8'));
    }
    catch (cause) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('E_INPUT', {
            what: `the file of the input "${input}" cannot be read: "${path}"`,
            fix: `pass load-profile's output "${input}" on, in the same job`,
            cause,
        });
    }
}
/** Removes a file or a folder with all in it; it may be gone already. */
async function removeAll(path) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(path, { recursive: true, force: true, maxRetries: 3, retryDelay: 100 });
}


/***/ }),

/***/ 9937:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F9: () => (/* binding */ readParametersFile),
/* harmony export */   dJ: () => (/* binding */ readCredentialsFile),
/* harmony export */   mG: () => (/* binding */ writeProfileFiles)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7728);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(742);
/* harmony import */ var _private_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3405);




const sessionSchema = valibot__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    accessKeyId: valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    secretAccessKey: valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    sessionToken: valibot__WEBPACK_IMPORTED_MODULE_3__/* .exactOptional */ .yqP(valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()),
    expiration: valibot__WEBPACK_IMPORTED_MODULE_3__/* .exactOptional */ .yqP(valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()),
    account: valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    region: valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    arn: valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
});
const parametersSchema = valibot__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ name: valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), value: valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), secret: valibot__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY(), source: valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() }));
/** Writes a profile's credentials and parameters into a folder of their own (0700, files 0600) and returns the paths. */
async function writeProfileFiles(tempFolder, session, parameters, remember) {
    const folder = await (0,_private_js__WEBPACK_IMPORTED_MODULE_2__/* .makePrivateFolder */ .I2)(tempFolder, 'serverless-stages-profile');
    remember(folder);
    const paths = { credentials: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, 'credentials.json'), parameters: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, 'parameters.json') };
    await (0,_private_js__WEBPACK_IMPORTED_MODULE_2__/* .writePrivateJson */ .FO)(paths.credentials, session);
    await (0,_private_js__WEBPACK_IMPORTED_MODULE_2__/* .writePrivateJson */ .FO)(paths.parameters, parameters);
    return paths;
}
/** Reads the credentials that load-profile wrote; throws E_INPUT where the file is not one of its. */
async function readCredentialsFile(path) {
    return checked(sessionSchema, await (0,_private_js__WEBPACK_IMPORTED_MODULE_2__/* .readPrivateJson */ .AG)(path, 'credentials-file'), 'credentials-file');
}
/** Reads the parameters that load-profile wrote; throws E_INPUT where the file is not one of its. */
async function readParametersFile(path) {
    return checked(parametersSchema, await (0,_private_js__WEBPACK_IMPORTED_MODULE_2__/* .readPrivateJson */ .AG)(path, 'parameters-file'), 'parameters-file');
}
function checked(schema, value, input) {
    const result = valibot__WEBPACK_IMPORTED_MODULE_3__/* .safeParse */ .xLC(schema, value);
    if (!result.success) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('E_INPUT', {
            what: `the file of the input "${input}" is not one that load-profile wrote`,
            fix: `pass load-profile's output "${input}" on, in the same job`,
        });
    }
    return result.output;
}


/***/ }),

/***/ 9019:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FK: () => (/* binding */ isInside),
/* harmony export */   ih: () => (/* binding */ workspaceFolder),
/* harmony export */   sL: () => (/* binding */ readWorkspaceFile)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(742);



/**
 * Reads a file of the workspace; undefined where there is none. Throws E_CONFIG_FILE where it is a directory, cannot
 * be read, or is a link that leads out of the workspace.
 */
async function readWorkspaceFile(workspace, path) {
    const full = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(workspace, path);
    const refuse = (what, fix, cause) => new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('E_CONFIG_FILE', { what: `${path} ${what}`, fix, cause });
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(full);
    }
    catch {
        return undefined;
    }
    try {
        const real = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(full);
        if (!isInside(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(workspace), real)) {
            throw refuse(`is a link out of the workspace, to ${real}`, 'commit a plain file there');
        }
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(real);
    }
    catch (cause) {
        if (cause instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo) {
            throw cause;
        }
        const { code } = cause;
        throw code === 'EISDIR'
            ? refuse('is a directory', 'put a file of that name there', cause)
            : refuse(`cannot be read (${code})`, 'check the file and its rights', cause);
    }
}
/** Whether a path is a folder or something below it; both absolute. */
function isInside(folder, path) {
    const way = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(folder, path);
    return way === '' || !(way === '..' || way.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}`) || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(way));
}
/** Returns the absolute path of a folder of the workspace; throws E_INPUT where it leads out of it. */
async function workspaceFolder(workspace, folder, input) {
    const full = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(workspace, folder);
    const real = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(full).catch(() => undefined);
    if (real === undefined || !isInside(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(workspace), real)) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('E_INPUT', {
            what: `the folder "${folder}" of "${input}" is not in the workspace`,
            fix: 'write a path relative to the repository, and check the repository out before this step',
        });
    }
    return real;
}


/***/ }),

/***/ 6537:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ createTokenSource)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(742);


/** Longest time that is spent on asking again, in milliseconds. */
const BUDGET_MS = 60_000;
const TIMEOUT_MS = 10_000;
/**
 * Builds the token source of the runner's protocol: GET of ACTIONS_ID_TOKEN_REQUEST_URL with `&audience=`. Asks again
 * after 429, 5xx, a timeout or a broken connection, for at most a minute. Throws E_OIDC_PERMISSION, E_OIDC_TOKEN.
 */
function createTokenSource(environment = process.env, budgetMs = BUDGET_MS) {
    return async (audience) => {
        const url = environment['ACTIONS_ID_TOKEN_REQUEST_URL'];
        const bearer = environment['ACTIONS_ID_TOKEN_REQUEST_TOKEN'];
        if (url === undefined || bearer === undefined || url === '' || bearer === '') {
            throw permissionError(environment['GITHUB_EVENT_NAME']);
        }
        const end = Date.now() + budgetMs;
        for (let delay = 500;; delay = Math.min(delay * 2, 10_000)) {
            const attempt = await askOnce(`${url}&audience=${encodeURIComponent(audience)}`, bearer);
            if ('token' in attempt) {
                return attempt.token;
            }
            if (!attempt.again || Date.now() + delay > end) {
                throw tokenError(attempt.fault, attempt.status);
            }
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(delay * (0.75 + Math.random() / 2));
        }
    };
}
async function askOnce(url, bearer) {
    try {
        const answer = await fetch(url, {
            headers: { authorization: `Bearer ${bearer}`, accept: 'application/json' },
            signal: AbortSignal.timeout(TIMEOUT_MS),
        });
        if (!answer.ok) {
            await answer.body?.cancel();
            const { status } = answer;
            return { fault: `it answered HTTP ${status}`, again: status === 429 || status >= 500, status };
        }
        return readToken(await answer.text());
    }
    catch (error) {
        const timedOut = error instanceof Error && error.name === 'TimeoutError';
        return { fault: timedOut ? 'it did not answer in time' : 'it could not be reached', again: true };
    }
}
function readToken(body) {
    try {
        const { value } = JSON.parse(body);
        return typeof value === 'string' && value !== ''
            ? { token: value }
            : { fault: 'its answer held no token', again: false };
    }
    catch {
        return { fault: 'its answer was not JSON', again: false };
    }
}
function tokenError(fault, status) {
    const denied = status === 401 || status === 403;
    return new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('E_OIDC_TOKEN', {
        what: `GitHub's token endpoint gave no identity token: ${fault}`,
        fix: denied ? 'add `permissions: id-token: write` to the job' : 'run again; see githubstatus.com if it stays',
    });
}
function permissionError(eventName) {
    const fork = eventName === 'pull_request';
    return new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('E_OIDC_PERMISSION', {
        what: 'this job may not ask GitHub for an identity token',
        why: fork
            ? 'the job has no `id-token: write`; pull requests from forks never get it'
            : 'the job has no `id-token: write`',
        fix: 'add to the job (and to the job that calls the workflow):\npermissions:\n  id-token: write\n  contents: read',
    });
}


/***/ }),

/***/ 9387:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PX: () => (/* binding */ ambientSession),
/* harmony export */   Qw: () => (/* binding */ rememberFolder),
/* harmony export */   dK: () => (/* binding */ mask),
/* harmony export */   lZ: () => (/* binding */ removeRememberedFolder),
/* harmony export */   lg: () => (/* binding */ sessionNameOf),
/* harmony export */   rG: () => (/* binding */ exportCredentials)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2327);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(742);
/* harmony import */ var _core_profile_session_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4907);
/* harmony import */ var _aws_sts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1527);
/* harmony import */ var _files_private_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3405);





/** Has the runner mask a text in everything that the job prints from here on. */
const mask = _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setSecret */ .Pq;
const FOLDER_STATE = 'folder';
/** Has the job's end remove a folder, also where a later step fails. */
function rememberFolder(folder) {
    _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .saveState */ .LZ(FOLDER_STATE, folder);
}
/** Removes the folder that `rememberFolder` noted; there may be none. */
async function removeRememberedFolder() {
    const folder = _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .getState */ .Gu(FOLDER_STATE);
    if (folder !== '') {
        await (0,_files_private_js__WEBPACK_IMPORTED_MODULE_4__/* .removeAll */ .C0)(folder);
        _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .info */ .pq('removed the files with credentials and parameters');
    }
}
/** Names the role session of a run. */
function sessionNameOf(context) {
    return (0,_core_profile_session_js__WEBPACK_IMPORTED_MODULE_2__/* .sessionName */ .C)(`${context.owner}-${context.repository}`, context.runId, context.runAttempt);
}
/** Checks the credentials that an earlier step left in the environment; throws E_NO_CREDENTIALS, E_WRONG_ACCOUNT. */
async function ambientSession(region, account) {
    const { AWS_ACCESS_KEY_ID: id, AWS_SECRET_ACCESS_KEY: secret, AWS_SESSION_TOKEN: token } = process.env;
    if (id === undefined || id === '' || secret === undefined || secret === '') {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('E_NO_CREDENTIALS', {
            what: 'assume-role is false, and the environment has no AWS credentials',
            fix: 'run aws-actions/configure-aws-credentials before this step, or leave assume-role out',
        });
    }
    const keys = {
        accessKeyId: id,
        secretAccessKey: secret,
        region,
        ...(token === undefined ? {} : { sessionToken: token }),
    };
    return (0,_aws_sts_js__WEBPACK_IMPORTED_MODULE_3__/* .checkAccount */ .g)(keys, account, 'the role of the profile');
}
/** Sets the AWS variables for the job's later steps. */
function exportCredentials(session) {
    _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .exportVariable */ .dN('AWS_ACCESS_KEY_ID', session.accessKeyId);
    _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .exportVariable */ .dN('AWS_SECRET_ACCESS_KEY', session.secretAccessKey);
    if (session.sessionToken !== undefined) {
        _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .exportVariable */ .dN('AWS_SESSION_TOKEN', session.sessionToken);
    }
    _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .exportVariable */ .dN('AWS_REGION', session.region);
    _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .exportVariable */ .dN('AWS_DEFAULT_REGION', session.region);
}


/***/ }),

/***/ 2482:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ pThrottle)
/* harmony export */ });
const states = new WeakMap();
const signalThrottleds = new WeakMap(); // AbortSignal -> {throttleds: Set<WeakRef>, listener: Function}

const finalizationRegistry = new FinalizationRegistry(({signalWeakRef, weakReference}) => {
	const signal = signalWeakRef.deref();
	if (!signal) {
		return; // Signal already GC'd
	}

	const registration = signalThrottleds.get(signal);
	if (registration) {
		registration.throttleds.delete(weakReference);
		if (registration.throttleds.size === 0) {
			// Remove the abort listener when no throttleds remain
			signal.removeEventListener('abort', registration.listener);
			signalThrottleds.delete(signal);
		}
	}
});

function pThrottle({limit, interval, strict, signal, onDelay, weight}) {
	if (!Number.isFinite(limit)) {
		throw new TypeError('Expected `limit` to be a finite number');
	}

	if (!Number.isFinite(interval)) {
		throw new TypeError('Expected `interval` to be a finite number');
	}

	if (limit < 0) {
		throw new TypeError('Expected `limit` to be >= 0');
	}

	if (interval < 0) {
		throw new TypeError('Expected `interval` to be >= 0');
	}

	if (weight !== undefined && typeof weight !== 'function') {
		throw new TypeError('Expected `weight` to be a function');
	}

	if (weight && interval === 0) {
		throw new TypeError('The `weight` option cannot be used with `interval` of 0');
	}

	// TODO: Uncomment in next major version (breaking change)
	// The combination of strict mode with interval=0 doesn't enforce the limit correctly
	// (minSpacing becomes 0, allowing unlimited calls in the same millisecond).
	// For now, we allow it to avoid breaking existing code, but it should be rejected in v9.
	// if (strict && interval === 0) {
	// 	throw new TypeError('The `strict` option cannot be used with `interval` of 0');
	// }

	const state = {
		queue: new Map(),
		strictTicks: [],
		// Track windowed algorithm state so it can be reset on abort
		currentTick: 0,
		activeWeight: 0,
	};
	const strictCapacity = Math.max(limit, 1);

	// Helper: insert tick maintaining sorted order by time (for weighted strict mode)
	const insertTickSorted = tickRecord => {
		// Optimization: append if it belongs at the end (common case - O(1))
		if (state.strictTicks.length === 0 || tickRecord.time >= state.strictTicks.at(-1).time) {
			state.strictTicks.push(tickRecord);
		} else {
			// Insert at correct position (rare case - O(n))
			const insertIndex = state.strictTicks.findIndex(tick => tick.time > tickRecord.time);
			state.strictTicks.splice(insertIndex, 0, tickRecord);
		}
	};

	function windowedDelay(requestWeight) {
		const now = Date.now();

		if ((now - state.currentTick) > interval) {
			state.activeWeight = requestWeight;
			state.currentTick = now;
			return 0;
		}

		if (state.activeWeight + requestWeight <= limit) {
			state.activeWeight += requestWeight;
		} else {
			state.currentTick += interval;
			state.activeWeight = requestWeight;
		}

		return state.currentTick - now;
	}

	function weightedDelay(requestWeight, now, ticks) {
		// Check both the requested time and future reservations that would share a window with this call. A smaller call must not steal capacity already reserved for a later, heavier call.
		const findBlockingTick = time => {
			let windowStart = 0;
			let windowWeight = 0;

			for (const [index, tick] of ticks.entries()) {
				if (tick.time >= time + interval) {
					break;
				}

				windowWeight += tick.weight;
				const windowEnd = Math.max(time, tick.time);
				while (windowStart <= index && ticks[windowStart].time <= windowEnd - interval) {
					windowWeight -= ticks[windowStart].weight;
					windowStart++;
				}

				if (windowWeight + requestWeight > limit) {
					return ticks[windowStart];
				}
			}
		};

		let nextExecutionTime = now;
		let blockingTick = findBlockingTick(nextExecutionTime);
		while (blockingTick) {
			nextExecutionTime = blockingTick.time + interval;
			blockingTick = findBlockingTick(nextExecutionTime);
		}

		const tickRecord = {
			time: nextExecutionTime,
			weight: requestWeight,
			isExecuted: false,
		};
		insertTickSorted(tickRecord);
		return {delay: Math.max(0, nextExecutionTime - now), tickRecord};
	}

	function strictDelay(requestWeight) {
		const now = Date.now();

		// Clear the queue if there's a significant delay since the last execution
		if (state.strictTicks.length > 0 && now - state.strictTicks.at(-1).time > interval) {
			state.strictTicks.length = 0;
		}

		// For weighted throttling, use time-based sliding window
		if (weight) {
			// Remove ticks outside the current interval window
			while (state.strictTicks.length > 0 && now - state.strictTicks[0].time >= interval) {
				state.strictTicks.shift();
			}

			return weightedDelay(requestWeight, now, state.strictTicks);
		}

		// For non-weighted throttling, use count-based queue (original algorithm)
		// If the queue is not full (treat limit 0 as capacity 1 for seeding), add the current time and execute immediately
		if (state.strictTicks.length < strictCapacity) {
			state.strictTicks.push({time: now, weight: requestWeight});
			return {delay: 0};
		}

		// Calculate next execution time: must be after oldest + interval,
		// AND must be after the most recent to prevent multiple calls bunching up
		const oldestTime = state.strictTicks[0].time;
		const mostRecentTime = state.strictTicks.at(-1).time;
		const baseTime = oldestTime + interval;
		// Add minimum spacing to prevent bunching (except for interval=0)
		const minSpacing = interval > 0 ? Math.ceil(interval / strictCapacity) : 0;
		const nextExecutionTime = baseTime <= mostRecentTime ? mostRecentTime + minSpacing : baseTime;

		// Shift the queue and add a record for the new execution
		state.strictTicks.shift();
		const tickRecord = {time: nextExecutionTime, weight: requestWeight};
		state.strictTicks.push(tickRecord);

		// Calculate the delay for the current execution
		return {delay: Math.max(0, nextExecutionTime - now), tickRecord};
	}

	const getDelay = strict ? strictDelay : windowedDelay;

	return function_ => {
		const throttled = function (...arguments_) {
			if (!throttled.isEnabled) {
				return (async () => function_.apply(this, arguments_))();
			}

			let timeoutId;
			return new Promise((resolve, reject) => {
				// Calculate weight for this call
				let requestWeight = 1;
				if (weight) {
					try {
						requestWeight = weight(...arguments_);
					} catch (error) {
						reject(error);
						return;
					}

					// Validate weight
					if (!Number.isFinite(requestWeight) || requestWeight < 0) {
						reject(new TypeError('Expected `weight` to be a finite non-negative number'));
						return;
					}

					if (requestWeight > limit) {
						reject(new TypeError(`Expected \`weight\` (${requestWeight}) to be <= \`limit\` (${limit})`));
						return;
					}
				}

				const delayResult = getDelay(requestWeight);
				const delay = strict ? delayResult.delay : delayResult;
				let tickRecord = strict ? delayResult.tickRecord : undefined;

				const execute = () => {
					// Revalidate weighted calls at execution time to account for timer drift
					if (tickRecord) {
						const actualTime = Date.now();

						if (weight) {
							const index = state.strictTicks.indexOf(tickRecord);
							if (index !== -1) {
								state.strictTicks.splice(index, 1);
							}

							const executedTicks = state.strictTicks.filter(tick => tick.isExecuted);
							const updatedDelayResult = weightedDelay(requestWeight, actualTime, executedTicks);
							tickRecord = updatedDelayResult.tickRecord;

							if (updatedDelayResult.delay > 0) {
								state.queue.delete(timeoutId);
								timeoutId = setTimeout(execute, updatedDelayResult.delay);
								state.queue.set(timeoutId, reject);
								return;
							}

							tickRecord.isExecuted = true;
						} else {
							tickRecord.time = actualTime;
						}
					}

					try {
						resolve(function_.apply(this, arguments_));
					} catch (error) {
						reject(error);
					}

					state.queue.delete(timeoutId);
				};

				if (delay > 0) {
					timeoutId = setTimeout(execute, delay);
					state.queue.set(timeoutId, reject);
					try {
						onDelay?.(...arguments_);
					} catch {}
				} else {
					execute();
				}
			});
		};

		signal?.throwIfAborted();

		if (signal) {
			let registration = signalThrottleds.get(signal);
			if (!registration) {
				registration = {
					throttleds: new Set(),
					listener: null,
				};

				registration.listener = () => {
					for (const weakReference of registration.throttleds) {
						const function_ = weakReference.deref();
						if (!function_) {
							continue;
						}

						const functionState = states.get(function_);
						if (!functionState) {
							continue;
						}

						for (const timeout of functionState.queue.keys()) {
							clearTimeout(timeout);
							functionState.queue.get(timeout)(signal.reason);
						}

						functionState.queue.clear();
						functionState.strictTicks.length = 0;
						// Reset windowed state so subsequent calls are not artificially delayed
						functionState.currentTick = 0;
						functionState.activeWeight = 0;
					}

					signalThrottleds.delete(signal);
				};

				signalThrottleds.set(signal, registration);
				signal.addEventListener('abort', registration.listener, {once: true});
			}

			const weakReference = new WeakRef(throttled);
			registration.throttleds.add(weakReference);
			finalizationRegistry.register(throttled, {
				signalWeakRef: new WeakRef(signal),
				weakReference,
			});
		}

		throttled.isEnabled = true;

		Object.defineProperty(throttled, 'queueSize', {
			get() {
				return state.queue.size;
			},
		});

		states.set(throttled, state);

		return throttled;
	};
}


/***/ })

};
