export const id = 282;
export const ids = [282];
export const modules = {

/***/ 9282:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   main: () => (/* binding */ main)
/* harmony export */ });
/* harmony import */ var _io_profile_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9387);

/** The job's end: the files with credentials and parameters go, whatever the job came to. */
const main = _io_profile_js__WEBPACK_IMPORTED_MODULE_0__/* .removeRememberedFolder */ .lZ;


/***/ }),

/***/ 129:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Rv: () => (/* binding */ DEFAULT_SESSION_SECONDS),
/* harmony export */   WX: () => (/* binding */ configuredStages),
/* harmony export */   aM: () => (/* binding */ findConfiguredStage),
/* harmony export */   eP: () => (/* binding */ effectiveServices),
/* harmony export */   kH: () => (/* binding */ effectiveConfiguration),
/* harmony export */   lW: () => (/* binding */ regionList)
/* harmony export */ });
/* unused harmony exports baseStageOf, accountsOf */
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7905);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(742);
/* harmony import */ var _profile_role_arn_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8829);
/* harmony import */ var _stage_name_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4621);
/* harmony import */ var _suggest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1335);
/* harmony import */ var _own_value_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1488);






/** Default length of a role session, in seconds; also the most that STS gives where a role allows no more. */
const DEFAULT_SESSION_SECONDS = 3600;
/** How long a preview lives without a deploy, where the configuration does not say. */
const DEFAULT_EXPIRY = '7d';
/** Narrows a configuration to one stage and one of its profiles, defaults filled in. */
function effectiveConfiguration(config, stage, profileName) {
    const profile = findProfile(config, profileName);
    const isPreview = stage.kind === 'preview';
    const role = isPreview ? config.previews?.role : profile.role;
    const environment = isPreview ? (config.previews?.environment ?? 'preview') : (profile.environment ?? profileName);
    const services = config.services === undefined ? undefined : effectiveServices(config.services);
    const only = stage.kind === 'configured' ? config.stages?.[stage.name]?.services : undefined;
    const baseStage = stage.kind === 'configured' ? undefined : baseStageOf(config, profileName);
    const path = profile['parameters-path'];
    const duration = profile['session-duration'];
    return {
        schemaVersion: 1,
        app: config.app,
        stage,
        profile: {
            name: profileName,
            ...(role === undefined ? {} : { role }),
            region: regionsOf(profile)[0],
            regions: regionsOf(profile),
            environment,
            parameters: profile.parameters ?? {},
            ...(path === undefined ? {} : { parametersPath: path }),
            exportEnv: profile['export-env'] ?? [],
            requireParameters: profile['require-parameters'] ?? true,
            sessionDuration: duration === undefined ? DEFAULT_SESSION_SECONDS : (0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .durationSeconds */ .o)(duration),
        },
        ...(services === undefined ? {} : { services }),
        ...(only === undefined ? {} : { only }),
        ...(baseStage === undefined ? {} : { baseStage }),
        previewServices: config.previews?.services ?? 'affected',
        accounts: accountsOf(config),
        configured: configuredStages(config),
        destroyAllowed: stage.kind !== 'configured' || config.stages?.[stage.name]?.destroy === 'allowed',
        ...(isPreview ? { expiresAfter: (0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .durationSeconds */ .o)(config.previews?.['expires-after'] ?? DEFAULT_EXPIRY) } : {}),
        elsewhere: [],
    };
}
/** The configured stage that previews and personal stages of a profile read from; undefined where there is none. */
function baseStageOf(config, profileName) {
    const name = (0,_own_value_js__WEBPACK_IMPORTED_MODULE_5__/* .ownValue */ .e)(config.profiles, profileName)?.['base-stage'] ?? profileName;
    return configuredStages(config).includes(name) ? name : undefined;
}
/** Returns the accounts of the configured stages, by stage, as far as their roles say. */
function accountsOf(config) {
    const entries = configuredStages(config).flatMap((name) => {
        const role = (0,_own_value_js__WEBPACK_IMPORTED_MODULE_5__/* .ownValue */ .e)(config.profiles, config.stages?.[name]?.profile ?? '')?.role;
        return role === undefined ? [] : [[name, (0,_profile_role_arn_js__WEBPACK_IMPORTED_MODULE_2__/* .parseRoleArn */ .DM)(role).account]];
    });
    return Object.fromEntries(entries);
}
function findProfile(config, name) {
    const profile = (0,_own_value_js__WEBPACK_IMPORTED_MODULE_5__/* .ownValue */ .e)(config.profiles, name);
    if (profile === undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('E_PROFILE_UNKNOWN', {
            what: `the profile "${name}" is not configured`,
            fix: (0,_suggest_js__WEBPACK_IMPORTED_MODULE_4__/* .suggestName */ .S)(name, Object.keys(config.profiles)),
        });
    }
    return profile;
}
function regionsOf(profile) {
    const [first, ...others] = regionList(profile.region);
    if (first === undefined) {
        throw new Error('a profile without a region passed the check of the configuration');
    }
    return [first, ...others];
}
/** Returns the regions of a key `region`, which may be one text. */
function regionList(region) {
    return typeof region === 'string' ? [region] : region;
}
/** Fills in the defaults of the services that a configuration lists. */
function effectiveServices(services) {
    const entries = Object.entries(services).map(([key, service]) => {
        const { path, 'depends-on': dependsOn = [], triggers = [], shared = false } = service;
        return [key, { path, dependsOn, triggers, shared }];
    });
    return Object.fromEntries(entries);
}
/**
 * Returns a configured stage by its name. Throws E_STAGE_UNKNOWN with the names that there are; `hint` says what else a
 * caller may have meant.
 */
