export const id = 4878;
export const ids = [4878];
export const modules = {

/***/ 17563:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./io/runner/context.js
var runner_context = __webpack_require__(56526);
// EXTERNAL MODULE: ./io/runner/run-action.js
var run_action = __webpack_require__(15511);
// EXTERNAL MODULE: ./io/source.js + 19 modules
var io_source = __webpack_require__(77700);
// EXTERNAL MODULE: ./io/git/history.js
var git_history = __webpack_require__(78237);
// EXTERNAL MODULE: ./io/github/client.js
var github_client = __webpack_require__(47601);
// EXTERNAL MODULE: ./io/github/config-reader.js + 1 modules
var config_reader = __webpack_require__(626);
// EXTERNAL MODULE: ../node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(37728);
// EXTERNAL MODULE: ./core/errors.js
var errors = __webpack_require__(30742);
// EXTERNAL MODULE: ./io/github/answers.js
var answers = __webpack_require__(67235);
// EXTERNAL MODULE: ./io/github/request.js
var request = __webpack_require__(29445);
;// CONCATENATED MODULE: ./io/github/mover.js





const commitAnswer = dist/* object */.Ikc({
    sha: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^[0-9a-f]{40}$/)),
    message: dist/* string */.YjP(),
    tree: dist/* object */.Ikc({ sha: dist/* string */.YjP() }),
    parents: dist/* array */.YOg(dist/* object */.Ikc({ sha: dist/* string */.YjP() })),
});
const numberAnswer = dist/* object */.Ikc({ number: dist/* number */.aig() });
const CONTENTS = { permission: '`contents: write`' };
const PULLS = { permission: '`pull-requests: write`' };
/** GitHub says no more than that the token may not. */
const MOVE = {
    ...CONTENTS,
    hint: 'changed files of .github/workflows/ take a GitHub App that has `workflows: write`, which GITHUB_TOKEN can never have (docs/promotion.md)',
};
/** Builds the mover of the run's own repository. */
function createMover(token, context) {
    const client = (0,github_client/* openClient */.M)(token, context.apiUrl);
    const place = { owner: context.owner, repo: context.repository };
    const headOf = async (branch) => {
        const { rest } = await client();
        const answer = await (0,request/* ask */.kA)(`the head of "${branch}"`, async () => (0,answers/* read */.LF)(answers/* refAnswer */.eS, await rest.git.getRef({ ...place, ref: `heads/${branch}` })), MOVE);
        return answer?.object.sha;
    };
    return {
        head: headOf,
        async commit(id) {
            const { rest } = await client();
            const answer = await (0,request/* need */.$B)(`the commit ${id}`, async () => (0,answers/* read */.LF)(commitAnswer, await rest.git.getCommit({ ...place, commit_sha: id })));
            const { message, tree, parents } = answer;
            return { message, tree: tree.sha, parents: parents.map(({ sha }) => sha) };
        },
        async createCommit({ message, tree, parents }) {
            const { rest } = await client();
            const make = async () => (0,answers/* read */.LF)(commitAnswer, await rest.git.createCommit({ ...place, message, tree, parents: [...parents] }));
            return (await (0,request/* need */.$B)('a commit', make, CONTENTS)).sha;
        },
        async advance(branch, commit) {
            const { rest } = await client();
            const update = async () => (0,answers/* read */.LF)(answers/* refAnswer */.eS, await rest.git.updateRef({ ...place, ref: `heads/${branch}`, sha: commit, force: false }));
            await (0,request/* need */.$B)(`the move of "${branch}"`, update, MOVE).catch((error) => {
                throw moveError(branch, error);
            });
        },
        async point(branch, commit) {
            const { rest } = await client();
            const write = async () => {
                // Looked at each time: a write whose answer got lost was done all the same.
                const known = await headOf(branch);
                const written = known === undefined
                    ? await rest.git.createRef({ ...place, ref: `refs/heads/${branch}`, sha: commit })
                    : await rest.git.updateRef({ ...place, ref: `heads/${branch}`, sha: commit, force: true });
                return (0,answers/* read */.LF)(answers/* refAnswer */.eS, written);
            };
            await (0,request/* need */.$B)(`the branch "${branch}"`, write, MOVE).catch((error) => {
                throw moveError(branch, error);
            });
        },
        async propose({ head, base, title, body }) {
            const { rest } = await client();
            const list = async () => (0,answers/* read */.LF)(dist/* array */.YOg(numberAnswer), await rest.pulls.list({ ...place, state: 'open', head: `${context.owner}:${head}`, base }));
            const write = async () => {
                // Looked at each time: a write whose answer got lost was done all the same.
                const [open] = await (0,request/* need */.$B)(`which pull requests "${head}" has`, list, PULLS);
                return open === undefined
                    ? (0,answers/* read */.LF)(numberAnswer, await rest.pulls.create({ ...place, head, base, title, body }))
                    : (0,answers/* read */.LF)(numberAnswer, await rest.pulls.update({ ...place, pull_number: open.number, title, body }));
            };
            const { number } = await (0,request/* need */.$B)('the pull request', write, PULLS).catch((error) => {
                throw proposalError(error);
            });
            return number;
        },
    };
}
/** A repository may forbid its workflows to open pull requests, whatever their permissions. */
function proposalError(error) {
    return /not permitted to create/i.test((0,request/* refusalOf */.Of)(error) ?? '')
        ? new errors/* UserError */.yo('E_GITHUB', {
            what: 'GitHub did not let this workflow open a pull request',
            fix: 'open it as a GitHub App (docs/promotion.md), or allow it in the settings: "Allow GitHub Actions to create and approve pull requests"',
            cause: error,
        })
        : error;
}
/** Says why GitHub refused to move a branch, as far as its words tell. */
function moveError(branch, error) {
    const refusal = (0,request/* refusalOf */.Of)(error);
    if (refusal === undefined) {
        return error;
    }
    if (/not a fast forward/i.test(refusal)) {
        return new errors/* UserError */.yo('E_MOVED', {
            what: `the branch "${branch}" moved on while it was to be moved`,
            why: 'nothing was moved and nothing was deployed',
            fix: 'start the promotion anew: its verdict was of another head',
            cause: error,
        });
    }
    if (/rule violations|protected branch|changes must be made through|required status check/i.test(refusal)) {
        return new errors/* UserError */.yo('E_BRANCH_RULES', {
            what: `the rules of "${branch}" refuse the move: ${oneLine(refusal)}`,
            fix: 'put the GitHub App that moves the branch on the bypass list of the ruleset (GITHUB_TOKEN cannot be on it), or write `mode: pull-request` (docs/promotion.md)',
            cause: error,
        });
    }
    return error;
}
const oneLine = (text) => text.replace(/\s+/g, ' ').trim();

;// CONCATENATED MODULE: ./io/github/promotion-reader.js




const ruleAnswer = dist/* object */.Ikc({ type: dist/* string */.YjP(), parameters: dist/* nullish */.cl6(dist/* looseObject */._H3({})) });
const branchAnswer = dist/* object */.Ikc({ name: dist/* string */.YjP(), protected: dist/* boolean */.zMY() });
const reviewerAnswer = dist/* object */.Ikc({
    type: dist/* string */.YjP(),
    reviewer: dist/* looseObject */._H3({ login: dist/* optional */.lqM(dist/* string */.YjP()), slug: dist/* optional */.lqM(dist/* string */.YjP()) }),
});
const environmentAnswer = dist/* object */.Ikc({
    name: dist/* string */.YjP(),
    protection_rules: dist/* optional */.lqM(dist/* array */.YOg(dist/* looseObject */._H3({
        type: dist/* string */.YjP(),
        prevent_self_review: dist/* optional */.lqM(dist/* boolean */.zMY()),
        reviewers: dist/* optional */.lqM(dist/* array */.YOg(reviewerAnswer)),
    }))),
});
const roleAnswer = dist/* object */.Ikc({
    permission: dist/* string */.YjP(),
    role_name: dist/* optional */.lqM(dist/* string */.YjP()),
    user: dist/* nullish */.cl6(dist/* looseObject */._H3({ permissions: dist/* optional */.lqM(dist/* record */.g1P(dist/* string */.YjP(), dist/* boolean */.zMY())) })),
});
const ROLES = ['read', 'triage', 'write', 'maintain', 'admin'];
/** What GitHub calls the permissions of a person, the most first, and the role that has each. */
const PERMISSIONS = [
    ['admin', 'admin'],
    ['maintain', 'maintain'],
    ['push', 'write'],
    ['triage', 'triage'],
    ['pull', 'read'],
];
/** Builds such a reader of the run's own repository. */
function createPromotionReader(token, context) {
    const client = (0,github_client/* openClient */.M)(token, context.apiUrl);
    const place = { owner: context.owner, repo: context.repository };
    const asked = async (permission, work) => {
        try {
            return { value: await work(await client()) };
        }
        catch (error) {
            if ((0,request/* isRefused */.H0)(error)) {
                return { because: `the token may not ask GitHub for it; it takes ${permission}` };
            }
            throw error;
        }
    };
    return {
        rules: (branch) => asked('`contents: read`', async ({ rest }) => {
            const rules = await (0,request/* need */.$B)(`the rules of "${branch}"`, () => (0,answers/* readPages */.n4)(ruleAnswer, (page) => rest.repos.getBranchRules({ ...place, branch, ...page })));
            const whole = await (0,request/* need */.$B)(`whether "${branch}" is protected`, async () => (0,answers/* read */.LF)(branchAnswer, await rest.repos.getBranch({ ...place, branch })));
            return {
                types: rules.map(({ type }) => type),
                approvals: Math.max(0, ...rules.map(approvalsOf)),
                isProtected: whole.protected || rules.length > 0,
            };
        }),
        environment: (name) => asked('`actions: read`', async ({ rest }) => {
            const answer = await (0,request/* ask */.kA)(`what the environment "${name}" asks for`, async () => (0,answers/* read */.LF)(environmentAnswer, await rest.repos.getEnvironment({ ...place, environment_name: name })));
            return answer === undefined ? undefined : environmentOf(answer);
        }),
        role: async (login) => {
            const role = await asked('`contents: read`', ({ rest }) => (0,request/* ask */.kA)(`the role of ${login}`, async () => (0,answers/* read */.LF)(roleAnswer, await rest.repos.getCollaboratorPermissionLevel({ ...place, username: login }))));
            if ('because' in role) {
                return role;
            }
            const { value } = role;
            return { value: value === undefined ? 'none' : roleOf(value) };
        },
    };
}
function approvalsOf({ type, parameters }) {
    const count = type === 'pull_request' ? parameters?.['required_approving_review_count'] : undefined;
    return typeof count === 'number' ? count : 0;
}
function environmentOf({ name, protection_rules }) {
    const rules = (protection_rules ?? []).filter(({ type }) => type === 'required_reviewers');
    return {
        name,
        reviewers: rules.flatMap(({ reviewers }) => (reviewers ?? []).map(({ reviewer }) => reviewer.login ?? `the team ${reviewer.slug ?? '?'}`)),
        preventsSelfReview: rules.some(({ prevent_self_review }) => prevent_self_review === true),
    };
}
/** A role of the organisation's own has a name of its own, and the permissions of the role that it extends. */
function roleOf({ permission, role_name, user }) {
    if (role_name !== undefined && ROLES.includes(role_name)) {
        return role_name;
    }
    const has = PERMISSIONS.find(([name]) => user?.permissions?.[name] === true);
    return has?.[1] ?? permission;
}

// EXTERNAL MODULE: ./io/runner/log.js
var log = __webpack_require__(37735);
// EXTERNAL MODULE: ./core/aws/role-arn.js
var role_arn = __webpack_require__(28609);
// EXTERNAL MODULE: ./core/configuration/effective.js
var effective = __webpack_require__(39045);
// EXTERNAL MODULE: ./io/aws/live-session.js
var live_session = __webpack_require__(57277);
// EXTERNAL MODULE: ./io/aws/place.js + 9 modules
var place = __webpack_require__(57184);
// EXTERNAL MODULE: ./io/aws/sts.js + 1 modules
var sts = __webpack_require__(21527);
// EXTERNAL MODULE: ./io/oidc.js
var oidc = __webpack_require__(46537);
// EXTERNAL MODULE: ./io/profile.js
var profile = __webpack_require__(79387);
;// CONCATENATED MODULE: ./io/viewer.js







/** What any session of a viewer may do at most, whatever its role may: nothing that changes a thing, or reads a secret. */
const VIEWER_POLICY = JSON.stringify({
    Version: '2012-10-17',
    Statement: [
        {
            Effect: 'Allow',
            Action: [
                'cloudformation:DescribeStacks',
                'ssm:DescribeParameters',
                'ssm:GetParameter',
                'ssm:GetParameterHistory',
                'ssm:GetParametersByPath',
            ],
            Resource: '*',
        },
        {
            Effect: 'Deny',
            Action: 'ssm:Get*',
            NotResource: 'arn:*:ssm:*:*:parameter/serverless-stages/*',
        },
    ],
});
/** Returns how a run assumes viewers' roles. */
function viewerOpener(context, log) {
    const sessionName = (0,profile/* sessionNameOf */.lg)(context);
    return async (role, region) => {
        const wanted = { role, region, sessionName, duration: effective/* DEFAULT_SESSION_SECONDS */.Rv, policy: VIEWER_POLICY };
        const keys = await (0,sts/* assumeUnchecked */.Z0)(wanted, (0,oidc/* createTokenSource */.Z)(), profile/* mask */.dK, log);
        const session = { ...keys, account: (0,role_arn/* parseRoleArn */.DM)(role).account, arn: role };
        return (0,place/* placesOf */.e)((0,live_session/* createLiveSession */.x)(session, undefined, log.warning));
    };
}

// EXTERNAL MODULE: ./stage/open/deployment.js
var deployment = __webpack_require__(48770);
;// CONCATENATED MODULE: ./stage/open/promotion.js










/** Opens the ways to GitHub, AWS and the clone in the workspace; GitHub and AWS are asked nothing yet. */
async function openPromotion(inputs, context, source) {
    const { 'github-token': token, 'working-directory': folder } = inputs;
    const github = (0,github_client/* createGitHubReader */.r)(token, context);
    const configsIn = (where) => (0,config_reader/* createConfigReader */.A)(github, where, log/* runnerLog */.t);
    return {
        github,
        configsIn,
        configs: configsIn(folder),
        people: createPromotionReader(token, context),
        mover: createMover(token, context),
        history: await (0,git_history/* openHistory */.j)(context.workspace),
        source,
        filesOf: (0,io_source/* filesAtCommit */.a)(source),
        openViewer: viewerOpener(context, log/* runnerLog */.t),
        finderIn: deployment/* finderIn */.Mk,
        run: runOf(context),
        repositoryUrl: `${context.serverUrl}/${context.owner}/${context.repository}`,
        now: Date.now,
        log: log/* runnerLog */.t,
    };
}
function runOf(context) {
    const { ref, triggeringActor, repositoryId, runId, workflowRef } = context;
    const [file = ''] = workflowRef.split('@');
    return {
        ref,
        actor: triggeringActor,
        repositoryId,
        id: runId,
        url: (0,runner_context/* runUrl */.Vp)(context),
        workflow: file.split('/').at(-1) || 'promote.yml',
    };
}

