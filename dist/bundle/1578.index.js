export const id = 1578;
export const ids = [1578];
export const modules = {

/***/ 93359:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IK: () => (/* binding */ wantsToGoOn),
/* harmony export */   L5: () => (/* binding */ askText),
/* harmony export */   Nh: () => (/* binding */ mayAsk),
/* harmony export */   d5: () => (/* binding */ agree),
/* harmony export */   zF: () => (/* binding */ askChoice)
/* harmony export */ });
/* harmony import */ var _usage_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39100);

/** Whether somebody is there who can be asked, and wants to be. */
function mayAsk({ yes }, { isInteractive }) {
    return !yes && isInteractive;
}
/** Asks whether something is to be done; throws UsageError if the answer is no, or nobody is there to be asked. */
async function agree(question, options, terminal) {
    if (!(await wantsToGoOn(question, options, terminal))) {
        throw new _usage_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .e('nothing was done');
    }
}
/** Asks a question with yes and no; throws UsageError if nobody is there to be asked. */
async function wantsToGoOn(question, { yes }, terminal) {
    if (yes) {
        return true;
    }
    if (!terminal.isInteractive) {
        throw new _usage_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .e(`${question} – nobody is there to be asked – add --yes to say so`);
    }
    const { confirm } = await __webpack_require__.e(/* import() */ 1520).then(__webpack_require__.bind(__webpack_require__, 11520));
    return (await confirm({ message: question, initialValue: false, output: process.stderr })) === true;
}
/** Asks for a text until `check` does not throw; throws UsageError if it is broken off. */
async function askText(message, { initial, check }) {
    const { text } = await __webpack_require__.e(/* import() */ 1520).then(__webpack_require__.bind(__webpack_require__, 11520));
    const answer = await text({
        message,
        ...(initial === undefined ? {} : { initialValue: initial }),
        validate: (given) => {
            try {
                check(given ?? '');
                return undefined;
            }
            catch (error) {
                // A prompt has one line for it: what is wrong, and what to write.
                const [what = '', ...more] = error.message.split(' – ');
                return [what, ...more.slice(-1)].join(' – ');
            }
        },
        output: process.stderr,
    });
    return answered(answer);
}
/** Asks for one of several; throws UsageError if it is broken off. */
async function askChoice(message, choices) {
    const { select } = await __webpack_require__.e(/* import() */ 1520).then(__webpack_require__.bind(__webpack_require__, 11520));
    const options = choices.map(({ value, label }) => ({ value: value, label }));
    return answered(await select({ message, options, output: process.stderr }));
}
function answered(answer) {
    if (typeof answer === 'symbol') {
        throw new _usage_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .e('nothing was done');
    }
    return answer;
}


/***/ }),

/***/ 51578:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  init: () => (/* binding */ init)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./core/config/parse.js + 16 modules
var parse = __webpack_require__(4235);
// EXTERNAL MODULE: ./core/configuration/effective.js
var effective = __webpack_require__(39045);
// EXTERNAL MODULE: ./core/configuration/promote.js
var promote = __webpack_require__(45584);
// EXTERNAL MODULE: ./core/configuration/stage-of.js
var stage_of = __webpack_require__(49434);
// EXTERNAL MODULE: ./core/errors.js
var errors = __webpack_require__(30742);
// EXTERNAL MODULE: ./core/suggest.js
var suggest = __webpack_require__(51335);
;// CONCATENATED MODULE: ./core/setup/answers.js


/** The stages that a new application gets, if nothing names others. */
const NEW_STAGES = ['dev', 'staging', 'prod'];
/** How production gets its commits: by pushes to its branch alone, or by promotions of what staging proved, too. */
const PRODUCTION_WAYS = ['branch', 'promotion'];
const ACCOUNT = /^[0-9]{12}$/;
const ALL = '*';
/**
 * Reads account ids as people write them: one for all stages, one for each in their order, or `dev=…` pairs; blanks and commas
 * between, `1111-2222-3333` as the console shows them. Returns the account of each stage. Throws E_INPUT.
 */
function parseAccounts(text, stages) {
    const parts = text.split(/[\s,;]+/).filter((part) => part !== '');
    const pairs = parts.map((part, index) => {
        const [name = '', account] = part.split('=');
        return account === undefined ? [parts.length === 1 ? ALL : (stages[index] ?? ''), name] : [name, account];
    });
    const given = new Map(pairs.map(([stage, account]) => [stage, account.replaceAll('-', '')]));
    for (const [stage, account] of given) {
        if (stage !== ALL && !stages.includes(stage)) {
            throw fault(`"${text}" names ${stage === '' ? 'more accounts than stages' : `the stage "${stage}"`}`, (0,suggest/* suggestName */.S)(stage, stages));
        }
        if (!ACCOUNT.test(account)) {
            throw fault(`"${account}" is not the id of an AWS account`, `write ${spelling(stages)}`);
        }
    }
    const missing = stages.find((stage) => !given.has(stage) && !given.has(ALL));
    if (missing !== undefined) {
        throw fault(`"${text}" does not say the account of ${missing}`, `write ${spelling(stages)}`);
    }
    return Object.fromEntries(stages.map((stage) => [stage, given.get(stage) ?? given.get(ALL) ?? '']));
}
function spelling(stages) {
    return `one id for all stages, one for each (${stages.join(', ')}), or ${stages.map((stage) => `${stage}=ID`).join(' ')}`;
}
function fault(what, fix) {
    return new errors/* UserError */.yo('E_INPUT', { what, why: 'an account id has twelve digits', fix });
}

// EXTERNAL MODULE: ./core/slug.js
var slug = __webpack_require__(44886);
;// CONCATENATED MODULE: ./core/setup/app-name.js