function findConfiguredStage(config, name, hint) {
    const known = configuredStages(config);
    const stage = known.includes(name) ? config.stages?.[name] : undefined;
    if (stage === undefined) {
        const names = (0,_suggest_js__WEBPACK_IMPORTED_MODULE_4__/* .suggestName */ .S)(name, known);
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('E_STAGE_UNKNOWN', {
            what: `"${name}" is not a configured stage`,
            ...(hint === undefined ? {} : { why: hint.why }),
            fix: hint === undefined ? names : `${hint.fix} – ${names}`,
        });
    }
    return stage;
}
/** Returns the names of the configured stages, patterns left out. */
function configuredStages(config) {
    return Object.keys(config.stages ?? {}).filter((name) => !(0,_stage_name_js__WEBPACK_IMPORTED_MODULE_3__/* .isStagePattern */ .rR)(name));
}


/***/ }),

/***/ 1488:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ ownValue)
/* harmony export */ });
/** Returns what a record from a user's file has under a name; nothing that every object inherits. */
function ownValue(record, name) {
    return record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;
}


/***/ }),

/***/ 7905:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ durationSeconds)
/* harmony export */ });
const SECONDS = { s: 1, m: 60, h: 3600, d: 86_400 };
/** Returns the seconds of a duration such as `30m`, `1h` or `7d`; throws on any other text. */
function durationSeconds(text) {
    const match = /^([1-9][0-9]*)([smhd])$/.exec(text);
    if (match === null) {
        throw new Error(`not a duration: ${text}`);
    }
    return Number(match[1]) * SECONDS[match[2]];
}


/***/ }),