;// CONCATENATED MODULE: ./actions/promote/contract.js
const contract = {
    name: 'promote',
    inputs: {
        phase: { kind: 'text', always: true },
        from: { kind: 'text' },
        to: { kind: 'text' },
        commit: { kind: 'text' },
        rollback: { kind: 'text' },
        'dry-run': { kind: 'flag', always: true },
        override: { kind: 'text' },
        freeze: { kind: 'text' },
        'approval-environment': { kind: 'text' },
        plan: { kind: 'text' },
        'moved-commit': { kind: 'text' },
        'pull-request': { kind: 'text' },
        'deploy-result': { kind: 'text' },
        'deploy-status': { kind: 'text' },
        'working-directory': { kind: 'text', always: true },
        'github-token': { kind: 'secret', always: true },
    },
    outputs: [
        'decision',
        'reason',
        'from',
        'to',
        'commit',
        'has',
        'plan',
        'expected-code',
        'lift-freeze',
        'redeploy',
        'rollback',
        'pull-request',
        'result',
        'error',
    ],
    onFailure: { decision: 'error' },
};

// EXTERNAL MODULE: ./core/freeze/freeze.js
var freeze = __webpack_require__(76290);
;// CONCATENATED MODULE: ./core/promote/command.js
/** Writes the command of GitHub's CLI that starts a workflow, for a person to copy. */
function startCommand({ workflow, branch, inputs }) {
    const fields = Object.entries(inputs).flatMap(([name, value]) => value === undefined ? [] : [`-f ${quoted(`${name}=${value}`)}`]);
    return ['gh workflow run', quoted(workflow), '--ref', quoted(branch), ...fields].join(' ');
}
/** Writes a word for a shell, quoted if it has to be. */
function quoted(text) {
    return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

// EXTERNAL MODULE: ./core/suggest.js
var suggest = __webpack_require__(51335);
// EXTERNAL MODULE: ./core/only-defined.js
var only_defined = __webpack_require__(49443);
;// CONCATENATED MODULE: ./core/promote/line.js


/** What `override` can let through. */
const LIFTABLE = ['soak', 'freeze', 'ahead'];
/** A line whose question has the right answer. */
function passed(id, text) {
    return { id, answer: 'passed', text };
}
/** A line whose question nobody could be asked, or that only says something. */
function notAsked(id, text, details) {
    return { id, answer: 'not-asked', text, ...(0,only_defined/* onlyDefined */.M)({ details: details && capped(details) }) };
}
/** A line that stops a promotion, unless it is let through. */
function failed(id, text, { details, ...failure }) {
    return { id, answer: 'failed', text, ...failure, ...(0,only_defined/* onlyDefined */.M)({ details: details && capped(details) }) };
}
/** Most details that a line keeps: the outputs of a job have a limit. */
const MOST_KEPT = 200;
function capped(details) {
    const more = details.length - MOST_KEPT;
    return more > 0 ? [...details.slice(0, MOST_KEPT), `and ${more} more`] : details;
}
/** Lets the lines through that an override names. */
function liftLines(lines, names) {
    return lines.map((line) => line.answer === 'failed' && line.liftedBy !== undefined && names.includes(line.liftedBy)
        ? { ...line, answer: 'lifted' }
        : line);
}
/** Whether an override let a line through. */
function isLifted(lines, name) {
    return lines.some(({ answer, liftedBy }) => answer === 'lifted' && liftedBy === name);
}
/** Returns the error of a verdict in which lines failed: that of the first, with the texts of all; undefined if none did. */
function verdictError(lines, what) {
    const failures = lines.filter(({ answer }) => answer === 'failed');
    const [first] = failures;
    if (first === undefined) {
        return undefined;
    }
    const texts = failures.map(({ text, details }) => `${text}${listed(details)}`);
    return new errors/* UserError */.yo(first.code ?? 'E_NOT_STAGED', {
        what: `${what}: ${texts.join('; ')}`,
        why: 'nothing was moved and nothing was deployed',
        fix: failures.map(({ fix }) => fix ?? '').join('; '),
    });
}
/** Most details that an error names. */
const MOST = 10;
function listed(details) {
    if (details === undefined || details.length === 0) {
        return '';
    }
    const more = details.length > MOST ? ` and ${details.length - MOST} more` : '';
    return ` (${details.slice(0, MOST).join(', ')}${more})`;
}

;// CONCATENATED MODULE: ./core/promote/override.js



/** Reads the input `override`: names with commas between, a colon, and a reason in one line. Throws E_INPUT. */
function parseOverride(text) {
    if (text === undefined) {
        return undefined;
    }
    const at = text.indexOf(':');
    const reason = at === -1 ? '' : text.slice(at + 1).trim();
    const names = text
        .slice(0, at === -1 ? undefined : at)
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== '');
    const unknown = names.find((name) => !LIFTABLE.some((known) => known === name));
    if (unknown !== undefined) {
        throw new errors/* UserError */.yo('E_INPUT', {
            what: `the input "override" names "${unknown}", which cannot be let through`,
            fix: (0,suggest/* suggestName */.S)(unknown, LIFTABLE),
        });
    }
    if (names.length === 0 || reason === '' || /[\r\n]/.test(text.trim())) {
        throw new errors/* UserError */.yo('E_INPUT', {
            what: `the input "override" is "${text}"`,
            why: 'it names what it lets through, and why, in one line',
            fix: 'write it like `soak, freeze: The checkout is down`',
        });
    }
    return { names: names, reason, text: `${names.join(', ')}: ${reason}` };
}
/** Returns an override reduced to what it let through, for people and for the history; undefined if that is nothing. */
function usedOverride(override, lines) {
    const used = override?.names.filter((name) => isLifted(lines, name));
    return used === undefined || used.length === 0 ? undefined : `${used.join(', ')}: ${override?.reason ?? ''}`;
}

// EXTERNAL MODULE: ./core/transport.js
var transport = __webpack_require__(59964);
;// CONCATENATED MODULE: ./core/promote/plan.js



const commit = dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^[0-9a-f]{40}$/));
const plan = dist/* object */.Ikc({
    schemaVersion: dist/* literal */.euz(1),
    kind: dist/* picklist */.KIO(['promotion', 'rollback']),
    /** `move`: the branch of `to` moves, then it is deployed; `deploy`: a commit of the branch is deployed as it is. */
    action: dist/* picklist */.KIO(['move', 'deploy']),
    mode: dist/* picklist */.KIO(['branch', 'pull-request']),
    from: dist/* string */.YjP(),
    to: dist/* string */.YjP(),
    fromBranch: dist/* string */.YjP(),
    toBranch: dist/* string */.YjP(),
    /** The commit that is promoted, or that is rolled back to. */
    commit,
    /** Its tree. */
    tree: commit,
    /** Head of the branch of `to` at the verdict. */
    head: commit,
    /** Of the commit that moves the branch. */
    parents: dist/* array */.YOg(commit),
    message: dist/* string */.YjP(),
    /** Commit that is deployed if nothing moves. */
    deploy: dist/* exactOptional */.yqP(commit),
    redeploy: dist/* boolean */.zMY(),
    runId: dist/* string */.YjP(),
    /** When the verdict was made, in ISO 8601. */
    judged: dist/* string */.YjP(),
    /** Folder of serverless-stages.yml. */
    folder: dist/* string */.YjP(),
    /** What was let through, and why. */
    override: dist/* exactOptional */.yqP(dist/* string */.YjP()),
    /** Why the freeze of `to` is lifted. */
    liftFreeze: dist/* exactOptional */.yqP(dist/* string */.YjP()),
    /** The verdict in Markdown, for the pull request. */
    summary: dist/* string */.YjP(),
});
/** Reads the input `plan`, which the verdict wrote; throws E_INPUT. */
function parsePlan(text) {
    try {
        return dist/* parse */.qgA(plan, (0,transport/* decodeJson */.xO)(text ?? ''));
    }
    catch {
        throw new errors/* UserError */.yo('E_INPUT', {
            what: 'the input "plan" is not what the verdict of promote wrote',
            fix: 'pass the output "plan" of promote.yml on as it is',
        });
    }
}

// EXTERNAL MODULE: ./core/short-commit.js
var short_commit = __webpack_require__(99341);
;// CONCATENATED MODULE: ./core/promote/rollback.js




/** The input that means the newest commit before. */
const LAST = 'last';
/**
 * Finds the commit that a rollback goes to: `last` is the newest one that the stage completed and whose tree is not what it has,
 * anything else is all 40 digits of a commit of the branch's own line. Throws E_INPUT, E_NOT_ON_BRANCH.
 */
function findRollback(wanted, { to, toBranch, line, completed, present }) {
    if (wanted !== LAST) {
        if (!/^[0-9a-f]{40}$/.test(wanted)) {
            throw new errors/* UserError */.yo('E_INPUT', {
                what: `the input "rollback" is "${wanted}"`,
                fix: `write "${LAST}", or all 40 digits of a commit of "${toBranch}"`,
            });
        }
        const found = line.find(({ id }) => id === wanted);
        if (found === undefined) {
            throw new errors/* UserError */.yo('E_NOT_ON_BRANCH', {
                what: `the commit ${wanted} is not on the line of first parents of "${toBranch}"`,
                why: `only what "${toBranch}" itself had can be brought back`,
                fix: `choose one of: git log --first-parent ${quoted(toBranch)}`,
            });
        }
        return found;
    }
    if (completed === undefined) {
        throw new errors/* UserError */.yo('E_INPUT', {
            what: 'the input "rollback" is "last", and the ledger cannot be looked at',
            why: `it says which commits ${to} completed`,
            fix: `give the profile of ${to} a viewer-role (docs/promotion.md), or write all 40 digits of a commit of "${toBranch}"`,
        });
    }
    const byId = new Map(line.map((commit) => [commit.id, commit]));
    const has = byId.get(present ?? '');
    const found = completed.map((id) => byId.get(id)).find((one) => one !== undefined && one.tree !== has?.tree);
    if (found === undefined) {
        throw new errors/* UserError */.yo('E_INPUT', {
            what: `the ledger knows no other version that ${to} completed`,
            fix: `write all 40 digits of a commit of "${toBranch}" (git log --first-parent ${quoted(toBranch)})`,
        });
    }
    return found;
}
/** Returns the commits that a stage completed, by the versions of its wish, the newest completion first, each once. */
function completedCommits(wishes) {
    const commits = wishes.flatMap(({ complete, completedCommit }) => complete && completedCommit !== undefined ? [completedCommit] : []);
    return [...new Set(commits)];
}
/**
 * Says whether `to` completed the commit once that it goes back to. What is on a branch of its own was approved for it; of a branch
 * that it shares, only what it completed.
 */
function targetLine(commit, { completed, to, moves }) {
    const short = (0,short_commit/* shortCommit */.A)(commit);
    if (completed === undefined) {
        return notAsked('target', `whether ${to} completed ${short} before: the ledger cannot be looked at`);
    }
    if (completed.includes(commit)) {
        return passed('target', `${to} completed ${short} before`);
    }
    const text = `the ledger does not know that ${to} completed ${short}: it keeps the newest hundred changes`;
    return moves
        ? notAsked('target', text)
        : failed('target', text, {
            code: 'E_NOT_STAGED',
            fix: `go back to a commit that ${to} completed, or deploy this one by the workflow that deploys ${to}`,
        });
}

// EXTERNAL MODULE: ./core/report/markdown.js
var markdown = __webpack_require__(87875);
// EXTERNAL MODULE: ./core/report/truncate.js
var truncate = __webpack_require__(29060);
;// CONCATENATED MODULE: ./core/report/promotion.js



