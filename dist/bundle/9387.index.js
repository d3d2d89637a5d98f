export const id = 9387;
export const ids = [9387];
export const modules = {

/***/ 88063:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E6: () => (/* binding */ stagePath),
/* harmony export */   F: () => (/* binding */ wishName),
/* harmony export */   WI: () => (/* binding */ kindPath),
/* harmony export */   Wg: () => (/* binding */ parseLedgerKey),
/* harmony export */   l4: () => (/* binding */ lockName),
/* harmony export */   xD: () => (/* binding */ recordName)
/* harmony export */ });
const ROOT = '/serverless-stages';
/** The place of all stages of one kind. */
function kindPath({ app, kind }) {
    return `${ROOT}/${app}/${kind}`;
}
/**
 * The place of a stage in SSM Parameter Store, below which all that is known of it stands. The kind is in it so that IAM
 * can tell previews from configured stages.
 */
function stagePath(stage) {
    return `${kindPath(stage)}/${stage.name}`;
}
/** Name of the record of one service's deployment; names of services begin with a letter. */
function recordName(stage, service) {
    return `${stagePath(stage)}/${service}`;
}
/** Name of the record of what a repository wants in a stage. */
function wishName(stage, repositoryId) {
    return `${stagePath(stage)}/_repository/${repositoryId}`;
}
/** Name of the lock of a repository in a stage. */
function lockName(stage, repositoryId) {
    return `${wishName(stage, repositoryId)}/lock`;
}
/** Reads a parameter's name; undefined where it is none of a stage of this kind. */
function parseLedgerKey(kind, name) {
    const root = `${kindPath(kind)}/`;
    const [stage = '', first = '', ...rest] = name.startsWith(root) ? name.slice(root.length).split('/') : [];
    if (rest.length === 0) {
        return stage !== '' && /^[A-Za-z][\w-]*$/.test(first) ? { stage, holds: 'record', service: first } : undefined;
    }
    const [repositoryId = '', lock, ...more] = rest;
    if (stage === '' || first !== '_repository' || repositoryId === '' || more.length > 0) {
        return undefined;
    }
    if (lock === undefined) {
        return { stage, holds: 'wish', repositoryId };
    }
    return lock === 'lock' ? { stage, holds: 'lock', repositoryId } : undefined;
}


/***/ }),

/***/ 13246:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l_: () => (/* binding */ removalPolicies),
/* harmony export */   li: () => (/* binding */ sessionPolicy)
/* harmony export */ });
/* unused harmony export MAX_SESSION_POLICY */
/* harmony import */ var _ledger_keys_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88063);
/* harmony import */ var _stage_name_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4621);


/** Characters that STS takes (API reference of AssumeRoleWithWebIdentity, `Policy`). */
const MAX_SESSION_POLICY = 2048;
const LEDGER_WRITES = ['ssm:DeleteParameter', 'ssm:DeleteParameters', 'ssm:PutParameter'];
/** What changes a stack. */
const STACK_CHANGES = [
    'cloudformation:*ChangeSet',
    'cloudformation:*Stack',
    'cloudformation:ContinueUpdateRollback',
    'cloudformation:SetStackPolicy',
    'cloudformation:UpdateTerminationProtection',
];
/** What takes something away, or puts something else in its place. */
const DESTRUCTIVE = [
    'apigateway:DELETE',
    'apigateway:PATCH',
    'apigateway:PUT',
    'dynamodb:Delete*',
    'dynamodb:UpdateTable',
    'ecr:Delete*',
    'events:Delete*',
    'events:Put*',
    'iam:Attach*',
    'iam:Delete*',
    'iam:Put*',
    'lambda:AddPermission',
    'lambda:Delete*',
    'lambda:Update*',
    'logs:Delete*',
    'sns:Delete*',
    'sns:Set*',
    'sqs:Delete*',
    'sqs:PurgeQueue',
    'sqs:Set*',
    'states:Delete*',
    'states:Update*',
];
/**
 * Returns the policy, as JSON of at most `MAX_SESSION_POLICY` characters, that narrows a role's session to the stage of a
 * configuration, for any role that the run assumes. Whatever else the role may do:
 * - A preview's or personal stage's session changes no stack and no record of another stage, and takes away or replaces
 *   nothing that another stage has tagged.
 * - A configured stage's session leaves previews and other configured stages alone in the same way. It may remove personal
 *   stages, whose names nobody lists.
 * - A removal's session may touch every preview: an owner's stage may have another name than it would get today. Each removal
 *   narrows it further (`removalPolicies`).
 * It guards against accidents: code in the job can assume the role without it.
 */