/***/ 742:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Uc: () => (/* binding */ describeError),
/* harmony export */   _h: () => (/* binding */ joinErrors),
/* harmony export */   hl: () => (/* binding */ recoded),
/* harmony export */   ml: () => (/* binding */ throwCollected),
/* harmony export */   yo: () => (/* binding */ UserError)
/* harmony export */ });
/* unused harmony exports ERROR_CODES, formatPosition, UserErrors */
/** Every code a user can meet, with the headline that `docs/errors.md` prints; the list is closed and tested. */
const ERROR_CODES = {
    E_INPUT: 'an input of the action has a value it does not take',
    E_CONFIG: 'serverless-stages.yml does not say what it may say',
    E_CONFIG_FILE: 'a configuration file cannot be read',
    E_CONFIG_VERSION: 'serverless-stages.yml needs a newer version of the action',
    E_NOT_SUPPORTED: 'a key of serverless-stages.yml needs a newer version of the action',
    E_PROFILE_UNKNOWN: 'a profile is named that is not configured',
    E_STAGE_UNKNOWN: 'a stage is named that is not configured',
    E_STAGE_AMBIGUOUS: 'a branch belongs to several configured stages and none was chosen',
    E_ROLE_ARN: 'a role is not the ARN of an IAM role',
    E_REF_REQUIRED: 'a run has no branch and no pull request',
    E_EVENT: 'the event that started the run cannot be read',
    E_NOT_ON_BRANCH: 'a commit or a run is not on the branch of the stage',
    E_WRONG_CHECKOUT: 'another commit is checked out than the one to deploy',
    E_GITHUB: 'GitHub could not answer',
    E_OIDC_PERMISSION: 'the job may not ask GitHub for an identity token',
    E_OIDC_TOKEN: 'GitHub gave no identity token',
    E_ROLE_REFUSED: 'AWS refused the role to this run',
    E_WRONG_ACCOUNT: 'the credentials belong to another AWS account than the role',
    E_NO_CREDENTIALS: 'there are no AWS credentials',
    E_AWS_DENIED: 'AWS denied a request',
    E_AWS_UNAVAILABLE: 'AWS could not be reached, or kept answering with errors',
    E_THROTTLED: 'AWS kept throttling',
    E_SSM_DECRYPT: 'a SecureString parameter cannot be decrypted',
    E_SSM_MISSING: 'a parameter is not in SSM Parameter Store',
    E_SSM_PATH: 'the parameters below a path could not be listed',
    E_PARAMETER: 'a parameter cannot be handed to the Serverless Framework',
    E_SECRET_MISSING: 'a parameter names an entry that the PARAMETERS secret does not have',
    E_OUTPUT_MISSING: 'an output is asked for that the stack does not have, or the stack is not there',
    E_OUTPUT_ADDRESS: 'the address of an output cannot be read',
    E_OUTPUT_ACCOUNT: 'an output is asked for that is in another AWS account',
    E_OUTPUT_MASKED: 'an output would hold a secret value',
    E_NAME_TOO_LONG: 'a name does not fit the limits of AWS',
    E_SERVICE_UNKNOWN: 'a service is named that does not exist',
    E_SERVICE_CONFIG: "a service's own configuration cannot be used",
    E_DEPENDENCY_CYCLE: 'services depend on each other in a circle',
    E_STACK_COLLISION: 'two services would share one stack',
    E_CLI_MISSING: 'the Serverless Framework is not installed in the project',
    E_CLI_VERSION: 'this version of the Serverless Framework is not supported',
    E_CLI_LICENSE: 'Serverless Framework 4 has no access key or licence key',
    E_INSTALL: "the project's dependencies could not be installed",
    E_PACKAGE_FAILED: 'a service could not be packaged',
    E_PACKAGE_CHANGED: 'the package changed between the check and the deploy',
    E_UNRESOLVED_VARIABLE: 'a packaged template still holds a variable that was not resolved',
    E_STACK_FOREIGN: 'a stack of that name belongs to something else',
    E_STACK_STATE: 'a stack is in a state that cannot be deployed over',
    E_STAGE_BUSY: 'another run changes the stage',
    E_STAGE_DIVERGED: 'the stage holds a commit that the one to deploy does not follow',
    E_LEDGER: 'what the ledger holds cannot be read',
    E_RECORD_MISMATCH: 'a record claims something that is not its own',
    E_DESTROY_FORBIDDEN: 'a stage may not be removed',
    E_STACK_PROTECTED: 'termination protection keeps a stack from being removed',
    E_STACK_IN_USE: 'other stacks import what a stack exports',
    E_BUCKET_NOT_EMPTY: 'a bucket cannot be emptied',
    E_DESTROY_FAILED: 'a stage could not be removed',
    E_DEPLOY_FAILED: 'a service could not be deployed',
    E_INTERNAL: 'something went wrong that this product did not foresee',
};
/** An error that the user can mend: a code of the closed list, what happened, why, and what to do about it. */
class UserError extends Error {
    code;
    position;
    constructor(code, parts) {
        const place = parts.position === undefined ? '' : `${formatPosition(parts.position)}: `;
        const texts = [parts.what, parts.why, parts.fix].filter((text) => text !== undefined && text !== '');
        super(`${place}${texts.join(' – ')}`, parts.cause === undefined ? undefined : { cause: parts.cause });
        this.name = 'UserError';
        this.code = code;
        this.position = parts.position;
    }
}
/** Renders a position as editors read it: `file:line:column`, with the revision behind the file where it has one. */
function formatPosition({ file, revision, line, column }) {
    return `${file}${revision === undefined ? '' : ` (${revision})`}:${line}:${column}`;
}
/** Several things wrong at once, each a `UserError` of its own; the first one's code and place stand for all. */
class UserErrors extends UserError {
    position;
    errors;
    constructor(errors) {
        const [first] = errors;
        super(first.code, { what: '', fix: '' });
        this.message = errors.map((error) => error.message).join('\n');
        this.position = first.position;
        this.errors = errors;
    }
}
/** Returns the same error under another code: a reader of one file that serves another one. */
function recoded(error, code) {
    const errors = error instanceof UserErrors ? error.errors : [error];
    const [first, ...rest] = errors.map(({ message, position, cause }) => {
        const copy = new UserError(code, { what: '', fix: '', ...(position === undefined ? {} : { position }), cause });
        copy.message = message;
        return copy;
    });
    return first === undefined || rest.length === 0 ? (first ?? error) : new UserErrors([first, ...rest]);
}
/** Throws the collected errors: nothing for none, the error itself for one, `UserErrors` for more. */
function throwCollected(errors) {
    const [first, ...rest] = errors;
    if (first === undefined) {
        return;
    }
    throw rest.length === 0 ? first : new UserErrors([first, ...rest]);
}
/** Describes an error for a result: what is no `UserError` is a fault of ours, E_INTERNAL. */
function describeError(error) {
    return error instanceof UserError
        ? { code: error.code, message: error.message }
        : {
            code: 'E_INTERNAL',
            message: `${error instanceof Error ? error.message : String(error)} – this is a fault of the action – run again with debug logging on and report what it says`,
        };
}
/** Makes one error of several that a result holds; the first one's code stands for them. Undefined for none. */
function joinErrors(errors) {
    const [first, ...rest] = errors;
    if (first === undefined) {
        return undefined;
    }
    const others = rest.map((error) => `${error.code}: ${error.message}`);
    return new UserError(first.code, { what: [first.message, ...others].join('\n'), fix: '' });
}