/** Turns a text into the name of an application: lower-case letters, digits and single `-`, a letter first, at most 48; undefined if nothing is left. */
function appName(text) {
    const words = (0,slug/* slug */.y)(text.replace(/([a-z0-9])([A-Z])/g, '$1-$2'));
    const name = words
        .replace(/^[^a-z]+/, '')
        .slice(0, 48)
        .replace(/-+$/, '');
    return name === '' ? undefined : name;
}

// EXTERNAL MODULE: ./core/setup/environments.js
var environments = __webpack_require__(8457);
// EXTERNAL MODULE: ./core/setup/roles.js
var roles = __webpack_require__(42738);
;// CONCATENATED MODULE: ./core/setup/commands.js


/** Every command of a set-up but the rules of branches, which come after the first push; in the order that they are run in. */
function setUpCommands(config, repository) {
    return [
        ...(0,roles/* awsCommands */.qw)(config, repository),
        ...(0,environments/* environmentsOf */.M)(config).map((environment) => (0,environments/* environmentCommand */.R)(environment, repository)),
    ];
}

// EXTERNAL MODULE: ../node_modules/yaml/dist/index.js
var dist = __webpack_require__(6637);
// EXTERNAL MODULE: ./core/aws/region.js
var aws_region = __webpack_require__(87055);
// EXTERNAL MODULE: ./core/configuration/schema.js + 1 modules
var schema = __webpack_require__(28665);
// EXTERNAL MODULE: ./core/setup/workflow-texts.js
var workflow_texts = __webpack_require__(79859);
;// CONCATENATED MODULE: ./core/setup/config-text.js




/** Writes a serverless-stages.yml: the stages, each with a profile and a role of its own, and previews beside the first one. */
function configText(parts) {
    const { app, product, defaultBranch, stages } = parts;
    const [first = ''] = stages;
    const entries = stages.map((stage) => {
        const branch = (0,workflow_texts/* isProduction */.KV)(stage) ? parts.productionBranch : defaultBranch;
        return `  ${flowKey(stage)}: ${flow({ profile: stage, branch })}\n`;
    });
    const pair = promotedPair(parts);
    return `# yaml-language-server: $schema=https://raw.githubusercontent.com/${product}/v1/schema/serverless-stages.schema.json
version: ${schema/* CONFIG_VERSION */.e8}
app: ${flow(app)}

profiles:
${stages.map((stage) => profileText(parts, stage)).join('')}
# What previews, and stages of people at their laptops, use.
default-profile: ${flow(first)}

stages:
${entries.join('')}
previews:
  target-branches: ${flow([defaultBranch])}
  role: ${roleArn(parts, first, 'preview')}
${pair === undefined ? '' : `\npromote: ${flow(pair)}\n`}${servicesText(parts.services)}`;
}
function servicesText(services) {
    const lines = Object.entries(services ?? {}).map(([key, path]) => `  ${flowKey(key)}: ${flow({ path })}\n`);
    return lines.length === 0 ? '' : `\nservices:\n${lines.join('')}`;
}
/** The last stage before production, and production, if promotions are wanted. */
function promotedPair({ production, stages }) {
    const to = stages.find(workflow_texts/* isProduction */.KV);
    const from = stages.filter((stage) => !(0,workflow_texts/* isProduction */.KV)(stage)).at(-1);
    return production === 'promotion' && to !== undefined && from !== undefined ? { from, to } : undefined;
}
function profileText(parts, stage) {
    const { region = parts.region, parameters, safeguards } = parts.profiles?.[stage] ?? {};
    const pair = promotedPair(parts);
    const isLookedAt = stage === pair?.from || stage === pair?.to;
    const example = `    # parameters:                 # serverless.yml reads them as \${param:NAME}
    #   api_url: https://api.example.com
    #   api_key: { ssm: /${parts.app}/${stage}/api_key }
`;
    return [
        `  ${flowKey(stage)}:\n`,
        `    role: ${roleArn(parts, stage, stage)}\n`,
        `    region: ${flow(region)}\n`,
        isLookedAt ? `    viewer-role: ${roleArn(parts, stage, 'viewer')}\n` : '',
        parameters === undefined && stage === parts.stages[0] ? example : '',
        block('parameters', parameters),
        block('safeguards', safeguards),
    ].join('');
}
function roleArn({ accounts, region }, stage, name) {
    return `arn:${(0,aws_region/* partitionOf */.iQ)(region)}:iam::${accounts[stage]}:role/serverless-stages-${name}`;
}
/** Texts are quoted that older readers of YAML take for something else (`yes`, `0o7`). */
const YAML = { lineWidth: 0, version: '1.1' };
/** A key of a profile with its value, four blanks in; nothing for no value. */
function block(key, value) {
    return value === undefined ? '' : (0,dist/* stringify */.As)({ [key]: value }, YAML).replace(/^(?=.)/gm, '    ');
}
function flow(value) {
    return (0,dist/* stringify */.As)(value, { ...YAML, collectionStyle: 'flow' }).trimEnd();
}
/** A name as a key, quoted if it has to be. */
function flowKey(name) {
    return (0,dist/* stringify */.As)({ [name]: 0 }, YAML).replace(/: 0\n$/, '');
}

// EXTERNAL MODULE: ./core/aws/role-arn.js
var role_arn = __webpack_require__(28609);
// EXTERNAL MODULE: ./core/safeguards/entry.js
var safeguards_entry = __webpack_require__(69633);
// EXTERNAL MODULE: ./core/safeguards/policy/secret-text.js
var secret_text = __webpack_require__(37440);
// EXTERNAL MODULE: ./core/safeguards/view/resource.js
var resource = __webpack_require__(66403);
;// CONCATENATED MODULE: ./core/setup/dashboard.js