function sessionPolicy(configuration) {
    return configuration.stage.kind === 'configured' ? policyOfConfigured(configuration) : policyOfMarked(configuration);
}
/** Of a stage whose name ends with a mark, which nobody else's has. */
function policyOfMarked({ app, stage: { kind, name }, isRemoval }) {
    const isAll = isRemoval === true;
    const own = isAll ? `${_stage_name_js__WEBPACK_IMPORTED_MODULE_0__/* .PREVIEW_MARK */ .Hp}?????` : name;
    const path = isAll ? (0,_ledger_keys_js__WEBPACK_IMPORTED_MODULE_1__/* .kindPath */ .WI)({ app, kind }) : (0,_ledger_keys_js__WEBPACK_IMPORTED_MODULE_1__/* .stagePath */ .E6)({ app, kind, name });
    const stacks = [...stacksOf(own), 'arn:*:cloudformation:*:aws:transform/*'];
    return document([
        ...ledgerStatements([path], STACK_CHANGES),
        allowed('OwnStacks', STACK_CHANGES, stacks),
        othersDenied(isAll ? `*${own}` : own),
    ]);
}
/** Stacks whose names hold a stage, nested ones too. */
const stacksOf = (stage) => [
    `arn:*:cloudformation:*:*:stack/*${stage}/*`,
    `arn:*:cloudformation:*:*:stack/*${stage}-*/*`,
];
/**
 * Returns policies, as JSON of at most `MAX_SESSION_POLICY` characters, that narrow a role's session to the removal of one
 * deployment, the narrowest first: STS may find one too large all the same. A session with the first changes these stacks
 * alone, takes objects out of these buckets alone, writes records of this stage alone, and takes nothing away that another
 * stage has tagged. What there is no room for is told by the stack's name, and buckets by the stage's, if all of them hold it.
 */
function removalPolicies(stage, { stackName, stacks, buckets, packages }) {
    const objects = [
        ...buckets.map((bucket) => `arn:*:s3:::${bucket}/*`),
        ...packages.map(({ bucket, prefix }) => `arn:*:s3:::${bucket}/${prefix}*`),
    ];
    const byId = stacks.map((id) => `arn:*:cloudformation:*:*:stack/*/${id.split('/').at(-1)}`);
    const byName = ['/', '-*/'].map((end) => `arn:*:cloudformation:*:*:stack/${stackName}${end}*`);
    const ofStage = objects.every((object) => object.includes(stage.name)) ? [`arn:*:s3:::*${stage.name}*`] : undefined;
    const ladder = [
        [stacks, objects],
        [byId, objects],
        [byName, objects],
        [byName, ofStage],
        [byName, undefined],
    ];
    const policies = ladder.map(([ownStacks, ownObjects]) => document([
        ...ledgerStatements([(0,_ledger_keys_js__WEBPACK_IMPORTED_MODULE_1__/* .stagePath */ .E6)(stage)], []),
        keptBut('OtherStacks', STACK_CHANGES, ownStacks),
        ...(ownObjects === undefined ? [] : [keptBut('OtherObjects', ['s3:DeleteObject*'], ownObjects)]),
        othersDenied(stage.name),
    ]));
    return [...new Set(policies)].filter(({ length }) => length <= MAX_SESSION_POLICY);
}
/** Denies actions on everything but some resources; on everything if there are none. */
function keptBut(Sid, Action, own) {
    return own.length === 0
        ? { Sid, Effect: 'Deny', Action, Resource: '*' }
        : { Sid, Effect: 'Deny', Action, NotResource: own };
}
function allowed(Sid, Action, Resource) {
    return { Sid, Effect: 'Allow', Action, Resource };
}
/** What is another stage's by its tag stays as it is; `own` is a pattern. */
function othersDenied(own) {
    const Condition = { Null: { [TAG]: 'false' }, StringNotLike: { [TAG]: own } };
    return { Sid: 'Others', Effect: 'Deny', Action: DESTRUCTIVE, Resource: '*', Condition };
}
/** A configured stage's stack may have any name, so tags tell the others; as many of them as there is room for. */
function policyOfConfigured({ app, stage: { kind, name }, configured }) {
    const paths = [(0,_ledger_keys_js__WEBPACK_IMPORTED_MODULE_1__/* .stagePath */ .E6)({ app, kind, name }), (0,_ledger_keys_js__WEBPACK_IMPORTED_MODULE_1__/* .kindPath */ .WI)({ app, kind: 'personal' })];
    const withOthers = (others) => document([
        ...ledgerStatements(paths, []),
        {
            Sid: 'Others',
            Effect: 'Deny',
            Action: [...STACK_CHANGES, ...DESTRUCTIVE],
            Resource: '*',
            Condition: { StringLike: { [TAG]: [`*${_stage_name_js__WEBPACK_IMPORTED_MODULE_0__/* .PREVIEW_MARK */ .Hp}?????`, ...others] } },
        },
    ]);
    const others = configured.filter((other) => other !== name);
    const fitting = others.map((_, index) => withOthers(others.slice(0, others.length - index)));
    return [...fitting, withOthers([])].find(({ length }) => length <= MAX_SESSION_POLICY) ?? withOthers([]);
}
const TAG = 'aws:ResourceTag/STAGE';
/** Allows everything, of the ledger only writing below some paths, and of `apart` nothing yet. */
function ledgerStatements(paths, apart) {
    return [
        { Sid: 'Rest', Effect: 'Allow', NotAction: [...LEDGER_WRITES, ...apart], Resource: '*' },
        {
            Sid: 'OwnRecords',
            Effect: 'Allow',
            Action: LEDGER_WRITES,
            Resource: paths.map((path) => `arn:*:ssm:*:*:parameter${path}/*`),
        },
        {
            Sid: 'Parameters',
            Effect: 'Allow',
            Action: LEDGER_WRITES,
            NotResource: 'arn:*:ssm:*:*:parameter/serverless-stages/*',
        },
    ];
}
function document(statements) {
    return JSON.stringify({ Version: '2012-10-17', Statement: statements });
}


