export const id = 4235;
export const ids = [4235];
export const modules = {

/***/ 60032:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ formatPath)
/* harmony export */ });
/** Spells a path as it is spoken of: `profiles.dev.region`, `previews.target-branches[0]`. */
function formatPath(path) {
    return path.reduce((text, part) => {
        if (typeof part === 'number') {
            return `${text}[${part}]`;
        }
        return text === '' ? part : `${text}.${part}`;
    }, '');
}


/***/ }),

/***/ 4235:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g2: () => (/* binding */ CONFIG_FILE),
  eQ: () => (/* binding */ configPath),
  o4: () => (/* binding */ parseConfig)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ../node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(37728);
// EXTERNAL MODULE: ./core/configuration/schema.js + 1 modules
var schema = __webpack_require__(28665);
// EXTERNAL MODULE: ./core/errors.js
var core_errors = __webpack_require__(30742);
// EXTERNAL MODULE: ./core/yaml/source.js + 1 modules
var yaml_source = __webpack_require__(29786);
// EXTERNAL MODULE: ./core/aws/region.js
var aws_region = __webpack_require__(87055);
// EXTERNAL MODULE: ./core/configuration/notification-schema.js
var notification_schema = __webpack_require__(64349);
// EXTERNAL MODULE: ./core/suggest.js
var suggest = __webpack_require__(51335);
// EXTERNAL MODULE: ./core/config/checks/report.js
var checks_report = __webpack_require__(60032);
;// CONCATENATED MODULE: ./core/config/schema-errors.js






/** Turns what the schema found into errors with place, value and remedy. */
function schemaErrors(issues, source) {
    return issues.map((issue) => {
        const deepest = mostSpecific(issue);
        const path = (deepest.path ?? issue.path ?? []).map((item) => item.key);
        const name = (0,checks_report/* formatPath */.j)(path);
        if (isUnknownKey(deepest)) {
            const key = String(path.at(-1));
            return new core_errors/* UserError */.yo('E_CONFIG', {
                what: `"${name}" is not a key that can stand here`,
                fix: fixUnknownKey(key, keysAt(schema/* configSchema */.Qn, path.slice(0, -1))),
                position: source.position(path, 'key'),
            });
        }
        if (deepest.input === undefined && deepest.received === 'undefined') {
            return new core_errors/* UserError */.yo('E_CONFIG', {
                what: `"${name}" is missing`,
                fix: `add "${path.at(-1)}:" here`,
                position: source.position(path.slice(0, -1)),
            });
        }
        return new core_errors/* UserError */.yo('E_CONFIG', {
            what: `"${name}" ${describe(deepest)}`,
            fix: deepest.message === schema/* NOT_A_REGION */.n8 ? (0,aws_region/* regionHint */.MF)(String(deepest.input)) : 'see docs/configuration.md',
            position: source.position(path, isKeyIssue(deepest) ? 'key' : 'value'),
        });
    });
}
function describe(issue) {
    if (issue.message === notification_schema/* NOT_A_SECRET_NAME */.$I) {
        return issue.message;
    }
    const shown = show(issue.input);
    if (issue.kind === 'validation' || issue.message.startsWith('is ')) {
        return `${issue.message}: ${shown}`;
    }
    return `takes ${spellKinds(issue.expected ?? 'another value')}, not ${shown}`;
}
function fixUnknownKey(key, known) {
    return known.includes(key) ? `write one of ${known.join(', ')}, not two` : (0,suggest/* suggestName */.S)(key, known);
}
/** Spells what the schema library expects in the words of YAML. */
function spellKinds(expected) {
    return expected
        .replace(/[()]/g, '')
        .replaceAll('Object', 'a mapping')
        .replaceAll('Array', 'a list')
        .replaceAll('string', 'a text')
        .replaceAll('number', 'a number')
        .replaceAll('boolean', 'true or false')
        .replaceAll(' | ', ', or ');
}
function show(value) {
    const text = JSON.stringify(value) ?? String(value);
    return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}
function isUnknownKey(issue) {
    return issue.type === 'strict_object' && issue.expected === 'never';
}
function isKeyIssue(issue) {
    return issue.path?.at(-1)?.origin === 'key';
}
/** A union reports one issue per option inside its own; the option that got furthest is what the user meant. */
function mostSpecific(issue) {
    if (issue.type !== 'union' || issue.issues === undefined) {
        return issue;
    }
    const candidates = issue.issues.filter((inner) => (inner.path?.[0]?.type === 'array') === Array.isArray(issue.input) && (inner.path ?? inner.kind === 'validation'));
    const [best] = [...candidates].sort((a, b) => (b.path?.length ?? 0) - (a.path?.length ?? 0));
    if (best === undefined) {
        return issue;
    }
    return { ...best, path: [...(issue.path ?? []), ...(best.path ?? [])] };
}
/** The keys that an object of the schema may have at a path. */
function keysAt(schema, path) {
    const node = schema;
    if (node.wrapped !== undefined) {
        return keysAt(node.wrapped, path);
    }
    if (node.options !== undefined) {
        return node.options.filter((option) => typeof option === 'object').flatMap((option) => keysAt(option, path));
    }
    const [head, ...rest] = path;
    if (head === undefined) {
        return Object.keys(node.entries ?? {});
    }
    const next = node.entries?.[head] ?? node.value ?? node.item;
    return next === undefined ? [] : keysAt(next, rest);
}

// EXTERNAL MODULE: ./core/configuration/effective.js
var effective = __webpack_require__(39045);
;// CONCATENATED MODULE: ./core/config/checks/check-stages.js


/** Reports stages of `check-stages` that are not configured, or stand there twice. */
function checkCheckStages(config, report) {
    const known = (0,effective/* configuredStages */.WX)(config);
    const listed = config['check-stages'] ?? [];
    for (const [index, name] of listed.entries()) {
        const path = ['check-stages', index];
        if (!known.includes(name)) {
            report(path, `"${name}" is not a configured stage`, (0,suggest/* suggestName */.S)(name, known));
        }
        else if (listed.indexOf(name) < index) {
            report(path, `"${name}" is listed twice`, 'keep one of the two');
        }
    }
}

// EXTERNAL MODULE: ./core/stage/name.js
var stage_name = __webpack_require__(4621);
;// CONCATENATED MODULE: ./core/config/checks/filters.js



/** Reports names in a list of stages that no stage has; patterns and `previews` may stand there too. */
function checkStageNames(names = [], path, config, report) {
    const known = [...(0,effective/* configuredStages */.WX)(config), stage_name/* ALL_PREVIEWS */.Gu];
    for (const [at, name] of names.entries()) {
        if (!(0,stage_name/* isStagePattern */.rR)(name) && !known.includes(name)) {
            report([...path, at], `"${name}" is not a stage`, (0,suggest/* suggestName */.S)(name, known));
        }
    }
}
/** Reports a key that no service has; not if services are found by folder. */
function checkServiceKey(key, path, { services }, report) {
    const known = services === undefined ? undefined : Object.keys(services);
    if (known !== undefined && !known.includes(key)) {
        report(path, `"${key}" is not a service`, (0,suggest/* suggestName */.S)(key, known));
    }
}

;// CONCATENATED MODULE: ./core/config/checks/notifications.js

/** Reports filters of notifications that nothing would ever pass: stages and services that are not configured. */
function checkNotifications(config, report) {
    for (const [index, { stages, services = [] }] of (config.notifications ?? []).entries()) {
        checkStageNames(stages, ['notifications', index, 'stages'], config, report);
        for (const [at, key] of services.entries()) {
            checkServiceKey(key, ['notifications', index, 'services', at], config, report);
        }
    }
}

// EXTERNAL MODULE: ./core/aws/role-arn.js
var role_arn = __webpack_require__(28609);
// EXTERNAL MODULE: ./core/own-value.js
var own_value = __webpack_require__(67413);
;// CONCATENATED MODULE: ./core/config/checks/role.js


