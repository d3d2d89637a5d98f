export const id = 8389;
export const ids = [8389];
export const modules = {

/***/ 71028:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  qc: () => (/* binding */ laptopFace),
  o6: () => (/* binding */ openGitHub),
  Ow: () => (/* binding */ openSettings),
  q4: () => (/* binding */ repositoryId)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./core/errors.js
var errors = __webpack_require__(30742);
// EXTERNAL MODULE: ./core/laptop/person.js
var laptop_person = __webpack_require__(84965);
// EXTERNAL MODULE: ./io/github/client.js
var github_client = __webpack_require__(47601);
// EXTERNAL MODULE: ../node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(37728);
// EXTERNAL MODULE: ./io/github/answers.js
var answers = __webpack_require__(67235);
// EXTERNAL MODULE: ./io/github/request.js
var request = __webpack_require__(29445);
;// CONCATENATED MODULE: ./io/github/settings-reader.js





const repositoryAnswer = dist/* object */.Ikc({
    id: dist/* number */.aig(),
    private: dist/* boolean */.zMY(),
    default_branch: dist/* string */.YjP(),
    owner: dist/* object */.Ikc({ id: dist/* number */.aig(), login: dist/* string */.YjP() }),
    name: dist/* string */.YjP(),
});
const environmentAnswer = dist/* object */.Ikc({
    protection_rules: dist/* optional */.lqM(dist/* array */.YOg(dist/* looseObject */._H3({ type: dist/* string */.YjP(), reviewers: dist/* optional */.lqM(dist/* array */.YOg(dist/* unknown */.L5J())) }))),
    deployment_branch_policy: dist/* nullish */.cl6(dist/* object */.Ikc({ protected_branches: dist/* boolean */.zMY(), custom_branch_policies: dist/* boolean */.zMY() })),
});
const policyAnswer = dist/* object */.Ikc({ name: dist/* string */.YjP(), type: dist/* optional */.lqM(dist/* string */.YjP()) });
const ruleAnswer = dist/* object */.Ikc({ type: dist/* string */.YjP(), parameters: dist/* nullish */.cl6(dist/* looseObject */._H3({})) });
const permissionsAnswer = dist/* object */.Ikc({
    enabled: dist/* boolean */.zMY(),
    allowed_actions: dist/* optional */.lqM(dist/* string */.YjP()),
    sha_pinning_required: dist/* optional */.lqM(dist/* boolean */.zMY()),
});
const selectedAnswer = dist/* object */.Ikc({
    github_owned_allowed: dist/* optional */.lqM(dist/* boolean */.zMY()),
    verified_allowed: dist/* optional */.lqM(dist/* boolean */.zMY()),
    patterns_allowed: dist/* optional */.lqM(dist/* array */.YOg(dist/* string */.YjP())),
});
const secretAnswer = dist/* object */.Ikc({ name: dist/* string */.YjP() });
const contentAnswer = dist/* object */.Ikc({ content: dist/* string */.YjP(), encoding: dist/* string */.YjP() });
/** Builds such a reader of one repository. */
function createSettingsReader(token, { owner, repository, apiUrl }) {
    const client = (0,github_client/* openClient */.M)(token, apiUrl);
    const place = { owner, repo: repository };
    const asked = async (right, work) => {
        try {
            return { value: await work(await client()) };
        }
        catch (error) {
            if ((0,request/* isRefused */.H0)(error) || isHidden(error)) {
                return { because: `the token may not ask for it; it takes ${right}` };
            }
            if (error instanceof errors/* UserError */.yo) {
                return { because: error.message };
            }
            throw error;
        }
    };
    return {
        repository: () => asked('`metadata: read`', async ({ rest }) => {
            const answer = await (0,request/* ask */.kA)('what the repository is', async () => (0,answers/* read */.LF)(repositoryAnswer, await rest.repos.get(place)));
            return answer === undefined
                ? undefined
                : {
                    id: String(answer.id),
                    ownerId: String(answer.owner.id),
                    owner: answer.owner.login,
                    name: answer.name,
                    defaultBranch: answer.default_branch,
                    isPrivate: answer.private,
                };
        }),
        environment: (name) => asked('`actions: read`', async ({ rest }) => {
            const about = { ...place, environment_name: name };
            const answer = await (0,request/* ask */.kA)(`what the environment "${name}" asks for`, async () => (0,answers/* read */.LF)(environmentAnswer, await rest.repos.getEnvironment(about)));
            if (answer === undefined) {
                return undefined;
            }
            const { deployment_branch_policy: policy, protection_rules: rules = [] } = answer;
            const branches = policy?.custom_branch_policies === true
                ? await (0,request/* need */.$B)(`which branches the environment "${name}" is limited to`, async () => {
                    const list = await rest.repos.listDeploymentBranchPolicies({ ...about, per_page: 100 });
                    return dist/* parse */.qgA(dist/* object */.Ikc({ branch_policies: dist/* array */.YOg(policyAnswer) }), list.data).branch_policies;
                })
                : undefined;
            return {
                reviewers: rules.flatMap(({ reviewers = [] }) => reviewers).length,
                limit: policy === null || policy === undefined ? 'none' : branches === undefined ? 'protected' : 'named',
                branches: (branches ?? []).flatMap(({ name: pattern, type }) => (type === 'tag' ? [] : [pattern])),
            };
        }),
        rules: (branch) => asked('`metadata: read`', async ({ rest }) => {
            const rules = await (0,request/* need */.$B)(`the rules of "${branch}"`, () => (0,answers/* readPages */.n4)(ruleAnswer, (page) => rest.repos.getBranchRules({ ...place, branch, ...page })));
            const whole = await (0,request/* ask */.kA)(`whether "${branch}" is protected`, async () => (0,answers/* read */.LF)(dist/* object */.Ikc({ protected: dist/* boolean */.zMY() }), await rest.repos.getBranch({ ...place, branch })));
            return {
                exists: whole !== undefined,
                types: rules.map(({ type }) => type),
                checks: rules.flatMap(({ parameters }) => checksOf(parameters)),
                hasClassicProtection: whole?.protected === true && rules.length === 0,
            };
        }),
        actions: () => asked('`administration: read`', async ({ rest }) => {
            const { enabled, allowed_actions: allowed = 'all' } = await (0,request/* need */.$B)('what actions may run', async () => (0,answers/* read */.LF)(permissionsAnswer, await rest.actions.getGithubActionsPermissionsRepository(place)));
            const selected = allowed === 'selected'
                ? await (0,request/* need */.$B)('which actions may run', async () => (0,answers/* read */.LF)(selectedAnswer, await rest.actions.getAllowedActionsRepository(place)))
                : undefined;
            return {
                isEnabled: enabled,
                allowed: allowed === 'selected' || allowed === 'local_only' ? allowed : 'all',
                takesGitHubs: selected?.github_owned_allowed === true,
                takesVerified: selected?.verified_allowed === true,
                patterns: selected?.patterns_allowed ?? [],
            };
        }),
        secrets: () => asked('`secrets: read`', async ({ rest }) => {
            const lists = await (0,request/* need */.$B)('which secrets there are', () => Promise.all([
                rest.actions.listRepoSecrets({ ...place, per_page: 100 }),
                rest.actions.listRepoOrganizationSecrets({ ...place, per_page: 100 }),
            ]));
            return lists.flatMap(({ data }) => dist/* parse */.qgA(dist/* object */.Ikc({ secrets: dist/* array */.YOg(secretAnswer) }), data).secrets.map(({ name }) => name));
        }),
        fileText: (path, branch) => asked('`contents: read`', async ({ rest }) => {
            const answer = await (0,request/* ask */.kA)(`what ${path} of "${branch}" holds`, async () => (0,answers/* read */.LF)(contentAnswer, await rest.repos.getContent({ ...place, path, ref: branch })));
            return answer === undefined ? undefined : Buffer.from(answer.content, 'base64').toString();
        }),
    };
}
/** Whether GitHub hides what a token may not see: it says 404 then. */
function isHidden(error) {
    return error instanceof errors/* UserError */.yo && error.cause?.status === 404;
}
/** Names of the checks that a rule asks for. */
function checksOf(parameters) {
    const checks = parameters?.['required_status_checks'];
    return Array.isArray(checks)
        ? checks.flatMap((check) => {
            const context = check?.context;
            return typeof context === 'string' ? [context] : [];
        })
        : [];
}

// EXTERNAL MODULE: ./io/laptop/checkout.js
var laptop_checkout = __webpack_require__(83115);
// EXTERNAL MODULE: ./io/laptop/credentials.js
var credentials = __webpack_require__(161);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
;// CONCATENATED MODULE: ./io/laptop/github-token.js

/** How long `gh` may take to say the token, in milliseconds. */
const ANSWER_MS = 10_000;
/**
 * Returns the token by which GitHub is asked: GH_TOKEN, GITHUB_TOKEN, else the one of `gh`, GitHub's own program, if it is
 * there and signed in; empty for none, which public repositories do not need.
 */
async function readGitHubToken(host, environment = process.env) {
    return environment['GH_TOKEN'] || environment['GITHUB_TOKEN'] || (await tokenOfGh(host, environment)) || '';
}
function tokenOfGh(host, environment) {
    const env = Object.fromEntries(Object.entries(environment).filter(([name]) => !name.startsWith('AWS_')));
    return new Promise((resolve) => {
        (0,external_node_child_process_.execFile)('gh', ['auth', 'token', '--hostname', host], { env, timeout: ANSWER_MS }, (error, stdout) => resolve(error === null ? stdout.trim() : undefined));
    });
}

// EXTERNAL MODULE: ./stage/open/face.js
var face = __webpack_require__(77680);
;// CONCATENATED MODULE: ./cli/face.js









/** Opens the repository on GitHub by what the clone and the machine know; throws E_NO_CLONE if no remote names one. */
async function openGitHub(checkout) {
    const { place, token } = await githubOf(checkout);
    return (0,github_client/* createGitHubReader */.r)(token, place);
}
async function githubOf(checkout) {
    const remote = remoteOf(checkout);
    const { owner, name: repository, host } = remote;
    return { place: { owner, repository, apiUrl: (0,laptop_checkout/* githubApi */.Mc)(remote) }, token: await readGitHubToken(host) };
}
function remoteOf({ remote }) {
    if (remote === undefined) {
        throw new errors/* UserError */.yo('E_NO_CLONE', {
            what: 'no remote of this clone names its repository on GitHub',
            why: "a stage's records and its lock stand under the repository's number",
            fix: 'git remote add origin git@github.com:OWNER/NAME.git',
        });
    }
    return remote;
}
/** Opens the settings of the repository on GitHub in the same way; throws E_NO_CLONE. */
async function openSettings(checkout) {
    const { place, token } = await githubOf(checkout);
    return createSettingsReader(token, place);
}
/** Returns the repository's number; GitHub is asked for it once in a clone. Throws E_NO_CLONE, E_GITHUB with what to do. */
async function repositoryId(checkout, github) {
    const { root } = checkout;
    const remote = remoteOf(checkout);
    const known = await (0,laptop_checkout/* rememberedId */.ur)(root, remote);
    if (known !== undefined) {
        return known;
    }
    try {
        const id = String((await github.repository()).id);
        await (0,laptop_checkout/* rememberId */.lJ)(root, remote, id);
        return id;
    }
    catch (cause) {
        throw new errors/* UserError */.yo('E_GITHUB', {
            what: `GitHub did not give the number of ${remote.owner}/${remote.name}: ${cause.message}`,
            fix: `sign in (gh auth login) or set GH_TOKEN, or write the number: git config ${(0,laptop_checkout/* idKey */.T4)(remote)} NUMBER`,
            cause,
        });
    }
}
/** Returns the face of a person at a laptop. */
function laptopFace({ checkout, person, github, repositoryId: id, log, own }) {
    const user = (0,laptop_person/* identityOf */.c)(person);
    const { remote, root } = checkout;
    return {
        attempt: {
            repository: `${remote?.owner}/${remote?.name}`,
            repositoryId: id,
            // Later than any other run of the laptop.
            id: String(Date.now()),
            attempt: '1',
            runner: '',
            url: '',
            person: { user, machine: person.machine },
        },
        github,
        log,
        // What is shown goes through the redactor, which learns the same texts.
        mask: () => undefined,
        assumerOf: (configuration, secret) => (0,credentials/* personalAssumer */.X)({ configuration, own, user }, secret),
        renewableRole: face/* roleOfSession */.G,
        workspace: root,
        tempFolder: (0,external_node_os_.tmpdir)(),
    };
}


/***/ }),

