export const id = 5898;
export const ids = [5898];
export const modules = {

/***/ 65898:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  X: () => (/* binding */ openLaptop),
  U: () => (/* binding */ openProfile)
});

// EXTERNAL MODULE: ./actions/load-profile/run.js + 1 modules
var run = __webpack_require__(17964);
// EXTERNAL MODULE: ./actions/resolve-stage/run.js + 6 modules
var resolve_stage_run = __webpack_require__(11144);
// EXTERNAL MODULE: ./core/aws/role-arn.js
var role_arn = __webpack_require__(28609);
// EXTERNAL MODULE: ./core/configuration/effective.js
var effective = __webpack_require__(39045);
// EXTERNAL MODULE: ./core/configuration/transport.js
var transport = __webpack_require__(89101);
// EXTERNAL MODULE: ./core/errors.js
var errors = __webpack_require__(30742);
// EXTERNAL MODULE: ./core/own-value.js
var own_value = __webpack_require__(67413);
// EXTERNAL MODULE: ./core/stage/name.js
var stage_name = __webpack_require__(4621);
// EXTERNAL MODULE: ./core/suggest.js
var suggest = __webpack_require__(51335);
;// CONCATENATED MODULE: ./core/laptop/person.js
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

;// CONCATENATED MODULE: ./core/laptop/stage.js






/**
 * Returns the stage that a person means: a configured one by its exact name, else a personal one, which is called after its
 * name or the person's. Throws E_STAGE_UNKNOWN for a preview's name, E_PROFILE_UNKNOWN if there is no profile for it.
 */
function laptopStage(config, { stage: wanted, profile }, person, commit) {
    const configured = wanted === undefined ? undefined : (0,own_value/* ownValue */.e)(config.stages ?? {}, wanted);
    const at = commit === undefined ? {} : { commit };
    if (wanted !== undefined && configured !== undefined && (0,effective/* configuredStages */.WX)(config).includes(wanted)) {
        const identity = { name: wanted, kind: 'configured', ref: `refs/heads/${configured.branch}`, ...at };
        return { stage: identity, profile: profile ?? configured.profile };
    }
    if (wanted?.includes(stage_name/* PREVIEW_MARK */.Hp)) {
        throw new errors/* UserError */.yo('E_STAGE_UNKNOWN', {
            what: `"${wanted}" is the stage of a preview`,
            why: 'a preview follows its pull request or branch, and belongs to the workflow',
            fix: `push to its branch, or leave --stage out – ${(0,suggest/* suggestName */.S)(wanted, (0,effective/* configuredStages */.WX)(config))}`,
        });
    }
    const spoken = wanted ?? stageNameOf(person);
    const name = stage_name/* PERSONAL_NAME */.fx.test(spoken) ? spoken : (0,stage_name/* personalStageName */.c)(identityOf(person), spoken, stage_name/* DEFAULT_MAX_LENGTH */.mg);
    return { stage: { name, kind: 'personal', ref: '', ...at }, profile: profile ?? defaultProfile(config) };
}
function defaultProfile(config) {
    const name = config['default-profile'];
    if (name === undefined) {
        throw new errors/* UserError */.yo('E_PROFILE_UNKNOWN', {
            what: 'a personal stage needs a profile, and the configuration has no "default-profile"',
            fix: `write one at its top level, or add --profile – ${(0,suggest/* suggestName */.S)('', Object.keys(config.profiles))}`,
        });
    }
    return name;
}
/** Refuses what would change a configured stage from a laptop that its configuration does not open. Throws E_LAPTOP_FORBIDDEN. */
function checkLaptopAllowed(config, { name, kind }) {
    if (kind === 'configured' && (0,own_value/* ownValue */.e)(config.stages ?? {}, name)?.laptop !== 'allowed') {
        throw new errors/* UserError */.yo('E_LAPTOP_FORBIDDEN', {
            what: `the stage "${name}" is a configured one, which its workflow deploys`,
            why: 'its configuration does not say `laptop: allowed`',
            fix: `leave --stage out for a stage of your own, or write \`laptop: allowed\` below stages.${name} in serverless-stages.yml`,
        });
    }
}

