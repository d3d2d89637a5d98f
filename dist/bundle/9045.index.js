export const id = 9045;
export const ids = [9045];
export const modules = {

/***/ 87055:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dh: () => (/* binding */ isAlwaysOn),
/* harmony export */   MF: () => (/* binding */ regionHint),
/* harmony export */   Qu: () => (/* binding */ KNOWN_REGIONS),
/* harmony export */   aY: () => (/* binding */ REGION_PATTERN),
/* harmony export */   iQ: () => (/* binding */ partitionOf)
/* harmony export */ });
/* harmony import */ var _suggest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51335);

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

/***/ 28609:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DM: () => (/* binding */ parseRoleArn),
/* harmony export */   as: () => (/* binding */ roleArnFault),
/* harmony export */   vz: () => (/* binding */ ROLE_ARN_FIX)
/* harmony export */ });
/* harmony import */ var _region_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87055);

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

/***/ 98758:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ effectiveServices)
/* harmony export */ });
/* harmony import */ var _only_defined_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49443);

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

/***/ 39045:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Rv: () => (/* binding */ DEFAULT_SESSION_SECONDS),
/* harmony export */   S4: () => (/* binding */ personalRoleOf),
/* harmony export */   WX: () => (/* binding */ configuredStages),
/* harmony export */   aM: () => (/* binding */ findConfiguredStage),
/* harmony export */   fq: () => (/* binding */ baseStageOf),
/* harmony export */   kH: () => (/* binding */ effectiveConfiguration),
/* harmony export */   lW: () => (/* binding */ regionList),
/* harmony export */   s1: () => (/* binding */ accountsOf)
/* harmony export */ });
/* harmony import */ var _aws_role_arn_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(28609);
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77905);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30742);
/* harmony import */ var _only_defined_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(49443);
/* harmony import */ var _own_value_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(67413);
/* harmony import */ var _safeguards_settings_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(41224);
/* harmony import */ var _stage_name_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4621);
/* harmony import */ var _suggest_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(51335);
/* harmony import */ var _effective_services_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(98758);
/* harmony import */ var _freeze_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(46501);










/** Default length of a role session, in seconds; also the most that STS gives where a role allows no more. */
const DEFAULT_SESSION_SECONDS = 3600;
/** How long a preview or a personal stage lives without a deploy, where the configuration does not say. */
const DEFAULT_EXPIRY = '7d';
/** Narrows a configuration to one stage and one of its profiles, defaults filled in. */
function effectiveConfiguration(config, stage, profileName) {
    const services = config.services === undefined ? undefined : (0,_effective_services_js__WEBPACK_IMPORTED_MODULE_7__/* .effectiveServices */ .e)(config.services);
    // What is configured of the stage itself.
    const own = stage.kind === 'configured' ? (0,_own_value_js__WEBPACK_IMPORTED_MODULE_8__/* .ownValue */ .e)(config.stages ?? {}, stage.name) : undefined;
    const baseStage = stage.kind === 'configured' ? undefined : baseStageOf(config, profileName);
    const { notifications = [], waivers = [] } = config;
    const freeze = (own?.freeze ?? []).map(_freeze_js__WEBPACK_IMPORTED_MODULE_6__/* .freezeWindow */ ._);
    return {
        schemaVersion: 1,
        app: config.app,
        stage,
        profile: effectiveProfile(config, stage, profileName),
        ...(0,_only_defined_js__WEBPACK_IMPORTED_MODULE_9__/* .onlyDefined */ .M)({ services, only: own?.services, baseStage, onFailure: own?.['on-failure'] }),
        previewServices: config.previews?.services ?? 'affected',
        accounts: accountsOf(config),
        configured: configuredStages(config),
        destroyAllowed: stage.kind !== 'configured' || own?.destroy === 'allowed',
        safeguards: (0,_safeguards_settings_js__WEBPACK_IMPORTED_MODULE_3__/* .safeguardsOf */ .L)((0,_own_value_js__WEBPACK_IMPORTED_MODULE_8__/* .ownValue */ .e)(config.profiles, profileName)?.safeguards ?? [], stage),
        ...(waivers.length === 0 ? {} : { waivers }),
        ...(notifications.length === 0 ? {} : { notifications }),
        ...(freeze.length === 0 ? {} : { freeze }),
        ...(0,_only_defined_js__WEBPACK_IMPORTED_MODULE_9__/* .onlyDefined */ .M)({ boundary: boundaryOf(config, stage, profileName), expiresAfter: expiryOf(config, stage) }),
        elsewhere: [],
    };
}
function boundaryOf(config, { kind }, profileName) {
    const ofProfile = (0,_own_value_js__WEBPACK_IMPORTED_MODULE_8__/* .ownValue */ .e)(config.profiles, profileName)?.boundary;
    switch (kind) {
        case 'configured':
            return ofProfile;
        case 'preview':
            return config.previews?.boundary;
        case 'personal':
            return config.personal?.boundary ?? ofProfile;
    }
}
/**
 * The role that deploys. A personal stage has the one of its profile if there is none for personal stages: it says the
 * account, and the person's own credentials deploy.
 */
function roleOf(config, { kind }, profileName) {
    const ofProfile = (0,_own_value_js__WEBPACK_IMPORTED_MODULE_8__/* .ownValue */ .e)(config.profiles, profileName)?.role;
    switch (kind) {
        case 'configured':
            return ofProfile;
        case 'preview':
            return config.previews?.role;
        case 'personal':
            return personalRoleOf(config, profileName) ?? ofProfile;
    }
}
/** The role of personal stages, which is of the default profile's account; undefined if people deploy by their own rights. */
function personalRoleOf(config, profileName) {
    return profileName === config['default-profile'] ? config.personal?.role : undefined;
}
function effectiveProfile(config, stage, name) {
    const profile = findProfile(config, name);
    const isPreview = stage.kind === 'preview';
    const role = roleOf(config, stage, name);
    const path = profile['parameters-path'];
    const duration = profile['session-duration'];
    return {
        name,
        ...(0,_only_defined_js__WEBPACK_IMPORTED_MODULE_9__/* .onlyDefined */ .M)({ role, plannerRole: isPreview ? undefined : profile['planner-role'] }),
        region: regionsOf(profile)[0],
        regions: regionsOf(profile),
        environment: isPreview ? (config.previews?.environment ?? 'preview') : (profile.environment ?? name),
        parameters: profile.parameters ?? {},
        ...(0,_only_defined_js__WEBPACK_IMPORTED_MODULE_9__/* .onlyDefined */ .M)({ parametersPath: path }),
        exportEnv: profile['export-env'] ?? [],
        requireParameters: profile['require-parameters'] ?? true,
        sessionDuration: duration === undefined ? DEFAULT_SESSION_SECONDS : (0,_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .durationSeconds */ .o)(duration),
    };
}
/** How long a stage lives without a deploy, in seconds; undefined for a configured one. */
function expiryOf({ previews, personal }, { kind }) {
    const own = kind === 'preview' ? previews : personal;
    return kind === 'configured' ? undefined : (0,_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .durationSeconds */ .o)(own?.['expires-after'] ?? DEFAULT_EXPIRY);
}
/** The configured stage that previews and personal stages of a profile read from; undefined where there is none. */
function baseStageOf(config, profileName) {
    const name = (0,_own_value_js__WEBPACK_IMPORTED_MODULE_8__/* .ownValue */ .e)(config.profiles, profileName)?.['base-stage'] ?? profileName;
    return configuredStages(config).includes(name) ? name : undefined;
}
/** Returns the accounts of the configured stages, by stage, as far as their roles say. */
function accountsOf(config) {
    const entries = configuredStages(config).flatMap((name) => {
        const role = (0,_own_value_js__WEBPACK_IMPORTED_MODULE_8__/* .ownValue */ .e)(config.profiles, config.stages?.[name]?.profile ?? '')?.role;
        return role === undefined ? [] : [[name, (0,_aws_role_arn_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRoleArn */ .DM)(role).account]];
    });
    return Object.fromEntries(entries);
}
function findProfile(config, name) {
    const profile = (0,_own_value_js__WEBPACK_IMPORTED_MODULE_8__/* .ownValue */ .e)(config.profiles, name);
    if (profile === undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('E_PROFILE_UNKNOWN', {
            what: `the profile "${name}" is not configured`,
            fix: (0,_suggest_js__WEBPACK_IMPORTED_MODULE_5__/* .suggestName */ .S)(name, Object.keys(config.profiles)),
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
        const names = (0,_suggest_js__WEBPACK_IMPORTED_MODULE_5__/* .suggestName */ .S)(name, known);
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('E_STAGE_UNKNOWN', {
            what: `"${name}" is not a configured stage`,
            ...(0,_only_defined_js__WEBPACK_IMPORTED_MODULE_9__/* .onlyDefined */ .M)({ why: hint?.why }),
            fix: hint === undefined ? names : `${hint.fix} – ${names}`,
        });
    }
    return stage;
}
/** Returns the names of the configured stages, patterns left out. */
function configuredStages(config) {
    return Object.keys(config.stages ?? {}).filter((name) => !(0,_stage_name_js__WEBPACK_IMPORTED_MODULE_4__/* .isStagePattern */ .rR)(name));
}


/***/ }),

/***/ 46501:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ freezeSchema),
/* harmony export */   _: () => (/* binding */ freezeWindow)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(37728);
/* harmony import */ var _only_defined_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49443);
/* harmony import */ var _schema_parts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56906);



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

/***/ 56906:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dy: () => (/* binding */ names),
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   Xq: () => (/* binding */ someNames),
/* harmony export */   p0: () => (/* binding */ duration)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(37728);
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77905);


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

/***/ 77905:
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

/***/ 30742:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   hl: () => (/* binding */ recoded),
/* harmony export */   ml: () => (/* binding */ throwCollected),
/* harmony export */   tQ: () => (/* binding */ UserErrors),
/* harmony export */   yo: () => (/* binding */ UserError)
/* harmony export */ });
/* unused harmony exports ERROR_CODES, formatPosition */
/* harmony import */ var _only_defined_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49443);

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
    E_LAPTOP_FORBIDDEN: 'a configured stage may not be changed from a laptop',
    E_NO_CLONE: 'the folder is in no clone of the repository on GitHub',
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
    E_CHECK_FAILED: 'services would not pass in a stage that a pull request is checked for',
    E_SAFEGUARD: 'a safeguard keeps a service from being deployed',
    E_TEMPLATE_CHANGED: 'another template was deployed than the one that was checked',
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

/***/ 82705:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ windowFault),
/* harmony export */   n: () => (/* binding */ openUntil)
/* harmony export */ });
/* harmony import */ var temporal_polyfill__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57217);
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77905);


const INTERVALS = { daily: 'P1D', weekly: 'P1W', monthly: 'P1M', yearly: 'P1Y' };
/** Returns what is wrong with a window; undefined if nothing is. */
function windowFault(window) {
    const read = readWindow(window);
    return 'part' in read ? read : undefined;
}
/**
 * Returns when a window ends that is open at a moment (`now`, in milliseconds since 1970), as people read it; undefined if it is
 * not open. A day is one of the calendar, so that a window of whole days ends at the same time of day when clocks change. Throws
 * on a window that has a fault.
 */
function openUntil(window, now) {
    const read = readWindow(window);
    if ('part' in read) {
        throw new Error(read.what);
    }
    const moment = temporal_polyfill__WEBPACK_IMPORTED_MODULE_1__/* .Temporal */ .fE.Instant.fromEpochMilliseconds(now);
    const begun = lastStart(read, moment);
    const end = begun?.add(read.duration);
    return end === undefined || temporal_polyfill__WEBPACK_IMPORTED_MODULE_1__/* .Temporal */ .fE.Instant.compare(moment, end.toInstant()) >= 0 ? undefined : spell(end);
}
/** The newest start that is not after a moment; undefined if there was none yet. */
function lastStart({ first, interval }, moment) {
    const isAfter = (start) => temporal_polyfill__WEBPACK_IMPORTED_MODULE_1__/* .Temporal */ .fE.Instant.compare(start.toInstant(), moment) > 0;
    if (isAfter(first) || interval === undefined) {
        return isAfter(first) ? undefined : first;
    }
    // Counted from the first one: a window on the 31st comes on the last day of shorter months, and then on the 31st again.
    const start = (count) => first.add(times(interval, count));
    const length = start(1).epochMilliseconds - first.epochMilliseconds;
    let count = Math.max(0, Math.floor((moment.epochMilliseconds - first.epochMilliseconds) / length));
    while (isAfter(start(count))) {
        count--;
    }
    while (!isAfter(start(count + 1))) {
        count++;
    }
    return start(count);
}
function times(duration, count) {
    const { years, months, weeks, days, hours, minutes, seconds } = duration;
    const parts = { years, months, weeks, days, hours, minutes, seconds };
    return temporal_polyfill__WEBPACK_IMPORTED_MODULE_1__/* .Temporal */ .fE.Duration.from(Object.fromEntries(Object.entries(parts).map(([unit, value]) => [unit, value * count])));
}
function spell(end) {
    return `${end.toPlainDate()} ${end.toPlainTime().toString({ smallestUnit: 'minute' })} ${end.timeZoneId}`;
}
function readWindow(window) {
    const { start, timeZone = 'UTC' } = window;
    const zone = attempt(() => temporal_polyfill__WEBPACK_IMPORTED_MODULE_1__/* .Temporal */ .fE.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(timeZone).timeZoneId);
    if (zone === undefined) {
        return fault('timeZone', `"${timeZone}" is not a time zone`, 'write one of IANA, such as Europe/Berlin, or UTC');
    }
    const first = attempt(() => readStart(start, zone));
    if (first === undefined) {
        return fault('start', `"${start}" is not a date or a time`, 'write it as 2026-12-18T18:00, or as 2026-12-18');
    }
    const duration = readDuration(window.duration);
    if (duration === undefined) {
        const fix = 'write a whole number and m, h or d (64h, 14d), or a duration of ISO 8601 (P14D)';
        return fault('duration', `"${window.duration}" is not a duration`, fix);
    }
    const { repeat } = window;
    const interval = repeat === undefined ? undefined : readDuration(INTERVALS[repeat] ?? repeat);
    if (repeat !== undefined && interval === undefined) {
        const fix = 'write daily, weekly, monthly or yearly, or a duration of ISO 8601 (P2W)';
        return fault('repeat', `"${repeat}" is not a repetition`, fix);
    }
    if (interval !== undefined && first.add(duration).epochMilliseconds >= first.add(interval).epochMilliseconds) {
        const what = `the window is open for ${window.duration} and comes ${repeat} again, so it never ends`;
        return fault('duration', what, 'make it shorter than its repetition, or leave the repetition out');
    }
    return { first, duration, interval };
}
const fault = (part, what, fix) => ({ part, what, fix });
/** Throws RangeError for what is no date or time: the 30th of February, say. */
function readStart(text, zone) {
    if (!/^\d{4}-\d\d-\d\d/.test(text) || text.includes('[')) {
        throw new RangeError(text);
    }
    const hasOffset = /T.*(Z|[+-]\d\d(:?\d\d)?)$/i.test(text);
    return hasOffset
        ? temporal_polyfill__WEBPACK_IMPORTED_MODULE_1__/* .Temporal */ .fE.Instant.from(text).toZonedDateTimeISO(zone)
        : temporal_polyfill__WEBPACK_IMPORTED_MODULE_1__/* .Temporal */ .fE.PlainDateTime.from(text, { overflow: 'reject' }).toZonedDateTime(zone);
}
/** A duration that takes time; undefined for any other text. */
function readDuration(text) {
    const [, count, unit = ''] = _duration_js__WEBPACK_IMPORTED_MODULE_0__/* .SHORT_DURATION */ .q.exec(text) ?? [];
    const iso = count === undefined ? text : unit === 'd' ? `P${count}D` : `PT${count}${unit.toUpperCase()}`;
    const duration = /^P/.test(iso) ? attempt(() => temporal_polyfill__WEBPACK_IMPORTED_MODULE_1__/* .Temporal */ .fE.Duration.from(iso)) : undefined;
    return duration !== undefined && duration.sign > 0 ? duration : undefined;
}
function attempt(read) {
    try {
        return read();
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 71654:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ parseJsonFile),
/* harmony export */   r: () => (/* binding */ excessOfJson)
/* harmony export */ });
/** How deep lists and objects may stand in each other; what reads them calls itself for each level. */
const MAX_DEPTH = 200;
const QUOTE = '"'.charCodeAt(0);
const BACKSLASH = '\\'.charCodeAt(0);
const OPENING = ['[', '{'].map((sign) => sign.charCodeAt(0));
const CLOSING = [']', '}'].map((sign) => sign.charCodeAt(0));
/**
 * Reads the JSON of a file of the user's; a byte order mark before it counts for nothing, as package managers have it.
 * Throws where it is no JSON, or nests too deep.
 */
