export const id = 45;
export const ids = [45];
export const modules = {

/***/ 7055:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dh: () => (/* binding */ isAlwaysOn),
/* harmony export */   MF: () => (/* binding */ regionHint),
/* harmony export */   Qu: () => (/* binding */ KNOWN_REGIONS),
/* harmony export */   aY: () => (/* binding */ REGION_PATTERN),
/* harmony export */   iQ: () => (/* binding */ partitionOf)
/* harmony export */ });
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
/** Regions that every account has; all others of the partition `aws` have to be enabled (AWS Account Management, Regions). */
const ALWAYS_ON = /^(us-(east|west)-[12]|ap-northeast-[123]|ap-south-1|ap-southeast-[12]|ca-central-1|eu-central-1|eu-west-[123]|eu-north-1|sa-east-1)$/;
/** Whether an account has a region without enabling it. */
function isAlwaysOn(region) {
    return partitionOf(region) !== 'aws' || ALWAYS_ON.test(region);
}
/** Returns the AWS partition that a region belongs to. */
function partitionOf(region) {
    if (region.startsWith('cn-')) {
        return 'aws-cn';
    }
    return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}


/***/ }),

/***/ 8609:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DM: () => (/* binding */ parseRoleArn),
/* harmony export */   as: () => (/* binding */ roleArnFault),
/* harmony export */   vz: () => (/* binding */ ROLE_ARN_FIX)
/* harmony export */ });
/* harmony import */ var _region_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7055);

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

/***/ 8758:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ effectiveServices)
/* harmony export */ });
/* harmony import */ var _only_defined_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9443);

/** Fills in the defaults of the services that a configuration lists. */
function effectiveServices(services) {
    const entries = Object.entries(services).map(([key, service]) => {
        const { path, config, 'depends-on': dependsOn = [], triggers = [], shared = false } = service;
        const commands = commandsOf(service);
        const own = Object.keys(commands).length === 0 ? {} : { commands };
        return [key, { path, ...(0,_only_defined_js__WEBPACK_IMPORTED_MODULE_0__/* .onlyDefined */ .M)({ config }), dependsOn, triggers, shared, ...own }];
    });
    return Object.fromEntries(entries);
}
function commandsOf({ test, verify, hooks }) {
    const beforeDeploy = hooks?.['before-deploy'];
    const afterDeploy = hooks?.['after-deploy'];
    const beforeDestroy = hooks?.['before-destroy'];
    return {
        ...(0,_only_defined_js__WEBPACK_IMPORTED_MODULE_0__/* .onlyDefined */ .M)({ test, verify, beforeDeploy, afterDeploy, beforeDestroy }),
    };
}


/***/ }),

/***/ 9045:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Rv: () => (/* binding */ DEFAULT_SESSION_SECONDS),
/* harmony export */   WX: () => (/* binding */ configuredStages),
/* harmony export */   aM: () => (/* binding */ findConfiguredStage),
/* harmony export */   fq: () => (/* binding */ baseStageOf),
/* harmony export */   kH: () => (/* binding */ effectiveConfiguration),
/* harmony export */   lW: () => (/* binding */ regionList),
/* harmony export */   s1: () => (/* binding */ accountsOf)
/* harmony export */ });
/* harmony import */ var _aws_role_arn_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8609);
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7905);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(742);
/* harmony import */ var _only_defined_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(9443);
/* harmony import */ var _own_value_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7413);
/* harmony import */ var _stage_name_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4621);
/* harmony import */ var _suggest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1335);
/* harmony import */ var _effective_services_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8758);
/* harmony import */ var _freeze_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6501);