// EXTERNAL MODULE: ./core/profile/masking.js
var masking = __webpack_require__(23303);
// EXTERNAL MODULE: ./core/redact.js + 2 modules
var redact = __webpack_require__(3913);
// EXTERNAL MODULE: ./io/aws/ssm.js + 1 modules
var ssm = __webpack_require__(32795);
// EXTERNAL MODULE: ./io/configuration.js + 1 modules
var io_configuration = __webpack_require__(10716);
// EXTERNAL MODULE: ./io/github/config-reader.js + 1 modules
var config_reader = __webpack_require__(626);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./core/config/parse.js + 16 modules
var parse = __webpack_require__(4235);
;// CONCATENATED MODULE: ./core/laptop/remote.js
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

// EXTERNAL MODULE: ./io/git/run-git.js
var run_git = __webpack_require__(19773);
;// CONCATENATED MODULE: ./io/laptop/checkout.js








/** Looks at the clone that a folder is in; throws E_NO_CLONE if it is in none. */
async function openCheckout(start) {
    const top = (await (0,run_git/* runGit */.EO)(start, ['rev-parse', '--show-toplevel']))?.trimEnd();
    if (top === undefined || top === '') {
        throw new errors/* UserError */.yo('E_NO_CLONE', {
            what: `${start} is not in a clone of a git repository`,
            fix: 'go to the folder of your application, or make one: git init',
        });
    }
    const root = await (0,promises_.realpath)(top);
    const here = await (0,promises_.realpath)(start);
    const found = configFolder(here, root);
    const [head, branch] = await Promise.all([
        (0,run_git/* runGit */.EO)(root, ['rev-parse', '--verify', '-q', 'HEAD^{commit}']),
        (0,run_git/* runGit */.EO)(root, ['symbolic-ref', '-q', '--short', 'HEAD']),
    ]);
    return {
        root,
        folder: (0,external_node_path_.relative)(root, found ?? here)
            .split(external_node_path_.sep)
            .join('/') || '.',
        isConfigured: found !== undefined,
        head: head?.trim(),
        branch: branch?.trim(),
        remote: await remoteOf(root),
    };
}
/** The nearest folder, upwards to the top, that has a serverless-stages.yml. */
function configFolder(start, root) {
    for (let folder = start;; folder = (0,external_node_path_.dirname)(folder)) {
        if ((0,external_node_fs_.existsSync)((0,external_node_path_.join)(folder, parse/* CONFIG_FILE */.g2))) {
            return folder;
        }
        if (folder === root || folder === (0,external_node_path_.dirname)(folder)) {
            return undefined;
        }
    }
}
/** The remote that the branch is pushed to, else `origin`, else the only one. */
async function remoteOf(root) {
    const names = (await (0,run_git/* runGit */.EO)(root, ['remote']))?.split('\n').filter((name) => name !== '') ?? [];
    const name = names.includes('origin') ? 'origin' : names.length === 1 ? names[0] : undefined;
    const address = name === undefined ? undefined : await (0,run_git/* runGit */.EO)(root, ['remote', 'get-url', name]);
    return address === undefined ? undefined : parseRemote(address.trim());
}
/** What the machine and git say of who works here. */
async function readPerson(root) {
    const email = (await (0,run_git/* runGit */.EO)(root, ['config', '--get', 'user.email']))?.trim();
    return { login: (0,external_node_os_.userInfo)().username, email: email === '' ? undefined : email, machine: (0,external_node_os_.hostname)() };
}
/** Where git keeps the repository's number, so that GitHub is asked for it once. */
const ID_KEY = 'serverless-stages.repositoryid';
/** Returns the repository's number as this clone remembers it; undefined if it does not. */
async function rememberedId(root) {
    const id = (await (0,run_git/* runGit */.EO)(root, ['config', '--local', '--get', ID_KEY]))?.trim();
    return /^[0-9]+$/.test(id ?? '') ? id : undefined;
}
/** Has this clone remember the repository's number. */
async function rememberId(root, id) {
    await (0,run_git/* runGit */.EO)(root, ['config', '--local', ID_KEY, id]);
}
/** Where the GitHub of a repository answers. */
function githubApi({ host }, environment = process.env) {
    return environment['GITHUB_API_URL'] || apiUrlOf(host);
}
/** Whether the clone has changes that are not committed. */
async function isDirty(root) {
    return (await (0,run_git/* runGit */.EO)(root, ['status', '--porcelain']))?.trim() !== '';
}
/** A file of the clone; undefined if it is not there. */
function readCheckoutFile(root, path) {
    return readFile(join(root, path), 'utf8').catch(() => undefined);
}