/***/ 84965:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ stageNameOf),
/* harmony export */   c: () => (/* binding */ identityOf)
/* harmony export */ });
/** Names that machines give to whoever works on them: they tell nobody apart. */
const SHARED_NAMES = new Set([
    'admin',
    'codespace',
    'coder',
    'developer',
    'ec2-user',
    'gitpod',
    'node',
    'root',
    'ubuntu',
    'user',
    'vscode',
]);
/** Returns how others know a person: by the e-mail address of their commits, else by their name on the machine. */
function identityOf({ login, email, machine }) {
    return email === undefined ? `${login}@${machine}` : email.toLowerCase();
}
/** Returns what a person's stage is called after: their name on the machine, unless many have it. */
function stageNameOf({ login, email }) {
    const [local = ''] = email?.split('@') ?? [];
    return SHARED_NAMES.has(login.toLowerCase()) && local !== '' ? local : login;
}


/***/ }),

/***/ 45022:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ parseRemote),
/* harmony export */   p: () => (/* binding */ apiUrlOf)
/* harmony export */ });
/**
 * Reads the address of a git remote (`git@github.com:OWNER/NAME.git`, `https://…`, `ssh://…`); undefined if it names no
 * repository of a server. A host without a dot is an alias of the user's ssh configuration, and counts as github.com.
 */