const ANSWERS = {
    passed: '✅ passed',
    failed: '❌ failed',
    'not-asked': '➖ not asked',
    lifted: '⚠️ let through',
};
const HEADLINES = {
    promote: '🟢 to be approved',
    deploy: '🟢 to be approved',
    nothing: '✅ nothing to do',
    refused: '❌ refused',
    'dry-run': '🔎 dry run',
};
/** Most details of a line, and longest of them, in characters. */
const MOST_DETAILS = 20;
const LONGEST = 300;
/** Renders a verdict as Markdown: what was asked, what it brings, and how to go on. */
function renderPromotion(result, repository) {
    const { kind, from, to, commit, decision, command, by, override } = result;
    const what = kind === 'promotion'
        ? `${(0,markdown/* plain */.pj)(from)} at ${(0,markdown/* commitLink */.wn)(commit)} to ${(0,markdown/* plain */.pj)(to)}`
        : `${(0,markdown/* plain */.pj)(to)} back to ${(0,markdown/* commitLink */.wn)(commit)}`;
    const lines = [
        `## ${HEADLINES[decision]}: ${what}`,
        '',
        (0,markdown/* plain */.pj)((0,truncate/* truncateText */.E)(result.reason, 2000)),
        '',
        `Started by ${(0,markdown/* plain */.pj)(by)}.`,
        '',
        ...(override === undefined ? [] : [`⚠️ Let through: ${(0,markdown/* plain */.pj)((0,truncate/* truncateText */.E)(override, 1000))}`, '']),
        '| | what was asked |',
        '|---|---|',
        ...result.lines.map((line) => `| ${ANSWERS[line.answer]} | ${lineText(line)} |`),
        '',
        ...bringsLines(result, repository),
        ...servicesLines(result),
        ...(command === undefined
            ? []
            : ['To do it, start it on the branch of production:', '', '```bash', command, '```', '']),
    ];
    return (0,truncate/* truncateSummary */.X)(`${lines.join('\n')}\n`);
}
function lineText({ text, details = [], answer, fix }) {
    const shown = details.slice(0, MOST_DETAILS).map((detail) => (0,markdown/* plain */.pj)((0,truncate/* truncateText */.E)(detail, LONGEST)));
    const more = details.length > MOST_DETAILS ? [`and ${details.length - MOST_DETAILS} more`] : [];
    const listed = shown.length === 0 ? '' : `: ${[...shown, ...more].join(', ')}`;
    const remedy = answer === 'failed' && fix !== undefined ? ` – ${(0,markdown/* plain */.pj)(fix)}` : '';
    return `${(0,markdown/* plain */.pj)(text)}${listed}${remedy}`;
}
function bringsLines({ kind, commits, hasMore, pullRequests }, repository) {
    if (commits.length === 0) {
        return [];
    }
    const pulls = pullRequests.map((number) => `[#${number}](${repository}/pull/${number})`);
    return [
        kind === 'promotion' ? '### What it brings' : '### What is taken away',
        '',
        ...(pulls.length === 0 ? [] : [`Pull requests: ${pulls.join(', ')}`, '']),
        ...commits.map(({ id, subject }) => `- [\`${(0,short_commit/* shortCommit */.A)(id)}\`](${repository}/commit/${id}) ${(0,markdown/* plain */.pj)((0,truncate/* truncateText */.E)(subject, LONGEST))}`),
        ...(hasMore ? ['- and more'] : []),
        '',
    ];
}
function servicesLines({ services }) {
    if (services.length === 0) {
        return [];
    }
    const regions = new Set(services.map(({ region }) => region));
    const rows = services.map(({ key, region, deploys, reason }) => {
        const name = regions.size > 1 ? `${(0,markdown/* plain */.pj)(key)} (${region})` : (0,markdown/* plain */.pj)(key);
        return `| ${name} | ${deploys ? '🔄 deployed' : '➖ left alone'} | ${(0,markdown/* plain */.pj)((0,truncate/* truncateText */.E)(reason, LONGEST))} |`;
    });
    return ['### What would become of the services', '', '| service | | why |', '|---|---|---|', ...rows, ''];
}
/** Renders the end of a promotion as Markdown. */
function renderPromoted(promoted, repository) {
    const { plan, came, commit = '', pullRequest = '', commands } = promoted;
    const what = plan.kind === 'promotion'
        ? `${(0,markdown/* plain */.pj)(plan.from)} at ${(0,markdown/* commitLink */.wn)(plan.commit)} to ${(0,markdown/* plain */.pj)(plan.to)}`
        : `${(0,markdown/* plain */.pj)(plan.to)} back to ${(0,markdown/* commitLink */.wn)(plan.commit)}`;
    const stage = (0,markdown/* plain */.pj)(plan.to);
    switch (came) {
        case 'proposed':
            return `## 📬 asked for: ${what}\n\n${(0,markdown/* link */.nf)(`${repository}/pull/${pullRequest}`)} moves the branch when it is merged.\n`;
        case 'not-moved':
            return `## ❌ not moved: ${what}\n\nNothing was deployed.\n`;
        case 'done':
            return `## ✅ done: ${what}\n\n${(0,markdown/* commitLink */.wn)(commit)} is deployed to ${stage}.\n`;
        case 'superseded':
            return `## ⏭️ superseded: ${what}\n\n${stage} has a newer commit than ${(0,markdown/* commitLink */.wn)(commit)} already.\n`;
        case 'failed':
            return [
                `## ❌ not deployed: ${what}`,
                '',
                `The branch ${(0,markdown/* plain */.pj)(plan.toBranch)} holds ${(0,markdown/* commitLink */.wn)(commit)}, and its deploy did not succeed.`,
                '',
                'Run the failed jobs again, or deploy it anew:',
                '',
                '```bash',
                commands.again,
                '```',
                '',
                'Or go back to what was there before:',
                '',
                '```bash',
                commands.back,
                '```',
                '',
            ].join('\n');
    }
}

// EXTERNAL MODULE: ./core/promote/trailers.js
var trailers = __webpack_require__(80488);
;// CONCATENATED MODULE: ./core/promote/anchor.js

/**
 * Walks the branch of `to` back to where it held what `from` had, and nothing of its own:
 * - a commit with the tree of an earlier one of the line (a rollback, a revert) counts as that earlier one;
 * - a promotion, or a commit with the tree of one that the promoted commit follows (a fast-forward, a squash, a rebase);
 * - the same of a commit that `from` has not any more, or that is newer than the promoted one;
 * - a merge of a commit that the promoted one follows: what else it brought is the branch's own.
 * Undefined if the line ends before.
 */
function findAnchor(parts) {
    const { line, promoted, from } = parts;
    const own = ownCommits(parts);
    const twinIn = twinFinder(promoted, own);
    const twinOfFrom = twinFinder(from, own);
    const last = new Map(line.map(({ tree }, index) => [tree, index]));
    for (let index = 0; index < line.length; index++) {
        const commit = line[index];
        const earlier = last.get(commit.tree) ?? index;
        if (earlier > index) {
            index = earlier - 1;
            continue;
        }
        const named = promotedBy(commit, parts);
        const itself = own.has(commit.id) ? named : commit.id;
        const isKnown = itself !== undefined && (promoted.has(itself) || from.has(itself));
        const known = isKnown ? itself : twinIn(commit);
        if (known !== undefined) {
            return { base: commit.id, promoted: known };
        }
        const lost = named ?? twinOfFrom(commit);
        if (lost !== undefined) {
            return { base: commit.id, promoted: lost };
        }
        const merged = commit.parents.slice(1).find((parent) => promoted.has(parent));
        if (merged !== undefined) {
            return { base: merged, promoted: merged };
        }
    }
    return undefined;
}
/** Returns the newest rollback on the branch of `to` since its newest promotion; undefined if there is none. */
function newestRollback(parts) {
    const newest = parts.line.find((commit) => isMove(commit, parts));
    return newest !== undefined && isRollback(newest, parts) ? newest.id : undefined;
}
/** Returns the commit that the newest promotion on the branch of `to` brought; undefined if there is none. */
function newestPromoted(parts) {
    return parts.line.map((commit) => promotedBy(commit, parts)).find((promoted) => promoted !== undefined);
}
/**
 * Returns the rollbacks on the branch of `to` that are among the commits which `from` got since the newest promotion: whoever merged the branch of
 * `to` into `from`'s took their state over, and lost what they rolled back.
 */
function takenOverRollbacks(parts, brought) {
    const { line } = parts;
    const own = ownCommits(parts);
    const trees = new Map(line.map(({ tree }, index) => [tree, index]));
    return line.filter((commit, index) => {
        if (!brought.has(commit.id)) {
            return false;
        }
        const earlier = trees.get(commit.tree) ?? index;
        // A revert on the own line of `from` was wanted there.
        const isRevert = earlier > index && line[index + 1]?.tree !== commit.tree && own.has(commit.id);
        return isRollback(commit, parts) || isRevert;
    });
}
/**
 * The commits that the branch of `to` made itself: `from` may have them all the same, by a merge, or since it was set to one of them.
 * What is older than the first move is what the two began with.
 */
function ownCommits(parts) {
    const { line, promotedLine } = parts;
    const first = line.findLastIndex((commit) => isMove(commit, parts));
    return new Set(line.filter(({ id }, index) => index <= first || !promotedLine.has(id)).map(({ id }) => id));
}
/** The commit that a promotion took its tree from. Trailers are anyone's to write, so the tree has to be the same. */
function promotedBy({ message, tree }, parts) {
    const { promoted } = (0,trailers/* readTrailers */.t8)(message);
    return promoted !== undefined && treeOf(promoted, parts) === tree ? promoted : undefined;
}
function isRollback({ message, tree }, parts) {
    const { rolledBackTo } = (0,trailers/* readTrailers */.t8)(message);
    return rolledBackTo !== undefined && treeOf(rolledBackTo, parts) === tree;
}
/** Whether a commit is one that `promote` made. */
function isMove(commit, parts) {
    return promotedBy(commit, parts) !== undefined || isRollback(commit, parts);
}
const treeOf = (commit, { to, from, promoted }) => to.get(commit) ?? from.get(commit) ?? promoted.get(commit);
/**
 * Returns how the newest commit of an ancestry is found that has the tree of another one, commits of `without` left out. One that
 * came after the other, by a merge of the branch of `to`, is none: `to` cannot have got it from there.
 */
function twinFinder(ancestry, without) {
    const trees = new Map();
    const places = new Map();
    for (const [commit, tree] of ancestry) {
        places.set(commit, places.size);
        if (!without.has(commit)) {
            const known = trees.get(tree) ?? [];
            known.push(commit);
            trees.set(tree, known);
        }
    }
    return ({ id, tree }) => {
        const place = places.get(id) ?? -1;
        return trees.get(tree)?.find((twin) => (places.get(twin) ?? 0) >= place);
    };
}

;// CONCATENATED MODULE: ./core/promote/kept.js


/** Says whether a commit comes after what `to` got from `from` before; `before` undefined: nothing is known of that. */
function followsLine({ from, to, fromBranch, commit }, before) {
    const short = (0,short_commit/* shortCommit */.A)(commit);
    if (before === undefined) {
        return passed('follows', `"${to}" has nothing yet that came from "${fromBranch}"`);
    }
    const other = (0,short_commit/* shortCommit */.A)(before.commit);
    switch (before.promoted) {
        case 'follows':
            return passed('follows', `${short} follows ${other}, which ${to} got before${again(before)}`);
        case 'older':
            return failed('follows', `${short} is older than ${other}, which ${to} got before`, {
                code: 'E_WORK_LOST',
                fix: `go back with the input "rollback" (last, or a commit of ${to}'s branch), or promote what ${from} completed`,
            });
        case 'diverged':
            return failed('follows', `${short} does not follow ${other}, which ${to} got before`, {
                code: 'E_WORK_LOST',
                fix: `the history of "${fromBranch}" was rewritten: bring back what it lost, or let it through with override "ahead: REASON"`,
                liftedBy: 'ahead',
            });
    }
}
function again({ rollback }) {
    return rollback === undefined ? '' : `; it brings back what ${(0,short_commit/* shortCommit */.A)(rollback)} rolled back`;
}
/** Says whether a promotion takes nothing away; undefined: git could not tell. */
function keptLine(names, lost) {
    const { from, toBranch, fromBranch } = names;
    if (lost === undefined) {
        return notAsked('kept', 'whether anything is lost: the clone lacks history, or its git is older than 2.38');
    }
    const rollbacks = lost.takenOver.filter(({ files }) => files.length > 0);
    if (lost.own.length === 0 && rollbacks.length === 0) {
        return passed('kept', `nothing of "${toBranch}" is lost`);
    }
    const texts = [
        ...(lost.own.length === 0 ? [] : [`"${toBranch}" has changes that ${(0,short_commit/* shortCommit */.A)(names.commit)} lacks`]),
        ...rollbacks.map(({ rollback }) => `"${fromBranch}" took the rollback ${(0,short_commit/* shortCommit */.A)(rollback)} over and lost what it rolled back`),
    ];
    const fixes = [
        ...(lost.own.length === 0
            ? []
            : [
                `bring them into "${fromBranch}" (git cherry-pick -x COMMIT; never merge "${toBranch}"), let ${from} prove that, and promote it`,
            ]),
        ...rollbacks.map(({ rollback }) => `bring the work back on "${fromBranch}": git revert ${rollback.slice(0, 12)}`),
        'or let it through with override "ahead: REASON"',
    ];
    return failed('kept', texts.join('; '), {
        code: 'E_WORK_LOST',
        details: [...new Set([...lost.own, ...rollbacks.flatMap(({ files }) => files)])],
        fix: fixes.join('; '),
        liftedBy: 'ahead',
    });
}

// EXTERNAL MODULE: ./core/stack/status.js
var stack_status = __webpack_require__(47074);
;// CONCATENATED MODULE: ./core/promote/staged.js



/** The commit that a stage completed and nothing else began in it since; undefined if there is none. */
function completedCommit({ wish }) {
    return wish?.complete === true && wish.commit === wish.completedCommit ? wish.completedCommit : undefined;
}
/**
 * Returns the commit that a stage has, by what it completed last; by the head of its branch if nobody may look. Undefined if neither is
 * known.
 */
function commitOfStage(facts, head) {
    return 'because' in facts ? head : (completedCommit(facts.value) ?? facts.value.wish?.completedCommit);
}
/** Says whether a stage completed a commit. */
function stagedLine(facts, commit, again) {
    const { stage, wish } = facts;
    const short = (0,short_commit/* shortCommit */.A)(commit);
    if (completedCommit(facts) === commit) {
        return passed('staged', `${stage} completed ${short}`);
    }
    const fix = `deploy it to ${stage} first: ${again}`;
    if (wish === undefined) {
        return failed('staged', `this repository never deployed to ${stage}`, { code: 'E_NOT_STAGED', fix });
    }
    if (wish.commit === commit) {
        const text = `${stage} did not complete ${short}: its deploy failed, or is under way (${wish.run.url})`;
        return failed('staged', text, { code: 'E_NOT_STAGED', fix: `look at that run; then ${fix}` });
    }
    if (wish.completedCommit === commit) {
        const text = `${stage} completed ${short}, and ${(0,short_commit/* shortCommit */.A)(wish.commit ?? '')} was begun there since`;
        return failed('staged', text, { code: 'E_NOT_STAGED', fix: `wait for that one, or ${fix}` });
    }
    const has = wish.completedCommit === undefined ? 'nothing yet' : (0,short_commit/* shortCommit */.A)(wish.completedCommit);
    return failed('staged', `${stage} completed ${has}, not ${short}`, {
        code: 'E_NOT_STAGED',
        fix: `promote what it has, or ${fix}`,
    });
}
/** Says whether every deployment of a stage is there and stands just as its record says. */
function wholeLine({ stage, deployments, broken }, { keys, regions, again }) {
    const recorded = new Set(deployments.map(({ region, record }) => `${record.key} in ${region}`));
    const missing = regions.flatMap((region) => (keys ?? []).map((key) => `${key} in ${region}`));
    const faults = [
        ...broken,
        ...deployments.flatMap((one) => {
            const fault = faultOf(one);
            return fault === undefined ? [] : [`${one.record.key} in ${one.region}: ${fault}`];
        }),
        ...missing.filter((name) => !recorded.has(name)).map((name) => `${name}: it has no record`),
        ...(deployments.length === 0 && missing.length === 0 ? ['it has no records at all'] : []),
    ];
    if (faults.length > 0) {
        return failed('whole', `${stage} is not whole any more`, {
            code: 'E_NOT_STAGED',
            details: faults,
            fix: `deploy to ${stage} again: ${again}`,
        });
    }
    const count = deployments.length === 1 ? 'its deployment is' : `all ${deployments.length} deployments are`;
    const text = `${count} whole in ${stage}: records and stacks agree`;
    return keys === undefined
        ? notAsked('whole', `${text}; which services it has to have cannot be told`)
        : passed('whole', text);
}
function faultOf({ record, stack }) {
    const { completed } = record;
    if (record.status !== 'deployed' || completed === undefined) {
        return `its record says ${record.status}`;
    }
    if (stack === undefined) {
        return `the stack ${record.stackName} is gone`;
    }
    if (!(0,stack_status/* isSuccess */.oJ)(stack.status)) {
        return `the stack ${stack.name} is ${stack.status}`;
    }
    return stack.id === completed.stack && stack.changed === completed.changed
        ? undefined
        : `the stack ${stack.name} was changed by something else`;
}
/** Says what is known of tests, checks and hooks: a stage completes nothing whose check or hook failed. */
function testedLine({ stage, wish }) {
    const checks = `checks and hooks passed in ${stage}`;
    switch (wish?.tests) {
        case 'passed':
            return passed('tested', `tests, ${checks}`);
        case 'none':
            return passed('tested', `${checks}; no service that was deployed has tests`);
        case undefined:
            return notAsked('tested', `${checks}; its workflow did not say what came of the tests`);
    }
}
/** Says whether a commit is long enough in a stage; `soak` in seconds. */
function soakLine({ stage, wish, wishWritten, now }, soak) {
    if (soak === 0) {
        return passed('soak', `no time in ${stage} is asked for (promote.soak)`);
    }
    const since = wish?.completedSince === undefined ? wishWritten : Date.parse(wish.completedSince);
    const seconds = Math.max(0, Math.floor((now - since) / 1000));
    if (seconds >= soak) {
        return passed('soak', `in ${stage} for ${spellTime(seconds)}, at least ${spellTime(soak)} are asked for`);
    }
    return failed('soak', `in ${stage} for ${spellTime(seconds)}, and ${spellTime(soak)} are asked for (promote.soak)`, {
        code: 'E_NOT_SOAKED',
        fix: `start it again after ${new Date(since + soak * 1000).toISOString()}, or let it through with override "soak: REASON"`,
        liftedBy: 'soak',
    });
}
/** Spells seconds in the largest two units that say something. */
function spellTime(seconds) {
    const units = [
        ['d', 86_400],
        ['h', 3600],
        ['min', 60],
        ['s', 1],
    ];
    const first = units.findIndex(([, size]) => seconds >= size);
    if (first === -1) {
        return '0 s';
    }
    let rest = seconds;
    const parts = units.slice(first, first + 2).flatMap(([unit, size]) => {
        const count = Math.floor(rest / size);
        rest -= count * size;
        return count === 0 ? [] : [`${count} ${unit}`];
    });
    return parts.join(' ');
}