/** Returns the region that a profile's role has to serve. */
function firstRegion(profile) {
    return Array.isArray(profile?.region) ? profile.region[0] : profile?.region;
}
/** Reports a role that is not the ARN of one for the region; returns whether it is. */
function checkRole(path, role, region, report) {
    const fault = (0,role_arn/* roleArnFault */.as)(role, region);
    if (fault !== undefined) {
        report(path, `"${(0,checks_report/* formatPath */.j)(path)}" is not the ARN of a role: ${fault}: ${JSON.stringify(role)}`, role_arn/* ROLE_ARN_FIX */.vz, {
            code: 'E_ROLE_ARN',
        });
    }
    return fault === undefined;
}

;// CONCATENATED MODULE: ./core/config/checks/personal.js



/** Reports personal stages without a profile, with a role that is none, or with a role of another account than the profile. */
function checkPersonal(config, report) {
    const { personal } = config;
    if (personal === undefined) {
        return;
    }
    const name = config['default-profile'];
    if (name === undefined) {
        const fix = `add "default-profile:" at the top level (known: ${Object.keys(config.profiles).join(', ')})`;
        report(['personal'], 'personal stages need a profile', fix, { code: 'E_PROFILE_UNKNOWN', of: 'key' });
        return;
    }
    const profile = (0,own_value/* ownValue */.e)(config.profiles, name);
    const path = ['personal', 'role'];
    if (personal.role === undefined || !checkRole(path, personal.role, firstRegion(profile), report)) {
        return;
    }
    const { account } = (0,role_arn/* parseRoleArn */.DM)(personal.role);
    const role = profile?.role;
    if (role !== undefined && (0,role_arn/* roleArnFault */.as)(role) === undefined && (0,role_arn/* parseRoleArn */.DM)(role).account !== account) {
        const what = `personal.role is in account ${account}, and the profile "${name}" is of account ${(0,role_arn/* parseRoleArn */.DM)(role).account}`;
        report(path, what, 'use one account for both');
    }
}

;// CONCATENATED MODULE: ./core/config/checks/regions.js

/** Reports regions of a list that are there twice, or in another partition than the first. */
function checkRegions(path, given, report) {
    const regions = typeof given === 'string' ? [] : given;
    for (const [index, region] of regions.entries()) {
        const at = [...path, index];
        if (regions.indexOf(region) !== index) {
            report(at, `"${region}" is listed twice`, 'remove one of the two');
        }
        else if ((0,aws_region/* partitionOf */.iQ)(region) !== (0,aws_region/* partitionOf */.iQ)(regions[0] ?? region)) {
            report(at, `"${region}" is not in the partition of "${regions[0]}"`, 'give it a profile of its own');
        }
    }
}

// EXTERNAL MODULE: ./core/configuration/freeze.js
var freeze = __webpack_require__(46501);
// EXTERNAL MODULE: ./core/freeze/window.js
var freeze_window = __webpack_require__(82705);
;// CONCATENATED MODULE: ./core/config/checks/stages.js



/** Longest name of a stage, in characters; most services leave less. */
const MAX_STAGE_NAME = 48;
/** Reports stages whose names cannot be, are doubled, or could be a preview's, and those without their branch. */
function checkStages(config, source, report) {
    const folded = new Map();
    for (const [name, stage] of Object.entries(config.stages ?? {})) {
        const path = ['stages', name];
        if ((0,stage_name/* isStagePattern */.rR)(name)) {
            if (stage.branch !== undefined) {
                report([...path, 'branch'], `the pattern "${name}" has a branch`, 'remove it: the pattern is matched against branches');
            }
            if (stage.freeze !== undefined) {
                report([...path, 'freeze'], `the pattern "${name}" has windows`, 'remove them: previews are never frozen');
            }
            continue;
        }
        checkStageName(name, path, report);
        if (stage.branch === undefined) {
            report(path, `the stage "${name}" has no branch`, 'add `branch:`, the one branch that it is deployed from', {
                of: 'key',
            });
        }
        checkBranch(stage.branch, [...path, 'branch'], report);
        checkFreeze(stage.freeze ?? [], [...path, 'freeze'], report);
        const twin = folded.get(name.toLowerCase());
        if (twin !== undefined) {
            const line = source.position(['stages', twin], 'key').line;
            report(path, `"${name}" and "${twin}" (line ${line}) differ only in case`, 'rename one: buckets are lower case', {
                of: 'key',
            });
        }
        folded.set(name.toLowerCase(), name);
    }
}
function checkStageName(name, path, report) {
    if (!stage_name/* STAGE_NAME */.rf.test(name)) {
        const fix = 'use letters, digits and -; a pattern of branches holds a *';
        report(path, `"${name}" is not a stage name that the Serverless Framework takes`, fix, { of: 'key' });
        return;
    }
    if (name.length > MAX_STAGE_NAME) {
        const fix = `shorten it to ${MAX_STAGE_NAME}: it is a part of names that AWS limits`;
        report(path, `the stage's name "${name}" has ${name.length} characters`, fix, { of: 'key' });
        return;
    }
    for (const [mark, whose] of MARKS) {
        if (name.includes(mark)) {
            const what = `"${name}" holds ${mark}, which marks the names of ${whose}: the rights of ${whose} would be for it`;
            report(path, what, 'rename the stage', { of: 'key' });
        }
    }
}
const MARKS = [
    [stage_name/* PREVIEW_MARK */.Hp, 'previews'],
    [stage_name/* PERSONAL_MARK */.ZZ, 'personal stages'],
];
/** Reports windows of time that are none. */
function checkFreeze(windows, path, report) {
    for (const [index, window] of windows.entries()) {
        const fault = (0,freeze_window/* windowFault */.P)((0,freeze/* freezeWindow */._)(window));
        if (fault !== undefined) {
            report([...path, index, fault.part === 'timeZone' ? 'time-zone' : fault.part], fault.what, fault.fix);
        }
    }
}
/** Reports what is not the plain name of one branch. */
function checkBranch(branch, path, report) {
    if (branch?.startsWith('refs/')) {
        report(path, `"${branch}" is a full ref`, 'write the name of the branch alone, without refs/heads/');
    }
    else if (branch !== undefined && /[\s*?[\\^~:]/.test(branch)) {
        report(path, `"${branch}" is not the name of a branch`, 'write one branch; patterns are keys of `stages`');
    }
}

;// CONCATENATED MODULE: ./core/config/checks/previews.js







/** Reports previews without a profile, with a role that is none, or with a role of another account than their profiles. */
function checkPreviews(config, report) {
    const { previews } = config;
    if (previews === undefined) {
        return;
    }
    for (const [index, branch] of (previews['target-branches'] ?? []).entries()) {
        checkBranch(branch, ['previews', 'target-branches', index], report);
    }
    const fallback = config['default-profile'];
    if (fallback === undefined) {
        const fix = `add "default-profile:" at the top level (known: ${Object.keys(config.profiles).join(', ')})`;
        report(['previews'], 'previews need a profile', fix, { code: 'E_PROFILE_UNKNOWN', of: 'key' });
        return;
    }
    if (!checkRole(['previews', 'role'], previews.role, firstRegion((0,own_value/* ownValue */.e)(config.profiles, fallback)), report)) {
        return;
    }
    for (const [index, { role, region }] of (previews.retired ?? []).entries()) {
        const path = ['previews', 'retired', index];
        checkRole([...path, 'role'], role, (0,effective/* regionList */.lW)(region)[0], report);
        checkRegions([...path, 'region'], region, report);
    }
    const { account } = (0,role_arn/* parseRoleArn */.DM)(previews.role);
    const patterns = Object.entries(config.stages ?? {}).filter(([name]) => (0,stage_name/* isStagePattern */.rR)(name));
    const uses = [
        [['default-profile'], fallback],
        ...patterns.map(([name, stage]) => [['stages', name, 'profile'], stage.profile]),
    ];
    for (const [path, name] of uses) {
        const role = (0,own_value/* ownValue */.e)(config.profiles, name)?.role;
        if (role !== undefined && (0,role_arn/* roleArnFault */.as)(role) === undefined && (0,role_arn/* parseRoleArn */.DM)(role).account !== account) {
            const what = `previews use the profile "${name}" of account ${(0,role_arn/* parseRoleArn */.DM)(role).account}`;
            report(path, `${what}, but previews.role is in account ${account}`, 'use one account for both');
        }
    }
}

// EXTERNAL MODULE: ./core/duration.js
var core_duration = __webpack_require__(77905);
;// CONCATENATED MODULE: ./core/config/checks/exported.js


/** Names of variables that programs heed by themselves, and what a parameter of that name would change. */
const HEEDED = [
    [
        /^(LD_|DYLD_)|^(PATH|PATHEXT|COMSPEC|SHELL|BASH_ENV|ENV|IFS|NODE_PATH|NODE_OPTIONS|NODE_REPL_.*)$/,
        'which programs and libraries are loaded',
    ],
    [
        /^(PYTHON(PATH|HOME|STARTUP)|RUBY(OPT|LIB)|PERL5?(OPT|LIB)|JAVA_TOOL_OPTIONS|_JAVA_OPTIONS|CLASSPATH|GOFLAGS)$/,
        'which programs and libraries are loaded',
    ],
    [/^(AWS_|AMAZON_)/, 'the credentials, or which AWS is talked to'],
    [/^(GITHUB_|GH_|ACTIONS_|RUNNER_|INPUT_|STATE_)/, 'what the runner tells its steps, or listens to'],
    [/^((HTTPS?|NO|ALL|FTP)_PROXY|(https?|no|all|ftp)_proxy)$/, 'where requests go'],
    [
        /^(NODE_EXTRA_CA_CERTS|NODE_TLS_.*|SSL_CERT_.*|SSLKEYLOGFILE|CURL_CA_BUNDLE|REQUESTS_CA_BUNDLE)$/,
        'whose certificates are trusted',
    ],
    [/^(GIT_|NPM_CONFIG_|npm_config_|YARN_|COREPACK_|PNPM_)/, 'what git and package managers do'],
    [/^(SLS_|SERVERLESS_)/, 'what the Serverless Framework does'],
    [
        /^(HOME|USERPROFILE|APPDATA|LOCALAPPDATA|XDG_.*|TMPDIR|TEMP|TMP|CI)$/,
        'where programs keep their files, or how they behave in a job',
    ],
];
/** Reports parameters that cannot be exported as variables, or that a program would heed as something else. */
function checkExported(profile, path, report) {
    const seen = new Map();
    for (const [index, name] of (profile['export-env'] ?? []).entries()) {
        const fault = faultOf(name, profile, seen.get(name.toLowerCase()));
        if (fault !== undefined) {
            report([...path, index], ...fault);
        }
        seen.set(name.toLowerCase(), name);
    }
}
function faultOf(name, profile, twin) {
    if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) {
        return [`"${name}" cannot be the name of a variable`, 'rename the parameter'];
    }
    const [, changed] = HEEDED.find(([names]) => names.test(name)) ?? [];
    if (changed !== undefined) {
        return [`a variable "${name}" would change ${changed}`, 'rename the parameter, or read it as ${param:…} alone'];
    }
    if (twin !== undefined) {
        const what = twin === name ? `"${name}" is listed twice` : `"${name}" and "${twin}" differ only in case`;
        return [what, 'keep one of them: variables of that name may be one and the same'];
    }
    if ((0,own_value/* ownValue */.e)(profile.parameters, name) === undefined && profile['parameters-path'] === undefined) {
        return [`"${name}" is not a parameter`, (0,suggest/* suggestName */.S)(name, Object.keys(profile.parameters ?? {}))];
    }
    return undefined;
}