/***/ }),

/***/ 4907:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cy: () => (/* binding */ sessionName),
/* harmony export */   Ox: () => (/* binding */ audienceOf),
/* harmony export */   dy: () => (/* binding */ checkSession)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _aws_role_arn_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(28609);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30742);



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
/**
 * Refuses credentials of another profile than the one that the configuration is of, before anything is done with them.
 * Throws E_WRONG_ACCOUNT.
 */
function checkSession({ name, role, region }, session, action) {
    const account = role === undefined ? session.account : (0,_aws_role_arn_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRoleArn */ .DM)(role).account;
    if (account !== session.account || region !== session.region) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('E_WRONG_ACCOUNT', {
            what: `the credentials are of account ${session.account}, region ${session.region}; the profile "${name}" is of ${account}, ${region}`,
            fix: `give load-profile and ${action} the same configuration`,
        });
    }
}


/***/ }),

/***/ 13786:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H0: () => (/* binding */ REQUESTS),
/* harmony export */   My: () => (/* binding */ openClient),
/* harmony export */   s1: () => (/* binding */ clientOptions)
/* harmony export */ });
/* harmony import */ var _core_only_defined_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49443);
/* harmony import */ var _broken_answer_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38884);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24713);



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
    return { accessKeyId, secretAccessKey, ...(0,_core_only_defined_js__WEBPACK_IMPORTED_MODULE_1__/* .onlyDefined */ .M)({ sessionToken }) };
}
/**
 * Opens a client of the SDK with the keys of a live session, asked for at each request; where AWS says that they have
 * ended, it is asked once more with new ones. An answer without the id that AWS gives each request is a BrokenAnswer: many
 * answers say nothing else (a deletion, a bucket without versions).
 */
function openClient(ClientClass, session, more = {}) {
    const client = new ClientClass({ region: session.region, credentials: provider(session), ...REQUESTS, ...more });
    const renewing = (next) => async (args) => {
        try {
            return await next(args).catch(async (error) => {
                if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isExpired */ ._d)(error) && (await session.renew())) {
                    return next(args);
                }
                throw error;
            });
        }
        catch (error) {
            throw error instanceof Error ? Object.assign(error, { region: session.region }) : error;
        }
    };
    const identified = (next) => async (args) => {
        const sent = await next(args);
        const { requestId, httpStatusCode } = sent.output.$metadata;
        if (requestId === undefined) {
            throw new _broken_answer_js__WEBPACK_IMPORTED_MODULE_2__/* .BrokenAnswer */ .M(`HTTP ${httpStatusCode}: the answer has no request id, so it is not of AWS`);
        }
        return sent;
    };
    client.middlewareStack.add(renewing, { step: 'initialize', name: 'renewing' });
    client.middlewareStack.add(identified, { step: 'initialize', name: 'identified' });
    return client;
}
/** The SDK keeps keys until five minutes before they end; ended ones are asked for each time. */
const provider = (session) => async () => ({
    ...credentialsOf(await session.keys()),
    expiration: new Date(0),
});


/***/ }),