function parseJsonFile(text) {
    const fault = excessOfJson(text);
    if (fault !== undefined) {
        throw new Error(`it ${fault}`);
    }
    return JSON.parse(text.replace(/^\uFEFF/, ''));
}
/** Says why a JSON text is more than a reader can bear, in words that go on from "it "; undefined where it is not. */
function excessOfJson(text) {
    let depth = 0;
    for (let at = 0, inText = false; at < text.length; at += 1) {
        const sign = text.charCodeAt(at);
        if (inText) {
            at += sign === BACKSLASH ? 1 : 0;
            inText = sign !== QUOTE;
        }
        else if (sign === QUOTE) {
            inText = true;
        }
        else if (OPENING.includes(sign)) {
            depth += 1;
            if (depth > MAX_DEPTH) {
                return `has more than ${MAX_DEPTH} levels`;
            }
        }
        else if (CLOSING.includes(sign)) {
            depth -= 1;
        }
    }
    return undefined;
}


/***/ }),

/***/ 54413:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ literally)
/* harmony export */ });
/** Writes a text so that a regular expression takes it as it is. */
function literally(text) {
    return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}


/***/ }),

/***/ 49443:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ onlyDefined)
/* harmony export */ });
/** Returns an object without its undefined properties, so that what is not known is absent, in JSON and in types. */
function onlyDefined(values) {
    return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}


/***/ }),

/***/ 67413:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ ownValue)
/* harmony export */ });
/** Returns what a record from a user's file has under a name; nothing that every object inherits. */
function ownValue(record, name) {
    return record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;
}


/***/ }),

/***/ 69878:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  i5: () => (/* binding */ JAVASCRIPT),
  PQ: () => (/* binding */ catalogue_POLICIES),
  a8: () => (/* binding */ SAFEGUARD_IDS),
  K2: () => (/* binding */ isSafeguardId)
});

// EXTERNAL MODULE: ../node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(37728);
// EXTERNAL MODULE: ./core/literally.js
var literally = __webpack_require__(54413);
;// CONCATENATED MODULE: ./core/safeguards/policy/pattern.js

/** A regular expression, as text. */
const pattern = dist/* pipe */.FsL(dist/* string */.YjP(), dist/* nonEmpty */.hq('is empty'), dist/* check */.z6Y((text) => compiles(text), 'is not a regular expression'));
/** A list of names, or a regular expression that whole names match. */
const namesOrPattern = dist/* union */.KCZ([pattern, dist/* pipe */.FsL(dist/* array */.YOg(dist/* string */.YjP()), dist/* minLength */.BpQ(1, 'names nothing'))]);
/** Whether a name is one of a list, or matches a regular expression as a whole. */
function isAmong(name, allowed) {
    return typeof allowed === 'string' ? matchesWhole(name, allowed) : allowed.includes(name);
}
/** Whether a whole text matches a regular expression. */
function matchesWhole(text, expression) {
    return new RegExp(`^(?:${expression})$`).test(text);
}
/** Says which names are allowed. */
function spellAllowed(allowed) {
    return typeof allowed === 'string' ? `what matches ${allowed} as a whole` : allowed.join(', ');
}
function compiles(text) {
    try {
        new RegExp(text);
        return true;
    }
    catch {
        return false;
    }
}

// EXTERNAL MODULE: ./core/safeguards/policy/policy.js
var policy = __webpack_require__(16356);
// EXTERNAL MODULE: ./core/safeguards/view/functions.js
var view_functions = __webpack_require__(73738);
// EXTERNAL MODULE: ./core/safeguards/view/values.js
var view_values = __webpack_require__(21929);
;// CONCATENATED MODULE: ./core/safeguards/policies/allowed-function-names.js






const VARIABLE = /\$\{([^}]*)\}/g;
const allowedFunctionNames = (0,policy/* policy */.JN)({
    checks: 'the whole FunctionName of every function matches',
    configuration: 'a regular expression, in which ${SERVICE}, ${STAGE} and ${FUNCTION} stand for their values',
    example: "allowed-function-names: '${SERVICE}-${STAGE}-${FUNCTION}'",
    config: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* check */.z6Y((text) => [...text.matchAll(VARIABLE)].every(([, name = '']) => ['SERVICE', 'STAGE', 'FUNCTION'].includes(name)), 'knows ${SERVICE}, ${STAGE} and ${FUNCTION} alone'), dist/* check */.z6Y((text) => dist.is(pattern, text.replace(VARIABLE, 'x')), 'is not a regular expression')),
    check: ({ functions, service, stage, stack, region }, expression) => functions.flatMap((one) => {
        if ((0,view_functions/* isOfFramework */.ai)(one) || (0,view_values/* isUntold */.N1)(one.properties['FunctionName'])) {
            return [];
        }
        const values = {
            SERVICE: service,
            STAGE: stage.name,
            FUNCTION: one.key ?? one.resource.id,
        };
        const wanted = expression.replace(VARIABLE, (_, name) => (0,literally/* literally */.D)(values[name] ?? ''));
        const names = (0,view_values/* textsOf */.CB)(one.properties['FunctionName'], { 'AWS::StackName': stack, 'AWS::Region': region });
        const isWrong = names.length === 0 || names.some((name) => !matchesWhole(name, wanted));
        const what = names.length === 0
            ? `the function ${one.label} has no name of its own`
            : `the name of the function ${one.label} does not match ${expression}`;
        return isWrong ? [{ ...(0,policy/* atFunction */.Y1)(one), what, fix: 'set `name:` of the function to one that matches' }] : [];
    }),
});

;// CONCATENATED MODULE: ./core/safeguards/policies/allowed-regions.js



const allowedRegions = (0,policy/* policy */.JN)({
    checks: 'the region is in the list',
    configuration: 'a list of regions',
    example: 'allowed-regions: [us-east-1, eu-central-1]',
    config: dist/* union */.KCZ([dist/* string */.YjP(), dist/* pipe */.FsL(dist/* array */.YOg(dist/* string */.YjP()), dist/* minLength */.BpQ(1, 'names nothing'))]),
    check: ({ region }, allowed) => {
        const list = typeof allowed === 'string' ? [allowed] : allowed;
        return list.includes(region)
            ? []
            : [{ what: `the region ${region} is not allowed`, fix: `deploy to one of these: ${spellAllowed(list)}` }];
    },
});

;// CONCATENATED MODULE: ./core/safeguards/policies/allowed-runtimes.js




const allowedRuntimes = (0,policy/* policy */.JN)({
    checks: 'the runtime of every function is one of these; images have a runtime of their own',
    configuration: 'a list of runtimes, or a regular expression that whole names match',
    example: 'allowed-runtimes: [nodejs22.x, nodejs24.x]',
    config: namesOrPattern,
    check: ({ functions }, allowed) => functions
        .filter((one) => !(0,view_functions/* isImage */.wu)(one) && !(0,view_functions/* isOfFramework */.ai)(one) && !(0,view_values/* isUntold */.N1)(one.properties['Runtime']))
        .flatMap((one) => {
        const runtimes = (0,view_values/* textsOf */.CB)(one.properties['Runtime']);
        const wrong = runtimes.length === 0 ? 'none' : runtimes.find((runtime) => !isAmong(runtime, allowed));
        const shown = wrong !== undefined && (0,view_values/* isUnknown */.t8)(wrong) ? 'one that cannot be told' : wrong;
        return wrong === undefined
            ? []
            : [
                {
                    ...(0,policy/* atFunction */.Y1)(one),
                    what: `the runtime of the function ${one.label} is ${shown}`,
                    fix: `set its \`runtime:\` to one of these: ${spellAllowed(allowed)}`,
                },
            ];
    }),
});

;// CONCATENATED MODULE: ./core/safeguards/policies/allowed-stages.js


const allowedStages = (0,policy/* policy */.JN)({
    checks: 'the whole name of the stage is one of these',
    configuration: 'a list of stages, or a regular expression that whole names match',
    example: "allowed-stages: '(dev|staging|prod)'",
    config: namesOrPattern,
    check: ({ stage: { name } }, allowed) => isAmong(name, allowed)
        ? []
        : [{ what: `the stage "${name}" is not allowed`, fix: `deploy to one of these: ${spellAllowed(allowed)}` }],
});

;// CONCATENATED MODULE: ./core/safeguards/policy/runtime-ends.js
/**
 * Days on which runtimes of AWS Lambda get their last security updates (docs.aws.amazon.com, "Lambda runtimes"; as cfn-lint has them
 * for its rule W2531). One that is not here has no end that is known.
 */
const RUNTIME_ENDS = {
    dotnet10: '2028-11-14',
    dotnet6: '2024-12-20',
    dotnet8: '2026-11-10',
    dotnet9: '2026-11-10',
    'dotnetcore1.0': '2019-06-27',
    'dotnetcore2.0': '2019-05-30',
    'dotnetcore2.1': '2022-01-05',
    'dotnetcore3.1': '2023-04-03',
    'go1.x': '2024-01-08',
    java11: '2027-06-30',
    java17: '2027-06-30',
    java21: '2029-06-30',
    java25: '2029-06-30',
    java8: '2024-01-08',
    'java8.al2': '2027-06-30',
    nodejs: '2016-08-30',
    'nodejs10.x': '2021-07-30',
    'nodejs12.x': '2023-03-31',
    'nodejs14.x': '2023-12-04',
    'nodejs16.x': '2024-06-12',
    'nodejs18.x': '2025-09-01',
    'nodejs20.x': '2026-04-30',
    'nodejs22.x': '2027-04-30',
    'nodejs24.x': '2028-04-30',
    'nodejs4.3': '2020-03-05',
    'nodejs4.3-edge': '2020-03-05',
    'nodejs6.10': '2019-08-12',
    'nodejs8.10': '2020-03-06',
    provided: '2024-01-08',
    'provided.al2': '2026-07-31',
    'provided.al2023': '2029-06-30',
    'python2.7': '2021-07-15',
    'python3.10': '2026-10-31',
    'python3.11': '2027-06-30',
    'python3.12': '2028-10-31',
    'python3.13': '2029-06-30',
    'python3.14': '2029-06-30',
    'python3.6': '2022-07-18',
    'python3.7': '2023-12-04',
    'python3.8': '2024-10-14',
    'python3.9': '2025-12-15',
    'ruby2.5': '2021-07-30',
    'ruby2.7': '2023-12-07',
    'ruby3.2': '2026-03-31',
    'ruby3.3': '2027-03-31',
    'ruby3.4': '2028-03-31',
    'ruby4.0': '2029-03-31',
};

;// CONCATENATED MODULE: ./core/safeguards/policies/deprecated-runtimes.js





/** A runtime whose end is this near is warned of, in milliseconds. */
const SOON_MS = 90 * 24 * 60 * 60_000;
const deprecatedRuntimes = (0,policy/* policy */.JN)({
    checks: 'the runtime of every function still gets security updates; the last 90 days are a warning',
    configuration: '',
    example: 'deprecated-runtimes',
    config: dist/* undefined */.Vxk(),
    check: ({ functions, now }) => functions
        .filter((one) => !(0,view_functions/* isImage */.wu)(one) && !(0,view_functions/* isOfFramework */.ai)(one))
        .flatMap((one) => {
        const [first] = (0,view_values/* textsOf */.CB)(one.properties['Runtime'])
            .map((runtime) => ({ runtime, end: RUNTIME_ENDS[runtime] }))
            .filter(({ end }) => end !== undefined && Date.parse(end) <= now + SOON_MS);
        if (first?.end === undefined) {
            return [];
        }
        const hasEnded = Date.parse(first.end) <= now;
        const what = `the runtime ${first.runtime} of the function ${one.label} ${hasEnded ? 'gets no security updates since' : 'gets its last security updates on'} ${first.end}`;
        const fix = 'move the function to a newer runtime';
        return [{ ...(0,policy/* atFunction */.Y1)(one), what, fix, ...(hasEnded ? {} : { level: 'warning' }) }];
    }),
});

// EXTERNAL MODULE: ./core/safeguards/view/resource.js
var view_resource = __webpack_require__(66403);
;// CONCATENATED MODULE: ./core/safeguards/policies/forbid-lambda-apig-integration.js



/** What the Serverless Framework takes for the proxy integration. */
const PROXY = ['lambda-proxy', 'lambda_proxy', 'aws-proxy', 'aws_proxy'];
const forbidLambdaApigIntegration = (0,policy/* policy */.JN)({
    checks: 'every http event uses the proxy integration',
    configuration: '',
    example: 'forbid-lambda-apig-integration',
    config: dist/* undefined */.Vxk(),
    check: ({ functions }) => functions.flatMap((one) => one.events
        .filter(({ type }) => type === 'http')
        .map(({ settings }) => (0,view_resource/* recordOf */.zv)(settings)['integration'])
        .filter((integration) => integration !== undefined && !PROXY.includes(String(integration).toLowerCase()))
        .map((integration) => ({
        resource: one.resource.id,
        ...(one.key === undefined ? {} : { function: one.key }),
        what: `an http event of the function ${one.label} has the integration ${String(integration)}`,
        fix: 'leave `integration:` out, or set it to lambda-proxy',
    }))),
});