function parseRemote(address) {
    const [, host = '', path = ''] = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/@]*@)?([^/:]+)(?::\d+)?\/(.+)$/i.exec(address) ??
        /^(?:[^/@:]+@)?([^/:]+):(?!\/)(.+)$/.exec(address) ??
        [];
    const [owner = '', name = '', ...more] = path
        .replace(/\/+$/, '')
        .replace(/\.git$/, '')
        .split('/');
    const isOne = host !== '' && /^[\w.-]+$/.test(owner) && /^[\w.-]+$/.test(name) && more.length === 0;
    return isOne ? { host: host.includes('.') ? host.toLowerCase() : 'github.com', owner, name } : undefined;
}
/** Where GitHub of a host answers: https://docs.github.com/en/enterprise-cloud@latest/rest/quickstart (data residency: `api.`). */
function apiUrlOf(host) {
    if (host === 'github.com' || host === 'ssh.github.com') {
        return 'https://api.github.com';
    }
    return host.endsWith('.ghe.com') ? `https://api.${host}` : `https://${host}/api/v3`;
}


/***/ }),

/***/ 29308:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EX: () => (/* binding */ parseParametersSecret),
/* harmony export */   Uv: () => (/* binding */ ssmReferences),
/* harmony export */   mJ: () => (/* binding */ combineParameters),
/* harmony export */   nh: () => (/* binding */ checkSecretReferences)
/* harmony export */ });
/* harmony import */ var _configuration_schema_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(28665);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30742);
/* harmony import */ var _suggest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51335);