// EXTERNAL MODULE: ./core/serverless/known-variables.js
var known_variables = __webpack_require__(33931);
// EXTERNAL MODULE: ./core/service/discover.js + 6 modules
var discover = __webpack_require__(22993);
;// CONCATENATED MODULE: ./stage/promote/stage-at.js

/** Returns what a configuration says of one of its stages; undefined if it does not have it. */
function stageAt(config, name) {
    const stage = config.stages?.[name];
    return stage === undefined
        ? undefined
        : (0,effective/* effectiveConfiguration */.kH)(config, { name, kind: 'configured', ref: `refs/heads/${stage.branch}` }, stage.profile);
}

;// CONCATENATED MODULE: ./stage/promote/application.js




/** Reads the services at a commit, for a stage; undefined if they cannot be told, as the log says. */
async function readApplication(commit, stage, { configs, filesOf, log }) {
    const files = await filesOf(commit);
    if (files === undefined) {
        return undefined;
    }
    const config = await configs.ofCommit(commit, (0,short_commit/* shortCommit */.A)(commit));
    const effective = stageAt(config, stage);
    if (effective === undefined) {
        log.warning(`the file of ${(0,short_commit/* shortCommit */.A)(commit)} has no stage "${stage}"`);
        return undefined;
    }
    const lookup = (0,known_variables/* knownVariables */.h)({ stage, region: effective.profile.region }, new Map());
    try {
        return { commit, config, services: await (0,discover/* discoverServices */.U)(files, effective.services, lookup) };
    }
    catch (error) {
        log.warning(`the services of ${(0,short_commit/* shortCommit */.A)(commit)} cannot be told: ${error.message}`);
        return undefined;
    }
}
/** The services that a stage gets, by its `services` at that commit. */
function servicesOf({ config, services }, stage) {
    const only = config.stages?.[stage]?.services;
    return only === undefined ? services : services.filter(({ key }) => only.includes(key));
}

// EXTERNAL MODULE: ./core/configuration/promote.js
var promote = __webpack_require__(45584);
;// CONCATENATED MODULE: ./core/promote/people.js


/** Says whether a person has the role in the repository that `promote.requires` asks for. */
function starterLine(login, required, role) {
    if ('because' in role) {
        const failure = {
            code: 'E_NOT_ALLOWED',
            fix: 'give the job `contents: read`, and start it as a person with that role',
        };
        const text = `the role of ${login}: ${role.because}`;
        // Whoever can start a workflow can write.
        return required === 'write' ? notAsked('starter', text) : failed('starter', text, failure);
    }
    const rank = (name) => promote/* PROMOTERS */.mA.indexOf(name);
    if (rank(role.value) >= rank(required)) {
        return passed('starter', `${login} has the role ${role.value}; ${required} is asked for`);
    }
    return failed('starter', `${login} has the role ${role.value}, and ${required} is asked for (promote.requires)`, {
        code: 'E_NOT_ALLOWED',
        fix: `have somebody start it who has the role ${required}`,
    });
}
/** Says who will be asked to approve; undefined: there is no such environment. */
function approvalLine(name, environment) {
    if ('because' in environment) {
        return notAsked('approval', `who approves: ${environment.because}`);
    }
    const { value } = environment;
    if (value === undefined) {
        return notAsked('approval', `nobody is asked to approve: there is no environment "${name}"`);
    }
    if (value.reviewers.length === 0) {
        return notAsked('approval', `nobody is asked to approve: the environment "${name}" has no required reviewers`);
    }
    const self = value.preventsSelfReview ? ', and not who started the run' : '; it may be who started the run';
    return passed('approval', `one of ${value.reviewers.join(', ')} approves in "${name}"${self}`);
}

;// CONCATENATED MODULE: ./core/promote/rules.js

/** Rules that a move by a commit of ours passes. */
const HARMLESS = ['deletion', 'non_fast_forward', 'required_linear_history', 'required_signatures', 'creation'];
/** Rules that a move does not pass, unless whoever moves is on the bypass list. */
function blockingRules({ types }) {
    return [...new Set(types.filter((type) => !HARMLESS.includes(type)))];
}
/** Whether a branch takes no commit with two parents. */
function isLinear({ types }) {
    return types.includes('required_linear_history');
}
/** Says what the branch of `to` asks of who moves it. */
function branchLine({ branch, mode, rules, workflowFiles }) {
    if ('because' in rules) {
        return notAsked('branch', `the rules of "${branch}": ${rules.because}`);
    }
    const line = rulesLine(branch, mode, rules.value);
    return workflowFiles.length === 0
        ? line
        : notAsked('branch', `${line.text}; it brings changed workflows, which only a GitHub App with \`workflows: write\` may push`, workflowFiles);
}
function rulesLine(branch, mode, rules) {
    if (!rules.isProtected) {
        return passed('branch', `"${branch}" has no rules: whoever can push to it deploys`);
    }
    if (mode === 'pull-request') {
        const asks = rules.approvals > 0 ? `needs ${spell(rules.approvals)}` : 'needs no approval';
        return passed('branch', `a pull request into "${branch}" ${asks}`);
    }
    if (rules.types.length === 0) {
        return notAsked('branch', `"${branch}" has a classic protection, which only an administrator's token can read`);
    }
    const blocking = blockingRules(rules);
    const linear = isLinear(rules) ? '; its history is linear, so the commit gets one parent' : '';
    return blocking.length === 0
        ? passed('branch', `the rules of "${branch}" let a commit of promote pass${linear}`)
        : notAsked('branch', `the rules of "${branch}" (${blocking.join(', ')}) refuse a push, unless the App that moves it is on their bypass list${linear}`);
}
const spell = (approvals) => (approvals === 1 ? 'one approval' : `${approvals} approvals`);

// EXTERNAL MODULE: ./core/configuration/freeze.js
var configuration_freeze = __webpack_require__(46501);
;// CONCATENATED MODULE: ./stage/promote/freeze.js




/** Returns why a stage is frozen now; undefined if it is not. Throws E_INPUT if the variable names no stage. */
function frozenStage({ stage, config, variable, now }) {
    const windows = (config?.stages?.[stage]?.freeze ?? []).map(configuration_freeze/* freezeWindow */._);
    const stages = config === undefined ? [stage] : (0,effective/* configuredStages */.WX)(config);
    return (0,freeze/* frozenNow */.nx)({ stage, stages, windows, variable, now });
}
/** Says whether `to` is frozen. */
function freezeLine(parts) {
    const frozen = frozenStage(parts);
    return frozen === undefined
        ? passed('freeze', `${parts.stage} is not frozen`)
        : failed('freeze', `${parts.stage} is frozen (${frozen.reason})`, {
            code: 'E_FROZEN',
            fix: 'start it again when the freeze has ended, or let it through with override "freeze: REASON"',
            liftedBy: 'freeze',
        });
}

;// CONCATENATED MODULE: ./stage/promote/circumstances.js




const circumstances_environmentOf = ({ pair }, { approvalEnvironment }) => approvalEnvironment ?? `${pair.to}-approval`;
/** Asks what does not depend on the commit. */
async function askCommon(scene, workflowFiles, circumstances, { people, run }) {
    const [rules, environment, role] = await Promise.all([
        people.rules(scene.to.branch),
        people.environment(circumstances_environmentOf(scene, circumstances)),
        people.role(run.actor),
    ]);
    return { rules, environment, role, workflowFiles };
}
/** The lines that every verdict has. */
function commonLines(scene, { rules, environment, role, workflowFiles }, circumstances, { action, actor }) {
    const { pair, to } = scene;
    const { freeze: variable, now } = circumstances;
    const isReviewed = pair.mode === 'pull-request' && action === 'move';
    return [
        freezeLine({ stage: to.name, config: to.config, variable, now }),
        starterLine(actor, pair.requires, role),
        ...(isReviewed ? [] : [approvalLine(circumstances_environmentOf(scene, circumstances), environment)]),
        ...(action === 'move' ? [branchLine({ branch: to.branch, mode: pair.mode, rules, workflowFiles })] : []),
    ];
}
/**
 * Throws E_INPUT for an override that nobody approves: a move by a pull request is approved by its review, everything else in the
 * environment.
 */
function checkOverride({ pair }, { rules, environment }, override, action) {
    const isReviewed = pair.mode === 'pull-request' && action === 'move';
    const isApproved = isReviewed
        ? 'value' in rules && rules.value.approvals > 0
        : 'value' in environment && (environment.value?.reviewers.length ?? 0) > 0;
    if (override === undefined || action === undefined) {
        return;
    }
    if (!isApproved) {
        throw new errors/* UserError */.yo('E_INPUT', {
            what: `the input "override" is "${override.text}", and nobody is asked to approve`,
            why: 'only an approval lets something through that a verdict refuses',
            fix: 'give the environment of the approval required reviewers (docs/promotion.md), or leave "override" out',
        });
    }
    if (isReviewed && override.names.includes('freeze')) {
        throw new errors/* UserError */.yo('E_INPUT', {
            what: 'the input "override" names "freeze", and the branch moves by a pull request',
            why: 'the merge of the pull request is deployed by a push, which keeps to the freeze',
            fix: 'lift the freeze itself (docs/freeze.md), or wait until it has ended',
        });
    }
}

;// CONCATENATED MODULE: ./stage/promote/clone.js


/** Folder of files that GITHUB_TOKEN may never change. */
const WORKFLOWS = '.github/workflows';
/** Throws E_WRONG_CHECKOUT if there is no clone with the whole history. */
function needHistory(history) {
    if (history === undefined || history.isShallow) {
        throw new errors/* UserError */.yo('E_WRONG_CHECKOUT', {
            what: history === undefined
                ? 'the workspace is no clone of the repository'
                : 'the clone in the workspace lacks older commits',
            fix: 'check the repository out with its whole history before this step: `fetch-depth: 0`',
        });
    }
    return history;
}
/** Says which commits the clone has to have. */
function missingCommit(heads) {
    const commits = [...new Set(Object.values(heads))].map(short_commit/* shortCommit */.A).join(', ');
    return new errors/* UserError */.yo('E_WRONG_CHECKOUT', {
        what: `the clone in the workspace lacks one of the commits ${commits}, or their history`,
        why: 'one of them is no commit of the repository, or a branch moved on since the checkout',
        fix: 'check the repository out with `fetch-depth: 0`, and start the promotion anew',
    });
}

;// CONCATENATED MODULE: ./stage/promote/findings.js
/** Most commits that are listed. */
const MOST_COMMITS = 50;

// EXTERNAL MODULE: ./core/deploy/inputs.js
var inputs = __webpack_require__(97436);
// EXTERNAL MODULE: ./core/deploy/decide.js
var decide = __webpack_require__(58145);
;// CONCATENATED MODULE: ./core/promote/foresee.js


/** Foresees the decision that the deploy will make: everything but the files is taken to stay as it is. */
function foresee({ key, region, record, stack, source, doubt }) {
    const before = record?.completed?.fingerprint;
    const fingerprint = before === undefined || source === undefined ? undefined : { ...before, source };
    const { deploy, reason } = (0,decide/* decideDeployment */.I)({ forced: false, record, stack, fingerprint, doubt });
    if (deploy) {
        return { key, region, deploys: true, reason };
    }
    const commit = record?.completed?.commit;
    const since = commit === undefined ? '' : ` since ${(0,short_commit/* shortCommit */.A)(commit)}`;
    return {
        key,
        region,
        deploys: false,
        reason: `its files did not change${since}; it is deployed only if its parameters, outputs or tools differ`,
    };
}

// EXTERNAL MODULE: ./core/own-value.js
var own_value = __webpack_require__(67413);
// EXTERNAL MODULE: ./core/ledger/wish.js
var ledger_wish = __webpack_require__(19432);
;// CONCATENATED MODULE: ./stage/promote/facts.js

/** Reads what this repository has in a stage: its records, and the stack of each. Throws E_AWS_DENIED and its kin. */
async function readStageFacts({ stage, regions, repositoryId, viewOf }) {
    const listed = await Promise.all(regions.map(async (region) => ({ region, ...(await viewOf(region).ledger.stage(stage)) })));
    const isOurs = (id) => id === undefined || id === repositoryId;
    const own = listed.flatMap(({ region, records }) => records
        .filter(({ owner }) => owner.kind === 'repository' && owner.id === repositoryId)
        .map((record) => ({ region, record })));
    const deployments = await Promise.all(own.map(async ({ region, record }) => ({
        region,
        record,
        stack: await viewOf(region).stacks.find(record.stackName),
    })));
    const wishes = listed.flatMap(({ wishes: all, wishTimes }) => {
        const wish = all.get(repositoryId);
        return wish === undefined ? [] : [{ wish, written: wishTimes.get(repositoryId) ?? 0 }];
    });
    const wish = (0,ledger_wish/* newestWish */.g9)(wishes.map((one) => one.wish));
    const [first] = regions;
    return {
        stage: stage.name,
        wish,
        wishWritten: Math.max(0, ...wishes.filter((one) => one.wish === wish).map(({ written }) => written)),
        deployments,
        broken: listed.flatMap(({ broken }) => broken.filter(({ of }) => isOurs(of)).map(({ error }) => error.message)),
        now: first === undefined ? Date.now() : viewOf(first).ledger.now(),
    };
}