;// CONCATENATED MODULE: ./core/safeguards/policy/bucket-policies.js


/** Returns the bucket policies of a template. */
function bucketPolicies(resources) {
    return resources.filter(({ type }) => type === 'AWS::S3::BucketPolicy');
}
/** Whether a policy is of a bucket, which it names by `Ref`, or by the name that the bucket has. */
function isPolicyOf({ properties, template }, bucket) {
    const name = bucket.properties['BucketName'];
    return (template === bucket.template &&
        (0,view_values/* alternatives */.Vo)(properties['Bucket']).some((one) => (0,view_resource/* recordOf */.zv)(one)['Ref'] === bucket.id ||
            (0,view_resource/* recordOf */.zv)(one)['Fn::Sub'] === `\${${bucket.id}}` ||
            (name !== undefined && JSON.stringify(one) === JSON.stringify(name))));
}
/** Returns the statements of each document that a policy may have: both sides of an `Fn::If`. */
function documentsOf({ properties }) {
    return (0,view_values/* alternatives */.Vo)(properties['PolicyDocument']).map((document) => (0,view_values/* listOf */.c3)((0,view_resource/* recordOf */.zv)((0,view_values/* parsed */.Yz)(document))['Statement']).map(view_resource/* recordOf */.zv));
}
/** Whether a statement is of everybody. */
function isOfEveryone({ Principal: principal, NotPrincipal: others }) {
    return (others !== undefined ||
        (0,view_values/* alternatives */.Vo)(principal).some((one) => (0,view_values/* textsOf */.CB)(typeof one === 'object' && one !== null && 'AWS' in one ? one.AWS : one).includes('*')));
}

;// CONCATENATED MODULE: ./core/safeguards/policies/forbid-s3-http-access.js





const forbidS3HttpAccess = (0,policy/* policy */.JN)({
    checks: 'every bucket has a policy that denies what comes without TLS (aws:SecureTransport is false)',
    configuration: '',
    example: 'forbid-s3-http-access',
    config: dist/* undefined */.Vxk(),
    check: ({ resources }) => {
        const policies = bucketPolicies(resources);
        // Whatever its conditions come to.
        const isGuarded = (bucket) => policies.some((one) => isPolicyOf(one, bucket) &&
            (0,view_resource/* standsWith */.gd)(one, bucket) &&
            documentsOf(one).every((statements) => statements.some(deniesHttp)));
        return resources
            .filter((resource) => resource.type === 'AWS::S3::Bucket' && !isGuarded(resource))
            .map((bucket) => ({
            ...(0,policy/* atResource */.e4)(bucket),
            what: `the bucket ${bucket.id} has no policy that denies access without TLS`,
            fix: 'add an AWS::S3::BucketPolicy that denies s3:* to everyone if aws:SecureTransport is false',
        }));
    },
});
/** The whole bucket, from everybody, in every case but that of TLS. */
function deniesHttp(statement) {
    const { Effect: effect, Condition: condition, NotPrincipal: others, Action: action, Resource: resource } = statement;
    const isOfAllActions = (0,view_values/* listOf */.c3)(action).some((one) => one === '*' || String(one).toLowerCase() === 's3:*');
    const isOfAllObjects = (0,view_values/* textsOf */.CB)(resource).some((target) => /^(\*|[^/]*\/\*)$/.test(target));
    const keys = Object.entries((0,view_resource/* recordOf */.zv)(condition)).flatMap(([operator, values]) => Object.entries((0,view_resource/* recordOf */.zv)(values)).map(([key, value]) => ({ operator, key: key.toLowerCase(), value })));
    const isWithoutTls = keys.every(({ operator, key, value }) => /^Bool(IfExists)?$/.test(operator) && key === 'aws:securetransport' && String((0,view_values/* listOf */.c3)(value)) === 'false');
    return (effect === 'Deny' &&
        others === undefined &&
        isOfEveryone(statement) &&
        isOfAllActions &&
        isOfAllObjects &&
        keys.length > 0 &&
        isWithoutTls);
}

// EXTERNAL MODULE: ../node_modules/semver/index.js
var semver = __webpack_require__(54978);
;// CONCATENATED MODULE: ./core/safeguards/policies/framework-version.js



const frameworkVersion = (0,policy/* policy */.JN)({
    checks: 'the version of osls or serverless is in the range; a pre-release counts as the version that it precedes',
    configuration: 'a range of semver',
    example: "framework-version: '>=4.3.0 <5'",
    config: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* check */.z6Y((range) => (0,semver.validRange)(range) !== null, 'is not a range of semver')),
    check: ({ cli: { product, version } }, range) => isIn(version, range)
        ? []
        : [
            {
                what: `${product} ${version} is not in the range ${range}`,
                fix: `install a version of ${product} in this range`,
            },
        ],
});
/** A pre-release counts as the version that it precedes, unless the range names pre-releases itself. */
function isIn(version, range) {
    const released = (0,semver.coerce)(version)?.version ?? version;
    return (0,semver.satisfies)(version, range, { includePrerelease: true }) || (!/-/.test(range) && (0,semver.satisfies)(released, range));
}

;// CONCATENATED MODULE: ./core/safeguards/policies/max-resources.js



/** CloudFormation's quotas of one template (docs.aws.amazon.com, "Understand CloudFormation quotas"). */
const LIMITS = { Resources: 500, Outputs: 200, Parameters: 200, Mappings: 200 };
/** Bytes of a template that is uploaded. */
const MAX_BYTES = 1024 * 1024;
/** From this part of a limit on it is warned of. */
const NEAR = 0.8;
const maxResources = (0,policy/* policy */.JN)({
    checks: "each template is within CloudFormation's limits; 80 % of one is a warning",
    configuration: '',
    example: 'max-resources',
    config: dist/* undefined */.Vxk(),
    check: ({ template, nested }) => [
        ...findingsOf(template, 'the template'),
        ...nested.flatMap((one) => findingsOf((0,view_resource/* recordOf */.zv)(one.template), `the template ${one.name}`)),
    ],
});
function findingsOf(template, whose) {
    const counted = Object.entries(LIMITS).flatMap(([section, most]) => near(whose, Object.keys((0,view_resource/* recordOf */.zv)(template[section])).length, section.toLowerCase(), most));
    return [...counted, ...near(whose, Buffer.byteLength(JSON.stringify(template)), 'bytes', MAX_BYTES)];
}
function near(whose, count, what, most) {
    return count < most * NEAR
        ? []
        : [
            {
                what: `${whose} has ${count} ${what}, and CloudFormation takes ${most}`,
                fix: 'split the service, or move a part of it into nested stacks',
                ...(count > most ? {} : { level: 'warning' }),
            },
        ];
}

;// CONCATENATED MODULE: ./core/safeguards/policies/no-public-bucket.js





const PUBLIC_ACLS = ['PublicRead', 'PublicReadWrite', 'AuthenticatedRead'];
/** Keys of conditions that name who may come (docs.aws.amazon.com, "The meaning of public"). */
const NARROWING = /^aws:(sourcearn|sourceaccount|sourcevpc|sourcevpce|sourceip|principalorgid|principalorgpaths|principalaccount|principalarn|userid)$/i;
const noPublicBucket = (0,policy/* policy */.JN)({
    checks: 'no bucket can be read or written by everyone, by its access control list or its policy',
    configuration: '',
    example: 'no-public-bucket',
    config: dist/* undefined */.Vxk(),
    check: ({ resources }) => {
        const buckets = resources.filter(({ type }) => type === 'AWS::S3::Bucket');
        return [
            ...buckets.flatMap(openByList),
            ...bucketPolicies(resources)
                .filter((one) => documentsOf(one).some((statements) => statements.some(allowsEveryone)))
                .flatMap((one) => openByPolicy(one, buckets)),
        ];
    },
});
function openByList(bucket) {
    const acl = (0,view_values/* textsOf */.CB)(bucket.properties['AccessControl']).find((one) => PUBLIC_ACLS.includes(one));
    return acl === undefined || blocks(bucket, 'IgnorePublicAcls')
        ? []
        : [
            {
                ...(0,policy/* atResource */.e4)(bucket),
                what: `the access control list of the bucket ${bucket.id} is ${acl}`,
                fix: 'leave AccessControl out',
            },
        ];
}
/** A policy may be of a bucket of the template, or of any other. */
function openByPolicy(one, buckets) {
    const of = buckets.filter((bucket) => isPolicyOf(one, bucket));
    const open = of.filter((bucket) => !blocks(bucket, 'RestrictPublicBuckets'));
    const fix = 'name who may come, or put CloudFront before the bucket';
    if (of.length === 0) {
        return [{ ...(0,policy/* atResource */.e4)(one), what: `the policy ${one.id} of a bucket allows everyone in`, fix }];
    }
    return open.map((bucket) => ({
        ...(0,policy/* atResource */.e4)(bucket),
        what: `the policy of the bucket ${bucket.id} allows everyone in`,
        fix,
    }));
}
function blocks({ properties }, setting) {
    return (0,view_values/* alternatives */.Vo)(properties['PublicAccessBlockConfiguration']).every((one) => String((0,view_resource/* recordOf */.zv)(one)[setting]) === 'true');
}
function allowsEveryone(statement) {
    const isAllowed = (0,view_values/* textsOf */.CB)(statement['Effect']).some((effect) => effect !== 'Deny');
    return isAllowed && isOfEveryone(statement) && !isNarrowed((0,view_resource/* recordOf */.zv)(statement['Condition']));
}
/** Whether a condition names who may come: not by whom it leaves out, and not by everybody. */
function isNarrowed(condition) {
    return Object.entries(condition).some(([operator, keys]) => !/Not|Null/.test(operator) &&
        Object.entries((0,view_resource/* recordOf */.zv)(keys)).some(([key, value]) => NARROWING.test(key) && !(0,view_values/* textsOf */.CB)(value).some((one) => /^(\*|0\.0\.0\.0\/0|::\/0)$/.test(one))));
}

// EXTERNAL MODULE: ./core/safeguards/policy/secret-text.js
var secret_text = __webpack_require__(37440);
;// CONCATENATED MODULE: ./core/safeguards/policies/no-secret-env-vars.js





const noSecretEnvVars = (0,policy/* policy */.JN)({
    checks: 'no variable of a function holds what looks like a credential',
    configuration: '',
    example: 'no-secret-env-vars',
    config: dist/* undefined */.Vxk(),
    check: ({ functions }) => functions.flatMap((one) => variablesOf(one).flatMap(([name, value]) => {
        const kind = [...(0,view_values/* literalsIn */.ww)(value), ...(0,view_values/* textsOf */.CB)(value)]
            .map((text) => (0,secret_text/* looksSecret */.n)(name, text))
            .find((found) => found !== undefined);
        return kind === undefined
            ? []
            : [
                {
                    ...(0,policy/* atFunction */.Y1)(one),
                    what: `the variable ${name} of the function ${one.label} looks like ${kind}`,
                    fix: 'put it into Secrets Manager or a SecureString, and have the function read it',
                },
            ];
    })),
});
/** The variables of a function, whatever conditions come to. */
function variablesOf({ properties }) {
    return (0,view_values/* alternatives */.Vo)(properties['Environment'])
        .flatMap((environment) => (0,view_values/* alternatives */.Vo)((0,view_resource/* recordOf */.zv)(environment)['Variables']))
        .flatMap((variables) => Object.entries((0,view_resource/* recordOf */.zv)(variables)));
}

// EXTERNAL MODULE: ./core/stack/change-table.js
var change_table = __webpack_require__(75233);
;// CONCATENATED MODULE: ./core/safeguards/policies/no-stateful-replacement.js



const noStatefulReplacement = (0,policy/* policy */.JN)({
    checks: 'the deploy replaces and removes nothing that holds data: tables, databases, user pools, buckets, file systems, queues, streams, keys',
    configuration: '',
    example: 'no-stateful-replacement',
    config: dist/* undefined */.Vxk(),
    check: ({ changes, changesFault = 'nobody asked' }) => changes === undefined
        ? [{ what: `it is not known what the deploy changes: ${changesFault}`, fix: 'mend what it says, and run again' }]
        : changes.filter(change_table/* losesData */.X7).map(findingOf),
});
function findingOf({ logicalId, type, action, isCertain, stack }) {
    const does = isCertain ? `${action}s` : `may ${action}`;
    return {
        resource: stack === undefined ? logicalId : `${stack}/${logicalId}`,
        what: `the deploy ${does} ${logicalId} (${type}), and the data in it`,
        fix: 'change it in a way that keeps it (a second resource, then a move of the data), or waive it for this resource',
    };
}

;// CONCATENATED MODULE: ./core/safeguards/policies/no-unresolved-variables.js


const noUnresolvedVariables = (0,policy/* policy */.JN)({
    checks: 'no text of a variable (`${param:…}`) is left in the template; always on, and an error',
    configuration: '',
    example: 'no-unresolved-variables',
    config: dist/* undefined */.Vxk(),
    check: ({ unresolved }) => unresolved.map(({ path, variable }) => ({
        what: `the packaged template still holds ${named(variable)} at ${path}, which would be deployed as that very text`,
        fix: 'correct its spelling, or add the plugin that knows it',
    })),
});
/** A variable without what stands in for an unknown value, which may be a secret. */
function named(variable) {
    return variable.replace(/,.*\}$/s, ', …}');
}

// EXTERNAL MODULE: ../node_modules/picomatch/index.js
var picomatch = __webpack_require__(55180);
;// CONCATENATED MODULE: ./core/safeguards/view/statements.js


/** Types with one policy of their own, in `PolicyDocument`. */
const POLICIES = [
    'AWS::IAM::Policy',
    'AWS::IAM::ManagedPolicy',
    'AWS::IAM::RolePolicy',
    'AWS::IAM::UserPolicy',
    'AWS::IAM::GroupPolicy',
];
/** Types with a list of policies. */
const HOLDERS = ['AWS::IAM::Role', 'AWS::IAM::User', 'AWS::IAM::Group'];
/** Returns the statements of all IAM policies in a template, those of `AWS::Serverless::Function` included; not trust policies. */
function statementsOf(resources) {
    return resources.flatMap((resource) => statements_documentsOf(resource)
        .map(view_values/* parsed */.Yz)
        .flatMap((document) => (0,view_values/* listOf */.c3)((0,view_resource/* recordOf */.zv)(document)['Statement']))
        .map((statement) => statementOf(resource, (0,view_resource/* recordOf */.zv)(statement))));
}
function statements_documentsOf({ type, properties }) {
    if (POLICIES.includes(type)) {
        return (0,view_values/* alternatives */.Vo)(properties['PolicyDocument']);
    }
    if (HOLDERS.includes(type)) {
        return (0,view_values/* listOf */.c3)(properties['Policies']).flatMap((policy) => (0,view_values/* alternatives */.Vo)((0,view_resource/* recordOf */.zv)(policy)['PolicyDocument']));
    }
    // A policy of SAM's is a document, or the name of one of its own.
    return type === 'AWS::Serverless::Function' ? (0,view_values/* listOf */.c3)(properties['Policies']) : [];
}
function statementOf(resource, statement) {
    return {
        resource,
        effect: statement['Effect'] === 'Deny' ? 'Deny' : 'Allow',
        actions: (0,view_values/* textsOf */.CB)(statement['Action']),
        notActions: (0,view_values/* textsOf */.CB)(statement['NotAction']),
        targets: (0,view_values/* textsOf */.CB)(statement['Resource']),
        hasNotResource: statement['NotResource'] !== undefined,
    };
}