/***/ 24713:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E2: () => (/* binding */ isThrottling),
/* harmony export */   GZ: () => (/* binding */ isDenied),
/* harmony export */   Ni: () => (/* binding */ isUnanswered),
/* harmony export */   _d: () => (/* binding */ isExpired),
/* harmony export */   dg: () => (/* binding */ isTransient),
/* harmony export */   es: () => (/* binding */ awsError)
/* harmony export */ });
/* harmony import */ var _core_aws_region_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87055);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30742);
/* harmony import */ var _broken_answer_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38884);



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
    if (isBroken(error)) {
        return true;
    }
    const isSkewed = error.$metadata?.clockSkewCorrected === true && SKEWED.test(nameOf(error));
    if (isThrottling(error) || isSkewed) {
        return true;
    }
    return isUnanswered(error) || (statusOf(error) ?? 0) >= 500;
}
/** Whether there was no answer at all: no connection, or one that was cut. */
function isUnanswered(error) {
    return statusOf(error) === undefined && isConnectionFault(error);
}
function isConnectionFault(error) {
    const code = error.code ?? '';
    return (/^(ECONN|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|EPIPE|ETIMEDOUT|UND_ERR)/.test(code) ||
        nameOf(error) === 'TimeoutError');
}
/** Whether the answer is none of AWS's: a success without what it must have, or a text that the SDK cannot read. */
function isBroken(error) {
    return error instanceof _broken_answer_js__WEBPACK_IMPORTED_MODULE_2__/* .BrokenAnswer */ .M || unreadable(error) !== undefined;
}
/** What came in the place of an answer, if the SDK could not read it. */
function unreadable(error) {
    const { $response: response, message = '' } = (error ?? {});
    const { statusCode = 0, headers = {} } = response ?? {};
    const isSuccess = statusCode >= 200 && statusCode < 300;
    // The SDK says so of errors that it cannot read, too.
    return isSuccess || message.includes('Deserialization error')
        ? `HTTP ${statusCode}, ${headers['content-type'] ?? 'no content type'}: no answer of AWS's form`
        : undefined;
}
/** Whether AWS refused the request for want of a permission. */
function isDenied(error) {
    return DENIED.test(nameOf(error));
}
/** Whether AWS says that the session's keys have ended. */
function isExpired(error) {
    return EXPIRED.test(nameOf(error));
}
/**
 * Turns an error of the SDK into the one that tells the user what to do; `what` says what was tried, `where` in which region, if the
 * error does not.
 */
function awsError(what, cause, where) {
    const { name, message, region = where } = cause;
    const at = region === undefined ? '' : ` in the region ${region}`;
    const enable = region === undefined || (0,_core_aws_region_js__WEBPACK_IMPORTED_MODULE_0__/* .isAlwaysOn */ .Dh)(region)
        ? ''
        : `; if other regions accept them, enable this one in the account (aws account enable-region --region-name ${region})`;
    if (isDenied(cause)) {
        return new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('E_AWS_DENIED', {
            what: `${what}: ${message}`,
            fix: 'allow that action on that resource to the role',
            cause,
        });
    }
    if (isThrottling(cause)) {
        const tries = cause.tries ?? cause.$metadata?.attempts ?? 1;
        return new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('E_THROTTLED', {
            what: `${what}: AWS throttled ${tries} requests in a row`,
            fix: 'run again when the account is less busy, or have its limit raised',
            cause,
        });
    }
    if (isTransient(cause)) {
        const came = cause instanceof _broken_answer_js__WEBPACK_IMPORTED_MODULE_2__/* .BrokenAnswer */ .M ? message : unreadable(cause);
        return new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('E_AWS_UNAVAILABLE', {
            what: `${what}: ${came ?? `${name}: ${message}`}`,
            fix: isBroken(cause)
                ? 'run again; if it stays, look at what answers in the place of AWS (a proxy of the network)'
                : 'run again when AWS answers',
            cause,
        });
    }
    if (isExpired(cause)) {
        return new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('E_NO_CREDENTIALS', {
            what: `${what}: the session has expired`,
            fix: 'allow `id-token: write` to the job, so that the role session is renewed; or let `session-duration` be longer than the job',
            cause,
        });
    }
    if (/^(UnrecognizedClientException|InvalidClientTokenId|RegionDisabledException|InvalidSignatureException|SignatureDoesNotMatch|CredentialsProviderError)$/.test(name)) {
        return new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('E_NO_CREDENTIALS', {
            what: `${what}: AWS does not accept the credentials${at} (${name})`,
            fix: `load the profile in the same job, before this step${enable}`,
            cause,
        });
    }
    return new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('E_AWS_UNAVAILABLE', {
        what: `${what}: ${name}: ${message}`,
        fix: 'see the message of AWS',
        cause,
    });
}


/***/ }),

/***/ 16869:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Em: () => (/* binding */ request),
/* harmony export */   Hw: () => (/* binding */ patienceOf),
/* harmony export */   Mc: () => (/* binding */ entriesOf),
/* harmony export */   WQ: () => (/* binding */ whole),
/* harmony export */   r3: () => (/* binding */ BEGINNING_RETRY),
/* harmony export */   rO: () => (/* binding */ PATIENT_RETRY)
/* harmony export */ });
/* harmony import */ var p_retry__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26989);
/* harmony import */ var _broken_answer_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38884);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24713);



/** Throttled and broken requests are made again for about half a minute, slower each time. */
const DEFAULT_RETRY = { retries: 9, minTimeout: 200, maxTimeout: 5000 };
/** What waits for CloudFormation outlives two minutes without any answer: nobody else sees the end of what was begun. */
const PATIENT_RETRY = { retries: 32, minTimeout: 200, maxTimeout: 5000 };
/** What begins a job outlives a cut of the network as long; what is answered is asked for again as often as anywhere. */
const BEGINNING_RETRY = { ...PATIENT_RETRY, answered: DEFAULT_RETRY.retries };
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
    let answered = 0;
    try {
        return await (0,p_retry__WEBPACK_IMPORTED_MODULE_1__/* ["default"] */ .Ay)(send, {
            ...plan,
            factor: FACTOR,
            randomize: true,
            shouldRetry: ({ error }) => {
                answered += (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isUnanswered */ .Ni)(error) ? 0 : 1;
                return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isTransient */ .dg)(error) && answered <= (plan.answered ?? plan.retries);
            },
        });
    }
    catch (error) {
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isThrottling */ .E2)(error) ? Object.assign(error, { tries: answered }) : error;
    }
}
/**
 * Returns an answer that has these members; throws BrokenAnswer, which `request` takes for a lost one, where it lacks one. AWS
 * sends a list that is empty too: in its query protocol as an empty element, in JSON as `[]`.
 */