;// CONCATENATED MODULE: ./core/config/checks/profiles.js










/** Reports what is wrong in the profiles, and names of profiles that lead nowhere. */
function checkProfiles(config, report) {
    for (const [name, profile] of Object.entries(config.profiles)) {
        checkProfile(name, profile, report);
    }
    checkProfileNames(config, report);
    checkBaseStages(config, report);
}
function checkProfile(name, profile, report) {
    const path = ['profiles', name];
    for (const key of ['role', 'viewer-role', 'planner-role']) {
        const role = profile[key];
        if (role !== undefined) {
            checkRole([...path, key], role, firstRegion(profile), report);
        }
    }
    if (profile['planner-role'] !== undefined && profile['planner-role'] === profile.role) {
        const fix = 'make a role of its own that executes nothing (aws/github-planner-role.yml)';
        report([...path, 'planner-role'], 'the planner role is the role that deploys', fix);
    }
    checkRegions([...path, 'region'], profile.region, report);
    const duration = profile['session-duration'];
    if (duration !== undefined) {
        const seconds = (0,core_duration/* durationSeconds */.o)(duration);
        if (seconds < 900 || seconds > 43_200) {
            report([...path, 'session-duration'], `"${duration}" is outside what STS gives`, 'write 15m to 12h');
        }
    }
    checkExported(profile, [...path, 'export-env'], report);
}
/** A base stage has to be one that the profile's credentials can read. */
function checkBaseStages(config, report) {
    for (const [name, profile] of Object.entries(config.profiles)) {
        const base = profile['base-stage'];
        const path = ['profiles', name, 'base-stage'];
        const stage = base === undefined || (0,stage_name/* isStagePattern */.rR)(base) ? undefined : (0,own_value/* ownValue */.e)(config.stages, base);
        if (base !== undefined && stage === undefined) {
            const known = (0,effective/* configuredStages */.WX)(config);
            report(path, `"${base}" is not a configured stage`, (0,suggest/* suggestName */.S)(base, known), { code: 'E_STAGE_UNKNOWN' });
            continue;
        }
        const role = (0,own_value/* ownValue */.e)(config.profiles, stage?.profile ?? '')?.role;
        const accounts = [profile.role, role].map((arn) => arn === undefined || (0,role_arn/* roleArnFault */.as)(arn) !== undefined ? undefined : (0,role_arn/* parseRoleArn */.DM)(arn).account);
        if (accounts[0] !== undefined && accounts[1] !== undefined && accounts[0] !== accounts[1]) {
            const what = `the stage "${base}" is in account ${accounts[1]}, and the profile "${name}" in ${accounts[0]}`;
            report(path, what, 'name a stage of the same account');
        }
    }
}
function checkProfileNames(config, report) {
    const known = Object.keys(config.profiles);
    const uses = Object.entries(config.stages ?? {}).map(([name, stage]) => [
        ['stages', name, 'profile'],
        stage.profile,
    ]);
    const fallback = config['default-profile'];
    if (fallback !== undefined) {
        uses.push([['default-profile'], fallback]);
    }
    for (const [path, name] of uses) {
        if ((0,own_value/* ownValue */.e)(config.profiles, name) === undefined) {
            const what = `"${(0,checks_report/* formatPath */.j)(path)}" names the profile "${name}", which is not in profiles`;
            report(path, what, (0,suggest/* suggestName */.S)(name, known), { code: 'E_PROFILE_UNKNOWN' });
        }
    }
}

// EXTERNAL MODULE: ./core/configuration/promote.js
var promote = __webpack_require__(45584);
;// CONCATENATED MODULE: ./core/config/checks/promote.js



/** Reports pairs of stages that cannot be promoted: unknown or equal stages, two ways into one stage, a mode without a branch. */
function checkPromote(config, report) {
    const known = (0,effective/* configuredStages */.WX)(config);
    const pairs = (0,promote/* pairList */.bb)(config.promote);
    for (const [index, pair] of pairs.entries()) {
        const path = Array.isArray(config.promote) ? ['promote', index] : ['promote'];
        for (const side of ['from', 'to']) {
            if (!known.includes(pair[side])) {
                report([...path, side], `"${pair[side]}" is not a configured stage`, (0,suggest/* suggestName */.S)(pair[side], known));
            }
        }
        if (pair.from === pair.to) {
            report([...path, 'to'], `"${pair.to}" is promoted to itself`, 'write the stage that comes after it');
        }
        if (pairs.findIndex(({ to }) => to === pair.to) < index) {
            const fix = 'keep one of the pairs: a stage is promoted to from one other stage';
            report([...path, 'to'], `two pairs lead to "${pair.to}"`, fix);
        }
        if (pair.mode === 'pull-request' && sharesBranch(pair, config)) {
            const what = `"${pair.from}" and "${pair.to}" have one branch, so there is nothing to open a pull request for`;
            report([...path, 'mode'], what, 'leave `mode` out');
        }
        if (pair.mode === 'pull-request' && pair['same-code'] === 'required') {
            const what = 'a pull request is deployed by the push that merges it, which compares no code';
            report([...path, 'same-code'], what, 'write `mode: branch`, or leave `same-code` out');
        }
    }
}
function sharesBranch({ from, to }, { stages }) {
    const branch = stages?.[to]?.branch;
    return branch !== undefined && stages?.[from]?.branch === branch;
}