;// CONCATENATED MODULE: ./stage/promote/views.js




/** What a viewer may be refused: then a line of the verdict is not asked, and nothing else is wrong. */
const REFUSALS = ['E_AWS_DENIED', 'E_OIDC_PERMISSION', 'E_ROLE_REFUSED', 'E_NO_CREDENTIALS'];
/** Asks something of AWS as a viewer; a refusal is told as the reason why it was not asked. */
async function askAws(work) {
    try {
        return { value: await work() };
    }
    catch (error) {
        if (error instanceof errors/* UserError */.yo && REFUSALS.includes(error.code)) {
            return { because: `${error.code}: ${error.message}` };
        }
        throw error;
    }
}
/** Looks at some stages, in their order; a role that serves several is assumed once. */
async function lookAt(sides, edges) {
    const opened = new Map();
    const open = (side) => {
        const { profile } = side.stage;
        const role = (0,own_value/* ownValue */.e)(side.config.profiles, profile)?.['viewer-role'];
        if (role === undefined) {
            return Promise.resolve({ because: `the profile "${profile}" has no viewer-role` });
        }
        const known = opened.get(role) ?? askAws(() => edges.openViewer(role, regionsOf(side)[0] ?? ''));
        opened.set(role, known);
        return known;
    };
    const seen = await Promise.all(sides.map(async (side) => {
        const account = await open(side);
        return { account, facts: await factsOf(side, account, edges) };
    }));
    const reasons = seen.flatMap(({ facts }) => ('because' in facts ? [facts.because] : []));
    for (const because of new Set(reasons)) {
        edges.log.warning(`not everything can be asked: ${because}`);
    }
    return seen;
}
/** Regions that a side's stage is deployed to; the first one is the profile's own. */
function regionsOf({ config, name }) {
    return stageAt(config, name)?.profile.regions ?? [];
}
async function factsOf(side, account, { run }) {
    if ('because' in account) {
        return account;
    }
    const stage = { app: side.config.app, kind: 'configured', name: side.name };
    const sight = { stage, regions: regionsOf(side), repositoryId: run.repositoryId, viewOf: account.value };
    return askAws(() => readStageFacts(sight));
}

;// CONCATENATED MODULE: ./stage/promote/foreseen.js




/** Foresees what a deploy of the application into a stage would do; nothing if that cannot be told, as the log says. */
async function foreseeServices(application, to, facts, { source, log }) {
    if ('because' in facts) {
        return [];
    }
    const services = servicesOf(application, to.name);
    const sources = await source?.atCommit(application.commit, services).catch((error) => {
        log.warning(`what would be deployed cannot be told: ${error.message}`);
        return undefined;
    });
    return regionsOf(to).flatMap((region) => services.map((service) => {
        const standing = facts.value.deployments.find(({ region: where, record }) => where === region && record.key === service.key);
        return foresee({
            key: service.key,
            region,
            record: standing?.record,
            stack: standing?.stack,
            source: sources?.get(service.key)?.hash,
            doubt: (0,inputs/* doubtOf */.kv)(service) ?? sources?.get(service.key)?.doubt,
        });
    }));
}

;// CONCATENATED MODULE: ./stage/promote/lost-work.js

/** Tree of a commit without files, which git knows without having it. */
const EMPTY_TREE = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';
/** Reads the history that a promotion is judged by; undefined if the clone does not have all of it. */
async function readHistory(history, heads) {
    const [line, promoted, from, to] = await Promise.all([
        history.line(heads.to),
        history.ancestry(heads.promoted),
        history.ancestry(heads.from),
        history.ancestry(heads.to),
    ]);
    if (line === undefined || promoted === undefined || from === undefined || to === undefined) {
        return undefined;
    }
    const promotedLine = await ownLine(history, heads.promoted, { promoted, from, to });
    return promotedLine === undefined ? undefined : { line, promotedLine, promoted, from, to };
}
/**
 * Walks the line of first parents of a commit of `from`; where `from` was set to a promotion on the branch of `to`, it goes on with
 * the commit that was promoted.
 */
async function ownLine(history, start, ancestries) {
    const own = new Set();
    for (let at = start; at !== undefined;) {
        const line = await history.line(at);
        if (line === undefined) {
            return undefined;
        }
        const move = line.findIndex((commit) => promotedBy(commit, ancestries) !== undefined);
        for (const { id } of move === -1 ? line : line.slice(0, move)) {
            own.add(id);
        }
        const promotion = line[move];
        at = promotion === undefined ? undefined : promotedBy(promotion, ancestries);
    }
    return own;
}
/** Finds out where a promotion goes on from, and what it would take away of what the branch of `to` has. */
async function findLostWork(history, heads, parts) {
    const anchor = findAnchor(parts);
    const base = anchor?.base ?? (await history.mergeBase(heads.to, heads.promoted)) ?? EMPTY_TREE;
    const own = await history.merge(base, heads.to, heads.promoted);
    const before = anchor === undefined ? undefined : await standingTo(anchor.promoted, heads.promoted, parts, history);
    const takenOver = await findTakenOver(history, heads.promoted, parts);
    return { before, lost: own === undefined || takenOver === undefined ? undefined : { own: own.differing, takenOver } };
}
/** What the rollbacks took back that `from`'s branch took over since, as far as the promoted commit does not have it again. */
async function findTakenOver(history, promoted, parts) {
    const newest = newestPromoted(parts);
    const brought = newest === undefined ? [...parts.promoted.keys()] : await history.ids(newest, promoted);
    if (brought === undefined) {
        return undefined;
    }
    const found = await Promise.all(takenOverRollbacks(parts, new Set(brought)).map(async ({ id, parents: [parent] }) => {
        const merged = parent === undefined ? undefined : await history.merge(id, parent, promoted);
        return merged === undefined ? undefined : { rollback: id, files: merged.differing };
    }));
    const known = found.filter((one) => one !== undefined);
    return known.length === found.length ? known : undefined;
}
async function standingTo(before, commit, parts, history) {
    if (parts.promoted.has(before)) {
        return { commit: before, promoted: 'follows', rollback: newestRollback(parts) };
    }
    const base = await history.mergeBase(before, commit);
    return { commit: before, promoted: base === commit ? 'older' : 'diverged', rollback: undefined };
}

// EXTERNAL MODULE: ./core/profile/parameter.js
var parameter = __webpack_require__(29308);
// EXTERNAL MODULE: ./core/configuration/schema.js + 1 modules
var schema = __webpack_require__(28665);
// EXTERNAL MODULE: ./core/service/parameter-outputs.js
var parameter_outputs = __webpack_require__(90813);
;// CONCATENATED MODULE: ./core/promote/needs.js




/** Returns which parameters a profile gives. */
function givenParameters(profile, { below, referenced }) {
    const { parameters, parametersPath: path, requireParameters } = profile;
    const known = new Set([...below, ...referenced]);
    const prefix = path === undefined ? '' : path.replace(/\/?$/, '/');
    return {
        names: new Set([...Object.keys(parameters), ...below.map((name) => name.slice(prefix.length))]),
        missing: (0,parameter/* ssmReferences */.Uv)(parameters).filter((name) => !known.has(name)),
        emptyPath: requireParameters && below.length === 0 ? path : undefined,
        secrets: Object.values(parameters).flatMap((value) => ((0,schema/* isSecret */.$f)(value) ? [value.secret] : [])),
    };
}
/** Returns the references of a profile that are not below its path, and so have to be asked for one by one. */
function otherReferences({ parameters, parametersPath: path }) {
    const prefix = path?.replace(/\/?$/, '/');
    return (0,parameter/* ssmReferences */.Uv)(parameters).filter((name) => prefix === undefined || !name.startsWith(prefix));
}
/**
 * Says whether all that the services need in `to` exists. A parameter that `from` gives and `to` does not is missing; one that
 * neither gives has a fallback, or is the service's own, or `from` could not have been deployed.
 */
function needsLine(parts) {
    const { to, given } = parts;
    const missing = [
        ...given.to.missing.map((name) => `${name} is not in SSM Parameter Store`),
        ...(given.to.emptyPath === undefined ? [] : [`nothing is below ${given.to.emptyPath} (parameters-path)`]),
        ...missingParameters(parts),
        ...missingServices(parts),
        ...parts.outputs,
    ];
    if (missing.length > 0) {
        return failed('needs', `${to} lacks what its services need`, {
            code: 'E_NEEDS_MISSING',
            details: missing,
            fix: `add it to ${to} (its profile, SSM Parameter Store, or the service that has the output), and start it again`,
        });
    }
    const { secrets } = given.to;
    const hidden = secrets.length === 0 ? '' : `; entries of the secret PARAMETERS cannot be looked at: ${secrets.join(', ')}`;
    return parts.unseen.length > 0
        ? notAsked('needs', `whether ${to} has all that its services need was not asked in full${hidden}`, parts.unseen)
        : passed('needs', `the parameters and outputs that the services need exist in ${to}${hidden}`);
}
function missingParameters({ from, to, services, keys, given }) {
    return services.flatMap(({ key, reads }) => reads.needed
        .filter((name) => given.from?.names.has(name) === true &&
        !given.to.names.has(name) &&
        (0,parameter_outputs/* outputOfParameter */.Y)(name, keys) === undefined)
        .map((name) => `${key} reads \${param:${name}}, which ${from} has and ${to} lacks`));
}
/** A configured stage reads its own deployments alone. */
function missingServices({ to, services, keys, given, present }) {
    return services.flatMap(({ key, reads }) => reads.needed.flatMap((name) => {
        const output = given.to.names.has(name) ? undefined : (0,parameter_outputs/* outputOfParameter */.Y)(name, keys);
        return output === undefined || present.has(output.key)
            ? []
            : [`${key} reads \${param:${name}}, and ${to} has no ${output.key}`];
    }));
}

// EXTERNAL MODULE: ./core/output/address.js
var address = __webpack_require__(54275);
// EXTERNAL MODULE: ./core/output/lookup.js
var lookup = __webpack_require__(19877);
// EXTERNAL MODULE: ./core/serverless/variables.js
var variables = __webpack_require__(42653);
;// CONCATENATED MODULE: ./stage/promote/foreign-outputs.js









/**
 * Returns a sentence for each output of another application, or of another stage, that the services read, that `from` can
 * read, and that `to` cannot: one that neither can read has a fallback. Those of the application's own services come with it.
 */
async function missingOutputs({ application, from, to, seen, finderIn }) {
    const reads = foreignReads(application, to.name);
    if (reads.length === 0) {
        return { value: [] };
    }
    const [here, there] = [seen.to.account, seen.from.account];
    if ('because' in here) {
        return here;
    }
    if ('because' in there) {
        return there;
    }
    const [findHere, findThere] = [finderIn(here.value), finderIn(there.value)];
    return askAws(async () => {
        const sentences = await Promise.all(reads.map(async ({ key, written }) => {
            const [isHere, isThere] = await Promise.all([
                look(written, to.name, application, findHere),
                look(written, from.name, application, findThere),
            ]);
            return isHere === false && isThere === true
                ? [`${key} reads \${output:${written}}, which ${from.name} can read and ${to.name} cannot`]
                : [];
        }));
        return sentences.flat();
    });
}
/** What the services of a stage read that is not known to be of the application's own services in the same stage. */
function foreignReads(application, stage) {
    const { config, services } = application;
    const names = new Set(services.map(({ name }) => name));
    return servicesOf(application, stage).flatMap(({ key, reads }) => reads.outputs.flatMap((written) => {
        const address = addressIn(written, stage, application);
        if (address === undefined) {
            return [];
        }
        const isHere = (address.app ?? config.app) === config.app && (address.stage ?? stage) === stage;
        // A service that is a program may have any name.
        const isOwn = isHere && (names.has(address.service) || names.has(undefined));
        return isOwn ? [] : [{ key, written }];
    }));
}
/** The address as the stage reads it; undefined if it is not known before. */
function addressIn(written, stage, { config }) {
    const region = stageAt(config, stage)?.profile.region;
    const text = region === undefined ? '${' : (0,variables/* substitute */.V)(written, (0,known_variables/* knownVariables */.h)({ stage, region }, new Map()));
    try {
        return text.includes('${') ? undefined : (0,address/* parseOutputAddress */.Z)(text);
    }
    catch {
        return undefined;
    }
}
/** Whether a stage can read an output; undefined if that is not known before. */
async function look(written, stage, application, find) {
    const address = addressIn(written, stage, application);
    const region = stageAt(application.config, stage)?.profile.region;
    if (address === undefined || region === undefined) {
        return undefined;
    }
    const { app } = application.config;
    const accounts = (0,effective/* accountsOf */.s1)(application.config);
    const account = accounts[stage];
    const reader = {
        app,
        stage,
        kind: 'configured',
        region,
        accounts,
        ...(account === undefined ? {} : { account }),
    };
    try {
        return (await (0,lookup/* lookUpOutput */.C)(address, reader, find)).found;
    }
    catch (error) {
        if (error instanceof errors/* UserError */.yo && error.code === 'E_OUTPUT_ACCOUNT') {
            return false;
        }
        throw error;
    }
}

;// CONCATENATED MODULE: ./stage/promote/needs.js







/** Says whether `to` has every parameter and output that the services of the promoted commit need. */
async function askNeeds(scene) {
    const { application, from, to, seen } = scene;
    const [ofFrom, ofTo, outputs] = await Promise.all([
        parametersOf(from.name, application, seen.from.account),
        parametersOf(to.name, application, seen.to.account),
        missingOutputs(scene),
    ]);
    if ('because' in ofTo) {
        return notAsked('needs', `whether ${to.name} has what the services need: ${ofTo.because}`);
    }
    const services = servicesOf(application, to.name);
    const { facts } = seen.to;
    const recorded = 'value' in facts ? facts.value.deployments.map(({ record }) => record.key) : [];
    return needsLine({
        from: from.name,
        to: to.name,
        services,
        keys: application.services.map(({ key }) => key),
        given: { from: 'value' in ofFrom ? ofFrom.value : undefined, to: ofTo.value },
        present: new Set([...services.map(({ key }) => key), ...recorded]),
        outputs: 'value' in outputs ? outputs.value : [],
        unseen: [
            ...('because' in ofFrom ? [`the parameters of ${from.name}: ${ofFrom.because}`] : []),
            ...('because' in outputs ? [`outputs of others: ${outputs.because}`] : []),
        ],
    });
}
/** What parameters a stage's profile gives at the promoted commit. */
async function parametersOf(stage, { config }, account) {
    const profile = stageAt(config, stage)?.profile;
    if (profile === undefined) {
        return { because: `the commit has no stage "${stage}"` };
    }
    const path = profile.parametersPath;
    if (path === undefined && (0,parameter/* ssmReferences */.Uv)(profile.parameters).length === 0) {
        return { value: givenParameters(profile, { below: [], referenced: [] }) };
    }
    if ('because' in account) {
        return account;
    }
    const { parameterNames } = account.value(profile.region);
    const others = otherReferences(profile);
    return askAws(async () => {
        const [below, referenced] = await Promise.all([
            path === undefined ? [] : parameterNames.below(path),
            others.length === 0 ? [] : parameterNames.existing(others),
        ]);
        return givenParameters(profile, { below, referenced });
    });
}