/** Returns the names that the references of a profile point at in SSM. */
function ssmReferences(parameters) {
    const names = Object.values(parameters).flatMap((value) => ((0,_configuration_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .isSsm */ .uF)(value) ? [value.ssm] : []));
    return [...new Set(names)];
}
/**
 * Reads the PARAMETERS secret: lines of `NAME=<JSON string>`. Lines, because the runner masks each line of a secret: a
 * JSON object over several lines would mask `{`. Throws E_SECRET_MISSING with the line's number, never its text.
 */
function parseParametersSecret(text) {
    const entries = new Map();
    for (const [index, line] of text.split(/\r?\n/).entries()) {
        if (line.trim() === '') {
            continue;
        }
        const [, name, json] = /^([A-Za-z_][A-Za-z0-9_]*)=(.*)$/.exec(line.trim()) ?? [];
        const value = json === undefined ? undefined : parseJsonString(json);
        if (name === undefined || value === undefined) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('E_SECRET_MISSING', {
                what: `line ${index + 1} of the PARAMETERS secret is not NAME=<JSON string>`,
                fix: 'write each entry on a line of its own, its value in double quotes: API_KEY="value" (line breaks as \\n)',
            });
        }
        if (entries.has(name)) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('E_SECRET_MISSING', {
                what: `line ${index + 1} of the PARAMETERS secret gives "${name}" a second time`,
                fix: 'keep one of the two lines',
            });
        }
        entries.set(name, value);
    }
    return entries;
}
function parseJsonString(json) {
    try {
        const value = JSON.parse(json);
        return typeof value === 'string' ? value : undefined;
    }
    catch {
        return undefined;
    }
}
/** Checks that every `secret:` reference has its entry; throws E_SECRET_MISSING for the first that has none. */
function checkSecretReferences(parameters, secrets) {
    for (const [name, value] of Object.entries(parameters)) {
        if ((0,_configuration_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .isSecret */ .$f)(value) && !secrets.has(value.secret)) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('E_SECRET_MISSING', {
                what: `the parameter "${name}" names the entry "${value.secret}", which the PARAMETERS secret does not have`,
                fix: `add a line ${value.secret}="…" to the secret and pass it as the input "parameters" – ${(0,_suggest_js__WEBPACK_IMPORTED_MODULE_2__/* .suggestName */ .S)(value.secret, [...secrets.keys()])}`,
            });
        }
    }
}
/**
 * Puts the parameters of a profile together, ordered by name: explicit ones win over those below the path. Throws
 * E_PARAMETER for a name below the path that `${param:…}` cannot spell.
 */