// EXTERNAL MODULE: ./core/safeguards/catalogue.js + 25 modules
var catalogue = __webpack_require__(69878);
// EXTERNAL MODULE: ./core/safeguards/entry.js
var safeguards_entry = __webpack_require__(69633);
;// CONCATENATED MODULE: ./core/config/checks/safeguards.js




/** Reports safeguards that are none or have a wrong configuration, and waivers that could never apply. */
function checkSafeguards(config, report) {
    for (const [name, { safeguards = [] }] of Object.entries(config.profiles)) {
        for (const [index, entry] of safeguards.entries()) {
            const read = (0,safeguards_entry/* readSafeguard */.D)(entry);
            for (const { path, what, fix } of 'id' in read ? [] : read) {
                report(['profiles', name, 'safeguards', index, ...path], what, fix);
            }
        }
    }
    checkWaivers(config, report);
}
function checkWaivers(config, report) {
    for (const [index, waiver] of (config.waivers ?? []).entries()) {
        const path = ['waivers', index];
        const { safeguard, resource, service } = waiver;
        if (!(0,catalogue/* isSafeguardId */.K2)(safeguard)) {
            report([...path, 'safeguard'], `"${safeguard}" is not a safeguard`, (0,suggest/* suggestName */.S)(safeguard, catalogue/* SAFEGUARD_IDS */.a8));
        }
        if (safeguard === 'no-unresolved-variables') {
            report([...path, 'safeguard'], `"${safeguard}" cannot be waived`, 'remove the waiver, and correct the variable');
        }
        if (safeguard === 'no-stateful-replacement' && resource === undefined) {
            const fix = 'add `resource:`, the logical id of what may be replaced or removed';
            report(path, `a waiver of "${safeguard}" names no resource`, fix);
        }
        if (service !== undefined) {
            checkServiceKey(service, [...path, 'service'], config, report);
        }
        checkStageNames(waiver.stages, [...path, 'stages'], config, report);
    }
}

// EXTERNAL MODULE: ./core/service/definition.js
var definition = __webpack_require__(67296);
;// CONCATENATED MODULE: ./core/config/checks/services.js




/** Reports services with keys or folders that cannot be, and names of services that lead nowhere. */
function checkServices(config, report) {
    if (config.services === undefined) {
        return;
    }
    if (Object.keys(config.services).length === 0) {
        report(['services'], '"services" lists no service', 'list them, or leave the key out to have them found', {
            of: 'key',
        });
    }
    checkKeys(config.services, report);
    checkFolders(config.services, report);
    for (const [key, service] of Object.entries(config.services)) {
        checkNames(['services', key, 'depends-on'], service['depends-on'] ?? [], config.services, report);
        checkTriggers(key, service, report);
    }
    for (const [name, stage] of Object.entries(config.stages ?? {})) {
        checkNames(['stages', name, 'services'], stage.services ?? [], config.services, report);
    }
}
function checkKeys(services, report) {
    for (const key of Object.keys(services)) {
        if (!(0,definition/* isServiceKey */.ns)(key)) {
            const fix = 'use letters, digits, - and _, beginning with a letter, and not "all"';
            report(['services', key], `"${key}" is not a key of a service`, fix, { of: 'key' });
        }
    }
}
function checkFolders(services, report) {
    const keyOfPath = new Map();
    for (const [key, service] of Object.entries(services)) {
        const at = ['services', key, 'path'];
        const path = external_node_path_.posix.normalize(service.path.replaceAll('\\', '/')).replace(/\/$/, '');
        if (/^([/\\]|[A-Za-z]:)/.test(path) || path.split('/').includes('..')) {
            report(at, `"${service.path}" leads out of the repository`, 'write a path relative to this file');
        }
        // Several services of a folder have a file each.
        const place = `${path}\0${service.config ?? ''}`;
        const twin = keyOfPath.get(place);
        if (twin !== undefined) {
            const fix = 'give each service a folder, or a file of its own (`config`)';
            report(at, `"${service.path}" is the folder of "${twin}" already`, fix);
        }
        keyOfPath.set(place, key);
    }
}
function checkNames(path, names, services, report) {
    for (const [index, name] of names.entries()) {
        if ((0,own_value/* ownValue */.e)(services, name) === undefined) {
            const fix = (0,suggest/* suggestName */.S)(name, Object.keys(services));
            report([...path, index], `"${name}" is not a service`, fix, { code: 'E_SERVICE_UNKNOWN' });
        }
    }
}
function checkTriggers(key, { triggers = [] }, report) {
    for (const [index, glob] of (triggers === 'always' ? [] : triggers).entries()) {
        if (/^([/\\!]|[A-Za-z]:)/.test(glob) || glob.split('/').includes('..')) {
            const fix = 'write a glob of files of the repository, relative to this file, such as shared/**';
            report(['services', key, 'triggers', index], `"${glob}" is not a glob below this file's folder`, fix);
        }
    }
}

;// CONCATENATED MODULE: ./core/config/semantics.js










/** Returns what is wrong with a configuration that the schema alone cannot see: names that lead nowhere, and the like. */
function semanticErrors(config, source) {
    const errors = [];
    const report = (path, what, fix, more = {}) => {
        errors.push(new core_errors/* UserError */.yo(more.code ?? 'E_CONFIG', { what, fix, position: source.position(path, more.of) }));
    };
    checkProfiles(config, report);
    checkStages(config, source, report);
    checkPreviews(config, report);
    checkPersonal(config, report);
    checkPromote(config, report);
    checkServices(config, report);
    checkNotifications(config, report);
    checkSafeguards(config, report);
    checkCheckStages(config, report);
    return errors;
}

;// CONCATENATED MODULE: ./core/config/unsupported.js


/** Keys whose feature is not there yet, as paths; `*` is any name. They are refused, never read over. */
const UNSUPPORTED_KEYS = [['env'], ['setup']];
/** Returns an error for each key that a later version of the product brings. */
function unsupportedErrors(config, source) {
    const paths = UNSUPPORTED_KEYS.flatMap((pattern) => matchingPaths(config, pattern));
    return paths.map((path) => refuse((0,checks_report/* formatPath */.j)(path), source, path));
}
function refuse(name, source, path) {
    return new core_errors/* UserError */.yo('E_NOT_SUPPORTED', {
        what: `"${name}" needs a newer version of the action`,
        why: 'this version does not have the feature, and to read over it would be a promise that is not kept',
        fix: 'update the action, or remove the key',
        position: source.position(path, 'key'),
    });
}
function matchingPaths(value, pattern, prefix = []) {
    const [head, ...rest] = pattern;
    if (head === undefined) {
        return [prefix];
    }
    if (typeof value !== 'object' || value === null) {
        return [];
    }
    const record = value;
    const keys = head === '*' ? Object.keys(record) : [head].filter((key) => record[key] !== undefined);
    return keys.flatMap((key) => matchingPaths(record[key], rest, [...prefix, key]));
}

;// CONCATENATED MODULE: ./core/config/parse.js








/** Name of the configuration file at the root of a user's repository. */
const CONFIG_FILE = 'serverless-stages.yml';
/**
 * Returns the path of the configuration from the repository's root, for the folder of the input `working-directory`.
 * Throws E_INPUT where the folder is not in the repository.
 */
function configPath(folder) {
    const path = external_node_path_.posix.normalize(`${folder.replaceAll('\\', '/')}/${CONFIG_FILE}`);
    if (external_node_path_.posix.isAbsolute(path) || path.startsWith('../') || /^[A-Za-z]:/.test(path)) {
        throw new core_errors/* UserError */.yo('E_INPUT', {
            what: `the input "working-directory" is "${folder}", which leads out of the repository`,
            fix: "write a folder relative to the repository's root, such as backend",
        });
    }
    return path;
}
/**
 * Parses and checks a serverless-stages.yml. `file` is its path in the repository, `revision` the branch or commit that it
 * is of. Throws `UserError` (all that is wrong at
 * once, each with line and column): E_CONFIG_FILE, E_CONFIG, E_CONFIG_VERSION, E_NOT_SUPPORTED, E_PROFILE_UNKNOWN,
 * E_ROLE_ARN, E_SERVICE_UNKNOWN.
 */