/** Default length of a role session, in seconds; also the most that STS gives where a role allows no more. */
const DEFAULT_SESSION_SECONDS = 3600;
/** How long a preview lives without a deploy, where the configuration does not say. */
const DEFAULT_EXPIRY = '7d';
/** Narrows a configuration to one stage and one of its profiles, defaults filled in. */
function effectiveConfiguration(config, stage, profileName) {
    const services = config.services === undefined ? undefined : (0,_effective_services_js__WEBPACK_IMPORTED_MODULE_6__/* .effectiveServices */ .e)(config.services);
    const only = stage.kind === 'configured' ? config.stages?.[stage.name]?.services : undefined;
    const baseStage = stage.kind === 'configured' ? undefined : baseStageOf(config, profileName);
    const { notifications = [] } = config;
    const freeze = stage.kind === 'configured' ? ((0,_own_value_js__WEBPACK_IMPORTED_MODULE_7__/* .ownValue */ .e)(config.stages ?? {}, stage.name)?.freeze ?? []).map(_freeze_js__WEBPACK_IMPORTED_MODULE_5__/* .freezeWindow */ ._) : [];
    const boundary = stage.kind === 'preview' ? config.previews?.boundary : (0,_own_value_js__WEBPACK_IMPORTED_MODULE_7__/* .ownValue */ .e)(config.profiles, profileName)?.boundary;
    return {
        schemaVersion: 1,
        app: config.app,
        stage,
        profile: effectiveProfile(config, stage, profileName),
        ...(0,_only_defined_js__WEBPACK_IMPORTED_MODULE_8__/* .onlyDefined */ .M)({ services, only, baseStage }),
        previewServices: config.previews?.services ?? 'affected',
        accounts: accountsOf(config),
        configured: configuredStages(config),
        destroyAllowed: stage.kind !== 'configured' || config.stages?.[stage.name]?.destroy === 'allowed',
        ...(notifications.length === 0 ? {} : { notifications }),
        ...(freeze.length === 0 ? {} : { freeze }),
        ...(0,_only_defined_js__WEBPACK_IMPORTED_MODULE_8__/* .onlyDefined */ .M)({ boundary, expiresAfter: stage.kind === 'preview' ? expiryOf(config) : undefined }),
        elsewhere: [],
    };
}
function effectiveProfile(config, { kind }, name) {
    const profile = findProfile(config, name);
    const isPreview = kind === 'preview';
    const role = isPreview ? config.previews?.role : profile.role;
    const path = profile['parameters-path'];
    const duration = profile['session-duration'];
    return {
        name,
        ...(0,_only_defined_js__WEBPACK_IMPORTED_MODULE_8__/* .onlyDefined */ .M)({ role }),
        region: regionsOf(profile)[0],
        regions: regionsOf(profile),
        environment: isPreview ? (config.previews?.environment ?? 'preview') : (profile.environment ?? name),
        parameters: profile.parameters ?? {},
        ...(0,_only_defined_js__WEBPACK_IMPORTED_MODULE_8__/* .onlyDefined */ .M)({ parametersPath: path }),
        exportEnv: profile['export-env'] ?? [],
        requireParameters: profile['require-parameters'] ?? true,
        sessionDuration: duration === undefined ? DEFAULT_SESSION_SECONDS : (0,_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .durationSeconds */ .o)(duration),
    };
}
/** How long a preview lives without a deploy, in seconds. */
function expiryOf({ previews }) {
    return (0,_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .durationSeconds */ .o)(previews?.['expires-after'] ?? DEFAULT_EXPIRY);
}
/** The configured stage that previews and personal stages of a profile read from; undefined where there is none. */
function baseStageOf(config, profileName) {
    const name = (0,_own_value_js__WEBPACK_IMPORTED_MODULE_7__/* .ownValue */ .e)(config.profiles, profileName)?.['base-stage'] ?? profileName;
    return configuredStages(config).includes(name) ? name : undefined;
}
/** Returns the accounts of the configured stages, by stage, as far as their roles say. */
function accountsOf(config) {
    const entries = configuredStages(config).flatMap((name) => {
        const role = (0,_own_value_js__WEBPACK_IMPORTED_MODULE_7__/* .ownValue */ .e)(config.profiles, config.stages?.[name]?.profile ?? '')?.role;
        return role === undefined ? [] : [[name, (0,_aws_role_arn_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRoleArn */ .DM)(role).account]];
    });
    return Object.fromEntries(entries);
}
function findProfile(config, name) {
    const profile = (0,_own_value_js__WEBPACK_IMPORTED_MODULE_7__/* .ownValue */ .e)(config.profiles, name);
    if (profile === undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('E_PROFILE_UNKNOWN', {
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
/**
 * Returns a configured stage by its name. Throws E_STAGE_UNKNOWN with the names that there are; `hint` says what else a
 * caller may have meant.
 */
function findConfiguredStage(config, name, hint) {
    const known = configuredStages(config);
    const stage = known.includes(name) ? config.stages?.[name] : undefined;
    if (stage === undefined) {
        const names = (0,_suggest_js__WEBPACK_IMPORTED_MODULE_4__/* .suggestName */ .S)(name, known);
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('E_STAGE_UNKNOWN', {
            what: `"${name}" is not a configured stage`,
            ...(0,_only_defined_js__WEBPACK_IMPORTED_MODULE_8__/* .onlyDefined */ .M)({ why: hint?.why }),
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

/***/ 6501:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ freezeSchema),
/* harmony export */   _: () => (/* binding */ freezeWindow)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7728);
/* harmony import */ var _only_defined_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9443);
/* harmony import */ var _schema_parts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6906);



/** A window of `stages.<s>.freeze`, as written. */
const freezeSchema = valibot__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    start: (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('First date and time of the window, such as 2026-12-18T18:00.'),
    duration: (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('How long it lasts: 64h, 14d, or a duration of ISO 8601.'),
    repeat: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM((0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('daily, weekly, monthly or yearly, or a duration of ISO 8601 (default: once).')),
    'time-zone': valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM((0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Time zone of IANA, such as Europe/Berlin (default: UTC).')),
    reason: (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Why nothing is deployed then; whoever tries to reads it.'),
});
/** Returns such a window in the words of code. */
function freezeWindow({ start, duration, repeat, reason, 'time-zone': timeZone }) {
    return { start, duration, reason, ...(0,_only_defined_js__WEBPACK_IMPORTED_MODULE_2__/* .onlyDefined */ .M)({ repeat, timeZone }) };
}


/***/ }),

/***/ 6906:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dy: () => (/* binding */ names),
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   Xq: () => (/* binding */ someNames),
/* harmony export */   p0: () => (/* binding */ duration)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7728);
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7905);


/** A text that says something. */
const text = (description) => valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .nonEmpty */ .hq('is empty; write a value or leave the key out'), valibot__WEBPACK_IMPORTED_MODULE_1__/* .description */ .h_(description));
/** A list of names, which may be empty. */
const names = (description) => valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(text('One name.')), valibot__WEBPACK_IMPORTED_MODULE_1__/* .description */ .h_(description));
/** A list of names that has one. */
const someNames = (description) => valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(text('One name.')), valibot__WEBPACK_IMPORTED_MODULE_1__/* .minLength */ .BpQ(1, 'names nothing; leave the key out'), valibot__WEBPACK_IMPORTED_MODULE_1__/* .description */ .h_(description));
/** A whole number and a unit. */
const duration = (description) => valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .regex */ .yGV(_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .SHORT_DURATION */ .q, 'is not a duration; write a whole number and s, m, h or d: 30m, 1h, 7d'), valibot__WEBPACK_IMPORTED_MODULE_1__/* .description */ .h_(description));
/** True or false. */
const flag = (description) => valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .description */ .h_(description));