// EXTERNAL MODULE: ./core/only-defined.js
var only_defined = __webpack_require__(49443);
// EXTERNAL MODULE: ./core/profile/session.js
var session = __webpack_require__(4907);
// EXTERNAL MODULE: ./core/profile/session-policy.js
var session_policy = __webpack_require__(13246);
// EXTERNAL MODULE: ./io/aws/client-options.js
var client_options = __webpack_require__(13786);
// EXTERNAL MODULE: ./io/aws/errors.js
var aws_errors = __webpack_require__(24713);
// EXTERNAL MODULE: ./io/aws/request.js
var request = __webpack_require__(16869);
// EXTERNAL MODULE: ./io/aws/sts.js + 1 modules
var sts = __webpack_require__(21527);
;// CONCATENATED MODULE: ./io/laptop/credentials.js









/**
 * Finds a person's own credentials as every tool of AWS does (variables, profiles, IAM Identity Center, …) and asks whose they are;
 * `account`: theirs have to be of it. Throws E_NO_CREDENTIALS, E_WRONG_ACCOUNT, E_AWS_UNAVAILABLE.
 */
async function ownSession(region, account, awsProfile) {
    const keys = await ownKeys(region, awsProfile);
    return (0,sts/* checkAccount */.g4)(keys, account, 'the profile');
}
async function ownKeys(region, awsProfile) {
    const { STSClient } = await Promise.all(/* import() */[__webpack_require__.e(5455), __webpack_require__.e(3933)]).then(__webpack_require__.t.bind(__webpack_require__, 83933, 19));
    const client = new STSClient({ region, ...client_options/* REQUESTS */.H0, ...(0,only_defined/* onlyDefined */.M)({ profile: awsProfile }) });
    try {
        const { accessKeyId, secretAccessKey, sessionToken, expiration } = await client.config.credentials();
        return {
            accessKeyId,
            secretAccessKey,
            region,
            ...(0,only_defined/* onlyDefined */.M)({ sessionToken, expiration: expiration?.toISOString() }),
        };
    }
    catch (cause) {
        const profile = awsProfile ?? process.env['AWS_PROFILE'];
        const named = profile === undefined ? '' : ` --profile ${profile}`;
        throw new errors/* UserError */.yo('E_NO_CREDENTIALS', {
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
    const ofStage = (0,session_policy/* sessionPolicy */.li)(configuration);
    return async (role, policy = ofStage) => {
        const base = await own();
        const wanted = { role, policy, region, duration: sessionDuration, name: (0,session/* sessionName */.Cy)(user, 'laptop', '1') };
        return (0,sts/* checkAccount */.g4)(await assume(wanted, base, secret), (0,role_arn/* parseRoleArn */.DM)(role).account, `the role ${role}`);
    };
}
async function assume({ role, region, policy, duration, name }, base, secret) {
    const { AssumeRoleCommand, STSClient } = await Promise.all(/* import() */[__webpack_require__.e(5455), __webpack_require__.e(3933)]).then(__webpack_require__.t.bind(__webpack_require__, 83933, 19));
    const client = new STSClient((0,client_options/* clientOptions */.s1)({ ...base, region }));
    try {
        const command = new AssumeRoleCommand({
            RoleArn: role,
            RoleSessionName: name,
            // A role's session that assumes another one has an hour at most.
            DurationSeconds: base.sessionToken === undefined ? duration : Math.min(duration, 3600),
            Policy: policy,
        });
        return (0,sts/* keysOf */.YD)(await (0,request/* request */.Em)(() => client.send(command), request/* BEGINNING_RETRY */.r3), region, secret);
    }
    catch (error) {
        throw (0,aws_errors/* isDenied */.GZ)(error)
            ? new errors/* UserError */.yo('E_ROLE_REFUSED', {
                what: `AWS refused the role ${role} to ${base.arn}: ${error.message}`,
                fix: 'name your role or user in DeveloperArn of aws/personal-role.yml, and allow it sts:AssumeRole on that role',
                cause: error,
            })
            : (0,aws_errors/* awsError */.es)(`the role ${role} could not be assumed`, error, region);
    }
    finally {
        client.destroy();
    }
}

// EXTERNAL MODULE: ./io/source.js + 19 modules
var io_source = __webpack_require__(77700);
// EXTERNAL MODULE: ./stage/wanted/preview-now.js
var preview_now = __webpack_require__(85975);
// EXTERNAL MODULE: ./io/github/client.js
var client = __webpack_require__(47601);
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
async function openGitHub({ remote }) {
    if (remote === undefined) {
        throw new errors/* UserError */.yo('E_NO_CLONE', {
            what: 'no remote of this clone names its repository on GitHub',
            why: "a stage's records and its lock stand under the repository's number",
            fix: 'git remote add origin git@github.com:OWNER/NAME.git',
        });
    }
    const { owner, name: repository } = remote;
    return (0,client/* createGitHubReader */.r)(await readGitHubToken(remote.host), { owner, repository, apiUrl: githubApi(remote) });
}
/** Returns the repository's number; GitHub is asked for it once in a clone. Throws E_GITHUB with what to do. */
async function repositoryId({ root, remote }, github) {
    const known = await rememberedId(root);
    if (known !== undefined) {
        return known;
    }
    try {
        const id = String((await github.repository()).id);
        await rememberId(root, id);
        return id;
    }
    catch (cause) {
        throw new errors/* UserError */.yo('E_GITHUB', {
            what: `GitHub did not say the number of ${remote?.owner}/${remote?.name}: ${cause.message}`,
            fix: 'sign in (gh auth login) or set GH_TOKEN, or tell the number: git config serverless-stages.repositoryid NUMBER',
            cause,
        });
    }
}
/** Returns the face of a person at a laptop. */
function laptopFace({ checkout, person, github, repositoryId: id, log, own }) {
    const user = identityOf(person);
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
        assumerOf: (configuration, secret) => personalAssumer({ configuration, own, user }, secret),
        renewableRole: face/* roleOfSession */.G,
        workspace: root,
        tempFolder: (0,external_node_os_.tmpdir)(),
    };
}

;// CONCATENATED MODULE: ./cli/laptop.js

















/**
 * Reads the clone and its configuration, and decides which stage is meant. Throws E_NO_CLONE, E_CONFIG and its kin,
 * E_LAPTOP_FORBIDDEN for a configured stage that may not be changed from here, E_GITHUB.
 */
async function openLaptop(options, terminal, purpose) {
    const checkout = await openCheckout(process.cwd());
    const config = await (0,io_configuration/* readConfig */.Xg)({ 'working-directory': checkout.folder }, checkout.root);
    const person = await readPerson(checkout.root);
    const wanted = { stage: options.stage, profile: options.profile };
    const target = laptopStage(config, wanted, person, checkout.head);
    if (purpose === 'change') {
        checkLaptopAllowed(config, target.stage);
    }
    const github = await openGitHub(checkout);
    const id = await repositoryId(checkout, github);
    const own = () => ownSession(configuration.profile.region, accountOf(configuration), options.awsProfile);
    const face = laptopFace({ checkout, person, github, repositoryId: id, log: terminal.log, own });
    const configuration = purpose === 'change' && target.stage.kind === 'configured'
        ? await configuredStage(target, checkout, face)
        : (0,effective/* effectiveConfiguration */.kH)(config, target.stage, target.profile);
    return {
        checkout,
        config,
        configuration,
        face,
        session: async () => {
            const role = target.stage.kind === 'personal' ? (0,effective/* personalRoleOf */.S4)(config, target.profile) : undefined;
            const secret = () => undefined;
            return role === undefined ? own() : face.assumerOf(configuration, secret, terminal.log)(role);
        },
    };
}
/** The account that a stage is in, as far as the configuration says. */
function accountOf({ profile: { role } }) {
    return role === undefined ? undefined : (0,role_arn/* parseRoleArn */.DM)(role).account;
}
/** A configured stage gets a commit that is on its branch, by the file that GitHub has, as a workflow does it. */
async function configuredStage({ stage }, { root, folder, head, branch }, { github, log }) {
    if (head === undefined || (await isDirty(root))) {
        throw new errors/* UserError */.yo('E_WRONG_CHECKOUT', {
            what: `this clone has changes that are not committed, and "${stage.name}" is a configured stage`,
            why: 'a configured stage has a commit of its branch, and nothing else',
            fix: 'commit and push them, or stash them (git stash)',
        });
    }
    const configs = (0,config_reader/* createConfigReader */.A)(github, folder, log);
    const inputs = {
        stage: stage.name,
        commit: head,
        ref: undefined,
        freeze: undefined,
        'lift-freeze': undefined,
        'dry-run': false,
        sweep: false,
        'working-directory': folder,
        'github-token': '',
    };
    const { outputs } = await (0,io_source/* withSource */.g)(root, folder, (source) => (0,resolve_stage_run/* run */.e)(inputs, {
        event: { type: 'dispatch' },
        runRef: branch === undefined ? '' : `refs/heads/${branch}`,
        isRerun: false,
        ...(0,preview_now/* previewsFrom */.sx)({ github, configs }),
        github,
        configs,
        source,
        filesOf: (0,io_source/* filesAtCommit */.a)(source),
        now: Date.now,
        log,
    }));
    return (0,transport/* decodeConfiguration */.d)(outputs.configuration ?? '');
}
/** Loads a stage's profile as the action load-profile does, and leaves no file. Throws what that throws. */
async function openProfile({ configuration, session }, { log }) {
    const opened = await session();
    let parameters = [];
    await (0,run/* run */.e)({
        configuration: undefined,
        stage: undefined,
        profile: undefined,
        parameters: process.env['PARAMETERS'],
        planner: false,
        'assume-role': false,
        'export-credentials': false,
        'working-directory': '.',
    }, {
        configuration,
        assumeRole: () => Promise.resolve(opened),
        ambientSession: () => Promise.resolve(opened),
        strayCredentials: [],
        openParameterStore: ssm/* openParameterStore */.X,
        mask: () => undefined,
        writeFiles: async (_, all) => {
            parameters = all;
            return { credentials: '', parameters: '' };
        },
        exportCredentials: () => undefined,
        log,
    });
    const redactor = (0,redact/* createRedactor */.lY)((0,masking/* planMasks */.R)(parameters, (0,masking/* outputTexts */.i)(configuration, opened)).secrets);
    return { session: opened, parameters, redactor };
}


/***/ })

};