async function whole(sending, ...members) {
    return having(await sending, 'the answer', members);
}
/** Returns the entries of a list in an answer, each with these members; throws BrokenAnswer if one lacks one. */
function entriesOf(list, what, ...members) {
    if (!Array.isArray(list)) {
        throw new _broken_answer_js__WEBPACK_IMPORTED_MODULE_2__/* .BrokenAnswer */ .M(`${what} is looked for in what is no list`);
    }
    return list.map((entry) => having(entry, what, members));
}
function having(value, what, members) {
    const missing = members.find((member) => value?.[member] === undefined || value[member] === null);
    if (missing !== undefined) {
        throw new _broken_answer_js__WEBPACK_IMPORTED_MODULE_2__/* .BrokenAnswer */ .M(`${what} has no ${String(missing)}`);
    }
    return value;
}


/***/ }),

/***/ 21527:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  xN: () => (/* binding */ assumeRole),
  Z0: () => (/* binding */ assumeUnchecked),
  g4: () => (/* binding */ checkAccount),
  YD: () => (/* binding */ keysOf)
});

// EXTERNAL MODULE: ../node_modules/p-retry/index.js + 1 modules
var p_retry = __webpack_require__(26989);
// EXTERNAL MODULE: ./core/aws/role-arn.js
var role_arn = __webpack_require__(28609);
// EXTERNAL MODULE: ./core/configuration/effective.js
var effective = __webpack_require__(39045);
// EXTERNAL MODULE: ./core/errors.js
var errors = __webpack_require__(30742);
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

// EXTERNAL MODULE: ./io/broken-answer.js
var broken_answer = __webpack_require__(38884);
// EXTERNAL MODULE: ./io/aws/client-options.js
var client_options = __webpack_require__(13786);
// EXTERNAL MODULE: ./io/aws/errors.js
var aws_errors = __webpack_require__(24713);
// EXTERNAL MODULE: ./io/aws/request.js
var request = __webpack_require__(16869);
;// CONCATENATED MODULE: ./io/aws/sts.js










/** STS looks the token up in GitHub's keys, and may fail to for a moment; a fresh token may then work. */
const RETRIED_WITH_FRESH_TOKEN = /^(InvalidIdentityToken|IDPCommunicationError|ExpiredToken)(Exception)?$/;
/** How often STS is asked with another token where it answered. */
const MOST_TOKENS = 4;
/** What STS says where the account does not know GitHub: a fresh token does not help. */
const NO_PROVIDER = /No OpenIDConnect provider found/i;
/**
 * Assumes a role with GitHub's identity token and checks that the session is of the role's account. `secret` is told
 * of each secret text at once. Throws what `assumeUnchecked` throws, and E_WRONG_ACCOUNT.
 */
async function assumeRole(wanted, token, secret, log) {
    const keys = await assumeUnchecked(wanted, token, secret, log);
    return checkAccount(keys, (0,role_arn/* parseRoleArn */.DM)(wanted.role).account, `the role ${wanted.role}`);
}
/**
 * Assumes a role with GitHub's identity token, for what only looks. `secret` is told of each secret text at once. Throws
 * E_OIDC_PERMISSION, E_OIDC_TOKEN, E_ROLE_REFUSED, E_THROTTLED, E_AWS_UNAVAILABLE, E_NAME_TOO_LONG where the session policy
 * does not fit.
 */