/***/ }),

/***/ 7905:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ durationSeconds),
/* harmony export */   q: () => (/* binding */ SHORT_DURATION)
/* harmony export */ });
const SECONDS = { s: 1, m: 60, h: 3600, d: 86_400 };
/** A whole number and a unit: `30m`, `1h`, `7d`. */
const SHORT_DURATION = /^([1-9][0-9]*)([smhd])$/;
/** Returns the seconds of a duration such as `30m`, `1h` or `7d`; throws on any other text. */
function durationSeconds(text) {
    const match = SHORT_DURATION.exec(text);
    if (match === null) {
        throw new Error(`not a duration: ${text}`);
    }
    return Number(match[1]) * SECONDS[match[2]];
}


/***/ }),

/***/ 742:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   hl: () => (/* binding */ recoded),
/* harmony export */   ml: () => (/* binding */ throwCollected),
/* harmony export */   yo: () => (/* binding */ UserError)
/* harmony export */ });
/* unused harmony exports ERROR_CODES, formatPosition, UserErrors */
/* harmony import */ var _only_defined_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9443);

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
    E_SSM_PATH: 'parameters could not be listed, or changed while they were read',
    E_PARAMETER: 'a parameter cannot be handed to the Serverless Framework',
    E_SECRET_MISSING: 'a parameter names an entry that the PARAMETERS secret does not have',
    E_OUTPUT_MISSING: 'an output is asked for that the stack does not have, or the stack is not there',
    E_OUTPUT_TEXT: 'CloudFormation does not give an output back as it is',
    E_OUTPUT_ADDRESS: 'the address of an output cannot be read',
    E_OUTPUT_ACCOUNT: 'an output is asked for that is in another AWS account',
    E_IMPORT_UNKNOWN: 'it cannot be told which export a preview imports',
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
    E_TESTS_FAILED: "a service's own tests failed",
    E_HOOK_FAILED: "a service's own command before or after its deploy failed",
    E_VERIFY_FAILED: "a service's own check of its deployment failed",
    E_PACKAGE_FAILED: 'a service could not be packaged',
    E_PACKAGE_CHANGED: 'the package changed between the check and the deploy',
    E_UNRESOLVED_VARIABLE: 'a packaged template still holds a variable that was not resolved',
    E_STACK_FOREIGN: 'a stack of that name belongs to something else',
    E_STATEFUL_REMOVAL: 'an earlier version would remove a resource that holds data',
    E_STACK_STATE: 'a stack is in a state that cannot be deployed over',
    E_FROZEN: 'a stage is frozen: nothing is deployed to it for a time',
    E_NOT_STAGED: 'a commit is promoted that the stage before has not proved',
    E_NOT_SOAKED: 'a commit is promoted that is not long enough in the stage before',
    E_WORK_LOST: 'a promotion would take away changes that the branch of the stage has',
    E_NEEDS_MISSING: 'a stage lacks parameters or outputs that its services need',
    E_NOT_ALLOWED: 'a person may not start a promotion',
    E_MOVED: 'the branch of a stage moved on after the verdict',
    E_BRANCH_RULES: 'the rules of a branch refuse the move',
    E_OTHER_CODE: 'a package does not have the code that the stage before proved',
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
        const copy = new UserError(code, { what: '', fix: '', ...(0,_only_defined_js__WEBPACK_IMPORTED_MODULE_0__/* .onlyDefined */ .M)({ position }), cause });
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