function combineParameters(sources) {
    const combined = new Map();
    for (const found of sources.below) {
        const name = nameBelow(sources.path ?? '/', found.name);
        combined.set(name, {
            name,
            value: found.value,
            secret: found.secure,
            source: `ssm:${found.name}`,
            version: found.version,
        });
    }
    for (const [name, configured] of Object.entries(sources.parameters)) {
        combined.set(name, explicit(name, configured, sources));
    }
    return [...combined.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
function nameBelow(path, fullName) {
    const name = fullName.slice(path.endsWith('/') ? path.length : path.length + 1);
    if (!_configuration_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .PARAMETER_NAME */ .GV.test(name)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('E_PARAMETER', {
            what: `the SSM parameter "${fullName}" would be the parameter "${name}"`,
            why: '${param:…} cannot spell that name; it begins with a letter or _',
            fix: 'rename it in SSM, or name it under "parameters" with { ssm: … }',
        });
    }
    return name;
}
function explicit(name, configured, sources) {
    if ((0,_configuration_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .isLiteral */ .c$)(configured)) {
        return { name, value: String(configured), secret: false, source: 'literal' };
    }
    if ((0,_configuration_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .isSecret */ .$f)(configured)) {
        const value = sources.secrets.get(configured.secret) ?? '';
        return { name, value, secret: true, source: `secret:${configured.secret}` };
    }
    const found = sources.referenced.get(configured.ssm);
    if (found === undefined) {
        throw new Error(`the SSM parameter ${configured.ssm} was not read`);
    }
    return { name, value: found.value, secret: found.secure, source: `ssm:${configured.ssm}`, version: found.version };
}


/***/ }),

/***/ 83115:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $C: () => (/* binding */ readCheckoutFile),
/* harmony export */   DM: () => (/* binding */ isDirty),
/* harmony export */   Hj: () => (/* binding */ openCheckout),
/* harmony export */   Mc: () => (/* binding */ githubApi),
/* harmony export */   T4: () => (/* binding */ idKey),
/* harmony export */   c1: () => (/* binding */ readPerson),
/* harmony export */   lJ: () => (/* binding */ rememberId),
/* harmony export */   ur: () => (/* binding */ rememberedId)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var _core_config_parse_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4235);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(30742);
/* harmony import */ var _core_laptop_remote_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(45022);
/* harmony import */ var _git_run_git_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(19773);