function parseConfig(bytes, file = CONFIG_FILE, revision) {
    const source = (0,yaml_source/* parseYamlSource */.WF)((0,yaml_source/* decodeConfigText */.ad)(bytes, file), file, revision);
    if (source.value === null || source.value === undefined) {
        throw new core_errors/* UserError */.yo('E_CONFIG', {
            what: `${file} is empty`,
            fix: `begin it with "version: ${schema/* CONFIG_VERSION */.e8}", "app:" and "profiles:" (see docs/configuration.md)`,
            position: source.position([]),
        });
    }
    if (typeof source.value !== 'object' || Array.isArray(source.value)) {
        throw new core_errors/* UserError */.yo('E_CONFIG', {
            what: `${file} holds no mapping of keys to values`,
            fix: 'write keys such as "version: 1" (see docs/configuration.md)',
            position: source.position([]),
        });
    }
    checkVersion(source);
    const checked = dist/* safeParse */.xLC(schema/* configSchema */.Qn, source.value);
    if (!checked.success) {
        (0,core_errors/* throwCollected */.ml)(schemaErrors(checked.issues, source));
        throw new Error('the schema refused the configuration without an issue');
    }
    (0,core_errors/* throwCollected */.ml)(unsupportedErrors(checked.output, source));
    (0,core_errors/* throwCollected */.ml)(semanticErrors(checked.output, source));
    return checked.output;
}
/** A newer file is told apart first: its new keys would only confuse. */
function checkVersion(source) {
    const version = source.value.version;
    if (typeof version === 'number' && Number.isInteger(version) && version > schema/* CONFIG_VERSION */.e8) {
        throw new core_errors/* UserError */.yo('E_CONFIG_VERSION', {
            what: `version: ${version} needs action ≥ v${version}`,
            why: `this action reads version ${schema/* CONFIG_VERSION */.e8}`,
            fix: `use the action's tag v${version} or newer, or write version: ${schema/* CONFIG_VERSION */.e8}`,
            position: source.position(['version']),
        });
    }
}


/***/ }),

/***/ 64349:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $I: () => (/* binding */ NOT_A_SECRET_NAME),
/* harmony export */   Ew: () => (/* binding */ notification),
/* harmony export */   O$: () => (/* binding */ DEFAULT_EVENTS)
/* harmony export */ });
/* unused harmony export NOTIFIED_EVENTS */
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(37728);
/* harmony import */ var _schema_parts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56906);


/** What the entries of `notifications` may be told of. */
const NOTIFIED_EVENTS = ['started', 'deployed', 'unchanged', 'superseded', 'failed', 'removed'];
/** What is told of where an entry does not say. */
const DEFAULT_EVENTS = ['deployed', 'failed', 'removed'];
/** What the check says of a target that is no name of a secret; it may be an address, which is shown nowhere. */
const NOT_A_SECRET_NAME = 'is not the name of a secret; write the name alone, an address does not belong into the file';
const secretName = (description) => valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .regex */ .yGV(/^[A-Za-z_][A-Za-z0-9_]*$/, NOT_A_SECRET_NAME), valibot__WEBPACK_IMPORTED_MODULE_1__/* .description */ .h_(description));
const filters = {
    events: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_1__/* .picklist */ .KIO(NOTIFIED_EVENTS, `is none of ${NOTIFIED_EVENTS.join(', ')}`)), valibot__WEBPACK_IMPORTED_MODULE_1__/* .minLength */ .BpQ(1, 'names nothing; leave the key out'), valibot__WEBPACK_IMPORTED_MODULE_1__/* .description */ .h_('What is told of (default: deployed, failed, removed).'))),
    stages: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM((0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .someNames */ .Xq)('Of which stages: names, patterns, or "previews" for all previews (default: all).')),
    services: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM((0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .someNames */ .Xq)('Only where one of these services was deployed, failed or was removed (default: all).')),
};
/** One entry of `notifications`: a target, and what it is told of. */
const notification = valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    slack: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(secretName('Name of the secret with the address of an incoming webhook of Slack.')),
    webhook: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(secretName('Name of the secret with the address that gets a signed POST.')),
    sns: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .regex */ .yGV(/^arn:[a-z-]+:sns:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_-]+$/, 'is not the ARN of an SNS topic'), valibot__WEBPACK_IMPORTED_MODULE_1__/* .description */ .h_("ARN of an SNS topic that the stage's role may publish to."))),
    ...filters,
}), valibot__WEBPACK_IMPORTED_MODULE_1__/* .check */ .z6Y(({ slack, webhook, sns }) => [slack, webhook, sns].filter((target) => target !== undefined).length === 1, 'names no target, or several; write one of slack, webhook, sns'));


/***/ }),

/***/ 45584:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Yd: () => (/* binding */ promoteSchema),
/* harmony export */   bb: () => (/* binding */ pairList),
/* harmony export */   cF: () => (/* binding */ pairOf),
/* harmony export */   mA: () => (/* binding */ PROMOTERS)
/* harmony export */ });
/* unused harmony export CODE_LEVELS */
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(37728);
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77905);
/* harmony import */ var _schema_parts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(56906);



/** Who may start a promotion, the least first: the roles of GitHub that may run workflows. */
const PROMOTERS = ['write', 'maintain', 'admin'];
/** What becomes of a service whose code is not the code that `from` proved. */
const CODE_LEVELS = ['required', 'warn', 'off'];
const pair = valibot__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    from: (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('The stage that a promotion comes from.'),
    to: (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('The stage that it goes to.'),
    soak: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM((0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)('How long a commit has to be in `from` first (default: not at all).')),
    mode: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_2__/* .picklist */ .KIO(['branch', 'pull-request'], 'is neither branch nor pull-request'), valibot__WEBPACK_IMPORTED_MODULE_2__/* .description */ .h_('How the branch of `to` moves: by a commit after an approval, or by a pull request (default branch).'))),
    requires: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_2__/* .picklist */ .KIO(PROMOTERS, 'is none of write, maintain, admin'), valibot__WEBPACK_IMPORTED_MODULE_2__/* .description */ .h_('The least role in the repository of whoever starts a promotion (default write).'))),
    'same-code': valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_2__/* .picklist */ .KIO(CODE_LEVELS, 'is none of required, warn, off'), valibot__WEBPACK_IMPORTED_MODULE_2__/* .description */ .h_('Whether the code of each function has to be the code that `from` has: required stops the deploy of a service, warn says it (default warn).'))),
});
/** `promote` of serverless-stages.yml: one pair of stages, or several. */
const promoteSchema = valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([pair, valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(pair), valibot__WEBPACK_IMPORTED_MODULE_2__/* .minLength */ .BpQ(1, 'names no pair'))]), valibot__WEBPACK_IMPORTED_MODULE_2__/* .description */ .h_('Which stage is promoted to which.'));
/** Returns the pairs of a configuration as a list, as the file has them. */
function pairList(promote) {
    return promote === undefined ? [] : 'from' in promote ? [promote] : promote;
}
/** Fills the defaults of a pair in. */
function pairOf({ from, to, soak, mode, requires, ...rest }) {
    return {
        from,
        to,
        soak: soak === undefined ? 0 : (0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .durationSeconds */ .o)(soak),
        mode: mode ?? 'branch',
        requires: requires ?? 'write',
        sameCode: rest['same-code'] ?? 'warn',
    };
}


/***/ }),

/***/ 28665:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e8: () => (/* binding */ CONFIG_VERSION),
  n8: () => (/* binding */ NOT_A_REGION),
  GV: () => (/* binding */ PARAMETER_NAME),
  Qn: () => (/* binding */ configSchema),
  c$: () => (/* binding */ isLiteral),
  $f: () => (/* binding */ isSecret),
  uF: () => (/* binding */ isSsm)
});