/***/ }),

/***/ 7827:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MF: () => (/* binding */ regionHint),
/* harmony export */   aY: () => (/* binding */ REGION_PATTERN),
/* harmony export */   iQ: () => (/* binding */ partitionOf)
/* harmony export */ });
/* unused harmony export KNOWN_REGIONS */
/* harmony import */ var _suggest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1335);

/** The form of an AWS region's name. */
const REGION_PATTERN = /^[a-z]{2}(-(gov|iso[a-z]?))?-(north|south|east|west|central)((?<=north|south)(east|west))?-[0-9]$/;
/** Regions that AWS had when this was written; new ones pass by their form, these serve the hint. */
const KNOWN_REGIONS = [
    'af-south-1',
    'ap-east-1',
    'ap-east-2',
    'ap-northeast-1',
    'ap-northeast-2',
    'ap-northeast-3',
    'ap-south-1',
    'ap-south-2',
    'ap-southeast-1',
    'ap-southeast-2',
    'ap-southeast-3',
    'ap-southeast-4',
    'ap-southeast-5',
    'ap-southeast-6',
    'ap-southeast-7',
    'ca-central-1',
    'ca-west-1',
    'cn-north-1',
    'cn-northwest-1',
    'eu-central-1',
    'eu-central-2',
    'eu-north-1',
    'eu-south-1',
    'eu-south-2',
    'eu-west-1',
    'eu-west-2',
    'eu-west-3',
    'il-central-1',
    'me-central-1',
    'me-south-1',
    'mx-central-1',
    'sa-east-1',
    'us-east-1',
    'us-east-2',
    'us-gov-east-1',
    'us-gov-west-1',
    'us-west-1',
    'us-west-2',
];
/** Returns the hint for a region that is not one: the nearest real name, where one is near. */
function regionHint(region) {
    const nearest = (0,_suggest_js__WEBPACK_IMPORTED_MODULE_0__/* .nearestName */ .q)(region, KNOWN_REGIONS);
    return nearest === undefined ? 'write a region such as us-east-1' : `did you mean "${nearest}"?`;
}
/** Returns the AWS partition that a region belongs to. */
function partitionOf(region) {
    if (region.startsWith('cn-')) {
        return 'aws-cn';
    }
    return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}