;// CONCATENATED MODULE: ./core/safeguards/policies/no-wild-iam-role-statements.js





const noWildIamRoleStatements = (0,policy/* policy */.JN)({
    checks: 'no role, policy or function is allowed every action (of a service), or something on every resource (of a type)',
    configuration: 'actions that may be wild, as a list (default: none)',
    example: 'no-wild-iam-role-statements: [xray:PutTraceSegments]',
    config: dist/* optional */.lqM(dist/* array */.YOg(dist/* string */.YjP())),
    check: ({ resources }, allowed = []) => [
        ...statementsOf(resources)
            .filter(({ effect }) => effect === 'Allow')
            .flatMap((statement) => faultsOf(statement, allowed)),
        ...resources.flatMap(administrators),
    ],
});
function faultsOf(statement, allowed) {
    const { resource, actions, notActions, targets, hasNotResource } = statement;
    const isAllowed = (action) => allowed.some((one) => one === action || picomatch.isMatch(action, one));
    const at = (0,policy/* atResource */.e4)(resource);
    const wild = actions.filter((action) => /^([*?]+|[^:]*:[*?]+)$/.test(action) && !isAllowed(action));
    const areAllAllowed = actions.length > 0 && actions.every(isAllowed);
    const wide = areAllAllowed ? [] : targets.filter(isWild);
    return [
        ...wild.map((action) => ({
            ...at,
            what: `${resource.id} is allowed the action ${action}`,
            fix: 'list the actions that it needs',
        })),
        ...(notActions.length === 0
            ? []
            : [
                {
                    ...at,
                    what: `${resource.id} is allowed all actions except some (NotAction)`,
                    fix: 'list the actions that it needs',
                },
            ]),
        ...(hasNotResource
            ? [
                {
                    ...at,
                    what: `${resource.id} is allowed something on all resources except some (NotResource)`,
                    fix: 'name the resources',
                },
            ]
            : []),
        ...(wide.length === 0
            ? []
            : [
                {
                    ...at,
                    what: `${resource.id} is allowed ${actions.slice(0, 3).join(', ') || 'something'}${actions.length > 3 ? ', …' : ''} on ${[...new Set(wide)].join(', ')}`,
                    fix: 'name the resources; for actions that know none, list the actions in the configuration of the safeguard',
                },
            ]),
    ];
}
/** Services whose resources have no type before the `/`. */
const WITHOUT_TYPES = ['s3', 'execute-api'];
/** `*`, or an ARN of every service, every type, everything of a type (`table/*`, `function:*`), or every bucket. */
function isWild(target) {
    const [, , service = '', , , type, name] = target.split(':');
    const isOfType = !WITHOUT_TYPES.includes(service) && /^[A-Za-z-]+\/[*?]+$/.test(type ?? '');
    const isOfBuckets = service === 's3' && /^[*?]+\//.test(type ?? '');
    return isOfType || isOfBuckets || [target, service, type, name].some((part) => /^[*?]+$/.test(part ?? ''));
}
/** Policies of AWS's own that allow everything. */
const EVERYTHING = /:iam::aws:policy\/(AdministratorAccess|PowerUserAccess|IAMFullAccess)$/;
function administrators(resource) {
    const arns = resource.type.startsWith('AWS::IAM::') ? (0,view_values/* textsOf */.CB)(resource.properties['ManagedPolicyArns']) : [];
    return arns
        .filter((arn) => EVERYTHING.test(arn))
        .map((arn) => ({
        ...(0,policy/* atResource */.e4)(resource),
        what: `${resource.id} has the policy ${arn}`,
        fix: 'list the actions that it needs',
    }));
}

;// CONCATENATED MODULE: ./core/safeguards/policies/require-cfn-role.js



const requireCfnRole = (0,policy/* policy */.JN)({
    checks: 'CloudFormation has its own role, in `provider.iam.deploymentRole`',
    configuration: '',
    example: 'require-cfn-role',
    config: dist/* undefined */.Vxk(),
    check: ({ provider }) => {
        const role = (0,view_resource/* recordOf */.zv)(provider['iam'])['deploymentRole'] ?? provider['cfnRole'];
        const isGiven = typeof role === 'string' ? role !== '' : Object.keys((0,view_resource/* recordOf */.zv)(role)).length > 0;
        return !isGiven
            ? [{ what: 'CloudFormation has no role of its own', fix: 'set provider.iam.deploymentRole to the ARN of a role' }]
            : [];
    },
});

;// CONCATENATED MODULE: ./core/safeguards/policies/require-description.js




const require_description_length = dist/* pipe */.FsL(dist/* number */.aig(), dist/* integer */.ndf('is not a whole number'), dist/* minValue */.Wwf(0, 'is less than 0'));
const requireDescription = (0,policy/* policy */.JN)({
    checks: 'every function has a description of the right length',
    configuration: 'minLength (30) and maxLength (256)',
    example: 'require-description: { minLength: 20 }',
    config: dist/* optional */.lqM(dist/* strictObject */.rej({ minLength: dist/* optional */.lqM(require_description_length), maxLength: dist/* optional */.lqM(require_description_length) })),
    check: ({ functions }, { minLength = 30, maxLength = 256 } = {}) => functions
        .filter((one) => !(0,view_functions/* isOfFramework */.ai)(one))
        .flatMap((one) => {
        const texts = (0,view_values/* textsOf */.CB)(one.properties['Description']);
        const fault = (texts.length === 0 ? [''] : texts)
            .map((text) => faultOf(text, minLength, maxLength))
            .find((found) => found !== undefined);
        return fault === undefined
            ? []
            : [
                {
                    ...(0,policy/* atFunction */.Y1)(one),
                    what: `the function ${one.label} ${fault}`,
                    fix: `write a \`description:\` of ${minLength} to ${maxLength} characters`,
                },
            ];
    }),
});
function faultOf(text, min, max) {
    if (text === '') {
        return 'has no description';
    }
    if (!(0,view_values/* isKnown */.qE)(text)) {
        return undefined;
    }
    if (text.length < min) {
        return `has a description of ${text.length} characters`;
    }
    return text.length > max ? `has a description of ${text.length} characters` : undefined;
}

;// CONCATENATED MODULE: ./core/safeguards/policies/require-dlq.js





/** Events that Lambda takes without an answer, so that only a queue or a destination keeps what failed. */
const ASYNCHRONOUS = new Set([
    'alexaSkill',
    'alexaSmartHome',
    'cloudwatchEvent',
    'cloudwatchLog',
    'cognitoUserPool',
    'eventBridge',
    'iot',
    's3',
    'schedule',
    'sns',
]);
const requireDlq = (0,policy/* policy */.JN)({
    checks: 'every function with asynchronous events, or without any, has a dead-letter queue or an on-failure destination',
    configuration: '',
    example: 'require-dlq',
    config: dist/* undefined */.Vxk(),
    check: ({ functions, resources }) => functions
        .filter((one) => !(0,view_functions/* isOfFramework */.ai)(one) && isAsynchronous(one) && !keepsFailures(one, resources))
        .map((one) => ({
        ...(0,policy/* atFunction */.Y1)(one),
        what: `what fails in the function ${one.label} is kept nowhere`,
        fix: 'set its `onError:`, or `destinations.onFailure:`',
    })),
});
function isAsynchronous({ events }) {
    return (events.length === 0 ||
        events.some(({ type, settings }) => ASYNCHRONOUS.has(type) || (type === 'http' && (0,view_resource/* recordOf */.zv)(settings)['async'] === true)));
}
function keepsFailures(one, resources) {
    const { properties, configured } = one;
    const queues = [properties['DeadLetterConfig'], properties['DeadLetterQueue']];
    return (queues.some((queue) => (0,view_values/* alternatives */.Vo)(queue).every((one) => isThere((0,view_resource/* recordOf */.zv)(one)['TargetArn']))) ||
        isThere((0,view_resource/* recordOf */.zv)(configured['destinations'])['onFailure']) ||
        hasDestination((0,view_resource/* recordOf */.zv)(properties['EventInvokeConfig'])) ||
        resources.some((other) => other.type === 'AWS::Lambda::EventInvokeConfig' &&
            (0,view_resource/* standsWith */.gd)(other, one.resource) &&
            isOf(other.properties['FunctionName'], one) &&
            hasDestination(other.properties)));
}
function hasDestination(config) {
    return isThere((0,view_resource/* recordOf */.zv)((0,view_resource/* recordOf */.zv)(config['DestinationConfig'])['OnFailure'])['Destination']);
}
/** Named by reference, or by the name that it has. */
function isOf(name, { resource: { id }, properties }) {
    const own = properties['FunctionName'];
    return ((0,view_values/* literalsIn */.ww)(name).some((text) => text === id || new RegExp(`\\$\\{${id}(\\.[A-Za-z]+)?\\}`).test(text)) ||
        (own !== undefined && JSON.stringify(name) === JSON.stringify(own)));
}
/** Whether there is something, on whichever side of a condition. */
function isThere(value) {
    return (0,view_values/* alternatives */.Vo)(value).every((one) => one !== undefined && one !== null && one !== '');
}

;// CONCATENATED MODULE: ./core/safeguards/policies/require-global-vpc.js





const requireGlobalVpc = (0,policy/* policy */.JN)({
    checks: 'every function is in a VPC, with security groups and enough subnets',
    configuration: 'minNumSubnets (2)',
    example: 'require-global-vpc: { minNumSubnets: 3 }',
    config: dist/* optional */.lqM(dist/* strictObject */.rej({
        minNumSubnets: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* number */.aig(), dist/* integer */.ndf('is not a whole number'), dist/* minValue */.Wwf(1, 'is less than 1'))),
    })),
    check: ({ functions }, { minNumSubnets = 2 } = {}) => functions
        .filter((one) => !(0,view_functions/* isOfFramework */.ai)(one))
        .flatMap((one) => {
        const fault = (0,view_values/* alternatives */.Vo)(one.properties['VpcConfig'])
            .map((config) => require_global_vpc_faultOf((0,view_resource/* recordOf */.zv)(config), minNumSubnets))
            .find((found) => found !== undefined);
        return fault === undefined
            ? []
            : [
                {
                    ...(0,policy/* atFunction */.Y1)(one),
                    what: `the function ${one.label} ${fault}`,
                    fix: 'set `provider.vpc` with securityGroupIds and subnetIds',
                },
            ];
    }),
});
function require_global_vpc_faultOf({ SecurityGroupIds: groups, SubnetIds: subnets }, min) {
    if (!isGiven(groups) || !isGiven(subnets)) {
        return 'is in no VPC with security groups and subnets';
    }
    const counts = (0,view_values/* alternatives */.Vo)(subnets).flatMap((one) => (Array.isArray(one) ? [(0,view_values/* listOf */.c3)(one).length] : []));
    const least = Math.min(...counts);
    return least < min ? `has ${least} subnets, and ${min} are needed` : undefined;
}
/** A list with entries, or what the template puts a list in place of. */
function isGiven(list) {
    return (0,view_values/* alternatives */.Vo)(list).every((one) => Array.isArray(one) ? (0,view_values/* listOf */.c3)(one).length > 0 : one !== undefined && one !== null);
}

;// CONCATENATED MODULE: ./core/safeguards/policies/required-stack-tags.js




/** By tag; a number is a pattern of its digits, an empty text takes every value. */
const patterns = dist/* pipe */.FsL(dist/* custom */.IeY((input) => typeof input === 'object' && input !== null && !Array.isArray(input), 'is no mapping of tags'), dist/* rawCheck */.H0v(({ dataset, addIssue }) => {
    for (const [key, value] of dataset.typed ? Object.entries(dataset.value) : []) {
        if (value !== '' && !dist.is(dist/* union */.KCZ([pattern, dist/* number */.aig()]), value)) {
            const item = { type: 'unknown', origin: 'value', input: dataset.value, key, value };
            addIssue({ message: 'is not a regular expression', path: [item] });
        }
    }
}));
const requiredStackTags = (0,policy/* policy */.JN)({
    checks: 'the stack has these tags, and their whole values match',
    configuration: 'tag: regular expression',
    example: "required-stack-tags: { team: '[a-z]+' }",
    config: patterns,
    check: ({ stackTags }, wanted) => Object.entries(wanted).flatMap(([tag, expression]) => {
        const value = Object.hasOwn(stackTags, tag) ? stackTags[tag] : undefined;
        if (value !== undefined &&
            (expression === '' || !(0,view_values/* isKnown */.qE)(String(value)) || matchesWhole(value, String(expression)))) {
            return [];
        }
        const what = value === undefined ? `the stack has no tag ${tag}` : `the stack's tag ${tag} does not match ${expression}`;
        return [{ what, fix: `set provider.stackTags.${tag}` }];
    }),
});

// EXTERNAL MODULE: ./core/freeze/window.js
var freeze_window = __webpack_require__(82705);
// EXTERNAL MODULE: ./core/only-defined.js
var only_defined = __webpack_require__(49443);
;// CONCATENATED MODULE: ./core/safeguards/policies/restricted-deploy-times.js




const entry = dist/* strictObject */.rej({
    time: dist/* string */.YjP(),
    duration: dist/* string */.YjP(),
    interval: dist/* nullish */.cl6(dist/* string */.YjP()),
    timeZone: dist/* nullish */.cl6(dist/* string */.YjP()),
});
const restricted_deploy_times_window = dist/* pipe */.FsL(entry, dist/* rawCheck */.H0v(({ dataset, addIssue }) => {
    const fault = dataset.typed ? (0,freeze_window/* windowFault */.P)(windowOf(dataset.value)) : undefined;
    if (fault !== undefined) {
        addIssue({ message: `cannot be read: ${fault.what}; ${fault.fix}` });
    }
}));
const restrictedDeployTimes = (0,policy/* policy */.JN)({
    checks: 'now is outside of every window in which nothing may be deployed',
    configuration: 'time, duration, interval (durations of ISO 8601) and timeZone (UTC), or a list of such',
    example: 'restricted-deploy-times: { time: 2026-12-18T18:00, duration: P2DT12H, interval: P1W, timeZone: Europe/Berlin }',
    config: dist/* optional */.lqM(dist/* union */.KCZ([restricted_deploy_times_window, dist/* array */.YOg(restricted_deploy_times_window)])),
    check: ({ now }, config = []) => (Array.isArray(config) ? config : [config]).flatMap((one) => {
        const until = (0,freeze_window/* openUntil */.n)(windowOf(one), now);
        return until === undefined
            ? []
            : [{ what: `nothing is to be deployed until ${until}`, fix: 'run again then, or waive it' }];
    }),
});
function windowOf({ time, duration, interval, timeZone }) {
    return { start: time, duration, ...(0,only_defined/* onlyDefined */.M)({ repeat: interval || undefined, timeZone: timeZone || undefined }) };
}

