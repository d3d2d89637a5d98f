export const id = 409;
export const ids = [409];
export const modules = {

/***/ 3409:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g2: () => (/* binding */ CONFIG_FILE),
  eQ: () => (/* binding */ configPath),
  o4: () => (/* binding */ parseConfig)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ../node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7728);
// EXTERNAL MODULE: ./core/configuration/schema.js + 1 modules
var schema = __webpack_require__(8665);
// EXTERNAL MODULE: ./core/errors.js
var core_errors = __webpack_require__(742);
// EXTERNAL MODULE: ./core/yaml/source.js + 1 modules
var yaml_source = __webpack_require__(9786);
// EXTERNAL MODULE: ./core/aws/region.js
var aws_region = __webpack_require__(7055);
// EXTERNAL MODULE: ./core/configuration/notification-schema.js
var notification_schema = __webpack_require__(4349);
// EXTERNAL MODULE: ./core/suggest.js
var suggest = __webpack_require__(1335);
;// CONCATENATED MODULE: ./core/config/checks/report.js
/** Spells a path as it is spoken of: `profiles.dev.region`, `previews.target-branches[0]`. */
function formatPath(path) {
    return path.reduce((text, part) => {
        if (typeof part === 'number') {
            return `${text}[${part}]`;
        }
        return text === '' ? part : `${text}.${part}`;
    }, '');
}

;// CONCATENATED MODULE: ./core/config/schema-errors.js






/** Turns what the schema found into errors with place, value and remedy. */
function schemaErrors(issues, source) {
    return issues.map((issue) => {
        const deepest = mostSpecific(issue);
        const path = (deepest.path ?? issue.path ?? []).map((item) => item.key);
        const name = formatPath(path);
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
var effective = __webpack_require__(9045);
// EXTERNAL MODULE: ./core/stage/name.js
var stage_name = __webpack_require__(4621);
;// CONCATENATED MODULE: ./core/config/checks/notifications.js



/** Reports filters of notifications that nothing would ever pass: stages and services that are not configured. */
function checkNotifications(config, report) {
    const stages = [...(0,effective/* configuredStages */.WX)(config), stage_name/* ALL_PREVIEWS */.Gu];
    const services = config.services === undefined ? undefined : Object.keys(config.services);
    for (const [index, entry] of (config.notifications ?? []).entries()) {
        for (const [at, name] of (entry.stages ?? []).entries()) {
            if (!(0,stage_name/* isStagePattern */.rR)(name) && !stages.includes(name)) {
                report(['notifications', index, 'stages', at], `"${name}" is not a stage`, (0,suggest/* suggestName */.S)(name, stages));
            }
        }
        for (const [at, key] of (entry.services ?? []).entries()) {
            if (services !== undefined && !services.includes(key)) {
                report(['notifications', index, 'services', at], `"${key}" is not a service`, (0,suggest/* suggestName */.S)(key, services));
            }
        }
    }
}

// EXTERNAL MODULE: ./core/aws/role-arn.js
var role_arn = __webpack_require__(8609);
// EXTERNAL MODULE: ./core/own-value.js
var own_value = __webpack_require__(7413);
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

;// CONCATENATED MODULE: ./core/config/checks/role.js


/** Returns the region that a profile's role has to serve. */
function firstRegion(profile) {
    return Array.isArray(profile?.region) ? profile.region[0] : profile?.region;
}
/** Reports a role that is not the ARN of one for the region; returns whether it is. */
function checkRole(path, role, region, report) {
    const fault = (0,role_arn/* roleArnFault */.as)(role, region);
    if (fault !== undefined) {
        report(path, `"${formatPath(path)}" is not the ARN of a role: ${fault}: ${JSON.stringify(role)}`, role_arn/* ROLE_ARN_FIX */.vz, {
            code: 'E_ROLE_ARN',
        });
    }
    return fault === undefined;
}

// EXTERNAL MODULE: ./core/configuration/freeze.js
var freeze = __webpack_require__(6501);
// EXTERNAL MODULE: ./core/freeze/window.js
var freeze_window = __webpack_require__(2705);
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
    }
    else if (name.length > MAX_STAGE_NAME) {
        const fix = `shorten it to ${MAX_STAGE_NAME}: it is a part of names that AWS limits`;
        report(path, `the stage's name "${name}" has ${name.length} characters`, fix, { of: 'key' });
    }
    else if (name.includes(stage_name/* PREVIEW_MARK */.Hp)) {
        const what = `"${name}" holds ${stage_name/* PREVIEW_MARK */.Hp}, which marks the names of previews: the rights of previews would be for it`;
        report(path, what, 'rename the stage', { of: 'key' });
    }
}
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
var core_duration = __webpack_require__(7905);
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
    for (const key of ['role', 'viewer-role']) {
        const role = profile[key];
        if (role !== undefined) {
            checkRole([...path, key], role, firstRegion(profile), report);
        }
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
            const what = `"${formatPath(path)}" names the profile "${name}", which is not in profiles`;
            report(path, what, (0,suggest/* suggestName */.S)(name, known), { code: 'E_PROFILE_UNKNOWN' });
        }
    }
}