/** Looks at the clone that a folder is in; throws E_NO_CLONE if it is in none. */
async function openCheckout(start) {
    const top = (await (0,_git_run_git_js__WEBPACK_IMPORTED_MODULE_6__/* .runGit */ .EO)(start, ['rev-parse', '--show-toplevel']))?.trimEnd();
    if (top === undefined || top === '') {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .UserError */ .yo('E_NO_CLONE', {
            what: `${start} is not in a clone of a git repository`,
            fix: 'go to the folder of your application, or make one: git init',
        });
    }
    const root = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.realpath)(top);
    const here = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.realpath)(start);
    const found = configFolder(here, root);
    const [head, branch] = await Promise.all([
        (0,_git_run_git_js__WEBPACK_IMPORTED_MODULE_6__/* .runGit */ .EO)(root, ['rev-parse', '--verify', '-q', 'HEAD^{commit}']),
        (0,_git_run_git_js__WEBPACK_IMPORTED_MODULE_6__/* .runGit */ .EO)(root, ['symbolic-ref', '-q', '--short', 'HEAD']),
    ]);
    return {
        root,
        folder: (0,node_path__WEBPACK_IMPORTED_MODULE_3__.relative)(root, found ?? here)
            .split(node_path__WEBPACK_IMPORTED_MODULE_3__.sep)
            .join('/') || '.',
        isConfigured: found !== undefined,
        head: head?.trim(),
        branch: branch?.trim(),
        remote: await remoteOf(root),
    };
}
/** The nearest folder, upwards to the top, that has a serverless-stages.yml. */
function configFolder(start, root) {
    for (let folder = start;; folder = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(folder)) {
        if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, _core_config_parse_js__WEBPACK_IMPORTED_MODULE_4__/* .CONFIG_FILE */ .g2))) {
            return folder;
        }
        if (folder === root || folder === (0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(folder)) {
            return undefined;
        }
    }
}
/** The repository that `origin` names, else the only remote. */
async function remoteOf(root) {
    const names = (await (0,_git_run_git_js__WEBPACK_IMPORTED_MODULE_6__/* .runGit */ .EO)(root, ['remote']))?.split('\n').filter((name) => name !== '') ?? [];
    const name = names.includes('origin') ? 'origin' : names.length === 1 ? names[0] : undefined;
    const address = name === undefined ? undefined : await (0,_git_run_git_js__WEBPACK_IMPORTED_MODULE_6__/* .runGit */ .EO)(root, ['remote', 'get-url', name]);
    return address === undefined ? undefined : (0,_core_laptop_remote_js__WEBPACK_IMPORTED_MODULE_7__/* .parseRemote */ .M)(address.trim());
}
/** What the machine and git say of who works here. */
async function readPerson(root) {
    const email = (await (0,_git_run_git_js__WEBPACK_IMPORTED_MODULE_6__/* .runGit */ .EO)(root, ['config', '--get', 'user.email']))?.trim();
    return { login: (0,node_os__WEBPACK_IMPORTED_MODULE_2__.userInfo)().username, email: email === '' ? undefined : email, machine: (0,node_os__WEBPACK_IMPORTED_MODULE_2__.hostname)() };
}
/** Where git keeps a repository's number, so that GitHub is asked for it once: a clone may get another remote. */
function idKey({ owner, name }) {
    return `serverless-stages.${owner}/${name}.repositoryid`;
}
/** Returns a repository's number as this clone remembers it; undefined if it does not. */
async function rememberedId(root, remote) {
    const id = (await (0,_git_run_git_js__WEBPACK_IMPORTED_MODULE_6__/* .runGit */ .EO)(root, ['config', '--local', '--get', idKey(remote)]))?.trim();
    return /^[0-9]+$/.test(id ?? '') ? id : undefined;
}
/** Has this clone remember a repository's number. */
async function rememberId(root, remote, id) {
    await (0,_git_run_git_js__WEBPACK_IMPORTED_MODULE_6__/* .runGit */ .EO)(root, ['config', '--local', idKey(remote), id]);
}
/** Where the GitHub of a repository answers. */
function githubApi({ host }, environment = process.env) {
    return environment['GITHUB_API_URL'] || (0,_core_laptop_remote_js__WEBPACK_IMPORTED_MODULE_7__/* .apiUrlOf */ .p)(host);
}
/** Whether the clone has changes that are not committed. */
async function isDirty(root) {
    return (await (0,_git_run_git_js__WEBPACK_IMPORTED_MODULE_6__/* .runGit */ .EO)(root, ['status', '--porcelain']))?.trim() !== '';
}
/** A file of the clone; undefined if it is not there. */
function readCheckoutFile(root, path) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(root, path), 'utf8').catch(() => undefined);
}