/***/ }),

/***/ 9443:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ onlyDefined)
/* harmony export */ });
/** Returns an object without its undefined properties, so that what is not known is absent, in JSON and in types. */
function onlyDefined(values) {
    return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}


/***/ }),

/***/ 7413:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ ownValue)
/* harmony export */ });
/** Returns what a record from a user's file has under a name; nothing that every object inherits. */
function ownValue(record, name) {
    return record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;
}


/***/ }),

/***/ 4621:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G6: () => (/* binding */ MIN_LENGTH),
/* harmony export */   Gu: () => (/* binding */ ALL_PREVIEWS),
/* harmony export */   Hp: () => (/* binding */ PREVIEW_MARK),
/* harmony export */   ae: () => (/* binding */ previewStageName),
/* harmony export */   bO: () => (/* binding */ PREVIEW_NAME),
/* harmony export */   i: () => (/* binding */ isNameOfRef),
/* harmony export */   mg: () => (/* binding */ DEFAULT_MAX_LENGTH),
/* harmony export */   rR: () => (/* binding */ isStagePattern),
/* harmony export */   rf: () => (/* binding */ STAGE_NAME)
/* harmony export */ });
/* unused harmony export HASH_SUFFIX_LENGTH */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

/**
 * What stands before the hash in every preview's stage name. IAM's patterns know no classes of characters: it is this text that
 * nobody writes by accident by which rights tell previews from all else (aws/github-oidc-role.yml: `*-0pv?????`).
 */
const PREVIEW_MARK = '-0pv';
const HASH_LENGTH = 5;
/** Length of the mark and the hash at the end of every preview's stage name. */
const HASH_SUFFIX_LENGTH = PREVIEW_MARK.length + HASH_LENGTH;
/** Longest stage name of a preview where the configuration does not say, in characters. */
const DEFAULT_MAX_LENGTH = 20;
/** Shortest stage name of a preview: one letter, the mark and the hash. */
const MIN_LENGTH = HASH_SUFFIX_LENGTH + 1;
/** Form of a preview's stage name. */
const PREVIEW_NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)*-0pv[0-9a-z]{5}$/;
/**
 * Names the preview stage of a git ref (`refs/heads/feature/login`) or of a pull request (`refs/pull/12`).
 * Lower case, `[a-z][a-z0-9-]*`, no `--`, at most `maxLength` characters, and always `-0pv` and a hash of the whole ref
 * at the end, so that two refs never share a stage. Pure: one ref gives one name everywhere. Refs that differ only in
 * Unicode normalisation are two refs for git, and two stages here.
 */
function previewStageName(ref, maxLength) {
    const slug = spokenName(ref)
        .slice(0, maxLength - HASH_SUFFIX_LENGTH)
        .replace(/-+$/, '');
    return `${slug}${PREVIEW_MARK}${refHash(ref)}`;
}
/** The part of a ref that people read, uncut: lower case letters, digits and single `-`, a letter first. */
function spokenName(ref) {
    const spoken = ref.replace(/^refs\/(heads|tags)\//, '').replace(/^refs\/pull\/([0-9]+)$/, 'pr-$1');
    const words = spoken
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-+|-+$/g, '');
    return /^[a-z]/.test(words) ? words : `b-${words}`;
}
/**
 * Whether a name is the one of a ref's preview, whatever it was cut to: a stage keeps its name when `max-length` changes.
 * The hash alone is too short to tell refs apart that somebody chose for it.
 */
function isNameOfRef(name, ref) {
    const hash = `${PREVIEW_MARK}${refHash(ref)}`;
    return PREVIEW_NAME.test(name) && name.endsWith(hash) && spokenName(ref).startsWith(name.slice(0, -hash.length));
}
/** Five characters: 60 million values. */
function refHash(ref) {
    const number = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(ref).digest().readBigUInt64BE();
    return (number % 36n ** BigInt(HASH_LENGTH)).toString(36).padStart(HASH_LENGTH, '0');
}
/** The name that stands for all previews, in a sweep and in filters of notifications; no preview's stage has its form. */
const ALL_PREVIEWS = 'previews';
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


/***/ })

};