async function assumeUnchecked(wanted, token, secret, log) {
    const audience = (0,session/* audienceOf */.Ox)((0,role_arn/* parseRoleArn */.DM)(wanted.role).partition);
    try {
        return await withFreshTokens(wanted, () => token(audience), secret, log);
    }
    catch (error) {
        if (!isTooLong(error) || wanted.duration === effective/* DEFAULT_SESSION_SECONDS */.Rv) {
            throw explainFailure(wanted, error);
        }
        log.warning(`the role ${wanted.role} allows no session of ${wanted.duration} s; it lives ${effective/* DEFAULT_SESSION_SECONDS */.Rv} s now ` +
            "(raise the role's MaxSessionDuration, or lower session-duration)");
        return withFreshTokens({ ...wanted, duration: effective/* DEFAULT_SESSION_SECONDS */.Rv }, () => token(audience), secret, log);
    }
}
/** Asks AWS whose keys these are; throws E_WRONG_ACCOUNT where it is another account than `account`. */
async function checkAccount(keys, account, whose) {
    const { GetCallerIdentityCommand, STSClient } = await Promise.all(/* import() */[__webpack_require__.e(5455), __webpack_require__.e(3933)]).then(__webpack_require__.t.bind(__webpack_require__, 83933, 19));
    const client = new STSClient((0,client_options/* clientOptions */.s1)(keys));
    try {
        const command = new GetCallerIdentityCommand({});
        const { Account: found, Arn: arn } = await (0,request/* request */.Em)(() => (0,request/* whole */.WQ)(client.send(command), 'Account', 'Arn'), request/* BEGINNING_RETRY */.r3);
        if (account !== undefined && found !== account) {
            throw new errors/* UserError */.yo('E_WRONG_ACCOUNT', {
                what: `the credentials are of account ${found}, ${whose} is in account ${account}`,
                why: 'nothing was deployed',
                fix: 'correct the role in serverless-stages.yml, or the step that sets the credentials',
            });
        }
        return { ...keys, account: found, arn };
    }
    catch (error) {
        throw error instanceof errors/* UserError */.yo
            ? error
            : (0,aws_errors/* awsError */.es)('AWS did not say whose the credentials are', error, keys.region);
    }
    finally {
        client.destroy();
    }
}
function isTooLong(error) {
    return error instanceof Error && error.name.startsWith('Validation') && /DurationSeconds/.test(error.message);
}
async function withFreshTokens(wanted, token, secret, log) {
    let answered = 0;
    return (0,p_retry/* default */.Ay)(async () => {
        const fresh = await token();
        secret(fresh);
        try {
            return await exchange(wanted, fresh, secret, log);
        }
        catch (error) {
            throw (0,aws_errors/* isDenied */.GZ)(error) ? refused(wanted.role, fresh, error) : error;
        }
    }, {
        ...request/* BEGINNING_RETRY */.r3,
        minTimeout: 500,
        randomize: true,
        shouldRetry: ({ error }) => {
            answered += (0,aws_errors/* isUnanswered */.Ni)(error) ? 0 : 1;
            const isLast = error instanceof errors/* UserError */.yo || NO_PROVIDER.test(error.message) || answered > MOST_TOKENS;
            return !isLast && mayPass(error);
        },
    });
}
function mayPass(error) {
    return RETRIED_WITH_FRESH_TOKEN.test(error.name) || (0,aws_errors/* isTransient */.dg)(error);
}
async function exchange(wanted, token, secret, log) {
    const { AssumeRoleWithWebIdentityCommand, STSClient } = await Promise.all(/* import() */[__webpack_require__.e(5455), __webpack_require__.e(3933)]).then(__webpack_require__.t.bind(__webpack_require__, 83933, 19));
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
            Policy: wanted.policy,
        }));
        log.debug(`the session policy takes ${answer.PackedPolicySize ?? 0} % of what STS has for it: ${wanted.policy}`);
        return keysOf(answer, wanted.region, secret);
    }
    finally {
        client.destroy();
    }
}
/** Reads the keys in an answer of STS. */
function keysOf({ Credentials: credentials }, region, secret) {
    const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = credentials ?? {};
    if (AccessKeyId === undefined || SecretAccessKey === undefined || SessionToken === undefined) {
        throw new broken_answer/* BrokenAnswer */.M('the answer has no credentials');
    }
    secret(SecretAccessKey);
    secret(SessionToken);
    return {
        accessKeyId: AccessKeyId,
        secretAccessKey: SecretAccessKey,
        sessionToken: SessionToken,
        region,
        ...(Expiration === undefined ? {} : { expiration: Expiration.toISOString() }),
    };
}
function explainFailure({ role, region }, error) {
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
    if (error instanceof Error && /^PackedPolicyTooLarge/.test(error.name)) {
        return new errors/* UserError */.yo('E_NAME_TOO_LONG', {
            what: `the policy that narrows the session of the role ${role} is too large for STS: ${error.message}`,
            why: 'it holds the names of the application and of the stage, and in a removal those of stacks and buckets',
            fix: 'shorten app or the name of the stage (previews.max-length) in serverless-stages.yml',
            cause: error,
        });
    }
    return (0,aws_errors/* awsError */.es)(`the role ${role} could not be assumed`, error, region);
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

/***/ 38884:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ BrokenAnswer)
/* harmony export */ });
/**
 * An answer that says it is a success and does not have what it must have: of a proxy, or cut off. It says nothing about what is
 * there, least of all that nothing is: absence is the service's own word (an error code, a list that is there and empty).
 */
class BrokenAnswer extends Error {
    name = 'BrokenAnswer';
}


/***/ }),