/** Stands for all stages. */
const EVERY_STAGE = '*';
/** What columns and keys are called that mean the same. */
const NAMES = ['name', 'key', 'parameter', 'param', 'parametername'];
const VALUES = ['value', 'parametervalue'];
const OWNERS = ['stage', 'stagename', 'profile', 'profilename', 'deploymentprofile', 'environment', 'scope'];
/**
 * Reads what somebody exported from the Serverless Dashboard: JSON (`{ profiles, stages }` lists, a list of
 * `{ stage, name, value }`, an object of stages with parameters, or of parameters alone), or a table (CSV, tabs, `|`, or the two
 * columns of `serverless param list`). `app` and the stage give a secret parameter its name in SSM. Throws E_INPUT, without a value.
 */
function parseDashboard(text, file, app) {
    const parsed = parseJson(text, file);
    const read = parsed === undefined ? { ...NOTHING, listed: parseTable(text, file) } : readJson(parsed, file);
    const stages = [...new Set([...read.stages, ...read.listed.map(({ of }) => of)])].filter((name) => name !== EVERY_STAGE);
    const leftOut = [...read.leftOut];
    const profiles = { ...read.profiles };
    for (const { of, name, value } of read.listed) {
        if (!schema/* PARAMETER_NAME */.GV.test(name)) {
            leftOut.push(`the parameter "${name}": its name is none that \${param:…} can spell`);
            continue;
        }
        const before = profiles[of] ?? {};
        const given = placed(app, of, name, value);
        profiles[of] = { ...before, parameters: { ...before.parameters, [name]: given } };
    }
    return { stages, profiles, leftOut };
}
/** Whether a parameter's value may be read by everyone; a name or a value that looks like a secret goes to SSM. */
function placed(app, of, name, value) {
    const isSecret = /secret|passw(or)?d|passphrase|(^|[^a-z])(pwd|pass|dsn)([^a-z]|$)|token|credential|private|(api|access|signing|encryption|auth)[-_.]?key/i.test(name) || (0,secret_text/* looksSecret */.n)(name, value) !== undefined;
    return isSecret ? { ssm: `/${app}/${of}/${name}` } : value;
}
const NOTHING = { stages: [], profiles: {}, leftOut: [] };
function parseJson(text, file) {
    if (!/^\s*[[{]/.test(text)) {
        return undefined;
    }
    try {
        return JSON.parse(text);
    }
    catch {
        // The message of the parser would show a piece of the text.
        throw refusal(file, 'it begins like JSON and is none');
    }
}
function readJson(value, file) {
    if (Array.isArray(value)) {
        return {
            ...NOTHING,
            listed: value.flatMap((entry, index) => listedEntry((0,resource/* recordOf */.zv)(entry), EVERY_STAGE, `${file}, entry ${index + 1}`)),
        };
    }
    const top = (0,resource/* recordOf */.zv)(value);
    if (Array.isArray(top['profiles']) || Array.isArray(top['stages']) || isMapping(top['profiles'])) {
        return readProfiles(top, file);
    }
    if (Array.isArray(top['parameters'])) {
        return readJson(top['parameters'], file);
    }
    return { ...NOTHING, listed: readMapping(isMapping(top['parameters']) ? top['parameters'] : top, file) };
}
/** An object of stages with parameters, or of parameters alone. */
function readMapping(top, file) {
    return Object.entries(top).flatMap(([key, value]) => isMapping(value) || Array.isArray(value)
        ? parametersOf(value, key, `${file}, ${key}`)
        : [{ of: EVERY_STAGE, name: key, value: plain(value, `${file}, ${key}`) }]);
}
/** Lists of profiles and of stages, which name their profile. */
function readProfiles(top, file) {
    const profiles = namedEntries(top['profiles'] ?? top['deploymentProfiles'] ?? []);
    const stages = namedEntries(top['stages'] ?? []);
    const used = stages.length > 0 ? stages : profiles;
    const leftOut = [];
    const parts = {};
    const listed = [];
    for (const [stage, entry] of used) {
        const profileName = textOf(entry, ['profile', 'profileName', 'deploymentProfile', 'deploymentProfileName']);
        const profile = profileName === undefined ? {} : (0,resource/* recordOf */.zv)(profiles.find(([name]) => name === profileName)?.[1]);
        const both = { ...profile, ...entry };
        const safeguards = safeguardsOf(both, `${file}, ${stage}`, leftOut);
        const account = accountOf(both);
        const region = textOf(both, ['region', 'defaultRegion']);
        parts[stage] = {
            ...(region === undefined ? {} : { region }),
            ...(account === undefined ? {} : { account }),
            ...(safeguards.length === 0 ? {} : { safeguards }),
        };
        listed.push(...parametersOf(profile['parameters'] ?? [], stage, `${file}, ${profileName}`), ...parametersOf(entry['parameters'] ?? [], stage, `${file}, ${stage}`));
    }
    return { stages: used.map(([name]) => name), profiles: parts, listed, leftOut };
}
/** A list of entries with names, or an object by name. */
function namedEntries(value) {
    return Array.isArray(value)
        ? value.flatMap((entry) => {
            const name = typeof entry === 'string' ? entry : textOf((0,resource/* recordOf */.zv)(entry), [...NAMES, 'stageName', 'profileName']);
            return name === undefined ? [] : [[name, (0,resource/* recordOf */.zv)(entry)]];
        })
        : Object.entries((0,resource/* recordOf */.zv)(value)).map(([name, entry]) => [name, (0,resource/* recordOf */.zv)(entry)]);
}
function safeguardsOf(entry, place, leftOut) {
    const list = entry['safeguards'] ?? entry['safeguardPolicies'] ?? entry['safeguardsPolicies'] ?? [];
    return (Array.isArray(list) ? list : []).filter((one) => {
        const read = (0,safeguards_entry/* readSafeguard */.D)(one);
        if (!Array.isArray(read)) {
            return true;
        }
        leftOut.push(`a safeguard of ${place}: ${read.map(({ what }) => what).join('; ')}`);
        return false;
    });
}
function accountOf(entry) {
    const arn = textOf(entry, ['accessRoleArn', 'roleArn', 'role', 'accessRole', 'awsRole']);
    const id = textOf(entry, ['accountId', 'awsAccountId', 'account']);
    const account = arn !== undefined && (0,role_arn/* roleArnFault */.as)(arn) === undefined ? arn.split(':')[4] : id;
    return account !== undefined && /^[0-9]{12}$/.test(account) ? account : undefined;
}
function parametersOf(value, of, place) {
    return Array.isArray(value)
        ? value.flatMap((entry, index) => listedEntry((0,resource/* recordOf */.zv)(entry), of, `${place}, parameter ${index + 1}`))
        : Object.entries((0,resource/* recordOf */.zv)(value)).map(([name, one]) => ({ of, name, value: plain(one, `${place}, ${name}`) }));
}
function listedEntry(entry, of, place) {
    const lower = Object.fromEntries(Object.entries(entry).map(([key, value]) => [columnName(key), value]));
    const name = textOf(lower, NAMES);
    const key = VALUES.find((each) => each in lower);
    if (name === undefined || key === undefined) {
        throw refusal(place, 'a parameter needs "name" and "value"');
    }
    return [{ of: textOf(lower, OWNERS) ?? of, name, value: plain(lower[key], place) }];
}
function plain(value, place) {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
        return String(value);
    }
    throw refusal(place, 'a parameter has no text as its value');
}
function isMapping(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function textOf(entry, keys) {
    const value = keys.map((key) => entry[key]).find((one) => one !== undefined && one !== '');
    return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}
/** A table with a head, or two columns of names and values without one. */
function parseTable(text, file) {
    const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
    const rows = lines.flatMap((line, index) => isRule(line) ? [] : [{ cells: cellsOf(line), place: `${file}, line ${index + 1}` }]);
    const head = rows[0]?.cells.map(columnName) ?? [];
    const column = (names) => head.findIndex((name) => names.includes(name));
    const [name, value, owner] = [column(NAMES), column(VALUES), column(OWNERS)];
    const hasHead = name >= 0 && value >= 0;
    return rows.slice(hasHead ? 1 : 0).map(({ cells, place }) => {
        const of = (hasHead && owner >= 0 ? cells[owner] : undefined) || EVERY_STAGE;
        const [key, given] = hasHead ? [cells[name], cells[value]] : cells;
        if (key === undefined || key === '' || given === undefined || (!hasHead && cells.length > 2)) {
            throw refusal(place, 'a line of the table has no name and value');
        }
        return { of, name: key, value: given };
    });
}
/** Lines that hold nothing: empty ones, and those that only draw. */
function isRule(line) {
    return /^[\s|+:=-]*$/.test(line);
}
function cellsOf(line) {
    if (/^\s*\|.*\|\s*$/.test(line)) {
        return line
            .trim()
            .slice(1, -1)
            .split('|')
            .map((cell) => cell.trim());
    }
    if (line.includes('\t')) {
        return line.split('\t').map((cell) => cell.trim());
    }
    if (/^[^\s"]*,|^"/.test(line)) {
        return commaCells(line);
    }
    // `serverless param list`: blanks between, and a value may hold some.
    const [, name = '', value] = /^\s*(\S+?):?\s+(.*)$/.exec(line) ?? [undefined, line.trim()];
    return value === undefined ? [name] : [name, value.trim()];
}
/** https://www.rfc-editor.org/rfc/rfc4180: cells with commas or quotes are quoted, a quote in them is doubled. */
function commaCells(line) {
    return [...`,${line}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, bare = '']) => quoted === undefined ? bare.trim() : quoted.replaceAll('""', '"'));
}
function columnName(text) {
    return text.toLowerCase().replace(/[^a-z]/g, '');
}
function refusal(place, what) {
    return new errors/* UserError */.yo('E_INPUT', {
        what: `${place}: ${what}`,
        fix: 'give JSON such as { "dev": { "name": "value" } }, or a table with the columns stage, name and value',
    });
}
/** An export as the stages of a new application: production comes last, and what is for all goes to each. */
function stagesOfDashboard({ stages, profiles, leftOut }, usual) {
    // The roles of previews and of promotions have these names.
    const legal = stages.filter((name) => /^[A-Za-z][A-Za-z0-9-]*$/.test(name) && !['preview', 'viewer'].includes(name.toLowerCase()));
    const odd = stages.filter((name) => !legal.includes(name));
    const plain = legal.filter((name) => !(0,workflow_texts/* isProduction */.KV)(name));
    const named = [...(plain.length === 0 && legal.length > 0 ? ['dev'] : plain), ...legal.filter(workflow_texts/* isProduction */.KV)];
    const all = named.length === 0 ? usual : named;
    const shared = profiles[EVERY_STAGE] ?? {};
    const parts = all.map((stage) => {
        const { account: _, ...own } = { ...shared, ...profiles[stage] };
        const parameters = { ...ofStage(shared.parameters, stage), ...profiles[stage]?.parameters };
        return [stage, { ...own, ...(Object.keys(parameters).length === 0 ? {} : { parameters }) }];
    });
    return {
        stages: all,
        accounts: Object.fromEntries(all.flatMap((stage) => {
            const account = profiles[stage]?.account ?? shared.account;
            return account === undefined ? [] : [[stage, account]];
        })),
        profiles: Object.fromEntries(parts),
        leftOut: [
            ...leftOut,
            ...odd.map((name) => `the stage "${name}": a stage needs letters, digits and - for its name, and is not called preview or viewer`),
        ],
    };
}
/** Each stage has its own copy of a secret that is for all: a role reads the path of its own stage alone. */
function ofStage(parameters, stage) {
    const entries = Object.entries(parameters ?? {}).map(([name, value]) => {
        return [name, (0,schema/* isSsm */.uF)(value) ? { ssm: value.ssm.replace(`/${EVERY_STAGE}/`, `/${stage}/`) } : value];
    });
    return Object.fromEntries(entries);
}

// EXTERNAL MODULE: ./core/profile/parameter.js
var parameter = __webpack_require__(29308);
// EXTERNAL MODULE: ./core/setup/command.js
var command = __webpack_require__(17234);
;// CONCATENATED MODULE: ./core/setup/left-to-do.js







/** Says what is left to a person, one step a text; a step may have commands behind a colon. */
function leftToDo({ config, repository, services, isServerless3, missingBranches, unmet, product, paths, }) {
    const { owner, name, defaultBranch } = repository;
    const unlocked = services
        .filter(({ hasManifest, hasLockfile }) => hasManifest && !hasLockfile)
        .map(({ path }) => path);
    const pluginless = services.flatMap(({ lacksPlugin, file }) => (lacksPlugin ? [file] : []));
    const linked = services.filter(({ org }) => org !== undefined);
    const parameters = Object.values(config.profiles).map(({ parameters: own = {} }) => own);
    const ssm = [...new Set(parameters.flatMap(parameter/* ssmReferences */.Uv))];
    const usesSecrets = parameters.flatMap((own) => Object.values(own)).some(schema/* isSecret */.$f);
    const missing = missingBranches.filter((branch) => branch !== defaultBranch);
    const moves = (0,promote/* pairList */.bb)(config.promote).some(({ mode }) => mode !== 'pull-request');
    const previews = config.previews === undefined ? undefined : (0,role_arn/* parseRoleArn */.DM)(config.previews.role).account;
    const shared = Object.entries((0,effective/* accountsOf */.s1)(config)).flatMap(([stage, account]) => account === previews ? [stage] : []);
    return [
        ...[...byNames(unmet)].map(([names, profiles]) => `Add the parameters ${names} to the profiles ${profiles.join(', ')} in serverless-stages.yml, because services use them: a text, { ssm: /PATH } or { secret: NAME }`),
        ...(shared.length === 0
            ? []
            : [
                `Previews share their AWS account with ${shared.join(', ')} (SharedAccount=accepted). Read docs/security.md for what that leaves open, or use a separate account`,
            ]),
        ...(unlocked.length === 0
            ? []
            : [
                `Commit a lockfile for ${unlocked.join(', ')} (npm install --package-lock-only): jobs install from lockfiles only`,
            ]),
        ...(linked.length > 0 && isServerless3
            ? [
                `Remove the line "org: …" from ${linked.map(({ file }) => file).join(', ')}: with it, serverless 3 asks for a login. Nothing else has to change`,
            ]
            : []),
        ...(pluginless.length === 0
            ? []
            : [
                `Add "- serverless-stages/plugin" to "plugins:" of ${pluginless.join(', ')}: the plugin resolves \${output:…} and publishes "outputs:" (docs/plugin.md). Install it: npm install --save-dev github:${product}#v1`,
            ]),
        ...(ssm.length === 0
            ? []
            : [
                `Write the secret parameters into SSM, in the account and region of their stage. The command reads the value without showing it: ${ssm.map((one) => `\n  read -rs V && printf %s "$V" | aws ssm put-parameter --type SecureString --name ${one} --value file:///dev/stdin`).join('')}`,
            ]),
        ...(usesSecrets
            ? [
                `Create the secrets that hold \`{ secret: … }\` parameters: ${(0,effective/* configuredStages */.WX)(config)
                    .map((stage) => `gh secret set ${(0,workflow_texts/* secretName */.Gf)(stage)}`)
                    .join(', ')}`,
            ]
            : []),
        `Commit and push: git add ${paths.map(command/* word */.V).join(' ')} && git commit -m "Deploy with Serverless Stages" && git push origin HEAD${missing.map((branch) => `; once it is on ${defaultBranch}, create the branch ${branch}: git fetch && git push origin ${(0,command/* word */.V)(`origin/${defaultBranch}:refs/heads/${branch}`)}`).join('')}`,
        ...(moves
            ? [`Protect the production branch. Its ruleset needs a GitHub App on the bypass list (docs/promotion.md)`]
            : []),
        'Check the setup: npx serverless-stages doctor',
        ...(owner === 'OWNER' || name === 'REPO'
            ? [
                'Create the repository, then run init again to get commands with its name: gh repo create --private --source . --push',
            ]
            : []),
    ];
}
/** Profiles by the names of the parameters that they lack. */
function byNames(unmet) {
    const profiles = new Map();
    for (const [profile, names] of unmet) {
        const text = names.join(', ');
        profiles.set(text, [...(profiles.get(text) ?? []), profile]);
    }
    return profiles;
}

// EXTERNAL MODULE: ./core/setup/ruleset.js
var ruleset = __webpack_require__(13457);
;// CONCATENATED MODULE: ./core/setup/service-keys.js
/**
 * Returns the services with the keys that they call each other by (`${param:KEY.output}`), by key; undefined if they are called by
 * the names of their folders, or none is. A key that nobody has is that of the one service whose key or name ends with it.
 */
function calledKeys(services) {
    const keys = services.map(({ key }) => key);
    const called = new Set(services.flatMap(({ reads }) => reads.params.flatMap((name) => {
        const [key = '', ...output] = name.split('.');
        return output.length > 0 && !keys.includes(key) ? [key] : [];
    })));
    const renamed = new Map([...called].flatMap((key) => {
        const meant = services.filter((service) => isCalled(service, key));
        return meant.length === 1 ? [[meant[0]?.path ?? '', key]] : [];
    }));
    if (renamed.size === 0) {
        return undefined;
    }
    return Object.fromEntries(services.map(({ key, path }) => [renamed.get(path) ?? plainKey(key, keys), path]));
}
function isCalled({ key, name }, wanted) {
    return [key, name ?? ''].some((one) => one === wanted || one.endsWith(`-${wanted}`));
}
/** A key without what all of them begin with: where one is called `database`, its neighbours are not `backend-tasks`. */
function plainKey(key, keys) {
    const [first = ''] = keys;
    const prefix = `${first.split('-')[0]}-`;
    return keys.every((one) => one.startsWith(prefix) && one.length > prefix.length) ? key.slice(prefix.length) : key;
}

// EXTERNAL MODULE: ./core/setup/unmet-parameters.js
var unmet_parameters = __webpack_require__(53669);
// EXTERNAL MODULE: ./io/files/limited.js
var limited = __webpack_require__(83824);
// EXTERNAL MODULE: ./io/laptop/checkout.js
var laptop_checkout = __webpack_require__(83115);
// EXTERNAL MODULE: ./io/laptop/product.js
var laptop_product = __webpack_require__(22140);
// EXTERNAL MODULE: ./io/laptop/services.js
var laptop_services = __webpack_require__(85247);
// EXTERNAL MODULE: ./io/laptop/setup-facts.js
var setup_facts = __webpack_require__(80900);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./io/git/run-git.js
var run_git = __webpack_require__(19773);
;// CONCATENATED MODULE: ./io/laptop/setup-files.js





/** Compares the files that are wanted with those that are there. */
async function changedFiles(root, { own, copied }) {
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'serverless-stages-'));
    try {
        const all = [...Object.entries(own), ...Object.entries(copied)];
        const changes = [];
        for (const [path, text] of all) {
            const before = await (0,laptop_checkout/* readCheckoutFile */.$C)(root, path);
            const status = before === undefined ? 'new' : before === text ? 'same' : 'differs';
            const diff = status === 'same' ? [] : await difference(folder, path, before, text);
            changes.push({ path, text, status, shown: shower(path, status, diff, path in copied) });
        }
        return changes;
    }
    finally {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
}
async function difference(folder, path, before, after) {
    const [old, now] = [(0,external_node_path_.join)(folder, 'before'), (0,external_node_path_.join)(folder, 'after')];
    await Promise.all([(0,promises_.writeFile)(old, before ?? ''), (0,promises_.writeFile)(now, after)]);
    const sides = [before === undefined ? '/dev/null' : old, now];
    const text = (await (0,run_git/* runGit */.EO)(folder, ['diff', '--no-index', '--no-color', '--', ...sides], { okCodes: [0, 1] })) ?? '';
    const [, ...hunks] = text.split(/^(?=@@ )/m);
    return [
        before === undefined ? '--- /dev/null' : `--- a/${path}`,
        `+++ b/${path}`,
        ...hunks.join('').trimEnd().split('\n'),
    ];
}
const STYLES = { '+': 'green', '-': 'red', '@': 'cyan' };
function shower(path, status, diff, isCopy) {
    return ({ style, verbose }) => {
        if (status === 'same') {
            return [style('dim', `${path} is up to date`)];
        }
        if (status === 'new' && isCopy && !verbose) {
            return [
                style('bold', `+++ b/${path}`),
                `new: a copy of the product's template, ${diff.length - 3} lines (--verbose shows them)`,
            ];
        }
        return diff.map((line) => {
            const own = STYLES[line.slice(0, 1)];
            return /^(---|\+\+\+) /.test(line) ? style('bold', line) : own === undefined ? line : style(own, line);
        });
    };
}
/** Writes files, each whole or not at all. */
async function writeFiles(root, changes) {
    for (const { path, text } of changes) {
        const file = (0,external_node_path_.join)(root, path);
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(file), { recursive: true });
        const beside = `${file}.${process.pid}.tmp`;
        try {
            await (0,promises_.writeFile)(beside, text, { flag: 'wx' });
            await (0,promises_.rename)(beside, file);
        }
        finally {
            await (0,promises_.rm)(beside, { force: true });
        }
    }
}