;// CONCATENATED MODULE: ./stage/promote/service-lines.js



/** Says what the services of the promoted commit need in `to`, and which of them `from` proves nothing of. */
async function linesOfServices({ from, to }, application, seen, { finderIn }) {
    if (application === undefined) {
        return [notAsked('needs', `whether ${to.name} has what the services need: they cannot be told`)];
    }
    const proved = new Set(servicesOf(application, from.name).map(({ key }) => key));
    const others = servicesOf(application, to.name).flatMap(({ key }) => (proved.has(key) ? [] : [key]));
    return [
        await askNeeds({ application, from, to, seen, finderIn }),
        others.length === 0
            ? passed('proven', `every service of ${to.name} is in ${from.name} too`)
            : notAsked('proven', `not proven: ${from.name} does not have these services of ${to.name}`, others),
    ];
}

;// CONCATENATED MODULE: ./stage/promote/stage-lines.js





/** Says what `from` itself proves of a commit. */
function linesOfStage({ from, facts, commit, soak, application }) {
    if ('because' in facts) {
        return [
            notAsked('staged', `whether ${from.name} completed ${(0,short_commit/* shortCommit */.A)(commit)}: ${facts.because}`),
            ...(soak === 0 ? [] : [notAsked('soak', `how long it is in ${from.name}: ${facts.because}`)]),
        ];
    }
    const again = `start the workflow that deploys ${from.name} by hand, for the commit ${commit}`;
    const staged = stagedLine(facts.value, commit, again);
    const keys = application && servicesOf(application, from.name).map(({ key }) => key);
    // Of a stage that has something else, the rest says nothing about this commit.
    return staged.answer === 'failed'
        ? [staged]
        : [
            staged,
            wholeLine(facts.value, { keys, regions: regionsOf(from), again }),
            testedLine(facts.value),
            soakLine(facts.value, soak),
        ];
}

;// CONCATENATED MODULE: ./stage/promote/promotion.js














/** Finds out all that a promotion is judged by. Throws E_INPUT if it is not known which commit is meant. */
async function findPromotion(scene, seen, wanted, edges) {
    const { from, to, pair } = scene;
    const commit = wanted.commit ?? defaultCommit(scene, seen.from.facts);
    const history = needHistory(edges.history);
    const heads = { from: from.head, to: to.head, promoted: commit };
    const parts = await readHistory(history, heads);
    if (parts === undefined) {
        const isKnown = (await history.commit(commit)) !== undefined;
        throw isKnown || (await history.commit(from.head)) === undefined ? missingCommit(heads) : strange(scene, commit);
    }
    const [ofFrom, ofTo] = await Promise.all([
        readApplication(commit, from.name, edges),
        readApplication(commit, to.name, edges),
    ]);
    const workflowFiles = (await history.changed(to.head, commit, WORKFLOWS)) ?? [];
    const [common, ofHistory, ofServices] = await Promise.all([
        askCommon(scene, workflowFiles, wanted.circumstances, edges),
        linesOfHistory(scene, commit, parts, history),
        linesOfServices(scene, ofTo, seen, edges),
    ]);
    return {
        scene,
        kind: 'promotion',
        commit,
        tree: parts.promoted.get(commit) ?? '',
        has: commitOfStage(seen.to.facts, scene.moves ? to.head : undefined),
        common,
        lines: [
            onBranchLine(scene, commit, parts),
            ...(wasMoved(scene, commit, parts)
                ? [passed('staged', `${(0,short_commit/* shortCommit */.A)(commit)} was judged when "${to.branch}" moved to it, and was approved then`)]
                : linesOfStage({ from, facts: seen.from.facts, commit, soak: pair.soak, application: ofFrom })),
            ...ofHistory.lines,
            ...ofServices,
        ],
        commits: (await history.between(ofHistory.before ?? to.head, commit, MOST_COMMITS + 1)) ?? [],
        services: ofTo === undefined ? [] : await foreseeServices(ofTo, to, seen.to.facts, edges),
        headTree: parts.to.get(to.head) ?? '',
        isThere: isThere(scene, seen.to.facts, commit),
        expectedCode: expectedCode(from.name, pair.sameCode, seen.from.facts),
    };
}
function defaultCommit({ from }, facts) {
    if ('because' in facts) {
        throw new errors/* UserError */.yo('E_INPUT', {
            what: `it is not known what ${from.name} completed: ${facts.because}`,
            fix: `give the profile of ${from.name} a viewer-role (docs/promotion.md), or all 40 digits of the commit in the input "commit"`,
        });
    }
    const { wish } = facts.value;
    const commit = completedCommit(facts.value) ?? wish?.completedCommit ?? wish?.commit;
    if (commit === undefined) {
        throw new errors/* UserError */.yo('E_NOT_STAGED', {
            what: `this repository never deployed to ${from.name}`,
            fix: `deploy a commit to ${from.name} first`,
        });
    }
    return commit;
}
/** A clone with the head of a branch has all that is on it. */
function strange({ from }, commit) {
    return new errors/* UserError */.yo('E_NOT_ON_BRANCH', {
        what: `the commit ${commit} is not on "${from.branch}", the branch of ${from.name}`,
        fix: `promote a commit of "${from.branch}"`,
    });
}
/** Whether the head of the branch of `to` is the very promotion of a commit: what is left is its deploy, whatever `from` has since. */
function wasMoved({ moves }, commit, parts) {
    const [head] = parts.line;
    return moves && head !== undefined && promotedBy(head, parts) === commit;
}
function onBranchLine({ from }, commit, { from: ancestry }) {
    const short = (0,short_commit/* shortCommit */.A)(commit);
    const place = commit === from.head ? 'the head of' : 'on';
    return ancestry.has(commit)
        ? passed('source', `${short} is ${place} "${from.branch}"`)
        : failed('source', `${short} is not on "${from.branch}", the branch of ${from.name}`, {
            code: 'E_NOT_ON_BRANCH',
            fix: `promote a commit of "${from.branch}"`,
        });
}
async function linesOfHistory({ from, to, moves }, commit, parts, history) {
    if (!moves) {
        return { lines: [], before: undefined };
    }
    const names = { from: from.name, to: to.name, fromBranch: from.branch, toBranch: to.branch, commit };
    const heads = { from: from.head, to: to.head, promoted: commit };
    const { before, lost } = await findLostWork(history, heads, parts);
    return { lines: [followsLine(names, before), keptLine(names, lost)], before: before?.commit };
}
/** Whether `to` completed the commit (of one branch), or the head of its branch; undefined if that is not known. */
function isThere({ moves, to }, facts, commit) {
    return 'because' in facts ? undefined : completedCommit(facts.value) === (moves ? to.head : commit);
}
/** The code that the records of `from` name; undefined if nobody can look, or no record has it. */
function expectedCode(stage, level, facts) {
    if ('because' in facts || level === 'off') {
        return undefined;
    }
    const services = new Map();
    for (const { record } of facts.value.deployments) {
        const { code } = record.completed ?? {};
        if (code !== undefined) {
            services.set(record.service, [...new Set([...(services.get(record.service) ?? []), code])]);
        }
    }
    return services.size === 0 ? undefined : { stage, level, services: Object.fromEntries(services) };
}

// EXTERNAL MODULE: ./core/ledger/keys.js
var keys = __webpack_require__(88063);
;// CONCATENATED MODULE: ./stage/promote/rollback.js













/** Finds out all that a rollback is judged by. Throws E_INPUT, E_NOT_ON_BRANCH if there is nothing to go back to. */
async function findRollbackFacts(scene, seen, wanted, edges) {
    const { to, moves } = scene;
    const { facts } = seen;
    const history = needHistory(edges.history);
    const line = await history.line(to.head);
    const [head] = line ?? [];
    if (line === undefined || head === undefined) {
        throw missingCommit({ to: to.head });
    }
    const asked = await completedIn(scene, seen.account, edges);
    const completed = 'because' in asked ? undefined : asked.value;
    const present = moves || 'because' in facts ? to.head : facts.value.wish?.commit;
    const target = findRollback(wanted.rollback, { to: to.name, toBranch: to.branch, line, completed, present });
    const workflowFiles = (await history.changed(to.head, target.id, WORKFLOWS)) ?? [];
    const [common, application] = await Promise.all([
        askCommon(scene, workflowFiles, wanted.circumstances, edges),
        readApplication(target.id, to.name, edges),
    ]);
    const own = { from: to, to, seen: { from: seen, to: seen }, finderIn: edges.finderIn };
    const needs = application === undefined ? [] : [await askNeeds({ application, ...own })];
    const now = 'because' in facts ? undefined : completedCommit(facts.value);
    const place = target.id === to.head ? 'the head of' : 'on the line of';
    return {
        scene,
        kind: 'rollback',
        commit: target.id,
        tree: target.tree,
        has: commitOfStage(facts, moves ? to.head : undefined),
        common,
        lines: [
            passed('source', `${(0,short_commit/* shortCommit */.A)(target.id)} is ${place} "${to.branch}"`),
            targetLine(target.id, { completed, to: to.name, moves }),
            ...needs,
        ],
        commits: (await history.between(target.id, present ?? to.head, MOST_COMMITS + 1)) ?? [],
        services: application === undefined ? [] : await foreseeServices(application, to, facts, edges),
        headTree: head.tree,
        isThere: now === undefined ? undefined : now === (moves ? to.head : target.id),
        expectedCode: undefined,
    };
}
/** What `to` completed, newest first, by the versions of its wish in SSM's history. */
async function completedIn({ to }, account, { run, log }) {
    if ('because' in account) {
        return account;
    }
    const stage = { app: to.config.app, kind: 'configured', name: to.name };
    const name = (0,keys/* wishName */.F)(stage, run.repositoryId);
    const { ledger } = account.value(regionsOf(to)[0] ?? '');
    return askAws(async () => {
        const { versions } = await ledger.history(name);
        const newestFirst = [...versions].sort((a, b) => b.version - a.version);
        return completedCommits(newestFirst.flatMap(({ value }) => {
            try {
                return [(0,ledger_wish/* parseWish */.xx)(value, name)];
            }
            catch (error) {
                log.warning(error.message);
                return [];
            }
        }));
    });
}

;// CONCATENATED MODULE: ./core/promote/pair.js



/**
 * Chooses the pair of stages: what the inputs name, else the configuration's only pair, else the one whose `to` has the branch
 * of the run. Throws E_INPUT.
 */
function choosePair(config, { from, to, runBranch }) {
    const pairs = (0,promote/* pairList */.bb)(config.promote).map(promote/* pairOf */.cF);
    const ofInputs = pairs.filter((pair) => (from ?? pair.from) === pair.from && (to ?? pair.to) === pair.to);
    const ofBranch = ofInputs.filter((pair) => config.stages?.[pair.to]?.branch === runBranch);
    const [only] = ofInputs.length === 1 ? ofInputs : ofBranch;
    if (only !== undefined && (ofInputs.length === 1 || ofBranch.length === 1)) {
        return only;
    }
    if (pairs.length === 0) {
        if (from !== undefined && to !== undefined && from !== to) {
            return (0,promote/* pairOf */.cF)({ from, to });
        }
        throw new errors/* UserError */.yo('E_INPUT', {
            what: 'it is not known which stage is promoted to which',
            why: 'serverless-stages.yml has no `promote`',
            fix: 'add `promote: { from: staging, to: prod }`, or give the inputs "from" and "to"',
        });
    }
    const nearest = [
        from === undefined ? undefined : (0,suggest/* nearestName */.q)(from, [...new Set(pairs.map((pair) => pair.from))]),
        to === undefined ? undefined : (0,suggest/* nearestName */.q)(to, [...new Set(pairs.map((pair) => pair.to))]),
    ].filter((name) => name !== undefined && name !== from && name !== to);
    const known = pairs.map((pair) => `${pair.from} to ${pair.to}`).join(', ');
    throw new errors/* UserError */.yo('E_INPUT', {
        what: ofInputs.length === 0
            ? `no pair of \`promote\` is from "${from ?? 'any stage'}" to "${to ?? 'any stage'}"`
            : 'several pairs of `promote` may be meant',
        fix: `${nearest.length === 0 ? '' : `did you mean "${nearest.join('" and "')}"? `}give the inputs "from" and "to" of one pair: ${known}`,
    });
}

// EXTERNAL MODULE: ./core/stage/ref.js
var ref = __webpack_require__(66113);
;// CONCATENATED MODULE: ./stage/promote/scene.js





/**
 * Finds out what is promoted where. The rules of a promotion are those of the file on the branch of `to`; until it has them,
 * those of the run's branch or of the default branch. Throws E_INPUT, E_STAGE_UNKNOWN, E_NOT_ON_BRANCH, E_CONFIG_FILE.
 */