/***/ }),

/***/ 8829:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DM: () => (/* binding */ parseRoleArn),
/* harmony export */   as: () => (/* binding */ roleArnFault),
/* harmony export */   vz: () => (/* binding */ ROLE_ARN_FIX)
/* harmony export */ });
/* harmony import */ var _region_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7827);

const PARTITIONS = ['aws', 'aws-cn', 'aws-us-gov'];
const EXAMPLE = 'arn:aws:iam::111111111111:role/serverless-stages';
/** Says which part of a text keeps it from being the ARN of an IAM role that serves `region`; undefined where none does. */
function roleArnFault(arn, region) {
    if (arn !== arn.trim()) {
        return 'it has blanks around it';
    }
    const [prefix, partition, service, noRegion, account, ...rest] = arn.split(':');
    const resource = rest.join(':');
    const checks = [
        [prefix === 'arn', 'it does not begin with "arn:"'],
        [PARTITIONS.includes(partition ?? ''), `the partition "${partition}" is none of ${PARTITIONS.join(', ')}`],
        [service === 'iam', `the service is "${service}", not "iam"`],
        [noRegion === '', `it names a region "${noRegion}", which the ARN of a role has not`],
        [/^[0-9]{12}$/.test(account ?? ''), `the account "${account}" is not 12 digits`],
        [!resource.startsWith('user/'), 'it is the ARN of a user, not of a role'],
        [/^role\/[\w+=,.@/-]+$/.test(resource), `"${resource}" is not "role/NAME"`],
        [
            region === undefined || partition === (0,_region_js__WEBPACK_IMPORTED_MODULE_0__/* .partitionOf */ .iQ)(region),
            `the partition "${partition}" has no region "${region}"; that region is in "${(0,_region_js__WEBPACK_IMPORTED_MODULE_0__/* .partitionOf */ .iQ)(region ?? '')}"`,
        ],
    ];
    return checks.find(([holds]) => !holds)?.[1];
}
/** Takes the ARN of a role apart; the text must have passed `roleArnFault`. */
function parseRoleArn(arn) {
    const [, partition, , , account, resource] = arn.split(':');
    return {
        partition: (partition ?? 'aws'),
        account: account ?? '',
        name: (resource ?? '').slice('role/'.length),
    };
}
/** What to write instead of a text that is not the ARN of a role. */
const ROLE_ARN_FIX = `write the ARN of an IAM role, such as ${EXAMPLE}`;


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