// EXTERNAL MODULE: ../node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(37728);
// EXTERNAL MODULE: ./core/aws/region.js
var region = __webpack_require__(87055);
// EXTERNAL MODULE: ./core/safeguards/catalogue.js + 25 modules
var catalogue = __webpack_require__(69878);
// EXTERNAL MODULE: ./core/safeguards/waiver.js
var waiver = __webpack_require__(46381);
// EXTERNAL MODULE: ./core/configuration/freeze.js
var freeze = __webpack_require__(46501);
// EXTERNAL MODULE: ./core/configuration/notification-schema.js
var notification_schema = __webpack_require__(64349);
// EXTERNAL MODULE: ./core/configuration/promote.js
var promote = __webpack_require__(45584);
// EXTERNAL MODULE: ./core/configuration/schema-parts.js
var schema_parts = __webpack_require__(56906);
;// CONCATENATED MODULE: ./core/configuration/service-schema.js


/** One service of `services`. */
const service = dist/* strictObject */.rej({
    path: (0,schema_parts/* text */.Qq)("The service's folder, relative to this file."),
    config: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^[^/\\]+\.(?:ya?ml|json|[cm]?[jt]s)$/, 'the name of a file in the folder, serverless.web.yml for example'), dist/* description */.h_("File of the service's configuration in its folder, where several services share one (default: serverless.yml and its kin)."))),
    'depends-on': dist/* optional */.lqM((0,schema_parts/* names */.Dy)('Keys of services that are deployed before this one; those that it reads outputs of need not be listed.')),
    triggers: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* union */.KCZ([dist/* literal */.euz('always'), (0,schema_parts/* names */.Dy)('Globs.')]), dist/* description */.h_('Globs of further files that belong to the service, relative to this file; always: it counts as changed.'))),
    shared: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* union */.KCZ([dist/* boolean */.zMY(), dist/* literal */.euz('always')]), dist/* description */.h_('Whether previews read the base stage instead of getting a copy, unless they change it; always: even then (default false).'))),
    test: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* union */.KCZ([(0,schema_parts/* text */.Qq)('Command.'), dist/* literal */.euz(false)]), dist/* description */.h_("Command of the service's own tests, run in its folder before a deploy; false: none (default: the test script of a package.json in its folder)."))),
    verify: dist/* optional */.lqM((0,schema_parts/* text */.Qq)('Command that is run in its folder after the deploy, with URL and outputs in its environment, and is part of the verdict.')),
    hooks: dist/* optional */.lqM(dist/* strictObject */.rej({
        'before-deploy': dist/* optional */.lqM((0,schema_parts/* text */.Qq)('Command that is run in its folder before it is packaged.')),
        'after-deploy': dist/* optional */.lqM((0,schema_parts/* text */.Qq)('Command that is run in its folder after its stack is deployed, before verify.')),
        'before-destroy': dist/* optional */.lqM((0,schema_parts/* text */.Qq)('Command that is run before its stack is removed, in an empty folder.')),
    })),
});

;// CONCATENATED MODULE: ./core/configuration/schema.js









/** The version of serverless-stages.yml that this version of the product reads. */
const CONFIG_VERSION = 1;
/** What the check says of a region that is none; the hint beside it names the nearest. */
const NOT_A_REGION = 'is not the name of an AWS region';
const schema_region = dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(region/* REGION_PATTERN */.aY, NOT_A_REGION));
const regions = dist/* pipe */.FsL(dist/* union */.KCZ([schema_region, dist/* pipe */.FsL(dist/* array */.YOg(schema_region), dist/* minLength */.BpQ(1, 'names no region'))]), dist/* description */.h_('AWS region; a list makes one deployment per service and region.'));
const role = (0,schema_parts/* text */.Qq)('ARN of the IAM role that the job assumes with its OIDC token.');
const literal = dist/* pipe */.FsL(dist/* union */.KCZ([dist/* string */.YjP(), dist/* number */.aig(), dist/* boolean */.zMY()]), dist/* description */.h_('A plain value, readable by anyone who can read the repository.'));
const ssmReference = dist/* strictObject */.rej({
    ssm: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^[a-zA-Z0-9_./-]+$/, 'is not the name of an SSM parameter'), dist/* description */.h_('Name of an SSM parameter in the account and region of the profile.')),
});
const secretReference = dist/* strictObject */.rej({
    secret: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^[A-Za-z_][A-Za-z0-9_]*$/, 'is not the name of an entry of PARAMETERS'), dist/* description */.h_("Name of an entry of the workflow's PARAMETERS secret.")),
});
const parameter = dist/* union */.KCZ([literal, ssmReference, secretReference]);
/** A parameter's name as `${param:NAME}` can spell it. */
const PARAMETER_NAME = /^[A-Za-z_][A-Za-z0-9_./-]*$/;
const parameterName = dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(PARAMETER_NAME, 'is not a parameter name that ${param:…} can spell; use letters, digits, _ - . / and begin with a letter or _'));
const safeguards = dist/* pipe */.FsL(dist/* array */.YOg(dist/* pipe */.FsL(dist/* union */.KCZ([dist/* picklist */.KIO(catalogue/* SAFEGUARD_IDS */.a8), dist/* looseObject */._H3({})]), dist/* description */.h_('An id, an id with its configuration, or the form of the Serverless Dashboard.'))), dist/* description */.h_('Policies that every package is checked by before it is deployed.'));
const boundary = (whose) => dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^arn:[a-z-]+:iam::([0-9]{12}|aws):policy\/[\w+=,.@/-]+$/, 'is not the ARN of an IAM policy'), dist/* description */.h_(`ARN of the permissions boundary that every role in the package of ${whose} gets (default: none).`));
const profile = dist/* strictObject */.rej({
    role: dist/* optional */.lqM(role),
    region: regions,
    environment: dist/* optional */.lqM((0,schema_parts/* text */.Qq)("GitHub environment of the deploy job (default: the profile's name).")),
    parameters: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* record */.g1P(parameterName, parameter), dist/* description */.h_("Values that the services' own configuration reads as ${param:NAME}."))),
    'parameters-path': dist/* optional */.lqM(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^\/[a-zA-Z0-9_.-]+(\/[a-zA-Z0-9_.-]+)*\/?$/, 'is not a path of SSM; it begins with / and has no blanks'), dist/* description */.h_('Every SSM parameter below this path becomes a parameter too; explicit ones win.'))),
    safeguards: dist/* optional */.lqM(safeguards),
    'base-stage': dist/* optional */.lqM((0,schema_parts/* text */.Qq)("Configured stage that previews read from where they have no deployment (default: the profile's name).")),
    boundary: dist/* optional */.lqM(boundary('a configured stage, and of a personal one without its own')),
    'session-duration': dist/* optional */.lqM((0,schema_parts/* duration */.p0)('How long the role session lives (default 1h).')),
    'export-env': dist/* optional */.lqM((0,schema_parts/* names */.Dy)("Parameters that the Serverless Framework's process also gets as environment variables (default: none).")),
    'require-parameters': dist/* optional */.lqM((0,schema_parts/* flag */.Jt)('Whether an empty parameters-path is an error; false makes it a warning (default true).')),
    'viewer-role': dist/* optional */.lqM((0,schema_parts/* text */.Qq)('ARN of a read-only IAM role, by which a promotion sees what the stages of this profile have (default: none).')),
    'planner-role': dist/* optional */.lqM((0,schema_parts/* text */.Qq)('ARN of an IAM role, by which a dry run asks CloudFormation what a deploy would change (default: none).')),
});
const stage = dist/* strictObject */.rej({
    profile: (0,schema_parts/* text */.Qq)('Name of the profile that the stage uses.'),
    branch: dist/* optional */.lqM((0,schema_parts/* text */.Qq)('The one branch that this stage is deployed from; a pattern such as "feature/*" has none.')),
    services: dist/* optional */.lqM((0,schema_parts/* someNames */.Xq)('The services that this stage has (default: all).')),
    destroy: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* literal */.euz('allowed'), dist/* description */.h_('Whether destroy-stage may remove the stage. If it is not set, new stacks get termination protection.'))),
    freeze: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* array */.YOg(freeze/* freezeSchema */.N), dist/* description */.h_('Windows of time in which nothing is deployed to the stage.'))),
    laptop: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* literal */.euz('allowed'), dist/* description */.h_('Whether the stage may be deployed from a laptop too (default: from its branch alone).'))),
    'on-failure': dist/* optional */.lqM(dist/* pipe */.FsL(dist/* literal */.euz('rollback'), dist/* description */.h_('Whether services that a run has updated go back to what they were if another one fails (default: they stay).'))),
});
const previews = dist/* strictObject */.rej({
    'target-branches': dist/* optional */.lqM((0,schema_parts/* someNames */.Xq)('Only pull requests into these branches (default: the default branch).')),
    role: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* description */.h_('ARN of the IAM role of previews.')),
    environment: dist/* optional */.lqM((0,schema_parts/* text */.Qq)('GitHub environment of the previews (default: preview).')),
    stage: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* picklist */.KIO(['branch', 'pull-request'], 'is neither branch nor pull-request'), dist/* description */.h_("What a preview's stage is named for (default branch)."))),
    'max-length': dist/* optional */.lqM(dist/* pipe */.FsL(dist/* number */.aig(), dist/* integer */.ndf('is not a whole number'), dist/* minValue */.Wwf(11, 'is too short: the mark and the hash take 9 characters'), dist/* maxValue */.cGV(48, 'is longer than any stage name may be'), dist/* description */.h_('Longest stage name of a preview, in characters, hash included (default 20).'))),
    services: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* picklist */.KIO(['affected', 'all'], 'is neither affected nor all'), dist/* description */.h_('Which services a preview gets: those that its pull request changes, or all but the shared ones (default affected).'))),
    drafts: dist/* optional */.lqM((0,schema_parts/* flag */.Jt)('Whether draft pull requests get a preview (default false).')),
    bots: dist/* optional */.lqM((0,schema_parts/* flag */.Jt)("Whether bots' pull requests get a preview (default false).")),
    'expires-after': dist/* optional */.lqM((0,schema_parts/* duration */.p0)('How long a preview lives without a deploy (default 7d).')),
    destroy: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* picklist */.KIO(['close', 'delete', 'never'], 'is none of close, delete, never'), dist/* description */.h_('When a preview is removed: its pull request closed, its branch deleted, or never (default close).'))),
    retired: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* array */.YOg(dist/* strictObject */.rej({ role, region: regions })), dist/* description */.h_('Places where previews may still live that were deployed by an earlier role or into an earlier region.'))),
    boundary: dist/* optional */.lqM(boundary('a preview')),
});
const personal = dist/* strictObject */.rej({
    role: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* description */.h_('ARN of the IAM role that a person assumes for stages of their own (default: none, their own credentials deploy).'))),
    'expires-after': dist/* optional */.lqM((0,schema_parts/* duration */.p0)('How long a personal stage lives without a deploy (default 7d).')),
    boundary: dist/* optional */.lqM(boundary('a personal stage')),
});
/**
 * The one definition of serverless-stages.yml: the runtime check, the types below and the JSON Schema in `schema/` all
 * come from it. Strict objects, so an unknown key is found.
 */