// EXTERNAL MODULE: ./cli/prompts.js
var prompts = __webpack_require__(93359);
// EXTERNAL MODULE: ./cli/usage-error.js
var usage_error = __webpack_require__(39100);
;// CONCATENATED MODULE: ./cli/answers.js




/** The three answers, from options or from a person. */
async function answersOf(options, { stages, accounts: known, services }, terminal) {
    const isKnown = stages.every((stage) => known[stage] !== undefined);
    const asks = (0,prompts/* mayAsk */.Nh)(options, terminal);
    if (options.account === undefined && !isKnown && !asks) {
        throw new usage_error/* UsageError */.e('the AWS account is missing – add --account ID, or one per stage: --account dev=ID,staging=ID,prod=ID');
    }
    const region = services.find((service) => service.region !== undefined)?.region ?? process.env['AWS_REGION'] ?? 'us-east-1';
    const accounts = options.account !== undefined
        ? parseAccounts(options.account.join(' '), stages)
        : isKnown
            ? known
            : parseAccounts(await (0,prompts/* askText */.L5)(`AWS account id: one for all stages, or one each for ${stages.join(', ')}`, {
                check: (text) => parseAccounts(text, stages),
            }), stages);
    return {
        accounts,
        region: checkRegion(options.region ?? (asks ? await (0,prompts/* askText */.L5)('AWS region', { initial: region, check: checkRegion }) : region)),
        production: checkWay(options.production ?? (asks ? await (0,prompts/* askChoice */.zF)('How is production deployed?', WAYS) : 'branch')),
    };
}
const WAYS = [
    { value: 'branch', label: 'pushes to its branch, after an approval' },
    { value: 'promotion', label: 'promotions of what staging proved, with a verdict and an approval' },
];
function checkWay(text) {
    const way = PRODUCTION_WAYS.find((one) => one === text);
    if (way === undefined) {
        throw new usage_error/* UsageError */.e(`--production is "${text}" – write branch or promotion`);
    }
    return way;
}
function checkRegion(text) {
    if (!aws_region/* REGION_PATTERN */.aY.test(text)) {
        throw new usage_error/* UsageError */.e(`"${text}" is not the name of an AWS region – ${(0,aws_region/* regionHint */.MF)(text)}`);
    }
    return text;
}