;// CONCATENATED MODULE: ./core/safeguards/policies/stage-in-names.js




/** Properties that name a resource itself, by its type; such names are unique in an account and region. */
const NAMES = {
    'AWS::ApiGateway::ApiKey': 'Name',
    'AWS::CloudWatch::Alarm': 'AlarmName',
    'AWS::Cognito::UserPool': 'UserPoolName',
    'AWS::DynamoDB::Table': 'TableName',
    'AWS::DynamoDB::GlobalTable': 'TableName',
    'AWS::ECR::Repository': 'RepositoryName',
    'AWS::Events::EventBus': 'Name',
    'AWS::Events::Rule': 'Name',
    'AWS::IAM::ManagedPolicy': 'ManagedPolicyName',
    'AWS::IAM::Role': 'RoleName',
    'AWS::IAM::User': 'UserName',
    'AWS::Kinesis::Stream': 'Name',
    'AWS::KinesisFirehose::DeliveryStream': 'DeliveryStreamName',
    'AWS::KMS::Alias': 'AliasName',
    'AWS::Lambda::Function': 'FunctionName',
    'AWS::Logs::LogGroup': 'LogGroupName',
    'AWS::OpenSearchService::Domain': 'DomainName',
    'AWS::RDS::DBCluster': 'DBClusterIdentifier',
    'AWS::RDS::DBInstance': 'DBInstanceIdentifier',
    'AWS::S3::Bucket': 'BucketName',
    'AWS::SNS::Topic': 'TopicName',
    'AWS::SQS::Queue': 'QueueName',
    'AWS::SSM::Parameter': 'Name',
    'AWS::Scheduler::Schedule': 'Name',
    'AWS::SecretsManager::Secret': 'Name',
    'AWS::Serverless::Function': 'FunctionName',
    'AWS::StepFunctions::StateMachine': 'StateMachineName',
};
/** What is the same for two stages of one account, whatever it is. */
const SAME_EVERYWHERE = { 'AWS::AccountId': '0', 'AWS::Partition': 'aws', 'AWS::URLSuffix': 'x' };
/** Whether a name holds the stage as a word: `orders-dev`, `ordersDev`; `devices` holds no `dev`. */
function holds(name, stage) {
    const capital = `${stage.charAt(0).toUpperCase()}${stage.slice(1)}`;
    return (new RegExp(`(?<![a-z0-9])${(0,literally/* literally */.D)(stage)}(?![a-z0-9])`, 'i').test(name) ||
        new RegExp(`${(0,literally/* literally */.D)(capital)}(?![a-z])`).test(name));
}
const stageInNames = (0,policy/* policy */.JN)({
    checks: 'a name that a resource is given holds the stage, so that two stages cannot meet in it',
    configuration: '',
    example: 'stage-in-names',
    config: dist/* undefined */.Vxk(),
    check: ({ resources, stage, region, stack }) => {
        const pseudo = { ...SAME_EVERYWHERE, 'AWS::StackName': stack, 'AWS::Region': region };
        return resources
            .filter((resource) => namesOf(resource, pseudo).some((name) => (0,view_values/* isKnown */.qE)(name) && !holds(name, stage.name)))
            .map((resource) => ({
            ...(0,policy/* atResource */.e4)(resource),
            what: `the name of ${resource.id} (${resource.type}) does not hold the stage`,
            fix: 'put ${sls:stage} into it, or leave the name to CloudFormation',
        }));
    },
});
function namesOf({ type, properties }, pseudo) {
    const property = NAMES[type];
    return property === undefined ? [] : (0,view_values/* textsOf */.CB)(properties[property], pseudo);
}

;// CONCATENATED MODULE: ./core/safeguards/catalogue.js





















/** The policies that this product brings, by id: first those of Serverless Framework Pro, with its ids and configurations. */
const catalogue_POLICIES = {
    'allowed-function-names': allowedFunctionNames,
    'allowed-regions': allowedRegions,
    'allowed-runtimes': allowedRuntimes,
    'allowed-stages': allowedStages,
    'forbid-lambda-apig-integration': forbidLambdaApigIntegration,
    'forbid-s3-http-access': forbidS3HttpAccess,
    'framework-version': frameworkVersion,
    'no-secret-env-vars': noSecretEnvVars,
    'no-wild-iam-role-statements': noWildIamRoleStatements,
    'require-cfn-role': requireCfnRole,
    'require-description': requireDescription,
    'require-dlq': requireDlq,
    'require-global-vpc': requireGlobalVpc,
    'required-stack-tags': requiredStackTags,
    'restricted-deploy-times': restrictedDeployTimes,
    'deprecated-runtimes': deprecatedRuntimes,
    'max-resources': maxResources,
    'no-public-bucket': noPublicBucket,
    'no-stateful-replacement': noStatefulReplacement,
    'no-unresolved-variables': noUnresolvedVariables,
    'stage-in-names': stageInNames,
};
/** The id of policies that users write themselves. */
const JAVASCRIPT = 'javascript';
const SAFEGUARD_IDS = [...Object.keys(catalogue_POLICIES), JAVASCRIPT];
function isSafeguardId(id) {
    return SAFEGUARD_IDS.includes(id);
}


/***/ }),

/***/ 69633:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ readSafeguard)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(37728);
/* harmony import */ var _only_defined_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(49443);
/* harmony import */ var _suggest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51335);
/* harmony import */ var _catalogue_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69878);
/* harmony import */ var _javascript_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3494);
/* harmony import */ var _view_resource_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(66403);






const FULL_KEYS = ['title', 'safeguard', 'description', 'enforcementLevel', 'stage', 'config'];
const SHORT_KEYS = ['title', 'description', 'level', 'stage', 'config'];
/**
 * Reads an entry of a profile's `safeguards`: `name`, `name: config`, `name: { level, stage, config }`, or the form of the
 * Serverless Dashboard (`{ title, safeguard, description, enforcementLevel, stage, config }`). Returns what is wrong with it
 * instead, if anything is.
 */
function readSafeguard(entry) {
    const written = spread(entry);
    if (!('idPath' in written)) {
        return written;
    }
    const { id, idPath, title, description, level = 'error', levelPath, stage, stagePath, configPath } = written;
    if (typeof id !== 'string' || !(0,_catalogue_js__WEBPACK_IMPORTED_MODULE_1__/* .isSafeguardId */ .K2)(id)) {
        const fix = (0,_suggest_js__WEBPACK_IMPORTED_MODULE_0__/* .suggestName */ .S)(String(id), _catalogue_js__WEBPACK_IMPORTED_MODULE_1__/* .SAFEGUARD_IDS */ .a8);
        return [{ path: idPath, what: `"${String(id)}" is not a safeguard`, fix }];
    }
    const stages = readStages(stage);
    const checked = checkConfig(id, written.config);
    const faults = [
        ...(level === 'error' || level === 'warning'
            ? []
            : [{ path: levelPath, what: `"${String(level)}" is not a level`, fix: 'write error or warning' }]),
        ...(id === 'no-unresolved-variables' && (level !== 'error' || stage !== undefined)
            ? [{ path: idPath, what: `"${id}" is always on, and always an error`, fix: 'remove its level and stage' }]
            : []),
        ...(stages === 'wrong'
            ? [{ path: stagePath, what: '"stage" takes a name or a list of names', fix: 'write one' }]
            : []),
        ...checked.faults.map(({ path, ...fault }) => ({ ...fault, path: [...configPath, ...path] })),
    ];
    if (faults.length > 0) {
        return faults;
    }
    return {
        id,
        title: typeof title === 'string' && title !== '' ? title : id,
        ...(typeof description === 'string' && description !== '' ? { description } : {}),
        level: level,
        ...(0,_only_defined_js__WEBPACK_IMPORTED_MODULE_3__/* .onlyDefined */ .M)({ stages: stages === 'wrong' ? undefined : stages, config: checked.config }),
    };
}
/** The parts of an entry in any of its forms. */
function spread(entry) {
    if (typeof entry === 'string') {
        return { id: entry, idPath: [], levelPath: [], stagePath: [], configPath: [] };
    }
    const mapping = (0,_view_resource_js__WEBPACK_IMPORTED_MODULE_4__/* .recordOf */ .zv)(entry);
    if (mapping['safeguard'] !== undefined) {
        return spreadFull(mapping);
    }
    const [[id, value] = [], ...more] = Object.entries(mapping);
    if (id === undefined || more.length > 0) {
        const what = id === undefined ? 'an entry names no safeguard' : 'an entry names several safeguards';
        return [{ path: [], what, fix: 'write one name an entry: `- require-dlq`, or `- allowed-regions: [us-east-1]`' }];
    }
    const inner = (0,_view_resource_js__WEBPACK_IMPORTED_MODULE_4__/* .recordOf */ .zv)(value);
    // Names of tags may be anything: what has no `config` is tags.
    const needs = id === 'required-stack-tags' ? ['config'] : SHORT_KEYS;
    const isShort = needs.some((key) => key in inner) &&
        Object.keys(inner).every((key) => SHORT_KEYS.includes(key));
    return isShort
        ? {
            ...inner,
            id,
            idPath: [id],
            levelPath: [id, 'level'],
            stagePath: [id, 'stage'],
            configPath: [id, 'config'],
        }
        : { id, idPath: [id], config: value, levelPath: [id], stagePath: [id], configPath: [id] };
}
function spreadFull(mapping) {
    const unknown = Object.keys(mapping).filter((key) => !FULL_KEYS.includes(key));
    if (unknown.length > 0) {
        return unknown.map((key) => ({
            path: [key],
            what: `"${key}" is not a key of a safeguard`,
            fix: key === 'path'
                ? 'write `safeguard: javascript` with `config: { path: … }` for a policy of your own'
                : (0,_suggest_js__WEBPACK_IMPORTED_MODULE_0__/* .suggestName */ .S)(key, FULL_KEYS),
        }));
    }
    const { safeguard: id, enforcementLevel: level, title, description, stage, config } = mapping;
    return {
        id,
        idPath: ['safeguard'],
        title,
        description,
        level: level ?? undefined,
        levelPath: ['enforcementLevel'],
        stage: stage ?? undefined,
        stagePath: ['stage'],
        config,
        configPath: ['config'],
    };
}
function readStages(stage) {
    if (stage === undefined) {
        return undefined;
    }
    const list = Array.isArray(stage) ? stage : [stage];
    return list.length > 0 && list.every((one) => typeof one === 'string' && one !== '') ? list : 'wrong';
}
/** A list of the Dashboard gives a safeguard without configuration an empty one. */
function checkConfig(id, config) {
    const given = isEmpty(config) ? undefined : withoutNulls(config);
    const schema = id === _catalogue_js__WEBPACK_IMPORTED_MODULE_1__/* .JAVASCRIPT */ .i5 ? _javascript_js__WEBPACK_IMPORTED_MODULE_2__/* .javascriptConfig */ .E9 : _catalogue_js__WEBPACK_IMPORTED_MODULE_1__/* .POLICIES */ .PQ[id].config;
    const checked = valibot__WEBPACK_IMPORTED_MODULE_5__/* .safeParse */ .xLC(schema, given);
    if (checked.success) {
        return { ...(0,_only_defined_js__WEBPACK_IMPORTED_MODULE_3__/* .onlyDefined */ .M)({ config: given }), faults: [] };
    }
    const configuration = id === _catalogue_js__WEBPACK_IMPORTED_MODULE_1__/* .JAVASCRIPT */ .i5 ? 'path or code' : _catalogue_js__WEBPACK_IMPORTED_MODULE_1__/* .POLICIES */ .PQ[id].configuration;
    const takes = configuration === '' ? 'no configuration' : configuration;
    return {
        faults: checked.issues.map((issue) => {
            const path = (issue.path ?? []).map((item) => item.key);
            const isMissing = issue.input === undefined;
            const said = /^(is|knows|names|cannot|takes) /.test(issue.message)
                ? ` ${issue.message}`
                : ' is not what it takes';
            const what = isMissing
                ? `the safeguard "${id}" lacks ${path.length === 0 ? 'its configuration' : `"${path.at(-1)}"`}`
                : `the configuration of the safeguard "${id}"${said}`;
            return { path, what, fix: `it takes ${takes} (docs/safeguards.md)` };
        }),
    };
}
function isEmpty(config) {
    return (config === undefined ||
        config === null ||
        config === '' ||
        (typeof config === 'object' && Object.keys(config).length === 0));
}
/** A key without a value is none. */
function withoutNulls(config) {
    const isMapping = typeof config === 'object' && config !== null && !Array.isArray(config);
    return isMapping ? Object.fromEntries(Object.entries(config).filter(([, value]) => value !== null)) : config;
}


/***/ }),

/***/ 3494:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E9: () => (/* binding */ javascriptConfig),
/* harmony export */   mk: () => (/* binding */ MAX_POLICY_BYTES),
/* harmony export */   vD: () => (/* binding */ foreignFindings)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37728);
/* harmony import */ var _only_defined_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49443);


/** Largest policy of a user's own, in bytes: it travels from job to job with the configuration. */
const MAX_POLICY_BYTES = 64 * 1024;
/**
 * Configuration of a policy that users write themselves: a module in the repository (`path`, relative to serverless-stages.yml) or
 * its text (`code`), and what it is given.
 */
const javascriptConfig = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    path: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .regex */ .yGV(/\.[cm]?js$/, 'is not the path of a .js, .mjs or .cjs file'), valibot__WEBPACK_IMPORTED_MODULE_0__/* .check */ .z6Y((path) => !/^([\\/]|[A-Za-z]:)|(^|[\\/])\.\.([\\/]|$)/.test(path), 'is not a path in the repository'))),
    code: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .nonEmpty */ .hq('is empty'))),
    values: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY()),
    config: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J()),
}), valibot__WEBPACK_IMPORTED_MODULE_0__/* .check */ .z6Y(({ path, code }) => (path === undefined) !== (code === undefined), 'takes a path, or code, and one of them'));
const finding = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    message: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .nonEmpty */ .hq()),
    resource: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    function: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    fix: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    level: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO(['error', 'warning'])),
});
/** Longest text of a policy's own that is shown, in characters. */
const MAX_TEXT = 500;
/** Reads what a policy of a user's own gave: a list of findings. Undefined if it is none, which counts as a crash. */
function foreignFindings(value) {
    const checked = valibot__WEBPACK_IMPORTED_MODULE_0__/* .safeParse */ .xLC(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(finding), value);
    return checked.success
        ? checked.output.map(({ message, fix = '', level, ...at }) => ({
            ...(0,_only_defined_js__WEBPACK_IMPORTED_MODULE_1__/* .onlyDefined */ .M)(at),
            what: message.slice(0, MAX_TEXT),
            fix: fix.slice(0, MAX_TEXT),
            ...(level === 'warning' ? { level } : {}),
        }))
        : undefined;
}