/***/ }),

/***/ 161:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ personalAssumer),
/* harmony export */   x: () => (/* binding */ ownSession)
/* harmony export */ });
/* harmony import */ var _core_aws_role_arn_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(28609);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30742);
/* harmony import */ var _core_only_defined_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(49443);
/* harmony import */ var _core_profile_session_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4907);
/* harmony import */ var _core_profile_session_policy_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(13246);
/* harmony import */ var _aws_client_options_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(13786);
/* harmony import */ var _aws_errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(24713);
/* harmony import */ var _aws_request_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(16869);
/* harmony import */ var _aws_sts_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(21527);









/**
 * Finds a person's own credentials as every tool of AWS does (variables, profiles, IAM Identity Center, …) and asks whose they are;
 * `account`: theirs have to be of it. Throws E_NO_CREDENTIALS, E_WRONG_ACCOUNT, E_AWS_UNAVAILABLE.
 */
async function ownSession(region, account, awsProfile) {
    const keys = await ownKeys(region, awsProfile);
    return (0,_aws_sts_js__WEBPACK_IMPORTED_MODULE_7__/* .checkAccount */ .g4)(keys, account, 'the profile');
}
async function ownKeys(region, awsProfile) {
    const { STSClient } = await Promise.all(/* import() */[__webpack_require__.e(5455), __webpack_require__.e(3933)]).then(__webpack_require__.t.bind(__webpack_require__, 83933, 19));
    const client = new STSClient({ region, ..._aws_client_options_js__WEBPACK_IMPORTED_MODULE_4__/* .REQUESTS */ .H0, ...(0,_core_only_defined_js__WEBPACK_IMPORTED_MODULE_8__/* .onlyDefined */ .M)({ profile: awsProfile }) });
    try {
        const { accessKeyId, secretAccessKey, sessionToken, expiration } = await client.config.credentials();
        return {
            accessKeyId,
            secretAccessKey,
            region,
            ...(0,_core_only_defined_js__WEBPACK_IMPORTED_MODULE_8__/* .onlyDefined */ .M)({ sessionToken, expiration: expiration?.toISOString() }),
        };
    }
    catch (cause) {
        const profile = awsProfile ?? process.env['AWS_PROFILE'];
        const named = profile === undefined ? '' : ` --profile ${profile}`;
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('E_NO_CREDENTIALS', {
            what: `no AWS credentials were found: ${cause.message}`,
            fix: `sign in (aws sso login${named}), or set AWS_PROFILE to a profile of ~/.aws/config that has credentials`,
            cause,
        });
    }
    finally {
        client.destroy();
    }
}
/**
 * Returns how a person assumes the role of personal stages: in a session that is named after them and narrowed to their stage.
 * `secret` is told of each secret text at once. It throws E_ROLE_REFUSED, E_WRONG_ACCOUNT, E_AWS_UNAVAILABLE.
 */