// EXTERNAL MODULE: ./core/configuration/promote.js
var promote = __webpack_require__(5584);
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

// EXTERNAL MODULE: ./core/service/definition.js
var definition = __webpack_require__(7296);
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
        const twin = keyOfPath.get(path);
        if (twin !== undefined) {
            report(at, `"${service.path}" is the folder of "${twin}" already`, 'give each service a folder');
        }
        keyOfPath.set(path, key);
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
    checkPromote(config, report);
    checkServices(config, report);
    checkNotifications(config, report);
    return errors;
}

;// CONCATENATED MODULE: ./core/config/unsupported.js


/** Keys whose feature is not there yet, as paths; `*` is any name. They are refused, never read over. */
const UNSUPPORTED_KEYS = [
    ['profiles', '*', 'safeguards'],
    ['stages', '*', 'on-failure'],
    ['waivers'],
    ['check-stages'],
];
/** Returns an error for each key that a later version of the product brings. */
function unsupportedErrors(config, source) {
    const paths = UNSUPPORTED_KEYS.flatMap((pattern) => matchingPaths(config, pattern));
    return paths.map((path) => refuse(formatPath(path), source, path));
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

/***/ 4349:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $I: () => (/* binding */ NOT_A_SECRET_NAME),
/* harmony export */   Ew: () => (/* binding */ notification),
/* harmony export */   O$: () => (/* binding */ DEFAULT_EVENTS)
/* harmony export */ });
/* unused harmony export NOTIFIED_EVENTS */
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7728);
/* harmony import */ var _schema_parts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6906);


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

/***/ 5584:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Yd: () => (/* binding */ promoteSchema),
/* harmony export */   bb: () => (/* binding */ pairList),
/* harmony export */   cF: () => (/* binding */ pairOf),
/* harmony export */   mA: () => (/* binding */ PROMOTERS)
/* harmony export */ });
/* unused harmony export CODE_LEVELS */
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7728);
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7905);
/* harmony import */ var _schema_parts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6906);



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

/***/ 8665:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e8: () => (/* binding */ CONFIG_VERSION),
  n8: () => (/* binding */ NOT_A_REGION),
  GV: () => (/* binding */ PARAMETER_NAME),
  Qn: () => (/* binding */ configSchema),
  c$: () => (/* binding */ isLiteral)
});