const configSchema = dist/* strictObject */.rej({
    version: dist/* pipe */.FsL(dist/* literal */.euz(CONFIG_VERSION), dist/* description */.h_('Version of this file format.')),
    app: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^[a-z][a-z0-9-]{0,47}$/, 'is not a name: lower-case letters, digits and -, at most 48, beginning with a letter'), dist/* description */.h_('Name of the application; several repositories may share one.')),
    profiles: dist/* pipe */.FsL(dist/* record */.g1P((0,schema_parts/* text */.Qq)('Name.'), profile), dist/* description */.h_('Deployment profiles by name.')),
    'default-profile': dist/* optional */.lqM((0,schema_parts/* text */.Qq)('Profile of previews and personal stages.')),
    stages: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* record */.g1P((0,schema_parts/* text */.Qq)('Name.'), stage), dist/* description */.h_('Configured stages by name, and patterns of branches.'))),
    previews: dist/* optional */.lqM(previews),
    personal: dist/* optional */.lqM(personal),
    promote: dist/* optional */.lqM(promote/* promoteSchema */.Yd),
    services: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* record */.g1P((0,schema_parts/* text */.Qq)('Name.'), service), dist/* description */.h_('Services by key (default: found by folder).'))),
    notifications: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* array */.YOg(notification_schema/* notification */.Ew), dist/* description */.h_('Who is told of what becomes of a stage.'))),
    waivers: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* array */.YOg(waiver/* waiverSchema */.IM), dist/* description */.h_('Findings of safeguards that somebody lets through for a time.'))),
    env: dist/* optional */.lqM(dist/* unknown */.L5J()),
    setup: dist/* optional */.lqM(dist/* unknown */.L5J()),
    'check-stages': dist/* optional */.lqM((0,schema_parts/* someNames */.Xq)('Configured stages that the services of a pull request are packaged and checked for (default: none).')),
});
/** Whether a parameter is one of SSM. */
function isSsm(value) {
    return typeof value === 'object' && 'ssm' in value;
}
/** Whether a parameter is an entry of the PARAMETERS secret. */
function isSecret(value) {
    return typeof value === 'object' && 'secret' in value;
}
/** Whether a parameter is a literal, which a pull request may change, and not a reference, which grants something. */
function isLiteral(value) {
    return typeof value !== 'object';
}


/***/ }),

/***/ 46381:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ci: () => (/* binding */ waiverOf),
/* harmony export */   IM: () => (/* binding */ waiverSchema),
/* harmony export */   oN: () => (/* binding */ hasExpired)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(37728);
/* harmony import */ var _stage_among_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(93052);


const text = (description) => valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .nonEmpty */ .hq('is empty'), valibot__WEBPACK_IMPORTED_MODULE_1__/* .description */ .h_(description));
/** An entry of `waivers`, as written. */
const waiverSchema = valibot__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    safeguard: text('Id of the safeguard that is waived.'),
    service: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(text('Key of the service that it is waived for (default: all).')),
    resource: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(text('Logical id of the resource, or key of the function, that it is waived for (default: all).')),
    stages: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(text('One name.')), valibot__WEBPACK_IMPORTED_MODULE_1__/* .minLength */ .BpQ(1, 'names nothing; leave the key out'), valibot__WEBPACK_IMPORTED_MODULE_1__/* .description */ .h_('Stages that it is waived in, by name or pattern (default: all).'))),
    owner: text('Who answers for it.'),
    reason: text('Why it may be so.'),
    until: valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .regex */ .yGV(/^\d{4}-\d\d-\d\d$/, 'is not a day; write it as 2026-12-31'), valibot__WEBPACK_IMPORTED_MODULE_1__/* .check */ .z6Y((day) => isDay(day), 'is not a day of the calendar'), valibot__WEBPACK_IMPORTED_MODULE_1__/* .description */ .h_('Last day on which it holds (UTC).')),
});
/** Returns the waiver of a finding that holds longest; undefined for none. */
function waiverOf(waivers, { safeguard, service, stage, finding }) {
    return waivers
        .filter((waiver) => waiver.safeguard === safeguard)
        .filter((waiver) => waiver.service === undefined || waiver.service === service)
        .filter((waiver) => waiver.stages === undefined || (0,_stage_among_js__WEBPACK_IMPORTED_MODULE_0__/* .isStageAmong */ .d)(stage, waiver.stages))
        .filter(({ resource }) => resource === undefined || resource === finding.resource || resource === finding.function)
        .sort((a, b) => (a.until < b.until ? 1 : -1))[0];
}
/** Whether a waiver's last day is over, at a time in milliseconds since 1970. */
function hasExpired({ until }, now) {
    return now >= Date.parse(`${until}T00:00:00Z`) + 24 * 60 * 60_000;
}
function isDay(text) {
    const time = new Date(`${text}T00:00:00Z`);
    return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(text);
}


/***/ }),

/***/ 67296:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   me: () => (/* binding */ SERVICE_FILES),
/* harmony export */   ns: () => (/* binding */ isServiceKey),
/* harmony export */   xY: () => (/* binding */ plainEntry)
/* harmony export */ });
/** Whether a text can be a service's key, as `${param:KEY.OUTPUT}` spells it; `all` means every service. */
function isServiceKey(text) {
    return /^[A-Za-z][A-Za-z0-9_-]*$/.test(text) && text !== 'all';
}
/** Builds an entry of a service that says no more than where it is. */
function plainEntry(key, path) {
    return { key, path, dependsOn: [], triggers: [], shared: false, composeParams: {} };
}
/** Names that a service's own configuration may have, as the Serverless Framework looks for them. */
const SERVICE_FILES = [
    'serverless.yml',
    'serverless.yaml',
    'serverless.json',
    'serverless.ts',
    'serverless.js',
    'serverless.cjs',
    'serverless.mjs',
];