function personalAssumer({ configuration, own, user }, secret) {
    const { region, sessionDuration } = configuration.profile;
    const ofStage = (0,_core_profile_session_policy_js__WEBPACK_IMPORTED_MODULE_3__/* .sessionPolicy */ .li)(configuration);
    return async (role, policy = ofStage) => {
        const base = await own();
        const wanted = { role, policy, region, duration: sessionDuration, name: (0,_core_profile_session_js__WEBPACK_IMPORTED_MODULE_2__/* .sessionName */ .Cy)(user, 'laptop', '1') };
        return (0,_aws_sts_js__WEBPACK_IMPORTED_MODULE_7__/* .checkAccount */ .g4)(await assume(wanted, base, secret), (0,_core_aws_role_arn_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRoleArn */ .DM)(role).account, `the role ${role}`);
    };
}
async function assume({ role, region, policy, duration, name }, base, secret) {
    const { AssumeRoleCommand, STSClient } = await Promise.all(/* import() */[__webpack_require__.e(5455), __webpack_require__.e(3933)]).then(__webpack_require__.t.bind(__webpack_require__, 83933, 19));
    const client = new STSClient((0,_aws_client_options_js__WEBPACK_IMPORTED_MODULE_4__/* .clientOptions */ .s1)({ ...base, region }));
    try {
        const command = new AssumeRoleCommand({
            RoleArn: role,
            RoleSessionName: name,
            // A role's session that assumes another one has an hour at most.
            DurationSeconds: base.sessionToken === undefined ? duration : Math.min(duration, 3600),
            Policy: policy,
        });
        return (0,_aws_sts_js__WEBPACK_IMPORTED_MODULE_7__/* .keysOf */ .YD)(await (0,_aws_request_js__WEBPACK_IMPORTED_MODULE_6__/* .request */ .Em)(() => client.send(command), _aws_request_js__WEBPACK_IMPORTED_MODULE_6__/* .BEGINNING_RETRY */ .r3), region, secret);
    }
    catch (error) {
        throw (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .isDenied */ .GZ)(error)
            ? new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('E_ROLE_REFUSED', {
                what: `AWS refused the role ${role} to ${base.arn}: ${error.message}`,
                fix: 'name your role or user in DeveloperArn of aws/personal-role.yml, and allow it sts:AssumeRole on that role',
                cause: error,
            })
            : (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .awsError */ .es)(`the role ${role} could not be assumed`, error, region);
    }
    finally {
        client.destroy();
    }
}


/***/ }),

/***/ 85247:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ servicesOfConfig),
/* harmony export */   x: () => (/* binding */ servicesOnDisk)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _core_configuration_effective_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39045);
/* harmony import */ var _core_serverless_known_variables_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(33931);
/* harmony import */ var _core_service_discover_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(22993);
/* harmony import */ var _services_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(69684);





/** Finds the services of an application as they are on the disk, for a stage in a region. Throws E_SERVICE_CONFIG. */
function servicesOnDisk({ root, folder }, configured, { stage, region }, tell) {
    return (0,_core_service_discover_js__WEBPACK_IMPORTED_MODULE_2__/* .discoverServices */ .U)((0,_services_js__WEBPACK_IMPORTED_MODULE_3__/* .workspaceFiles */ .P)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(root, folder)), configured, (0,_core_serverless_known_variables_js__WEBPACK_IMPORTED_MODULE_4__/* .knownVariables */ .h)({ stage, region }, new Map()), tell);
}
/** The same for the first configured stage (else the first profile), where it is no stage in particular that is asked about. */
function servicesOfConfig(place, config, tell) {
    const [stage] = (0,_core_configuration_effective_js__WEBPACK_IMPORTED_MODULE_1__/* .configuredStages */ .WX)(config);
    const profileName = config.stages?.[stage ?? '']?.profile ?? Object.keys(config.profiles)[0] ?? '';
    const name = stage ?? profileName;
    const { services, profile } = (0,_core_configuration_effective_js__WEBPACK_IMPORTED_MODULE_1__/* .effectiveConfiguration */ .kH)(config, { name, kind: 'configured', ref: '' }, profileName);
    return servicesOnDisk(place, services, { stage: name, region: profile.region }, tell);
}


/***/ })

};