// EXTERNAL MODULE: ./cli/exit-codes.js
var exit_codes = __webpack_require__(85);
// EXTERNAL MODULE: ./cli/face.js + 2 modules
var face = __webpack_require__(71028);
;// CONCATENATED MODULE: ./cli/writing.js



/** Shows every change, asks, and writes what was agreed to. */
async function applyChanges(changes, root, options, terminal) {
    for (const change of changes) {
        terminal.print(['', ...change.shown(terminal)]);
    }
    const fresh = changes.filter(({ status }) => status === 'new');
    const differing = changes.filter(({ status }) => status === 'differs');
    const names = fresh.map(({ path }) => path).join(', ');
    const writesNew = fresh.length === 0 || (await (0,prompts/* wantsToGoOn */.IK)(`Write ${names}?`, options, terminal));
    if (!writesNew) {
        throw new usage_error/* UsageError */.e('nothing was written');
    }
    const replaced = [];
    for (const change of differing) {
        const question = `${change.path} exists and differs. Replace it?`;
        if (options.replace || ((0,prompts/* mayAsk */.Nh)(options, terminal) && (await (0,prompts/* wantsToGoOn */.IK)(question, options, terminal)))) {
            replaced.push(change);
        }
    }
    await writeFiles(root, [...fresh, ...replaced]);
    const done = changes.map(({ path, status }) => ({
        path,
        status: status === 'new'
            ? 'written'
            : status === 'same'
                ? 'unchanged'
                : replaced.some((one) => one.path === path)
                    ? 'replaced'
                    : 'kept',
    }));
    for (const { path, status } of done.filter((one) => one.status === 'kept')) {
        terminal.log.warning(`${path} exists, differs and was ${status} – run init --replace to overwrite it`);
    }
    return done;
}