async function setScene(wanted, edges) {
    const { github, configs, run } = edges;
    const { defaultBranch } = await github.repository();
    const runBranch = (0,ref/* isBranchRef */._7)(run.ref) ? (0,ref/* branchOfRef */.V4)(run.ref) : undefined;
    const config = await configWithPairs([runBranch, defaultBranch], edges);
    const asked = choosePair(config, { ...wanted, runBranch });
    const toBranch = branchOf(config, asked.to);
    const own = toBranch === runBranch ? config : await configs.ofBranch(toBranch).catch(orIfMissing(config));
    const knows = (0,promote/* pairList */.bb)(own.promote).some(({ from, to }) => from === asked.from && to === asked.to);
    const rules = knows ? own : config;
    const pair = knows ? choosePair(own, { from: asked.from, to: asked.to, runBranch }) : asked;
    const fromBranch = branchOf(rules, pair.from);
    return {
        pair,
        to: await sideOf(pair.to, toBranch, (0,effective/* configuredStages */.WX)(own).includes(pair.to) ? own : rules, edges),
        fromBranch,
        moves: fromBranch !== toBranch,
        isAtHome: runBranch === toBranch,
    };
}
/** Adds the stage that is promoted, as the file on its own branch has it. Throws E_STAGE_UNKNOWN, E_NOT_ON_BRANCH, E_CONFIG_FILE. */
async function withFrom(scene, edges) {
    const { pair, fromBranch } = scene;
    const config = await edges.configs.ofBranch(fromBranch);
    return { ...scene, from: await sideOf(pair.from, fromBranch, config, edges) };
}
/** The first of some branches' files that has pairs, else the last one's. */
async function configWithPairs(branches, { configs }) {
    let last;
    for (const branch of new Set(branches)) {
        last = branch === undefined ? last : await configs.ofBranch(branch);
        if (last?.promote !== undefined) {
            return last;
        }
    }
    if (last === undefined) {
        throw new Error('a promotion was asked for on no branch, and there is no default branch');
    }
    return last;
}
/** A branch without the file yet goes by another one's. */
function orIfMissing(config) {
    return (error) => {
        if (error instanceof errors/* UserError */.yo && error.code === 'E_CONFIG_FILE') {
            return config;
        }
        throw error;
    };
}
function branchOf(config, stage) {
    return (0,effective/* findConfiguredStage */.aM)(config, stage).branch ?? '';
}
async function sideOf(name, branch, config, { github }) {
    const head = await github.branchHead(branch);
    if (head === undefined) {
        throw new errors/* UserError */.yo('E_NOT_ON_BRANCH', {
            what: `the branch "${branch}" of the stage "${name}" is not there`,
            fix: `push it, or correct stages.${name}.branch`,
        });
    }
    return { name, stage: (0,effective/* findConfiguredStage */.aM)(config, name), branch, head, config };
}

;// CONCATENATED MODULE: ./stage/promote/plan.js


/** What an approval would let happen; undefined if `to` has it all. */
function draftPlan(found) {
    const { scene, kind, commit, tree, headTree, isThere } = found;
    const { pair, to, fromBranch, moves } = scene;
    const hasTree = moves && headTree === tree;
    if ((hasTree || !moves) && isThere === true) {
        return undefined;
    }
    const deploy = moves ? (hasTree ? to.head : undefined) : commit;
    return {
        schemaVersion: 1,
        kind,
        action: deploy === undefined ? 'move' : 'deploy',
        mode: pair.mode,
        from: pair.from,
        to: pair.to,
        fromBranch,
        toBranch: to.branch,
        commit,
        tree,
        head: to.head,
        parents: parentsOf(found),
        redeploy: kind === 'rollback' && !moves,
        ...(0,only_defined/* onlyDefined */.M)({ deploy }),
    };
}
/**
 * A promotion's parents are what its tree holds. One is left out where a branch takes no merges, and of a pull request's commit:
 * GitHub's "Rebase and merge" would take a merge apart.
 */
function parentsOf({ scene, kind, commit, common }) {
    const { to, pair } = scene;
    const linear = 'value' in common.rules && isLinear(common.rules.value);
    return kind === 'rollback' || linear || pair.mode === 'pull-request' ? [to.head] : [to.head, commit];
}

;// CONCATENATED MODULE: ./stage/promote/verdict.js










/** Decides by what was found. Throws E_INPUT for an override that nobody approves. */
function decideVerdict(found, wanted, { run }) {
    const { scene, kind, commit, common } = found;
    const { pair } = scene;
    const { override } = wanted.circumstances;
    const draft = draftPlan(found);
    checkOverride(scene, common, override, draft?.action);
    const context = { action: draft?.action, actor: run.actor };
    const all = [...found.lines, ...commonLines(scene, common, wanted.circumstances, context)];
    const lines = liftLines(all, override?.names ?? []);
    const error = verdictError(lines, `it cannot be done: ${describe(found)}`);
    const decision = decisionOf(draft, error, wanted, scene);
    const isDry = wanted.isDryRun || !scene.isAtHome;
    const used = usedOverride(override, lines);
    const commits = found.commits.slice(0, MOST_COMMITS);
    const command = decision === 'dry-run' || (decision === 'refused' && !scene.isAtHome)
        ? startCommand({ workflow: run.workflow, branch: scene.to.branch, inputs: inputsOf(found, wanted) })
        : undefined;
    const pullRequests = (0,trailers/* pullRequestsOf */.Tb)(commits.map(({ message }) => message));
    const result = {
        schemaVersion: 1,
        kind,
        from: pair.from,
        to: pair.to,
        commit,
        by: run.actor,
        decision,
        reason: reasonOf(decision, found, error),
        lines,
        commits: commits.map(({ id, message }) => ({ id, subject: message.split('\n')[0] ?? '' })),
        hasMore: found.commits.length > MOST_COMMITS,
        pullRequests,
        services: found.services,
        ...(0,only_defined/* onlyDefined */.M)({ has: found.has, override: used, command }),
    };
    const goesOn = decision === 'promote' || decision === 'deploy';
    const isRollback = kind === 'rollback';
    const facts = { isRollback, pullRequests: isRollback ? [] : pullRequests, override: used, by: run.actor };
    return {
        result,
        plan: draft === undefined || !goesOn
            ? undefined
            : {
                ...draft,
                message: (0,trailers/* moveMessage */.$w)({ ...pair, commit, ...facts, runId: run.id, runUrl: run.url }),
                runId: run.id,
                judged: new Date(wanted.circumstances.now).toISOString(),
                ...(0,only_defined/* onlyDefined */.M)({ override: used, liftFreeze: isLifted(lines, 'freeze') ? override?.reason : undefined }),
            },
        expectedCode: found.expectedCode,
        failure: decision === 'refused' && !isDry ? error : undefined,
    };
}
function decisionOf(plan, error, wanted, { isAtHome }) {
    if (plan === undefined) {
        return 'nothing';
    }
    if (error !== undefined) {
        return 'refused';
    }
    if (wanted.isDryRun || !isAtHome) {
        return 'dry-run';
    }
    return plan.action === 'move' ? 'promote' : 'deploy';
}
function describe({ scene: { pair }, kind, commit }) {
    const short = (0,short_commit/* shortCommit */.A)(commit);
    return kind === 'promotion' ? `promote ${pair.from}@${short} to ${pair.to}` : `roll ${pair.to} back to ${short}`;
}
function reasonOf(decision, found, error) {
    const { scene, kind, commit } = found;
    const short = (0,short_commit/* shortCommit */.A)(commit);
    const { pair, to } = scene;
    switch (decision) {
        case 'nothing':
            return `${pair.to} completed what ${short} holds: nothing is to be done`;
        case 'refused':
            return error?.message ?? 'the verdict failed';
        case 'dry-run':
            return `a dry run: it can be done: ${describe(found)}`;
        case 'deploy':
            return `"${to.branch}" holds ${short} already: it is deployed to ${pair.to}, and nothing moves`;
        case 'promote':
            return kind === 'promotion'
                ? `${pair.from}@${short} is promoted to ${pair.to}`
                : `${pair.to} goes back to ${short}`;
    }
}
function inputsOf({ scene: { pair }, commit, kind }, { rollback, circumstances }) {
    const given = kind === 'promotion' ? { commit } : { rollback: rollback ?? commit };
    return { from: pair.from, to: pair.to, ...given, override: circumstances.override?.text };
}
/** Refuses inputs that do not go together; throws E_INPUT. */
function checkWanted({ commit, rollback }) {
    if (commit !== undefined && rollback !== undefined) {
        throw new errors/* UserError */.yo('E_INPUT', {
            what: 'the inputs "commit" and "rollback" are both given',
            why: 'a promotion brings a commit of `from`, a rollback one that `to` had',
            fix: 'leave one of them out',
        });
    }
    if (commit !== undefined && !/^[0-9a-f]{40}$/.test(commit)) {
        throw new errors/* UserError */.yo('E_INPUT', {
            what: `the input "commit" is "${commit}"`,
            fix: 'write all 40 digits of the commit',
        });
    }
}

;// CONCATENATED MODULE: ./stage/promote/judge.js





/**
 * Judges a promotion or a rollback; reads only. Throws E_INPUT, E_CONFIG and their kin, E_NOT_ON_BRANCH, E_WRONG_CHECKOUT, E_GITHUB
 * if it cannot be judged at all.
 */
async function judge(wanted, edges) {
    checkWanted(wanted);
    return decideVerdict(await find(wanted, edges), wanted, edges);
}
async function find(wanted, edges) {
    const scene = await setScene(wanted, edges);
    const { rollback } = wanted;
    if (rollback !== undefined) {
        const [seen] = await lookAt([scene.to], edges);
        return findRollbackFacts(scene, seen, { ...wanted, rollback }, edges);
    }
    const whole = await withFrom(scene, edges);
    const [from, to] = (await lookAt([whole.from, whole.to], edges));
    return findPromotion(whole, { from, to }, wanted, edges);
}

;// CONCATENATED MODULE: ./stage/promote/move.js





/** How long a verdict holds, in milliseconds: what it asked may have changed since. */
const HOLDS_MS = 24 * 60 * 60_000;
/**
 * Moves the branch of `to` as the plan says, if its head still is the verdict's; once, however often it is asked. Throws
 * E_MOVED, E_NOT_STAGED, E_FROZEN, E_BRANCH_RULES, E_NOT_ON_BRANCH; nothing was moved then.
 */
async function movePlan(plan, edges) {
    const { mover, log } = edges;
    checkHome(plan, edges.runRef);
    const head = await needHead(plan.toBranch, mover);
    const done = await findDone(plan, head, edges);
    if (done !== undefined) {
        log.info(`"${plan.toBranch}" was moved to ${(0,short_commit/* shortCommit */.A)(done)} by this run already`);
        return { commit: done };
    }
    checkAge(plan, edges.now());
    await checkSource(plan, edges);
    await checkFreeze(plan, edges);
    if (plan.deploy !== undefined) {
        log.info(`nothing moves: "${plan.toBranch}" holds ${(0,short_commit/* shortCommit */.A)(plan.deploy)} already`);
        return { commit: plan.deploy };
    }
    const { message, tree, parents } = plan;
    const commit = await mover.createCommit({ message, tree, parents });
    if (plan.mode === 'pull-request') {
        return { pullRequest: await propose(plan, commit, mover) };
    }
    await advance(plan, commit, edges);
    log.info(`moved "${plan.toBranch}" from ${(0,short_commit/* shortCommit */.A)(head)} to ${(0,short_commit/* shortCommit */.A)(commit)}`);
    return { commit };
}
/** Moves the branch. What GitHub says when somebody else was faster differs, so its head is asked then. Throws E_MOVED. */
async function advance(plan, commit, { mover }) {
    try {
        await mover.advance(plan.toBranch, commit);
    }
    catch (error) {
        const head = await needHead(plan.toBranch, mover);
        if (head === commit) {
            return;
        }
        throw head === plan.head ? error : movedOn(plan, head);
    }
}
/**
 * Returns the commit that this run moved the branch to before; undefined if it did not and the head is still the verdict's. A
 * branch that both stages share may move on: what is deployed has to be on it. Throws E_MOVED.
 */
async function findDone(plan, head, { github, mover }) {
    if (head === plan.head) {
        return undefined;
    }
    if (plan.fromBranch === plan.toBranch) {
        const comparison = await github.compare(plan.commit, head);
        if (comparison?.status === 'ahead' || comparison?.status === 'identical') {
            return undefined;
        }
        throw movedOn(plan, head);
    }
    const commit = await mover.commit(head);
    if (isOurs(commit, plan)) {
        return head;
    }
    throw movedOn(plan, head);
}
function checkAge({ judged, to }, now) {
    if (now - Date.parse(judged) > HOLDS_MS) {
        throw new errors/* UserError */.yo('E_MOVED', {
            what: `the verdict is of ${judged}, more than a day ago`,
            why: `what it asked may have changed since; nothing was moved, and nothing was deployed to "${to}"`,
            fix: 'start the promotion anew, which asks and is approved anew',
        });
    }
}
/** A run on another branch has no business here: each role trusts one branch. */
function checkHome({ to, toBranch }, runRef) {
    if (runRef !== `refs/heads/${toBranch}`) {
        throw new errors/* UserError */.yo('E_NOT_ON_BRANCH', {
            what: `this run is on "${runRef}", not on refs/heads/${toBranch}`,
            why: `only a run on the branch of "${to}" moves it`,
            fix: `start the workflow on "${toBranch}"`,
        });
    }
}
async function needHead(branch, mover) {
    const head = await mover.head(branch);
    if (head === undefined) {
        throw new errors/* UserError */.yo('E_NOT_ON_BRANCH', { what: `the branch "${branch}" is gone`, fix: 'push it again' });
    }
    return head;
}
/** Whether a commit is the one that this run made for the plan. */
function isOurs({ tree, parents, message }, plan) {
    return (plan.deploy === undefined &&
        tree === plan.tree &&
        parents.join() === plan.parents.join() &&
        (0,trailers/* readTrailers */.t8)(message).run === plan.runId);
}
function movedOn({ to, toBranch, head }, now) {
    return new errors/* UserError */.yo('E_MOVED', {
        what: `the branch "${toBranch}" moved on from ${(0,short_commit/* shortCommit */.A)(head)} to ${(0,short_commit/* shortCommit */.A)(now)} after the verdict`,
        why: `what was approved is not what "${to}" would get; nothing was moved and nothing was deployed`,
        fix: 'start the promotion anew, which asks and is approved anew',
    });
}
/** That `from` moves on is shown; a commit that its branch lost is not promoted. */
async function checkSource(plan, { github, mover, log }) {
    if (plan.kind === 'rollback' || plan.fromBranch === plan.toBranch) {
        return;
    }
    const head = await needHead(plan.fromBranch, mover);
    const comparison = head === plan.commit ? undefined : await github.compare(plan.commit, head);
    if (head !== plan.commit && comparison?.status !== 'ahead' && comparison?.status !== 'identical') {
        throw new errors/* UserError */.yo('E_NOT_STAGED', {
            what: `${(0,short_commit/* shortCommit */.A)(plan.commit)} is not on "${plan.fromBranch}" any more, whose history was rewritten after the verdict`,
            why: 'nothing was moved and nothing was deployed',
            fix: `let ${plan.from} prove what "${plan.fromBranch}" has now, and start the promotion anew`,
        });
    }
    log.info(`"${plan.fromBranch}" is at ${(0,short_commit/* shortCommit */.A)(head)}; what was approved, ${(0,short_commit/* shortCommit */.A)(plan.commit)}, is promoted`);
}
/** A freeze may have begun while the run waited for its approval. */
async function checkFreeze({ to, toBranch, head, liftFreeze, folder }, edges) {
    if (liftFreeze !== undefined) {
        return;
    }
    const config = await edges
        .configsIn(folder)
        .ofCommit(head, toBranch)
        .catch((error) => {
        if (error instanceof errors/* UserError */.yo && error.code === 'E_CONFIG_FILE') {
            return undefined;
        }
        throw error;
    });
    const known = config?.stages?.[to] === undefined ? undefined : config;
    const frozen = frozenStage({ stage: to, config: known, variable: edges.freeze, now: edges.now() });
    if (frozen !== undefined) {
        throw (0,freeze/* frozenError */.Nh)(to, frozen);
    }
}
async function propose(plan, commit, mover) {
    const head = `promote/${plan.to}`;
    await mover.point(head, commit);
    const [title = ''] = plan.message.split('\n');
    return mover.propose({ head, base: plan.toBranch, title, body: plan.summary });
}