/***/ 93405:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AG: () => (/* binding */ readPrivateJson),
/* harmony export */   C0: () => (/* binding */ removeAll),
/* harmony export */   FO: () => (/* binding */ writePrivateJson),
/* harmony export */   I2: () => (/* binding */ makePrivateFolder),
/* harmony export */   aF: () => (/* binding */ keepFile)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30742);
/* harmony import */ var _disk_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(13729);
/* harmony import */ var _limited_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(83824);





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
/** Writes a value as JSON to a new file that only its owner can read (0600); throws E_INPUT where the disk fails. */
async function writePrivateJson(path, value) {
    await (0,_disk_js__WEBPACK_IMPORTED_MODULE_3__/* .onDisk */ .F)(() => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(path, JSON.stringify(value), { mode: 0o600, flag: 'wx' }));
}
/** Writes a file that only its owner can read (0600), over one that is there; returns its path. Throws E_INPUT where the disk fails. */
async function keepFile(folder, name, text) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name);
    await (0,_disk_js__WEBPACK_IMPORTED_MODULE_3__/* .onDisk */ .F)(() => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(path, text, { mode: 0o600 }));
    return path;
}
/** Reads a JSON file of ours; throws E_INPUT, with the name of the input that holds its path, if it cannot; `fix` says where it comes from. */
async function readPrivateJson(path, input, fix = `pass load-profile's output "${input}" on, in the same job`) {
    try {
        return JSON.parse((await (0,_limited_js__WEBPACK_IMPORTED_MODULE_4__/* .readLimited */ .t)(path, path, "a file of the action's")).toString());
    }
    catch (cause) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('E_INPUT', {
            what: `the file of the input "${input}" cannot be read: "${path}"`,
            fix,
            cause,
        });
    }
}
/** Removes a file or a folder with all in it; it may be gone already. */
async function removeAll(path) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(path, { recursive: true, force: true, maxRetries: 3, retryDelay: 100 });
}


/***/ }),

/***/ 46537:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ createTokenSource)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30742);
/* harmony import */ var _aws_request_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(16869);



/** Longest time that is spent on asking again, in milliseconds: if nothing answers, as long as AWS is asked then. */
const BUDGETS = { refused: 0, busy: 60_000, cut: (0,_aws_request_js__WEBPACK_IMPORTED_MODULE_2__/* .patienceOf */ .Hw)(_aws_request_js__WEBPACK_IMPORTED_MODULE_2__/* .BEGINNING_RETRY */ .r3), broken: 60_000 };
/** How often an answer may come that is none of GitHub's. */
const MOST_BROKEN = 3;
const TIMEOUT_MS = 10_000;
/**
 * Builds the token source of the runner's protocol: GET of ACTIONS_ID_TOKEN_REQUEST_URL with `&audience=`. Asks again
 * after 429 and 5xx for at most a minute, after a timeout or a broken connection for two, and three times in all where the answer
 * is none of GitHub's. Throws E_OIDC_PERMISSION, E_OIDC_TOKEN.
 */