;// CONCATENATED MODULE: ./cli/verbs/init.js


























/**
 * Sets a repository up: writes serverless-stages.yml, the workflows and the role templates, each shown first, and says which
 * commands make the rest. What is there already is never changed without a yes. Throws E_NO_CLONE, E_SERVICE_CONFIG, E_CONFIG
 * and its kin, E_INPUT.
 */
async function init(options, terminal) {
    const facts = await readFacts(options, terminal);
    const { checkout } = facts;
    const written = await newConfig(facts, options, terminal);
    const path = external_node_path_.posix.join(checkout.folder, parse/* CONFIG_FILE */.g2);
    const config = (0,parse/* parseConfig */.o4)(Buffer.from(written.text), path);
    const services = await (0,laptop_services/* servicesOfConfig */.m)(checkout, config, (folder, reason) => terminal.log.info(`${folder} is left out: ${reason}`));
    const about = await Promise.all(services.map(({ path: folder }) => (0,setup_facts/* readServiceFacts */.hB)(checkout, folder)));
    terminal.print([
        `${terminal.style('bold', config.app)}: ${services.map(({ key }) => key).join(', ')}`,
        `stages ${(0,effective/* configuredStages */.WX)(config).join(', ')}; default branch ${facts.branches.defaultBranch}`,
    ]);
    const changes = await changedFiles(checkout.root, await wantedFiles(facts, config, written.text));
    const done = await applyChanges(changes, checkout.root, options, terminal);
    const commands = setUpCommands(config, facts.repository);
    const last = (0,ruleset/* rulesetCommand */.Q)(config, facts.repository);
    const left = [
        ...(facts.isProductKnown
            ? []
            : [
                `The workflows use ${facts.productName}@v1. If your copy of serverless-stages has another owner: serverless-stages init --replace --owner OWNER`,
            ]),
        ...written.left,
        ...leftToDo({
            config,
            repository: facts.repository,
            services: about,
            isServerless3: await (0,setup_facts/* isDeployedByServerless3 */.bh)(checkout, about),
            product: facts.productName,
            paths: changes.map(({ path: file }) => file),
            unmet: unmetByProfile(config, services, (0,setup_facts/* ownParametersOf */.AU)(services, about)),
            missingBranches: missingBranches(config, facts.branches),
        }),
    ];
    terminal.print([
        '',
        terminal.style('bold', "Run these once, with an administrator's credentials:"),
        ...commands.flatMap(({ what, command }) => ['', terminal.style('dim', `# ${what}`), command]),
        '',
        terminal.style('bold', 'Left for you:'),
        ...left.map((step, index) => `${index + 1}. ${step}`),
        '',
        terminal.style('dim', `# ${last.what}`),
        last.command,
    ]);
    terminal.printJson({ app: config.app, files: done, commands: [...commands, last], left });
    return done.some(({ status }) => status === 'kept') ? exit_codes/* EXIT */.d.failed : exit_codes/* EXIT */.d.ok;
}
async function readFacts(options, terminal) {
    const checkout = await (0,laptop_checkout/* openCheckout */.Hj)(process.cwd());
    const product = await (0,laptop_product/* openProduct */.g)();
    const { owner = 'OWNER', name = 'REPO' } = checkout.remote ?? {};
    const settings = checkout.remote === undefined ? undefined : await askGitHub(checkout, terminal);
    const local = await (0,setup_facts/* readBranches */.Lr)(checkout);
    const defaultBranch = options.defaultBranch ?? settings?.defaultBranch ?? local.defaultBranch;
    const production = options.productionBranch ?? local.production;
    const known = options.owner ?? product.repository;
    if (known !== undefined && !/^[\w.-]+(\/[\w.-]+)?$/.test(known)) {
        throw new usage_error/* UsageError */.e(`--owner is "${known}" – write OWNER, or OWNER/NAME`);
    }
    const productName = known === undefined ? `${owner}/serverless-stages` : known.includes('/') ? known : `${known}/serverless-stages`;
    return {
        checkout,
        product,
        productName,
        isProductKnown: known !== undefined,
        branches: { ...local, defaultBranch, production },
        repository: {
            owner: settings?.owner ?? owner,
            name: settings?.name ?? name,
            defaultBranch,
            folder: checkout.folder,
            ids: settings === undefined ? undefined : { repository: settings.id, owner: settings.ownerId },
        },
    };
}
/** GitHub knows the numbers that roles are made for; without it the commands ask. */
async function askGitHub(checkout, { log }) {
    try {
        const answer = await (await (0,face/* openSettings */.Ow)(checkout)).repository();
        return 'value' in answer ? answer.value : undefined;
    }
    catch (error) {
        log.notice(`GitHub did not answer (${error.message.split(' – ')[0]}); the commands below ask for the repository's numbers`);
        return undefined;
    }
}
/** The configuration that is there, else one from what a person answers. */
async function newConfig(facts, options, terminal) {
    const { checkout, branches, productName } = facts;
    const there = await (0,laptop_checkout/* readCheckoutFile */.$C)(checkout.root, external_node_path_.posix.join(checkout.folder, parse/* CONFIG_FILE */.g2));
    if (there !== undefined) {
        terminal.log.info(`${parse/* CONFIG_FILE */.g2} exists: its workflows are written, nothing is asked`);
        return { text: there, left: [] };
    }
    // Nothing is asked where there is nothing to deploy.
    const services = await (0,laptop_services/* servicesOnDisk */.x)(checkout, undefined, { stage: 'dev', region: 'us-east-1' });
    const about = await Promise.all(services.map(({ path }) => (0,setup_facts/* readServiceFacts */.hB)(checkout, path)));
    const app = options.app ?? nameOf(checkout, about);
    const exported = options.fromDashboard === undefined ? undefined : await readExport(options.fromDashboard, app);
    const dashboard = exported === undefined ? undefined : stagesOfDashboard(exported, NEW_STAGES);
    const stages = dashboard?.stages ?? NEW_STAGES;
    const answers = await answersOf(options, { stages, accounts: dashboard?.accounts ?? {}, services: about }, terminal);
    return {
        text: configText({
            ...answers,
            app,
            stages,
            defaultBranch: branches.defaultBranch,
            productionBranch: branches.production,
            product: productName,
            services: calledKeys(services),
            profiles: dashboard?.profiles ?? {},
        }),
        left: (dashboard?.leftOut ?? []).map((one) => `Not imported from the Dashboard: ${one}`),
    };
}
async function readExport(file, app) {
    const bytes = await (0,limited/* readLimited */.t)(file, file).catch((error) => {
        throw error.code === 'ENOENT' ? new usage_error/* UsageError */.e(`--from-dashboard: there is no file ${file}`) : error;
    });
    return parseDashboard(bytes.toString(), file, app);
}
/** What the application is called: as the Dashboard knows it, else like its repository, else like its folder. */
function nameOf({ remote, root }, services) {
    const candidates = [...services.map(({ app }) => app), remote?.name, external_node_path_.posix.basename(root)];
    return candidates.map((text) => appName(text ?? '')).find((name) => name !== undefined) ?? 'app';
}
/** Branches of stages that the remote does not have. */
function missingBranches(config, { published }) {
    const branches = (0,effective/* configuredStages */.WX)(config).map((stage) => (0,stage_of/* branchOfStage */.E_)(config, stage));
    return [...new Set(branches)].filter((branch) => !published.includes(branch));
}
function unmetByProfile(config, services, own) {
    const stages = (0,effective/* configuredStages */.WX)(config).map((stage) => [
        config.stages?.[stage]?.profile ?? stage,
        (0,unmet_parameters/* unmetParameters */.c)(config, stage, services, own),
    ]);
    return new Map(stages.filter(([, names]) => names.length > 0));
}
/** Every file of a set-up, by its path in the repository. */
async function wantedFiles({ checkout, product, productName, branches }, config, text) {
    const { folder } = checkout;
    const suffix = (await (0,setup_facts/* readNeighbours */.bZ)(checkout)).length === 0 ? '' : (0,workflow_texts/* folderSuffix */.io)(folder);
    const { defaultBranch } = branches;
    const templates = [
        'github-oidc-role.yml',
        ...((0,promote/* pairList */.bb)(config.promote).length === 0 ? [] : ['github-viewer-role.yml']),
    ];
    const roles = await Promise.all(templates.map(async (name) => [external_node_path_.posix.join(folder, 'aws', name), await product.roleTemplate(name)]));
    const workflows = (0,workflow_texts/* workflowTexts */.Yx)({
        config,
        templates: product.workflows,
        product: productName,
        folder,
        defaultBranch,
        suffix,
    });
    return {
        own: { [external_node_path_.posix.join(folder, parse/* CONFIG_FILE */.g2)]: text, ...workflows },
        copied: Object.fromEntries(roles),
    };
}


/***/ })

};