/***/ }),

/***/ 16356:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JN: () => (/* binding */ policy),
/* harmony export */   NK: () => (/* binding */ findingText),
/* harmony export */   Y1: () => (/* binding */ atFunction),
/* harmony export */   e4: () => (/* binding */ atResource)
/* harmony export */ });
/** Keeps the type of a policy's configuration. */
function policy(parts) {
    return parts;
}
/** Names a resource in a finding. */
function atResource({ id }) {
    return { resource: id };
}
/** Names a function in a finding. */
function atFunction({ resource, key }) {
    return { ...atResource(resource), ...(key === undefined ? {} : { function: key }) };
}
/** Says what is wrong and what to change. */
function findingText({ what, fix }) {
    return fix === '' ? what : `${what} – ${fix}`;
}


/***/ }),

/***/ 37440:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ looksSecret)
/* harmony export */ });
/** Forms of credentials that can be told by themselves. Each runs in linear time. */
const FORMS = [
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
const TELLING = /(secret|token|passw(or)?d|passphrase|pwd|api_?key|apikey|private_?key|access_?key|auth_?key|credential|encryption_?key|signing_?key)/i;
const NOT_THE_VALUE = /(arn|name|path|url|uri|host|endpoint|file|param(eter)?|table|queue|topic|bucket|ttl|expiry|length|size|type|prefix|enabled)$/i;
/** `CLIENT_ID`, `clientId`; `ANDROID` is no id. */
const AN_ID = /(^|[^A-Za-z])(id|ID)$|[a-z](Id|ID)$/;
const MIN_LENGTH = 16;
/** Bits for each sign, by Shannon: words have less. */
const MIN_ENTROPY = 3.5;
/** Returns what a variable looks like, if that is a credential; undefined for none. */
function looksSecret(name, value) {
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
function holdsNamed(text) {
    return [...text.matchAll(NAMED_WITHIN)].some(([, name = '', value = '']) => namesSecret(name) && isRandom(value));
}
function namesSecret(name) {
    return TELLING.test(name) && !NOT_THE_VALUE.test(name) && !AN_ID.test(name);
}
function isPlaceholder(text) {
    return /^[$<{*%[]/.test(text) || /^x+$/i.test(text);
}
function isRandom(text) {
    const isOther = /\s/.test(text) || /^(arn:|https?:|\/|\{\{resolve:|\$\{)/.test(text);
    return !isOther && text.length >= MIN_LENGTH && /[0-9]/.test(text) && /[A-Za-z]/.test(text) && isDense(text);
}
function isDense(text) {
    const counts = new Map();
    for (const sign of text) {
        counts.set(sign, (counts.get(sign) ?? 0) + 1);
    }
    const entropy = [...counts.values()].reduce((sum, count) => {
        const share = count / text.length;
        return sum - share * Math.log2(share);
    }, 0);
    return entropy >= MIN_ENTROPY;
}


/***/ }),

/***/ 41224:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ appliesTo),
/* harmony export */   L: () => (/* binding */ safeguardsOf)
/* harmony export */ });
/* harmony import */ var _stage_among_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(93052);
/* harmony import */ var _entry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69633);


/**
 * Returns the safeguards of a stage by its profile's list, which was checked before, and those that need no entry:
 * no-unresolved-variables always, no-stateful-replacement for configured stages.
 */
function safeguardsOf(entries, stage) {
    const listed = entries.map(_entry_js__WEBPACK_IMPORTED_MODULE_1__/* .readSafeguard */ .D).filter((one) => 'id' in one);
    const always = [
        'no-unresolved-variables',
        ...(stage.kind === 'configured' ? [STATEFUL] : []),
    ];
    const missing = always.filter((id) => !listed.some((one) => one.id === id && appliesTo(one, stage)));
    return [...missing.map((id) => ({ id, title: id, level: 'error' })), ...listed];
}
/** On for configured stages, without an entry. */
const STATEFUL = 'no-stateful-replacement';
/** Whether a safeguard is for a stage. */
function appliesTo({ stages }, stage) {
    return stages === undefined || (0,_stage_among_js__WEBPACK_IMPORTED_MODULE_0__/* .isStageAmong */ .d)(stage, stages);
}


/***/ }),

/***/ 73738:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TW: () => (/* binding */ functionsOf),
/* harmony export */   ai: () => (/* binding */ isOfFramework),
/* harmony export */   wu: () => (/* binding */ isImage)
/* harmony export */ });
/* unused harmony export logicalIdOf */
/* harmony import */ var _resource_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(66403);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21929);


const TYPES = ['AWS::Lambda::Function', 'AWS::Serverless::Function'];
/**
 * Returns the functions of a package. `configured` are the functions of the service's configuration by key, `globals` the
 * template's section of that name.
 */
function functionsOf(resources, configured, globals) {
    const keys = new Map(Object.keys(configured).map((key) => [logicalIdOf(key), key]));
    const shared = (0,_resource_js__WEBPACK_IMPORTED_MODULE_0__/* .recordOf */ .zv)((0,_resource_js__WEBPACK_IMPORTED_MODULE_0__/* .recordOf */ .zv)(globals)['Function']);
    return resources
        .filter(({ type }) => TYPES.includes(type))
        .map((resource) => {
        const key = keys.get(resource.id);
        const own = (0,_resource_js__WEBPACK_IMPORTED_MODULE_0__/* .recordOf */ .zv)(key === undefined ? undefined : configured[key]);
        const inherited = resource.type === 'AWS::Serverless::Function' ? shared : {};
        const properties = merged(inherited, resource.properties);
        const events = [...eventsOf(own['events']), ...samEvents(properties['Events'])];
        return { resource, key, label: key ?? resource.id, properties, events, configured: own };
    });
}
/** Whether a function is one that the Serverless Framework adds for its own custom resources. */
function isOfFramework({ key, properties }) {
    const file = (0,_resource_js__WEBPACK_IMPORTED_MODULE_0__/* .recordOf */ .zv)(properties['Code'])['S3Key'];
    return key === undefined && typeof file === 'string' && file.endsWith('/custom-resources.zip');
}
/** Whether a function's code is an image, which has a runtime of its own. */
function isImage({ properties }) {
    return ((0,_values_js__WEBPACK_IMPORTED_MODULE_1__/* .alternatives */ .Vo)(properties['PackageType']).every((type) => type === 'Image') ||
        (0,_resource_js__WEBPACK_IMPORTED_MODULE_0__/* .recordOf */ .zv)(properties['Code'])['ImageUri'] !== undefined ||
        properties['ImageUri'] !== undefined);
}
/** The logical id that the Serverless Framework gives a function (its `naming.getLambdaLogicalId`). */
function logicalIdOf(key) {
    const normal = key.replace(/-/g, 'Dash').replace(/_/g, 'Underscore');
    return `${normal.charAt(0).toUpperCase()}${normal.slice(1)}LambdaFunction`;
}
function eventsOf(events) {
    return (Array.isArray(events) ? events : []).flatMap((event) => {
        if (typeof event === 'string') {
            return [{ type: event, settings: undefined }];
        }
        const [entry] = Object.entries((0,_resource_js__WEBPACK_IMPORTED_MODULE_0__/* .recordOf */ .zv)(event));
        return entry === undefined ? [] : [{ type: entry[0], settings: entry[1] }];
    });
}
/** Events of `AWS::Serverless::Function` by the names that the Serverless Framework has for them. */
const SAM_EVENTS = {
    AlexaSkill: 'alexaSkill',
    CloudWatchEvent: 'cloudwatchEvent',
    CloudWatchLogs: 'cloudwatchLog',
    Cognito: 'cognitoUserPool',
    EventBridgeRule: 'eventBridge',
    IoTRule: 'iot',
    S3: 's3',
    SNS: 'sns',
    Schedule: 'schedule',
    ScheduleV2: 'schedule',
};
function samEvents(events) {
    return Object.values((0,_resource_js__WEBPACK_IMPORTED_MODULE_0__/* .recordOf */ .zv)(events)).map((event) => {
        const { Type: type, Properties: settings } = (0,_resource_js__WEBPACK_IMPORTED_MODULE_0__/* .recordOf */ .zv)(event);
        return { type: SAM_EVENTS[String(type)] ?? String(type), settings };
    });
}
/** As SAM merges `Globals`: maps key by key, lists one behind the other, the function's own value for all else. */
function merged(shared, own) {
    const both = Object.keys(own).map((key) => [key, mergedValue(shared[key], own[key])]);
    return { ...shared, ...Object.fromEntries(both) };
}
function mergedValue(shared, own) {
    if (Array.isArray(shared) && Array.isArray(own)) {
        return [...shared, ...own];
    }
    const areMaps = [shared, own].every((one) => Object.keys((0,_resource_js__WEBPACK_IMPORTED_MODULE_0__/* .recordOf */ .zv)(one)).length > 0);
    return areMaps ? merged((0,_resource_js__WEBPACK_IMPORTED_MODULE_0__/* .recordOf */ .zv)(shared), (0,_resource_js__WEBPACK_IMPORTED_MODULE_0__/* .recordOf */ .zv)(own)) : own;
}


/***/ }),

/***/ 66403:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F3: () => (/* binding */ resourcesOf),
/* harmony export */   gd: () => (/* binding */ standsWith),
/* harmony export */   zv: () => (/* binding */ recordOf)
/* harmony export */ });
/** Returns the resources of a template; what is no resource is left out. */
function resourcesOf(template, file) {
    const resources = recordOf(recordOf(template)['Resources']);
    return Object.entries(resources).flatMap(([id, resource]) => {
        const { Type: type, Properties: properties, Condition: condition } = recordOf(resource);
        const more = {
            ...(file === undefined ? {} : { template: file }),
            ...(typeof condition === 'string' ? { condition } : {}),
        };
        return typeof type === 'string' ? [{ id, type, properties: recordOf(properties), ...more }] : [];
    });
}
/** Returns a mapping as it is, and an empty one for anything else. */
function recordOf(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value)
        ? value
        : {};
}
/** Whether a resource is there whenever another one is. */
function standsWith(one, other) {
    return one.template === other.template && (one.condition === undefined || one.condition === other.condition);
}


/***/ }),

/***/ 21929:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CB: () => (/* binding */ textsOf),
/* harmony export */   N1: () => (/* binding */ isUntold),
/* harmony export */   Vo: () => (/* binding */ alternatives),
/* harmony export */   Yz: () => (/* binding */ parsed),
/* harmony export */   c3: () => (/* binding */ listOf),
/* harmony export */   qE: () => (/* binding */ isKnown),
/* harmony export */   t8: () => (/* binding */ isUnknown),
/* harmony export */   ww: () => (/* binding */ literalsIn)
/* harmony export */ });
/* harmony import */ var _stack_template_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44484);
/* harmony import */ var _resource_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(66403);


/** Most values that one place of a template is looked at with: conditions within conditions double them. */
const MOST_ALTERNATIVES = 64;
/**
 * Returns the values that a place of a template may have: both sides of an `Fn::If`, `undefined` for `AWS::NoValue`. One that has
 * neither is the only value.
 */
function alternatives(value) {
    const condition = (0,_resource_js__WEBPACK_IMPORTED_MODULE_0__/* .recordOf */ .zv)(value)['Fn::If'];
    if (Array.isArray(condition)) {
        const found = condition.slice(1, 3).flatMap(alternatives);
        if (found.length > MOST_ALTERNATIVES) {
            throw new RangeError('too many conditions within conditions');
        }
        return found;
    }
    return [(0,_resource_js__WEBPACK_IMPORTED_MODULE_0__/* .recordOf */ .zv)(value)['Ref'] === 'AWS::NoValue' ? undefined : value];
}
/** Returns the entries of a list; of a single value, which many places of a template take too, a list of it. */
function listOf(value) {
    return alternatives(value)
        .flatMap((one) => (Array.isArray(one) ? one.flatMap(alternatives) : [one]))
        .filter((one) => one !== undefined);
}
/** Returns the texts that a place may come to; what is not known in one is `${?}`. */
function textsOf(value, pseudo = {}) {
    return listOf(value).map((one) => (typeof one === 'boolean' ? String(one) : (0,_stack_template_text_js__WEBPACK_IMPORTED_MODULE_1__/* .templateText */ .uO)(one, pseudo)));
}
/** Whether all of a text is known. */
function isKnown(text) {
    return !text.includes(_stack_template_text_js__WEBPACK_IMPORTED_MODULE_1__/* .UNKNOWN_PART */ .DQ);
}
/** Whether nothing is known of a text. */
function isUnknown(text) {
    return text === _stack_template_text_js__WEBPACK_IMPORTED_MODULE_1__/* .UNKNOWN_PART */ .DQ;
}
/** Whether a place holds a value, or a part of one, that is known only where the package is deployed: nothing is said of it before. */
function isUntold(value) {
    return JSON.stringify(value)?.includes(_stack_template_text_js__WEBPACK_IMPORTED_MODULE_1__/* .UNTOLD */ .tl) === true;
}
/** Returns every piece of text in a value, however deep. */
function literalsIn(value) {
    if (typeof value === 'string') {
        return [value];
    }
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(literalsIn) : [];
}
/** A document may be a text of JSON. */
function parsed(document) {
    try {
        return typeof document === 'string' ? JSON.parse(document) : document;
    }
    catch {
        return document;
    }
}


/***/ }),

/***/ 44886:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ slug)
/* harmony export */ });
/** A text as lower-case letters and digits with single `-` between: `Café au lait` is `cafe-au-lait`. */
function slug(text) {
    return text
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-+|-+$/g, '');
}


/***/ }),

/***/ 75233:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P8: () => (/* binding */ stackChange),
/* harmony export */   U6: () => (/* binding */ allAdded),
/* harmony export */   X7: () => (/* binding */ losesData)
/* harmony export */ });
/* harmony import */ var _stateful_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43480);

/**
 * Returns what a change set's entry does. What may replace a resource (`Conditional`) or is not known before it happens
 * (`Dynamic`) is taken for a replacement where the resource holds data.
 */