/***/ }),

/***/ 29786:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ad: () => (/* binding */ decodeConfigText),
  WF: () => (/* binding */ parseYamlSource)
});

// UNUSED EXPORTS: MAX_CONFIG_BYTES

// EXTERNAL MODULE: ../node_modules/yaml/dist/index.js
var dist = __webpack_require__(6637);
// EXTERNAL MODULE: ./core/errors.js
var errors = __webpack_require__(30742);
// EXTERNAL MODULE: ./core/only-defined.js
var only_defined = __webpack_require__(49443);
;// CONCATENATED MODULE: ./core/yaml/faults.js


/** Returns what is doubled, ambiguous or leads nowhere in a well-formed YAML document. */
function findFaults(document, at) {
    const faults = [];
    const anchors = new Set();
    const note = ({ anchor }) => {
        if (anchor !== undefined) {
            anchors.add(anchor);
        }
    };
    (0,dist/* visit */.YR)(document, {
        Seq: (_, seq) => note(seq),
        Map: (_, map) => {
            note(map);
            faults.push(...doubledKeys(map.items, at));
        },
        Alias: (_, alias) => {
            if (!anchors.has(alias.source)) {
                faults.push(new errors/* UserError */.yo('E_CONFIG', {
                    what: `the alias *${alias.source} has no anchor before it`,
                    fix: `write &${alias.source} where the value stands, or the value itself`,
                    position: at(alias.range?.[0] ?? 0),
                }));
            }
        },
        Scalar: (key, scalar) => {
            note(scalar);
            const fault = key === 'key' ? undefined : ambiguousScalar(scalar, at);
            if (fault !== undefined) {
                faults.push(fault);
            }
        },
    });
    return faults;
}
/** Names that JavaScript has for its own: whoever reads records leaves them out without a word. */
const RESERVED = new Set(['__proto__', 'constructor', 'prototype']);
function doubledKeys(items, at) {
    const seen = new Map();
    const faults = [];
    for (const item of items) {
        if (!(0,dist/* isPair */.tO)(item) || !(0,dist/* isScalar */.jn)(item.key)) {
            continue;
        }
        const name = String(item.key.value);
        if (RESERVED.has(name)) {
            faults.push(new errors/* UserError */.yo('E_CONFIG', {
                what: `"${name}" cannot be a name`,
                fix: 'rename it',
                position: at(item.key.range?.[0] ?? 0),
            }));
        }
        const position = at(item.key.range?.[0] ?? 0);
        const first = seen.get(name);
        if (first === undefined) {
            seen.set(name, position);
        }
        else {
            faults.push(new errors/* UserError */.yo('E_CONFIG', {
                what: `"${name}" stands here and in line ${first.line} already`,
                fix: `keep one of the two (lines ${first.line} and ${position.line})`,
                position,
            }));
        }
    }
    return faults;
}
const YAML_1_1_BOOLEAN = /^(y|yes|n|no|on|off)$/i;
/** YAML 1.1 and 1.2 read some plain scalars differently, and numbers lose their zeros: what is meant must be quoted. */
function ambiguousScalar(scalar, at) {
    const source = scalar.source;
    if (scalar.type !== 'PLAIN' || source === undefined) {
        return undefined;
    }
    const position = at(scalar.range?.[0] ?? 0);
    if (typeof scalar.value === 'number' && String(scalar.value) !== source) {
        return new errors/* UserError */.yo('E_CONFIG', {
            what: `${source} is read as the number ${scalar.value}`,
            why: 'account ids, versions and the like are texts',
            fix: `quote it: "${source}"`,
            position,
        });
    }
    const unusual = typeof scalar.value === 'boolean' && source !== String(scalar.value);
    if (unusual || (typeof scalar.value === 'string' && YAML_1_1_BOOLEAN.test(source))) {
        return new errors/* UserError */.yo('E_CONFIG', {
            what: `${source} is a boolean for some YAML readers and a text for others`,
            fix: `write true or false, or quote it: "${source}"`,
            position,
        });
    }
    return undefined;
}

// EXTERNAL MODULE: ./core/yaml/limits.js
var limits = __webpack_require__(63425);
// EXTERNAL MODULE: ./core/yaml/read.js + 1 modules
var read = __webpack_require__(95054);
;// CONCATENATED MODULE: ./core/yaml/source.js






/** Largest configuration that is read, in bytes; a hand-written one is far below it. */
const MAX_CONFIG_BYTES = 1024 * 1024;
/** Decodes the bytes of a configuration; throws E_CONFIG_FILE where they are too many, or are not UTF-8 text. */
function decodeConfigText(bytes, file) {
    const refuse = (what, fix, cause) => new errors/* UserError */.yo('E_CONFIG_FILE', { what: `${file} ${what}`, fix, cause });
    if (bytes.length > MAX_CONFIG_BYTES) {
        throw refuse(`has ${bytes.length} bytes; at most ${MAX_CONFIG_BYTES} are read`, 'keep data out of the configuration');
    }
    const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
    if (utf16 || bytes.includes(0)) {
        throw refuse('is not UTF-8 text (it looks like UTF-16 or binary)', 'save the file as UTF-8');
    }
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch (cause) {
        throw refuse('is not valid UTF-8 text', 'save the file as UTF-8', cause);
    }
}
/** Parses the text of a YAML 1.2 file; throws E_CONFIG with every place where it is malformed, doubled or ambiguous. */
function parseYamlSource(text, file, revision) {
    const lines = new dist/* LineCounter */.HN();
    const at = (offset) => {
        const { line, col } = lines.linePos(offset);
        return { file, ...(0,only_defined/* onlyDefined */.M)({ revision }), line, column: col };
    };
    checkExcess((0,limits/* excessOfText */.Q)(text), (offset) => ({ ...at(0), ...placeIn(text, offset) }));
    const document = (0,dist/* parseDocument */.Tp)(text, { ...read/* SPARING */.B, lineCounter: lines, merge: true });
    (0,errors/* throwCollected */.ml)(document.errors.map((error) => new errors/* UserError */.yo('E_CONFIG', {
        what: `not valid YAML: ${error.message}`,
        fix: 'mend the YAML at this place',
        position: at(error.pos[0]),
    })));
    (0,errors/* throwCollected */.ml)(findFaults(document, at));
    checkExcess((0,limits/* excessOfAliases */.p)(document), at);
    return {
        file,
        value: toValue(document, at(0)),
        position: (path, of = 'value') => at(offsetOf(document.contents, path, of)),
    };
}
function checkExcess(excess, at) {
    if (excess !== undefined) {
        const { what, fix, offset } = excess;
        throw new errors/* UserError */.yo('E_CONFIG', { what: `the file ${what}`, fix, position: at(offset) });
    }
}
/** Line and column of a place in a text that was not parsed. */
function placeIn(text, offset) {
    const before = text.slice(0, offset).split('\n');
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
function toValue(document, position) {
    try {
        return document.toJS({ maxAliasCount: -1 });
    }
    catch (cause) {
        throw new errors/* UserError */.yo('E_CONFIG', {
            what: `the aliases of the file cannot be followed: ${cause.message}`,
            fix: 'write the values themselves',
            position,
            cause,
        });
    }
}
function offsetOf(root, path, of) {
    let node = root;
    let offset = root?.range?.[0] ?? 0;
    for (const [index, part] of path.entries()) {
        let next;
        if ((0,dist/* isMap */.jh)(node)) {
            const pair = node.items.find((item) => (0,dist/* isScalar */.jn)(item.key) && String(item.key.value) === String(part));
            const key = pair?.key;
            if ((0,dist/* isNode */.Ll)(key)) {
                offset = key.range?.[0] ?? offset;
            }
            if (of === 'key' && index === path.length - 1) {
                return offset;
            }
            next = pair?.value;
        }
        else if ((0,dist/* isSeq */.oP)(node)) {
            next = node.items[Number(part)];
        }
        if (!(0,dist/* isNode */.Ll)(next)) {
            return offset;
        }
        node = next;
        offset = next.range?.[0] ?? offset;
    }
    return offset;
}


/***/ })

};