// EXTERNAL MODULE: ../node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7728);
// EXTERNAL MODULE: ./core/aws/region.js
var region = __webpack_require__(7055);
// EXTERNAL MODULE: ./core/configuration/freeze.js
var freeze = __webpack_require__(6501);
// EXTERNAL MODULE: ./core/configuration/notification-schema.js
var notification_schema = __webpack_require__(4349);
// EXTERNAL MODULE: ./core/configuration/promote.js
var promote = __webpack_require__(5584);
// EXTERNAL MODULE: ./core/configuration/schema-parts.js
var schema_parts = __webpack_require__(6906);
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
const safeguards = dist/* pipe */.FsL(dist/* array */.YOg(dist/* unknown */.L5J()), dist/* description */.h_('Policies that are checked before anything is deployed.'));
const boundary = (whose) => dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^arn:[a-z-]+:iam::([0-9]{12}|aws):policy\/[\w+=,.@/-]+$/, 'is not the ARN of an IAM policy'), dist/* description */.h_(`ARN of the permissions boundary that every role in the package of ${whose} gets (default: none).`));
const profile = dist/* strictObject */.rej({
    role: dist/* optional */.lqM(role),
    region: regions,
    environment: dist/* optional */.lqM((0,schema_parts/* text */.Qq)("GitHub environment of the deploy job (default: the profile's name).")),
    parameters: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* record */.g1P(parameterName, parameter), dist/* description */.h_("Values that the services' own configuration reads as ${param:NAME}."))),
    'parameters-path': dist/* optional */.lqM(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^\/[a-zA-Z0-9_.-]+(\/[a-zA-Z0-9_.-]+)*\/?$/, 'is not a path of SSM; it begins with / and has no blanks'), dist/* description */.h_('Every SSM parameter below this path becomes a parameter too; explicit ones win.'))),
    safeguards: dist/* optional */.lqM(safeguards),
    'base-stage': dist/* optional */.lqM((0,schema_parts/* text */.Qq)("Configured stage that previews read from where they have no deployment (default: the profile's name).")),
    boundary: dist/* optional */.lqM(boundary('a configured or personal stage')),
    'session-duration': dist/* optional */.lqM((0,schema_parts/* duration */.p0)('How long the role session lives (default 1h).')),
    'export-env': dist/* optional */.lqM((0,schema_parts/* names */.Dy)("Parameters that the Serverless Framework's process also gets as environment variables (default: none).")),
    'require-parameters': dist/* optional */.lqM((0,schema_parts/* flag */.Jt)('Whether an empty parameters-path is an error; false makes it a warning (default true).')),
    'viewer-role': dist/* optional */.lqM((0,schema_parts/* text */.Qq)('ARN of a read-only IAM role, by which a promotion sees what the stages of this profile have (default: none).')),
});
const stage = dist/* strictObject */.rej({
    profile: (0,schema_parts/* text */.Qq)('Name of the profile that the stage uses.'),
    branch: dist/* optional */.lqM((0,schema_parts/* text */.Qq)('The one branch that this stage is deployed from; a pattern such as "feature/*" has none.')),
    services: dist/* optional */.lqM((0,schema_parts/* someNames */.Xq)('The services that this stage has (default: all).')),
    destroy: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* literal */.euz('allowed'), dist/* description */.h_('Whether destroy-stage may remove the stage. If it is not set, new stacks get termination protection.'))),
    freeze: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* array */.YOg(freeze/* freezeSchema */.N), dist/* description */.h_('Windows of time in which nothing is deployed to the stage.'))),
    'on-failure': dist/* optional */.lqM(dist/* literal */.euz('rollback')),
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
    promote: dist/* optional */.lqM(promote/* promoteSchema */.Yd),
    services: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* record */.g1P((0,schema_parts/* text */.Qq)('Name.'), service), dist/* description */.h_('Services by key (default: found by folder).'))),
    notifications: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* array */.YOg(notification_schema/* notification */.Ew), dist/* description */.h_('Who is told of what becomes of a stage.'))),
    waivers: dist/* optional */.lqM(dist/* array */.YOg(dist/* unknown */.L5J())),
    'check-stages': dist/* optional */.lqM(dist/* array */.YOg(dist/* unknown */.L5J())),
});
/** Whether a parameter is a literal, which a pull request may change, and not a reference, which grants something. */
function isLiteral(value) {
    return typeof value !== 'object';
}


/***/ }),

/***/ 2705:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ windowFault),
/* harmony export */   n: () => (/* binding */ openUntil)
/* harmony export */ });
/* harmony import */ var temporal_polyfill__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7217);
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7905);


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

/***/ 1654:
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

/***/ 7296:
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

/***/ 3425:
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

/***/ 5054:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  B: () => (/* binding */ SPARING),
  g: () => (/* binding */ readYaml)
});

// EXTERNAL MODULE: ../node_modules/yaml/dist/index.js
var dist = __webpack_require__(6637);
// EXTERNAL MODULE: ./core/json-file.js
var json_file = __webpack_require__(1654);
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
var limits = __webpack_require__(3425);
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


/***/ }),

/***/ 9786:
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
var errors = __webpack_require__(742);
// EXTERNAL MODULE: ./core/only-defined.js
var only_defined = __webpack_require__(9443);
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
var limits = __webpack_require__(3425);
// EXTERNAL MODULE: ./core/yaml/read.js + 1 modules
var read = __webpack_require__(5054);
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