;// CONCATENATED MODULE: ./actions/promote/run.js












const PHASES = ['verdict', 'move', 'report'];
/** Longest body of a pull request that GitHub takes, in characters, with room for more. */
const MAX_BODY = 60_000;
/** Does one of the three jobs of a promotion. */
async function run(inputs, deps) {
    const phase = PHASES.find((known) => known === inputs.phase);
    switch (phase) {
        case 'verdict':
            return run_decide(inputs, deps);
        case 'move':
            return move(inputs, deps);
        case 'report':
            return report(inputs, deps);
        case undefined:
            throw new errors/* UserError */.yo('E_INPUT', {
                what: `the input "phase" is "${inputs.phase}"`,
                fix: (0,suggest/* suggestName */.S)(inputs.phase, PHASES),
            });
    }
}
async function run_decide(inputs, deps) {
    const { result, plan, expectedCode, failure } = await judge({
        from: inputs.from,
        to: inputs.to,
        commit: inputs.commit,
        rollback: inputs.rollback,
        isDryRun: inputs['dry-run'],
        circumstances: {
            freeze: inputs.freeze ?? '',
            approvalEnvironment: inputs['approval-environment'],
            override: parseOverride(inputs.override),
            now: deps.now(),
        },
    }, deps);
    const summary = renderPromotion(result, deps.repositoryUrl);
    for (const { answer, text } of result.lines) {
        deps.log.info(`${answer}: ${text}`);
    }
    return {
        outputs: {
            decision: result.decision,
            reason: result.reason,
            from: result.from,
            to: result.to,
            commit: result.commit,
            has: result.has,
            plan: plan === undefined
                ? undefined
                : (0,transport/* encodeJson */.Pr)({ ...plan, folder: inputs['working-directory'], summary: (0,truncate/* truncateText */.E)(summary, MAX_BODY) }),
            'expected-code': expectedCode === undefined ? undefined : (0,transport/* encodeJson */.Pr)(expectedCode),
            'lift-freeze': plan?.liftFreeze === undefined ? undefined : (0,freeze/* writeLift */.bh)(plan.judged, plan.liftFreeze),
            result: (0,transport/* encodeJson */.Pr)(result),
        },
        summary,
        notice: result.command === undefined
            ? `${result.decision}: ${result.reason}`
            : `${result.decision}: ${result.reason}; to do it: ${result.command}`,
        ...(failure === undefined ? {} : { failure }),
    };
}
async function move(inputs, deps) {
    const plan = parsePlan(inputs.plan);
    const moved = await movePlan(plan, { ...deps, runRef: deps.run.ref, freeze: inputs.freeze ?? '' });
    const isProposed = moved.pullRequest !== undefined;
    return {
        outputs: {
            decision: isProposed ? 'proposed' : 'deploy',
            reason: isProposed
                ? `pull request #${moved.pullRequest} asks for the move`
                : `"${plan.toBranch}" holds what was approved`,
            from: plan.from,
            to: plan.to,
            commit: moved.commit,
            redeploy: String(plan.redeploy),
            rollback: String(plan.kind === 'rollback'),
            'pull-request': moved.pullRequest?.toString(),
        },
    };
}
/** Statuses of a deploy that brought the stage to the commit. */
const DONE = ['deployed', 'unchanged'];
function report(inputs, { run: { workflow }, repositoryUrl }) {
    const plan = parsePlan(inputs.plan);
    const { from, to, toBranch: branch, commit: target, override } = plan;
    const start = (given) => startCommand({ workflow, branch, inputs: { from, to, ...given } });
    const again = plan.kind === 'rollback' ? { rollback: target } : { commit: target };
    const commands = { again: start({ ...again, override }), back: start({ rollback: LAST }) };
    const { 'moved-commit': commit, 'pull-request': pullRequest, 'deploy-status': status = '' } = inputs;
    const result = inputs['deploy-result'];
    const came = cameTo({ commit, pullRequest, status, result });
    const summary = renderPromoted({ plan, came, commit, pullRequest, commands }, repositoryUrl);
    if (came !== 'failed' && came !== 'not-moved') {
        return { outputs: { decision: came }, summary };
    }
    const failure = new errors/* UserError */.yo('E_DEPLOY_FAILED', {
        what: commit === undefined
            ? `"${branch}" was not moved, and nothing was deployed to "${to}"`
            : `"${branch}" holds ${commit}, and its deploy to "${to}" did not succeed (${result ?? 'it did not run'})`,
        fix: commit === undefined
            ? 'the job that moves says why'
            : `run the failed jobs again, or deploy it anew: ${commands.again} – or go back: ${commands.back}`,
    });
    return { outputs: { decision: 'failed' }, summary, failure };
}
function cameTo({ commit, pullRequest, status, result }) {
    if (pullRequest !== undefined) {
        return 'proposed';
    }
    if (commit === undefined) {
        return 'not-moved';
    }
    if (result === 'success' && DONE.includes(status)) {
        return 'done';
    }
    return result === 'success' && status === 'superseded' ? 'superseded' : 'failed';
}

;// CONCATENATED MODULE: ./actions/promote/main.js






const main = () => (0,run_action/* runAction */.C)(contract, async (inputs) => {
    const context = (0,runner_context/* readRunContext */.$p)();
    return (0,io_source/* withSource */.g)(context.workspace, inputs['working-directory'], async (source) => run(inputs, await openPromotion(inputs, context, source)));
});


/***/ }),

/***/ 76290:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nh: () => (/* binding */ frozenError),
/* harmony export */   Or: () => (/* binding */ tellLifted),
/* harmony export */   bh: () => (/* binding */ writeLift),
/* harmony export */   gn: () => (/* binding */ readLift),
/* harmony export */   nx: () => (/* binding */ frozenNow)
/* harmony export */ });
/* unused harmony export FREEZE_VARIABLE */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30742);
/* harmony import */ var _suggest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51335);
/* harmony import */ var _window_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(82705);



/** The variable of a repository, or of its organisation, that freezes stages. */
const FREEZE_VARIABLE = 'SERVERLESS_STAGES_FREEZE';
/** What stands in it for all stages. */
const ALL = 'all';
/** Returns why a configured stage is frozen; undefined if it is not. Throws E_INPUT if the variable names no stage. */
function frozenNow({ stage, stages, windows, variable, now }) {
    const named = variable.split(/[\s,]+/).filter((name) => name !== '');
    const unknown = named.find((name) => name !== ALL && !stages.includes(name));
    if (unknown !== undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_INPUT', {
            what: `the variable ${FREEZE_VARIABLE} is "${variable}", and "${unknown}" is not a configured stage`,
            why: 'a name with a typing mistake would freeze nothing',
            fix: `write "${ALL}" or names of configured stages with commas between, or remove the variable – ${(0,_suggest_js__WEBPACK_IMPORTED_MODULE_1__/* .suggestName */ .S)(unknown, stages)}`,
        });
    }
    if (named.includes(ALL) || named.includes(stage)) {
        return { reason: `the variable ${FREEZE_VARIABLE} is "${variable}"` };
    }
    for (const window of windows) {
        const until = (0,_window_js__WEBPACK_IMPORTED_MODULE_2__/* .openUntil */ .n)(window, now);
        if (until !== undefined) {
            return { reason: `until ${until}: ${window.reason}` };
        }
    }
    return undefined;
}
/** How long a lifted freeze stays lifted for the run that it was lifted for, in milliseconds: a re-run of it may come much later. */
const LIFTED_MS = 24 * 60 * 60_000;
/** Writes what lifts a freeze, from a moment (ISO 8601) on. */
function writeLift(since, reason) {
    return `${since} ${reason}`;
}
/** Returns why a freeze is lifted, as an input says it; undefined if it says nothing, or if it was lifted too long ago. */
function readLift(text, now) {
    const [, since, reason] = /^(\d{4}-\d\d-\d\dT[\d:.]+Z) (.+)$/.exec(text ?? '') ?? [];
    return since !== undefined && now - Date.parse(since) > LIFTED_MS ? undefined : (reason ?? text);
}
/** Says that a stage is deployed to although it is frozen, and why. */
function tellLifted(stage, { reason }, why) {
    return `the stage "${stage}" is frozen (${reason}) and is deployed to all the same: ${why}`;
}
/** Says that a stage is frozen to who wanted to deploy to it. */
function frozenError(stage, { reason }) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_FROZEN', {
        what: `the stage "${stage}" is frozen (${reason})`,
        why: 'nothing was deployed',
        fix: 'start the run again when the freeze has ended; nothing starts by itself then',
    });
}


/***/ }),

/***/ 23303:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ planMasks),
/* harmony export */   i: () => (/* binding */ outputTexts)
/* harmony export */ });
/* harmony import */ var _configuration_schema_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(28665);
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3913);


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
    const literals = Object.values(profile.parameters).filter(_configuration_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .isLiteral */ .c$).map(String);
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
    const lines = (0,_redact_js__WEBPACK_IMPORTED_MODULE_1__/* .splitLines */ .uz)(value);
    return lines.length > 1 ? (0,_redact_js__WEBPACK_IMPORTED_MODULE_1__/* .linesOf */ .Dx)(value) : /[\r\n]/.test(value) ? lines : [value];
}
function maskObstacle(value, outputs) {
    if (value.trim().length < _redact_js__WEBPACK_IMPORTED_MODULE_1__/* .MIN_MASKED_LENGTH */ .Ym) {
        return `it is shorter than ${_redact_js__WEBPACK_IMPORTED_MODULE_1__/* .MIN_MASKED_LENGTH */ .Ym} characters`;
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

/***/ 15511:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ runAction)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2327);
/* harmony import */ var _core_described_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83801);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30742);
/* harmony import */ var _core_input_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(62049);
/* harmony import */ var _core_report_printable_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9807);
/* harmony import */ var _cancellation_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(29463);
/* harmony import */ var _files_disk_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(13729);







/**
 * The one way every action goes: read all inputs, run, write the outputs; or fail the step with one annotation.
 * Never rejects.
 */
async function runAction(contract, run) {
    const forget = (0,_cancellation_js__WEBPACK_IMPORTED_MODULE_5__/* .onCancel */ .Ao)(() => setOutputs(contract.onFailure));
    try {
        const inputs = readInputs(contract);
        const outcome = await run(inputs);
        const outputs = outcome.outputs;
        for (const name of contract.outputs) {
            _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setOutput */ .uH(name, outputs[name] ?? '');
        }
        // An action that has the input `job-summary` writes none where it is false.
        if (Reflect.get(inputs, 'job-summary') !== false) {
            await writeSummary(outcome.summary);
        }
        if (outcome.notice !== undefined) {
            _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .notice */ .lm((0,_core_report_printable_js__WEBPACK_IMPORTED_MODULE_4__.visible)(outcome.notice));
        }
        if (outcome.failure !== undefined) {
            failStep(outcome.failure);
            setOutputs(errorOutput(contract, outcome.failure));
        }
    }
    catch (error) {
        // First the annotation: outputs go to a file, which may be what fails.
        failStep(error);
        try {
            setOutputs({ ...contract.onFailure, ...errorOutput(contract, error) });
        }
        catch (fault) {
            _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .debug */ .Yz(`the outputs could not be written: ${fault.message}`);
        }
    }
    finally {
        forget();
    }
}
/** Longest text of the output `error`, in characters. */
const MAX_ERROR = 4000;
/** The output `error` of the actions that have one: a later job tells people by it why there is no result. */
function errorOutput(contract, error) {
    const { code, message } = (0,_core_described_error_js__WEBPACK_IMPORTED_MODULE_1__.describeError)((0,_files_disk_js__WEBPACK_IMPORTED_MODULE_6__/* .diskError */ .w)(error) ?? error);
    return contract.outputs.includes('error') ? { error: `${code}: ${message}`.slice(0, MAX_ERROR) } : {};
}
function setOutputs(outputs) {
    for (const [name, value] of Object.entries(outputs)) {
        _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setOutput */ .uH(name, value);
    }
}
/** Reads all inputs of a contract; throws E_INPUT for the first that is missing or is not of its kind. */
function readInputs(contract) {
    const values = {};
    for (const [name, { kind, always }] of Object.entries(contract.inputs)) {
        const value = (0,_core_input_js__WEBPACK_IMPORTED_MODULE_3__/* .parseInput */ .CU)(name, kind, _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .getInput */ .V4(name, { trimWhitespace: kind !== 'flag' }));
        if (value === undefined && always === true) {
            throw (0,_core_input_js__WEBPACK_IMPORTED_MODULE_3__/* .missingInput */ .fV)(name);
        }
        if (kind === 'secret' && typeof value === 'string' && value.length >= 8) {
            _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setSecret */ .Pq(value);
        }
        values[name] = value;
    }
    return values;
}
/** Adds to the job summary; a summary that cannot be written does not undo what was done. */
async function writeSummary(summary) {
    if (summary !== undefined && (process.env['GITHUB_STEP_SUMMARY'] ?? '') !== '') {
        await _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .summary */ .z
            .addRaw(summary)
            .write()
            .catch((error) => _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e(`the job summary could not be written: ${error.message}`));
    }
}
/** Fails the step with one annotation, `CODE: what – why – what to do`; the stack goes to the debug log alone. */
function failStep(error) {
    process.exitCode = _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .ExitCode */ .yU.Failure;
    const known = error instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo ? error : (0,_files_disk_js__WEBPACK_IMPORTED_MODULE_6__/* .diskError */ .w)(error);
    const { code, message } = (0,_core_described_error_js__WEBPACK_IMPORTED_MODULE_1__.describeError)(known ?? error);
    const position = known?.position;
    _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3((0,_core_report_printable_js__WEBPACK_IMPORTED_MODULE_4__.visible)(`${code}: ${message}`), position === undefined ? {} : { file: position.file, startLine: position.line, startColumn: position.column });
    for (let cause = error; cause instanceof Error; cause = cause.cause) {
        _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .debug */ .Yz(cause.stack ?? cause.message);
    }
}


/***/ }),

/***/ 26989:
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