function createTokenSource(environment = process.env) {
    return async (audience) => {
        const url = environment['ACTIONS_ID_TOKEN_REQUEST_URL'];
        const bearer = environment['ACTIONS_ID_TOKEN_REQUEST_TOKEN'];
        if (url === undefined || bearer === undefined || url === '' || bearer === '') {
            throw permissionError(environment['GITHUB_EVENT_NAME']);
        }
        const begun = new Map();
        let broken = 0;
        for (let delay = 500;; delay = Math.min(delay * 2, 10_000)) {
            const attempt = await askOnce(`${url}&audience=${encodeURIComponent(audience)}`, bearer);
            if ('token' in attempt) {
                return attempt.token;
            }
            broken += attempt.kind === 'broken' ? 1 : 0;
            // Each kind has a time of its own, from its first one on.
            const start = begun.get(attempt.kind) ?? Date.now();
            begun.set(attempt.kind, start);
            if (broken === MOST_BROKEN || Date.now() + delay > start + BUDGETS[attempt.kind]) {
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
            return {
                fault: `it answered HTTP ${status}`,
                kind: status === 429 || status >= 500 ? 'busy' : 'refused',
                status,
            };
        }
        return readToken(await answer.text());
    }
    catch (error) {
        const timedOut = error instanceof Error && error.name === 'TimeoutError';
        return { fault: timedOut ? 'it did not answer in time' : 'it could not be reached', kind: 'cut' };
    }
}
function readToken(body) {
    try {
        const { value } = JSON.parse(body);
        return typeof value === 'string' && value !== ''
            ? { token: value }
            : { fault: 'its answer held no token', kind: 'broken' };
    }
    catch {
        return { fault: 'its answer was not JSON', kind: 'broken' };
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

/***/ 79387:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dw: () => (/* binding */ roleAssumer),
/* harmony export */   PX: () => (/* binding */ ambientSession),
/* harmony export */   Qw: () => (/* binding */ rememberFolder),
/* harmony export */   dK: () => (/* binding */ mask),
/* harmony export */   i: () => (/* binding */ strayCredentials),
/* harmony export */   lZ: () => (/* binding */ removeRememberedFolder),
/* harmony export */   lg: () => (/* binding */ sessionNameOf),
/* harmony export */   rG: () => (/* binding */ exportCredentials)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2327);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(30742);
/* harmony import */ var _core_only_defined_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(49443);
/* harmony import */ var _core_profile_session_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4907);
/* harmony import */ var _core_profile_session_policy_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(13246);
/* harmony import */ var _aws_sts_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(21527);
/* harmony import */ var _files_private_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(93405);
/* harmony import */ var _oidc_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(46537);










/** Has the runner mask a text in everything that the job prints from here on. */
const mask = _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .setSecret */ .Pq;
const FOLDER_STATE = 'folder';
/** Has the job's end remove a folder, also where a later step fails. */
function rememberFolder(folder) {
    _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .saveState */ .LZ(FOLDER_STATE, folder);
}
/** Removes the folder that `rememberFolder` noted; there may be none. */
async function removeRememberedFolder() {
    const folder = _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .getState */ .Gu(FOLDER_STATE);
    if (folder !== '') {
        await (0,_files_private_js__WEBPACK_IMPORTED_MODULE_7__/* .removeAll */ .C0)(folder);
        _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .info */ .pq('removed the files with credentials and parameters');
    }
}
/** Names the role session of a run. */
function sessionNameOf(context) {
    return (0,_core_profile_session_js__WEBPACK_IMPORTED_MODULE_4__/* .sessionName */ .Cy)(`${context.owner}-${context.repository}`, context.runId, context.runAttempt);
}
/**
 * Returns how a run assumes roles: in a session that is named after the run and narrowed to the stage of the configuration.
 * `secret` is told of each secret text at once.
 */
function roleAssumer(configuration, context, secret, log) {
    const { region, sessionDuration: duration } = configuration.profile;
    const wanted = { region, duration, sessionName: sessionNameOf(context) };
    const ofStage = (0,_core_profile_session_policy_js__WEBPACK_IMPORTED_MODULE_5__/* .sessionPolicy */ .li)(configuration);
    return (role, policy = ofStage) => (0,_aws_sts_js__WEBPACK_IMPORTED_MODULE_6__/* .assumeRole */ .xN)({ role, policy, ...wanted }, (0,_oidc_js__WEBPACK_IMPORTED_MODULE_8__/* .createTokenSource */ .Z)(), secret, log);
}
/** Checks the credentials that an earlier step left in the environment; throws E_NO_CREDENTIALS, E_WRONG_ACCOUNT. */
async function ambientSession(region, account) {
    const { AWS_ACCESS_KEY_ID: id, AWS_SECRET_ACCESS_KEY: secret, AWS_SESSION_TOKEN: token } = process.env;
    if (id === undefined || id === '' || secret === undefined || secret === '') {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo('E_NO_CREDENTIALS', {
            what: 'assume-role is false, and the environment has no AWS credentials',
            fix: 'run aws-actions/configure-aws-credentials before this step, or leave assume-role out',
        });
    }
    const keys = {
        accessKeyId: id,
        secretAccessKey: secret,
        region,
        ...(0,_core_only_defined_js__WEBPACK_IMPORTED_MODULE_9__/* .onlyDefined */ .M)({ sessionToken: token }),
    };
    return (0,_aws_sts_js__WEBPACK_IMPORTED_MODULE_6__/* .checkAccount */ .g4)(keys, account, 'the role of the profile');
}
/** Where the SDKs and the CLIs of AWS look for credentials, by variable. */
const SOURCES = [
    'AWS_ACCESS_KEY_ID',
    'AWS_PROFILE',
    'AWS_DEFAULT_PROFILE',
    'AWS_SHARED_CREDENTIALS_FILE',
    'AWS_CONFIG_FILE',
    'AWS_WEB_IDENTITY_TOKEN_FILE',
    'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI',
    'AWS_CONTAINER_CREDENTIALS_FULL_URI',
];
/** The files that they read without being told. */
const FILES = { AWS_SHARED_CREDENTIALS_FILE: 'credentials', AWS_CONFIG_FILE: 'config' };
/** Returns which credentials the machine or an earlier step offers beside the profile: names of variables, and files. */
function strayCredentials(environment = process.env) {
    const isSet = (name) => (environment[name] ?? '') !== '';
    const home = environment['HOME'] ?? '';
    const files = Object.entries(FILES).flatMap(([variable, name]) => {
        const file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(home, '.aws', name);
        return home !== '' && !isSet(variable) && (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(file) ? [file] : [];
    });
    return [...SOURCES.filter(isSet), ...files];
}
/** Sets the AWS variables for the job's later steps. */
function exportCredentials(session) {
    _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .exportVariable */ .dN('AWS_ACCESS_KEY_ID', session.accessKeyId);
    _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .exportVariable */ .dN('AWS_SECRET_ACCESS_KEY', session.secretAccessKey);
    if (session.sessionToken !== undefined) {
        _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .exportVariable */ .dN('AWS_SESSION_TOKEN', session.sessionToken);
    }
    _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .exportVariable */ .dN('AWS_REGION', session.region);
    _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .exportVariable */ .dN('AWS_DEFAULT_REGION', session.region);
}


/***/ })

};