/***/ 4621:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ae: () => (/* binding */ previewStageName),
/* harmony export */   bO: () => (/* binding */ PREVIEW_NAME),
/* harmony export */   mg: () => (/* binding */ DEFAULT_MAX_LENGTH),
/* harmony export */   rR: () => (/* binding */ isStagePattern),
/* harmony export */   rf: () => (/* binding */ STAGE_NAME)
/* harmony export */ });
/* unused harmony export HASH_SUFFIX_LENGTH */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

/** Length of `-` and the hash at the end of every preview's stage name. */
const HASH_SUFFIX_LENGTH = 7;
/** Longest stage name of a preview where the configuration does not say, in characters. */
const DEFAULT_MAX_LENGTH = 20;
/** Form of a preview's stage name; configured and personal stages may not have it. */
const PREVIEW_NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)*-0[0-9a-z]{5}$/;
/**
 * Names the preview stage of a git ref (`refs/heads/feature/login`) or of a pull request (`refs/pull/12`).
 * Lower case, `[a-z][a-z0-9-]*`, no `--`, at most `maxLength` characters, and always `-` and a hash of the whole ref at
 * the end, so that two refs never share a stage. Pure: one ref gives one name everywhere. Refs that differ only in
 * Unicode normalisation are two refs for git, and two stages here.
 */
function previewStageName(ref, maxLength) {
    const spoken = ref.replace(/^refs\/(heads|tags)\//, '').replace(/^refs\/pull\/([0-9]+)$/, 'pr-$1');
    const words = spoken
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-+|-+$/g, '');
    const lead = /^[a-z]/.test(words) ? words : `b-${words}`;
    const slug = lead.slice(0, maxLength - HASH_SUFFIX_LENGTH).replace(/-+$/, '');
    return `${slug}-${refHash(ref)}`;
}
/**
 * Six characters that begin with 0: 60 million values. No word has the form, and IAM policies can tell it
 * (aws/github-oidc-role.yml: `*-0?????`).
 */
function refHash(ref) {
    const number = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(ref).digest().readBigUInt64BE();
    return `0${(number % 36n ** 5n).toString(36).padStart(5, '0')}`;
}
/** Form that the Serverless Framework accepts for `--stage`. */
const STAGE_NAME = /^[a-zA-Z0-9-]+$/;
/** Whether a key of `stages` is a pattern of branches (`feature/*`) and not a stage's name. */
function isStagePattern(key) {
    return /[*?[\]{}!]/.test(key);
}


/***/ }),

/***/ 1335:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ suggestName),
/* harmony export */   q: () => (/* binding */ nearestName)
/* harmony export */ });
/* harmony import */ var fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2818);

/** Returns the known name nearest to a mistyped one, or undefined where none is near enough to be meant. */
function nearestName(typed, known) {
    if (known.length === 0) {
        return undefined;
    }
    const best = (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .closest */ .kp)(typed.toLowerCase(), [...known]);
    const allowed = Math.max(2, Math.floor(best.length / 3));
    return (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .distance */ .Io)(typed.toLowerCase(), best) <= allowed ? best : undefined;
}
/** Says which names would have been right: the nearest one first, then all of them. */
function suggestName(typed, known) {
    const nearest = nearestName(typed, known);
    const all = known.length === 0 ? 'there are none' : `known: ${known.join(', ')}`;
    return nearest === undefined ? all : `did you mean "${nearest}"? (${all})`;
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

/***/ 6989:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Ay: () => (/* binding */ pRetry)
});

// UNUSED EXPORTS: AbortError, makeRetriable

;// CONCATENATED MODULE: ../node_modules/is-network-error/index.js
const objectToString = Object.prototype.toString;