function stackChange(change, stack) {
    const { logicalId, type, policyAction = '' } = change;
    const action = actionOf(change);
    const isOpen = change.replacement === 'Conditional' || change.action === 'Dynamic';
    return {
        action,
        logicalId,
        type,
        ...(stack === undefined ? {} : { stack }),
        keeps: policyAction === 'Retain' || policyAction === 'ReplaceAndRetain',
        isCertain: !isOpen,
        ...(changesRights(change) ? { rights: true } : {}),
    };
}
/** Returns what the first deploy of a template does: all is added. */
function allAdded(resources) {
    return Object.entries(resources).flatMap(([logicalId, resource]) => {
        const type = resource?.Type;
        return typeof type === 'string' ? [stackChange({ action: 'Add', logicalId, type, properties: [] })] : [];
    });
}
/** Whether a change may take data away. */
function losesData({ type, action, keeps }) {
    return (0,_stateful_js__WEBPACK_IMPORTED_MODULE_0__/* .holdsData */ .VU)(type) && (action === 'replace' || (action === 'remove' && !keeps));
}
function actionOf({ action, type, replacement, policyAction = '' }) {
    if (action === 'Add' || action === 'Import') {
        return 'add';
    }
    if (action === 'Remove') {
        return 'remove';
    }
    const isReplaced = replacement === 'True' ||
        replacement === 'Conditional' ||
        policyAction.startsWith('ReplaceAnd') ||
        (action === 'Dynamic' && (0,_stateful_js__WEBPACK_IMPORTED_MODULE_0__/* .holdsData */ .VU)(type));
    return isReplaced ? 'replace' : 'modify';
}
/** Properties that say who may do something, by type; of some types everything does. */
const RIGHTS = {
    'AWS::Cognito::IdentityPoolRoleAttachment': 'all',
    'AWS::ECR::RegistryPolicy': ['PolicyText'],
    'AWS::Events::EventBusPolicy': 'all',
    'AWS::KMS::Key': ['KeyPolicy'],
    'AWS::Lambda::LayerVersionPermission': 'all',
    'AWS::Lambda::Permission': 'all',
    'AWS::Lambda::Url': ['AuthType'],
    'AWS::S3::BucketPolicy': ['PolicyDocument'],
    'AWS::SNS::TopicInlinePolicy': ['PolicyDocument'],
    'AWS::SNS::TopicPolicy': ['PolicyDocument'],
    'AWS::SQS::QueueInlinePolicy': ['PolicyDocument'],
    'AWS::SQS::QueuePolicy': ['PolicyDocument'],
    'AWS::SecretsManager::ResourcePolicy': ['ResourcePolicy'],
};
/** Properties of IAM's that grant nothing. */
const HARMLESS = ['Description', 'Tags', 'MaxSessionDuration', 'Path'];
/** What only gets another description changes none; a policy that goes may have denied something. */
function changesRights({ action, type, properties }) {
    const isWhole = action === 'Add' || action === 'Remove';
    if (type.startsWith('AWS::IAM::')) {
        return isWhole || properties.some((name) => !HARMLESS.includes(name));
    }
    const rights = RIGHTS[type];
    return rights !== undefined && (isWhole || rights === 'all' || properties.some((name) => rights.includes(name)));
}


/***/ }),

/***/ 27897:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DM: () => (/* binding */ nestedStacks),
/* harmony export */   EF: () => (/* binding */ templateFileOf),
/* harmony export */   Z4: () => (/* binding */ NESTED_STACK),
/* harmony export */   jx: () => (/* binding */ withTemplateUrls)
/* harmony export */ });
/** Type of a nested stack. */
const NESTED_STACK = 'AWS::CloudFormation::Stack';
/** Returns the nested stacks of a template, by logical id. */
function nestedStacks(template) {
    const resources = (template['Resources'] ?? {});
    return Object.entries(resources).filter(([, resource]) => resource?.Type === NESTED_STACK);
}
/**
 * Returns which of these files a nested stack is made of: the address that a package gives one ends in the name of its file, as a
 * text or as the last part of a join. Undefined for none of them.
 */
function templateFileOf({ Properties: properties }, names) {
    const address = lastText(properties?.['TemplateURL']);
    return names.find((name) => address === name || address.endsWith(`/${name}`));
}
/** Returns a template whose nested stacks read the files of these names from where `urlOf` says. */
function withTemplateUrls(template, names, urlOf) {
    const changed = nestedStacks(template).flatMap(([id, resource]) => {
        const name = templateFileOf(resource, names);
        return name === undefined
            ? []
            : [[id, { ...resource, Properties: { ...resource.Properties, TemplateURL: urlOf(name) } }]];
    });
    const resources = template['Resources'];
    return changed.length === 0 ? template : { ...template, Resources: { ...resources, ...Object.fromEntries(changed) } };
}
function lastText(value) {
    if (typeof value === 'string') {
        return value;
    }
    const last = typeof value === 'object' && value !== null ? Object.values(value).at(-1) : undefined;
    return last === undefined ? '' : lastText(last);
}


/***/ }),

/***/ 91580:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gn: () => (/* binding */ retainedResources),
/* harmony export */   Pj: () => (/* binding */ isStanding),
/* harmony export */   QC: () => (/* binding */ parseTemplate)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6637);
/* harmony import */ var _json_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71654);
/* harmony import */ var _yaml_limits_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63425);
/* harmony import */ var _yaml_read_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(95054);




/** Whether a resource was made and is not gone. */
function isStanding({ physicalId, status }) {
    return physicalId !== '' && status !== 'DELETE_COMPLETE';
}
/**
 * Returns the resources that the removal of a stack leaves behind: those that CloudFormation kept already, and those whose
 * DeletionPolicy in the template (as text; undefined where it may not be read) says so.
 */
function retainedResources(resources, template) {
    const parsed = parseTemplate(template);
    return resources.filter(({ logicalId, physicalId, status }) => !goesWithItsFunction(parsed?.[logicalId], parsed) &&
        (status === 'DELETE_SKIPPED' ||
            (status !== 'DELETE_COMPLETE' && physicalId !== '' && isKeptByPolicy(parsed?.[logicalId]?.DeletionPolicy))));
}
/**
 * Whether a resource is a version of a function of the same stack that is not kept: the Serverless Framework keeps versions,
 * and AWS removes all of them with their function (Lambda's DeleteFunction).
 */
function goesWithItsFunction(resource, all) {
    const id = resource?.Properties?.FunctionName?.Ref;
    const isVersion = resource?.Type === 'AWS::Lambda::Version' && id !== undefined;
    return isVersion && all?.[id] !== undefined && !isKeptByPolicy(all[id].DeletionPolicy);
}
/** The resources of a template in JSON or YAML; undefined where it is no template, or more than a reader can bear. */
function parseTemplate(template) {
    const parsed = jsonOf(template ?? '') ?? yamlOf(template ?? '');
    const resources = typeof parsed === 'object' ? parsed?.Resources : undefined;
    const isMap = typeof resources === 'object' && resources !== null && !Array.isArray(resources);
    return isMap ? resources : undefined;
}
/** The Serverless Framework writes JSON, which is read far faster. */
function jsonOf(template) {
    try {
        return (0,_json_file_js__WEBPACK_IMPORTED_MODULE_1__/* .excessOfJson */ .r)(template) === undefined ? JSON.parse(template) : undefined;
    }
    catch {
        return undefined;
    }
}
function yamlOf(template) {
    if ((0,_yaml_limits_js__WEBPACK_IMPORTED_MODULE_2__/* .excessOfText */ .Q)(template) !== undefined) {
        return undefined;
    }
    const document = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(template, _yaml_read_js__WEBPACK_IMPORTED_MODULE_3__/* .SPARING */ .B);
    if (document.errors.length > 0 || (0,_yaml_limits_js__WEBPACK_IMPORTED_MODULE_2__/* .excessOfAliases */ .p)(document) !== undefined) {
        return undefined;
    }
    // `!Ref x` is no text: what a tag of CloudFormation comes to is not known here.
    (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .visit */ .YR)(document, {
        Node: (_, node) => (node.tag?.startsWith('!') ? document.createNode({ tag: node.tag }) : undefined),
    });
    return document.toJS({ maxAliasCount: -1 });
}
/** A policy that is not a plain text (a condition) may keep the resource, so it counts as one that does. */
function isKeptByPolicy(policy) {
    return policy !== undefined && policy !== 'Delete';
}


/***/ }),

/***/ 43480:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LE: () => (/* binding */ statefulRemovalError),
/* harmony export */   VU: () => (/* binding */ holdsData),
/* harmony export */   eM: () => (/* binding */ statefulRemovals)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30742);
/* harmony import */ var _nested_templates_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27897);
/* harmony import */ var _retained_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(91580);



/**
 * Types of resources that hold data which nothing brings back: those that cfn-lint calls stateful (rule I3011), without what a
 * stack removes and makes every day (log groups, queues, streams).
 */
const STATEFUL = new Set([
    'AWS::Backup::BackupVault',
    'AWS::Cognito::UserPool',
    'AWS::DocDB::DBCluster',
    'AWS::DocDB::DBInstance',
    'AWS::DynamoDB::GlobalTable',
    'AWS::DynamoDB::Table',
    'AWS::EC2::Volume',
    'AWS::EFS::FileSystem',
    'AWS::ElastiCache::CacheCluster',
    'AWS::ElastiCache::ReplicationGroup',
    'AWS::Elasticsearch::Domain',
    'AWS::FSx::FileSystem',
    'AWS::KMS::Key',
    'AWS::Neptune::DBCluster',
    'AWS::Neptune::DBInstance',
    'AWS::OpenSearchService::Domain',
    'AWS::RDS::DBCluster',
    'AWS::RDS::DBInstance',
    'AWS::Redshift::Cluster',
    'AWS::S3::Bucket',
    'AWS::SecretsManager::Secret',
]);
/** Further types of which a safeguard says that a deploy takes their data away; a removal of a stage asks for none of these. */
const FURTHER = new Set([
    'AWS::AmazonMQ::Broker',
    'AWS::Cassandra::Table',
    'AWS::DSQL::Cluster',
    'AWS::DocDBElastic::Cluster',
    'AWS::ElastiCache::ServerlessCache',
    'AWS::KMS::ReplicaKey',
    'AWS::Kinesis::Stream',
    'AWS::MSK::Cluster',
    'AWS::MemoryDB::Cluster',
    'AWS::NeptuneGraph::Graph',
    'AWS::OpenSearchServerless::Collection',
    'AWS::RDS::GlobalCluster',
    'AWS::RedshiftServerless::Namespace',
    'AWS::S3Express::DirectoryBucket',
    'AWS::S3Tables::TableBucket',
    'AWS::SQS::Queue',
    'AWS::Timestream::Database',
    'AWS::Timestream::Table',
]);
/** Whether a resource of this type holds data, be it for a moment (a queue, a stream). */
function holdsData(type) {
    return STATEFUL.has(type) || FURTHER.has(type);
}
/**
 * Returns the resources that an update removes which hold data, and nested stacks that it removes (`nested`, for a look into
 * them): those that the next template has not, or has as another type, and no policy of the live template keeps. CloudFormation
 * goes by the live template's policies then.
 */
function statefulRemovals({ resources, template }, next) {
    const retained = (0,_retained_js__WEBPACK_IMPORTED_MODULE_1__/* .retainedResources */ .Gn)(resources, template);
    const removed = resources.filter((one) => (0,_retained_js__WEBPACK_IMPORTED_MODULE_1__/* .isStanding */ .Pj)(one) && next[one.logicalId]?.Type !== one.type && !retained.includes(one));
    return {
        stateful: removed.filter(({ type }) => STATEFUL.has(type)),
        nested: removed.filter(({ type }) => type === _nested_templates_js__WEBPACK_IMPORTED_MODULE_2__/* .NESTED_STACK */ .Z4),
    };
}
/** Says what an earlier commit would remove, and how to keep it. */
function statefulRemovalError(service, stack, removed) {
    const names = removed.map(({ logicalId, type, physicalId }) => `${logicalId} (${type} ${physicalId})`);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_STATEFUL_REMOVAL', {
        what: `the earlier version of "${service}" lacks what the stack ${stack} has and would remove ${names.join(', ')}`,
        why: 'the data in it would be lost; nothing of this service was deployed',
        fix: 'deploy `DeletionPolicy: Retain` for it first, and go back then; or revert the code and leave the resource in the template',
    });
}


/***/ }),

/***/ 44484:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DQ: () => (/* binding */ UNKNOWN_PART),
/* harmony export */   H: () => (/* binding */ mayBe),
/* harmony export */   tl: () => (/* binding */ UNTOLD),
/* harmony export */   uO: () => (/* binding */ templateText),
/* harmony export */   wP: () => (/* binding */ isWhole)
/* harmony export */ });
/** What stands for a part of a text that is not known: it cannot be the name of anything. */
const UNKNOWN_PART = '${?}';
/** Name of the pseudo parameter in the place of a value that is known only where the package is deployed (core/check). */
const UNTOLD = 'ServerlessStages::Unknown';
/**
 * Returns the text that a value of a template comes to: a text, `Ref` of a pseudo parameter, `Fn::Sub`, `Fn::Join`. What is not
 * known before is `UNKNOWN_PART`. `pseudo` holds values by name (`AWS::StackName`), and those of the template's own parameters.
 */
function templateText(value, pseudo) {
    if (typeof value === 'string' || typeof value === 'number') {
        return String(value);
    }
    const [key, inner] = onlyEntry(value);
    switch (key) {
        case 'Ref':
            return pseudo[String(inner)] ?? UNKNOWN_PART;
        case 'Fn::Sub':
            return Array.isArray(inner) ? sub(inner[0], inner[1], pseudo) : sub(inner, {}, pseudo);
        case 'Fn::Join': {
            const [separator, parts] = Array.isArray(inner) ? inner : [];
            return Array.isArray(parts)
                ? parts.map((part) => templateText(part, pseudo)).join(String(separator ?? ''))
                : UNKNOWN_PART;
        }
        default:
            return UNKNOWN_PART;
    }
}
/** The one entry of a mapping that has one: a function of CloudFormation and its argument. */
function onlyEntry(value) {
    const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
    const [entry] = entries;
    return entries.length === 1 && entry !== undefined ? entry : [];
}
function sub(text, values, pseudo) {
    const own = (values ?? {});
    return String(text).replace(/\$\{([^!{}][^{}]{0,255})\}/g, (_, name) => Object.hasOwn(own, name) ? templateText(own[name], pseudo) : (pseudo[name.trim()] ?? UNKNOWN_PART));
}
/** Whether a text is known as a whole: no variable is left in it. */
function isWhole(text) {
    return !text.includes('${');
}
/**
 * Returns whether a text may be a name, if what is not known in it (`${…}`) may be anything. A text of which nothing is known is
 * no name's.
 */
function mayBe(text, name) {
    const pieces = knownPieces(text);
    if (pieces.every((piece) => !/[A-Za-z0-9]{2}/.test(piece))) {
        return false;
    }
    const first = pieces[0] ?? '';
    const last = pieces.at(-1) ?? '';
    if (pieces.length === 1) {
        return text === name;
    }
    if (!name.startsWith(first) || !name.endsWith(last) || name.length < first.length + last.length) {
        return false;
    }
    // The pieces between follow one another, each as early as can be.
    const end = name.length - last.length;
    let from = first.length;
    for (const piece of pieces.slice(1, -1)) {
        const at = name.indexOf(piece, from);
        if (at === -1 || at + piece.length > end) {
            return false;
        }
        from = at + piece.length;
    }
    return true;
}
/** The pieces of a text between its variables, which may hold others. */
function knownPieces(text) {
    const pieces = [];
    let depth = 0;
    let start = 0;
    for (let at = 0; at < text.length; at += 1) {
        if (text.startsWith('${', at)) {
            if (depth === 0) {
                pieces.push(text.slice(start, at));
            }
            depth += 1;
            at += 1;
        }
        else if (text[at] === '}' && depth > 0) {
            depth -= 1;
            start = at + 1;
        }
    }
    return [...pieces, depth > 0 ? '' : text.slice(start)];
}


/***/ }),

/***/ 93052:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ isStageAmong)
/* harmony export */ });
/* harmony import */ var picomatch__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55180);
/* harmony import */ var _name_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4621);


/** Whether a stage is meant by one of these names or patterns; `previews` means all previews. */
function isStageAmong({ name, kind }, wanted) {
    return wanted.some((one) => (kind === 'preview' && one === _name_js__WEBPACK_IMPORTED_MODULE_0__/* .ALL_PREVIEWS */ .Gu) || one === name || picomatch__WEBPACK_IMPORTED_MODULE_1__.isMatch(name, one));
}


/***/ }),

/***/ 4621:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G6: () => (/* binding */ MIN_LENGTH),
/* harmony export */   Gu: () => (/* binding */ ALL_PREVIEWS),
/* harmony export */   Hp: () => (/* binding */ PREVIEW_MARK),
/* harmony export */   ZZ: () => (/* binding */ PERSONAL_MARK),
/* harmony export */   ae: () => (/* binding */ previewStageName),
/* harmony export */   bO: () => (/* binding */ PREVIEW_NAME),
/* harmony export */   c: () => (/* binding */ personalStageName),
/* harmony export */   fx: () => (/* binding */ PERSONAL_NAME),
/* harmony export */   i: () => (/* binding */ isNameOfRef),
/* harmony export */   mg: () => (/* binding */ DEFAULT_MAX_LENGTH),
/* harmony export */   rR: () => (/* binding */ isStagePattern),
/* harmony export */   rf: () => (/* binding */ STAGE_NAME),
/* harmony export */   yY: () => (/* binding */ SHORTEST_PREVIEW)
/* harmony export */ });
/* unused harmony export HASH_SUFFIX_LENGTH */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _slug_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44886);


/**
 * What stands before the hash in every preview's stage name. IAM's patterns know no classes of characters: it is this text that
 * nobody writes by accident by which rights tell previews from all else (aws/github-oidc-role.yml: `*-0pv?????`).
 */
const PREVIEW_MARK = '-0pv';
/**
 * The same for personal stages: no rights of previews are rights over them, nor the other way round (`Kind=personal` of the
 * role's template).
 */
const PERSONAL_MARK = '-0me';
const HASH_LENGTH = 5;
/** Length of the mark and the hash at the end of every preview's stage name. */
const HASH_SUFFIX_LENGTH = PREVIEW_MARK.length + HASH_LENGTH;
/** Longest stage name of a preview where the configuration does not say, in characters. */
const DEFAULT_MAX_LENGTH = 20;
/** Shortest stage name of a preview: one letter, the mark and the hash. */
const MIN_LENGTH = HASH_SUFFIX_LENGTH + 1;
/** A name that is no longer than that of any preview, for what is tried before there is one. */
const SHORTEST_PREVIEW = `p${PREVIEW_MARK}${'0'.repeat(HASH_LENGTH)}`;
/** Form of a preview's stage name. */
const PREVIEW_NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)*-0pv[0-9a-z]{5}$/;
/** Form of a personal stage's name. */
const PERSONAL_NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)*-0me[0-9a-z]{5}$/;
/**
 * Names the preview stage of a git ref (`refs/heads/feature/login`) or of a pull request (`refs/pull/12`).
 * Lower case, `[a-z][a-z0-9-]*`, no `--`, at most `maxLength` characters, and always `-0pv` and a hash of the whole ref
 * at the end, so that two refs never share a stage. Pure: one ref gives one name everywhere. Refs that differ only in
 * Unicode normalisation are two refs for git, and two stages here.
 */
function previewStageName(ref, maxLength) {
    return markedName(ref, PREVIEW_MARK, ref, maxLength);
}
/**
 * Names a person's stage by what they call it (`alice`, `Try It`), in the same way: at most `maxLength` characters, with
 * `-0me` and a hash of the person and the name at the end, so that two persons of one name never share a stage.
 */
function personalStageName(person, name, maxLength) {
    return markedName(name, PERSONAL_MARK, `${person}/${name}`, maxLength);
}
/** A name that people can read, cut to the room that there is, with a mark and the hash of what it stands for. */
function markedName(text, mark, hashed, maxLength) {
    const slug = spokenName(text)
        .slice(0, maxLength - HASH_SUFFIX_LENGTH)
        .replace(/-+$/, '');
    return `${slug}${mark}${shortHash(hashed)}`;
}
/** The part of a ref that people read, uncut: lower case letters, digits and single `-`, a letter first. */
function spokenName(ref) {
    const spoken = ref.replace(/^refs\/(heads|tags)\//, '').replace(/^refs\/pull\/([0-9]+)$/, 'pr-$1');
    const words = (0,_slug_js__WEBPACK_IMPORTED_MODULE_1__/* .slug */ .y)(spoken);
    const name = /^[a-z]/.test(words) ? words : `b-${words}`;
    // A mark stands at the end alone: IAM's patterns would take one in the middle for the other kind's.
    return name.replace(/-0(?=pv|me)/g, '-0-');
}
/**
 * Whether a name is the one of a ref's preview, whatever it was cut to: a stage keeps its name when `max-length` changes.
 * The hash alone is too short to tell refs apart that somebody chose for it.
 */
function isNameOfRef(name, ref) {
    const hash = `${PREVIEW_MARK}${shortHash(ref)}`;
    return PREVIEW_NAME.test(name) && name.endsWith(hash) && spokenName(ref).startsWith(name.slice(0, -hash.length));
}
/** Five characters: 60 million values. */
function shortHash(text) {
    const number = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest().readBigUInt64BE();
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

/***/ 51335:
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

/***/ 63425:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ excessOfText),
/* harmony export */   p: () => (/* binding */ excessOfAliases)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6637);

/** Most signs and words of a YAML file: some 12,000 lines. A parser takes far longer over each than the lexer does. */
const MAX_TOKENS = 100_000;
/** How deep lists and mappings may stand in each other; what reads them calls itself for each level. */
const MAX_DEPTH = 100;
/** Most anchors, and most aliases: each is looked up among the others. */
const MAX_ALIASES = 1000;
/** Most values that a file may come to when its aliases are followed. */
const MAX_VALUES = 200_000;
/** Looks over a YAML text before anything is made of it; undefined where it is no more than a reader can bear. */
function excessOfText(text) {
    const counts = { anchor: 0, alias: 0 };
    const depth = createDepth();
    let tokens = 0;
    let offset = 0;
    for (const lexeme of new yaml__WEBPACK_IMPORTED_MODULE_0__/* .Lexer */ .JG().lex(text)) {
        const type = yaml__WEBPACK_IMPORTED_MODULE_0__/* .CST */ .DB.tokenType(lexeme);
        tokens += 1;
        if (tokens > MAX_TOKENS) {
            return {
                what: `has more than ${MAX_TOKENS} words and signs`,
                fix: 'split it, or keep data out of it',
                offset,
            };
        }
        if (type === 'anchor' || type === 'alias') {
            counts[type] += 1;
            if (counts[type] > MAX_ALIASES) {
                const kind = type === 'alias' ? 'aliases' : 'anchors';
                return { what: `has more than ${MAX_ALIASES} ${kind}`, fix: 'write the values themselves', offset };
            }
        }
        if (depth.after(lexeme, type) > MAX_DEPTH) {
            return { what: `has more than ${MAX_DEPTH} levels`, fix: 'nest less', offset };
        }
        // What the lexer says of its own is one sign that the text does not have.
        offset += type === 'scalar' || type === 'doc-mode' || type === 'flow-error-end' ? 0 : lexeme.length;
    }
    return undefined;
}
/** Follows how deep the lexer is: brackets, and the columns at which lines and their `-`, `?` and `:` begin. */
function createDepth() {
    const columns = [];
    let flow = 0;
    let column = 0;
    let isLineStart = true;
    const openBlock = (type) => {
        if (isLineStart) {
            while ((columns.at(-1) ?? -1) >= column) {
                columns.pop();
            }
        }
        const isIndicator = type === 'seq-item-ind' || type === 'explicit-key-ind' || type === 'map-value-ind';
        if (isLineStart || isIndicator) {
            columns.push(column);
        }
        isLineStart = false;
    };
    return {
        after(lexeme, type) {
            if (type === 'flow-seq-start' || type === 'flow-map-start') {
                flow += 1;
            }
            else if (type === 'flow-seq-end' || type === 'flow-map-end') {
                flow = Math.max(0, flow - 1);
            }
            else if (flow === 0 && type !== 'space' && type !== 'newline') {
                openBlock(type);
            }
            const lineEnd = lexeme.lastIndexOf('\n');
            column = lineEnd === -1 ? column + lexeme.length : lexeme.length - lineEnd - 1;
            isLineStart ||= lineEnd !== -1;
            return flow + columns.length;
        },
    };
}
/** Looks over a parsed document before its aliases are followed: a small file may come to a huge value. */
function excessOfAliases(document) {
    const sizes = new Map();
    let isEndless = false;
    const sizeOf = (node, inMerge) => {
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isAlias */ .Vj)(node)) {
            // One that leads to its own parent is no more than a way back; merged into it, it never ends.
            isEndless ||= inMerge && sizes.get(node.source) === OPEN;
            return sizes.get(node.source) ?? 1;
        }
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isPair */ .tO)(node)) {
            const isMerge = inMerge || ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node.key) && node.key.source === '<<');
            return sizeOf(node.key, false) + sizeOf(node.value, isMerge);
        }
        const anchor = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) || (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isCollection */ .P3)(node) ? node.anchor : undefined;
        if (anchor !== undefined) {
            sizes.set(anchor, OPEN);
        }
        const size = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isCollection */ .P3)(node) ? node.items.reduce((sum, item) => sum + sizeOf(item, inMerge), 1) : 1;
        if (anchor !== undefined) {
            sizes.set(anchor, size);
        }
        return size;
    };
    const size = sizeOf(document.contents, false);
    const what = isEndless
        ? 'merges a mapping into itself'
        : size > MAX_VALUES
            ? `comes to ${size} values when its aliases are followed`
            : undefined;
    return what === undefined ? undefined : { what, fix: 'write the values themselves', offset: 0 };
}
/** Size of what is still being looked over. */
const OPEN = 0;


/***/ }),

/***/ 95054:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  B: () => (/* binding */ SPARING),
  g: () => (/* binding */ readYaml)
});

// EXTERNAL MODULE: ../node_modules/yaml/dist/index.js
var dist = __webpack_require__(6637);
// EXTERNAL MODULE: ./core/json-file.js
var json_file = __webpack_require__(71654);
;// CONCATENATED MODULE: ./core/yaml/cloudformation-tags.js

/** Functions that a template writes as tags: `!Sub x` is `Fn::Sub: x`. `Ref` and `Condition` have no `Fn::`. */
const FUNCTIONS = [
    'And',
    'Base64',
    'Cidr',
    'Equals',
    'FindInMap',
    'GetAtt',
    'GetAZs',
    'If',
    'ImportValue',
    'Join',
    'Not',
    'Or',
    'Select',
    'Split',
    'Sub',
    'Transform',
];
const LONG_FORMS = [
    ...FUNCTIONS.map((name) => [`!${name}`, `Fn::${name}`]),
    ['!Ref', 'Ref'],
    ['!Condition', 'Condition'],
];
/**
 * The short forms of CloudFormation's functions, read as their long forms, as the Serverless Framework reads them.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html
 */
const CLOUDFORMATION_TAGS = LONG_FORMS.flatMap(([tag, key]) => [
    // What a scalar comes to is a plain value, and what a collection comes to is a node.
    { tag, resolve: (text) => ({ [key]: text }) },
    { tag, collection: 'seq', resolve: (node) => longForm(key, node) },
    { tag, collection: 'map', resolve: (node) => longForm(key, node) },
]);
function longForm(key, value) {
    const map = new dist/* YAMLMap */.CA();
    map.items.push(new dist/* Pair */.Rm(new dist/* Scalar */.X5(key), value));
    return map;
}

// EXTERNAL MODULE: ./core/yaml/limits.js
var limits = __webpack_require__(63425);
;// CONCATENATED MODULE: ./core/yaml/read.js




/**
 * Reads a YAML text (JSON is one), of which nobody knows who wrote it: in a time that its size bounds. The tags of
 * CloudFormation come to their long forms (`!Ref x` to `Ref: x`).
 */
function readYaml(text) {
    const json = readAsJson(text);
    if (json !== undefined) {
        return json;
    }
    const excess = (0,limits/* excessOfText */.Q)(text);
    if (excess !== undefined) {
        return { fault: excess.what };
    }
    const lines = new dist/* LineCounter */.HN();
    const document = (0,dist/* parseDocument */.Tp)(text, { ...SPARING, lineCounter: lines, customTags: CLOUDFORMATION_TAGS });
    const [error] = document.errors;
    if (error !== undefined) {
        const { line, col } = lines.linePos(error.pos[0]);
        return { fault: `is not valid: ${error.message} at line ${line}, column ${col}` };
    }
    const expanded = (0,limits/* excessOfAliases */.p)(document);
    if (expanded !== undefined) {
        return { fault: expanded.what };
    }
    try {
        return { value: document.toJS({ maxAliasCount: -1 }) };
    }
    catch (cause) {
        return { fault: `is not valid: ${cause.message}` };
    }
}
/**
 * Options without what takes the square of a file's length: the check of keys (`readYaml` takes the last of two), and
 * errors that show their line. (With `silent` a second document would be left out without an error.)
 */
const SPARING = { uniqueKeys: false, prettyErrors: false, logLevel: 'error' };
/** JSON is read by the faster of two readers. */
function readAsJson(text) {
    if (!/^\uFEFF?\s*[{[]/.test(text)) {
        return undefined;
    }
    const fault = (0,json_file/* excessOfJson */.r)(text);
    if (fault !== undefined) {
        return { fault };
    }
    try {
        return { value: JSON.parse(text.replace(/^\uFEFF/, '')) };
    }
    catch {
        return undefined;
    }
}


/***/ })

};