const isError = value => objectToString.call(value) === '[object Error]';

const errorMessages = new Set([
	'network error', // Chrome
	'NetworkError when attempting to fetch resource.', // Firefox
	'The Internet connection appears to be offline.', // Safari 16
	'Network request failed', // `cross-fetch`
	'fetch failed', // Undici (Node.js)
	'terminated', // Undici (Node.js)
	' A network error occurred.', // Bun (WebKit)
	'Network connection lost', // Cloudflare Workers (fetch)
]);

function isNetworkError(error) {
	const isValid = error
		&& isError(error)
		&& error.name === 'TypeError'
		&& typeof error.message === 'string';

	if (!isValid) {
		return false;
	}

	const {message, stack} = error;

	// Safari 17+ has generic message but no stack for network errors
	if (message === 'Load failed' || (message.startsWith('Load failed (') && message.endsWith(')'))) {
		return stack === undefined
			// Sentry adds its own stack trace to the fetch error, so also check for that
			|| '__sentry_captured__' in error;
	}

	// Deno network errors start with specific text
	if (message.startsWith('error sending request for url')) {
		return true;
	}

	// Chrome: exact "Failed to fetch" or with hostname: "Failed to fetch (example.com)"
	if (message === 'Failed to fetch' || (message.startsWith('Failed to fetch (') && message.endsWith(')'))) {
		return true;
	}

	// Standard network error messages
	return errorMessages.has(message);
}

;// CONCATENATED MODULE: ../node_modules/p-retry/index.js


function validateRetries(retries) {
	if (typeof retries === 'number') {
		if (retries < 0) {
			throw new TypeError('Expected `retries` to be a non-negative number.');
		}

		if (Number.isNaN(retries)) {
			throw new TypeError('Expected `retries` to be a valid number or Infinity, got NaN.');
		}
	} else if (retries !== undefined) {
		throw new TypeError('Expected `retries` to be a number or Infinity.');
	}
}

function validateNumberOption(name, value, {min = 0, allowInfinity = false} = {}) {
	if (value === undefined) {
		return;
	}

	if (typeof value !== 'number' || Number.isNaN(value)) {
		throw new TypeError(`Expected \`${name}\` to be a number${allowInfinity ? ' or Infinity' : ''}.`);
	}

	if (!allowInfinity && !Number.isFinite(value)) {
		throw new TypeError(`Expected \`${name}\` to be a finite number.`);
	}

	if (value < min) {
		throw new TypeError(`Expected \`${name}\` to be \u2265 ${min}.`);
	}
}

class AbortError extends Error {
	constructor(message) {
		super();

		if (message instanceof Error) {
			this.originalError = message;
			({message} = message);
		} else {
			this.originalError = new Error(message);
			this.originalError.stack = this.stack;
		}

		this.name = 'AbortError';
		this.message = message;
	}
}

function calculateDelay(retriesConsumed, options) {
	const attempt = Math.max(1, retriesConsumed + 1);
	const random = options.randomize ? (Math.random() + 1) : 1;

	let timeout = Math.round(random * options.minTimeout * (options.factor ** (attempt - 1)));
	timeout = Math.min(timeout, options.maxTimeout);

	return timeout;
}

function calculateRemainingTime(start, max) {
	if (!Number.isFinite(max)) {
		return max;
	}

	return max - (performance.now() - start);
}

async function onAttemptFailure({error, attemptNumber, retriesConsumed, startTime, options}) {
	const normalizedError = error instanceof Error
		? error
		: new TypeError(`Non-error was thrown: "${error}". You should only throw errors.`);

	if (normalizedError instanceof AbortError) {
		throw normalizedError.originalError;
	}

	const retriesLeft = Number.isFinite(options.retries)
		? Math.max(0, options.retries - retriesConsumed)
		: options.retries;

	const maxRetryTime = options.maxRetryTime ?? Number.POSITIVE_INFINITY;

	const context = Object.freeze({
		error: normalizedError,
		attemptNumber,
		retriesLeft,
		retriesConsumed,
	});

	await options.onFailedAttempt(context);

	if (calculateRemainingTime(startTime, maxRetryTime) <= 0) {
		throw normalizedError;
	}

	const consumeRetry = await options.shouldConsumeRetry(context);

	const remainingTime = calculateRemainingTime(startTime, maxRetryTime);

	if (remainingTime <= 0 || retriesLeft <= 0) {
		throw normalizedError;
	}

	if (normalizedError instanceof TypeError && !isNetworkError(normalizedError)) {
		if (consumeRetry) {
			throw normalizedError;
		}

		options.signal?.throwIfAborted();
		return false;
	}

	if (!await options.shouldRetry(context)) {
		throw normalizedError;
	}

	if (!consumeRetry) {
		options.signal?.throwIfAborted();
		return false;
	}

	const delayTime = calculateDelay(retriesConsumed, options);
	const finalDelay = Math.min(delayTime, remainingTime);

	options.signal?.throwIfAborted();

	if (finalDelay > 0) {
		await new Promise((resolve, reject) => {
			const onAbort = () => {
				clearTimeout(timeoutToken);
				options.signal?.removeEventListener('abort', onAbort);
				reject(options.signal.reason);
			};

			const timeoutToken = setTimeout(() => {
				options.signal?.removeEventListener('abort', onAbort);
				resolve();
			}, finalDelay);

			if (options.unref) {
				timeoutToken.unref?.();
			}

			options.signal?.addEventListener('abort', onAbort, {once: true});
		});
	}

	options.signal?.throwIfAborted();

	return true;
}

async function pRetry(input, options = {}) {
	options = {...options};

	validateRetries(options.retries);

	if (Object.hasOwn(options, 'forever')) {
		throw new Error('The `forever` option is no longer supported. For many use-cases, you can set `retries: Infinity` instead.');
	}

	options.retries ??= 10;
	options.factor ??= 2;
	options.minTimeout ??= 1000;
	options.maxTimeout ??= Number.POSITIVE_INFINITY;
	options.maxRetryTime ??= Number.POSITIVE_INFINITY;
	options.randomize ??= false;
	options.onFailedAttempt ??= () => {};
	options.shouldRetry ??= () => true;
	options.shouldConsumeRetry ??= () => true;

	// Validate numeric options and normalize edge cases
	validateNumberOption('factor', options.factor, {min: 0, allowInfinity: false});
	validateNumberOption('minTimeout', options.minTimeout, {min: 0, allowInfinity: false});
	validateNumberOption('maxTimeout', options.maxTimeout, {min: 0, allowInfinity: true});
	validateNumberOption('maxRetryTime', options.maxRetryTime, {min: 0, allowInfinity: true});

	// Treat non-positive factor as 1 to avoid zero backoff or negative behavior
	if (!(options.factor > 0)) {
		options.factor = 1;
	}

	options.signal?.throwIfAborted();

	let attemptNumber = 0;
	let retriesConsumed = 0;
	const startTime = performance.now();

	while (Number.isFinite(options.retries) ? retriesConsumed <= options.retries : true) {
		attemptNumber++;

		try {
			options.signal?.throwIfAborted();

			const result = await input(attemptNumber);

			options.signal?.throwIfAborted();

			return result;
		} catch (error) {
			if (await onAttemptFailure({
				error,
				attemptNumber,
				retriesConsumed,
				startTime,
				options,
			})) {
				retriesConsumed++;
			}
		}
	}

	// Should not reach here, but in case it does, throw an error
	throw new Error('Retry attempts exhausted without throwing an error.');
}

function makeRetriable(function_, options) {
	return function (...arguments_) {
		return pRetry(() => function_.apply(this, arguments_), options);
	};
}


/***/ })

};
