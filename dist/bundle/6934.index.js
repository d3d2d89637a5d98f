export const id = 6934;
export const ids = [6934];
export const modules = {

/***/ 38668:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ once)
/* harmony export */ });
/** Returns a function that makes its result when it is first asked for, and has it from then on. */
function once(make) {
    let made;
    return () => {
        made ??= make();
        return made;
    };
}


/***/ }),

/***/ 87875:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   nf: () => (/* binding */ link),
/* harmony export */   pj: () => (/* binding */ plain),
/* harmony export */   wn: () => (/* binding */ commitLink)
/* harmony export */ });
/* harmony import */ var _printable_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9807);

/** Begins a text where a list, rule, heading or code block could start, and parts what GitHub makes something of; nothing is seen of it. */
const NOTHING = '\u200b';
/** Longest piece of a commit's hash that GitHub makes no link of, in digits. */
const SHORT = 6;
/**
 * Writes a text so that Markdown and HTML show it as it is: no markup, no image, no broken table, no maths, and nothing that
 * GitHub makes of plain words (https://docs.github.com/en/get-started/writing-on-github/working-with-advanced-formatting/autolinked-references-and-urls):
 * mentions, issues (`#1`, `GH-1`, those of other trackers), commits, emojis. It looks for these in the rendered text, where an
 * entity hides nothing, so a sign that is not seen stands in them.
 */
function plain(text) {
    const line = parted((0,_printable_js__WEBPACK_IMPORTED_MODULE_0__.printable)(text));
    const escaped = line
        .replace(/&/g, '&amp;')
        .replace(/</g, '&lt;')
        .replace(/>/g, '&gt;')
        .replace(/([\\`*_{}[\]()#|!~@:$])/g, (sign) => `&#${sign.charCodeAt(0)};`)
        // GitHub makes links of these, too.
        .replace(/\bwww\./gi, (start) => `${start.slice(0, -1)}&#46;`);
    return /^(\s|[-+]|\d+[.)]|=)/.test(line) ? NOTHING + escaped : escaped;
}
function parted(line) {
    return line
        .replace(/([@#])(?=\w)|(\$)(?=\S)/g, `$&${NOTHING}`)
        .replace(/\b(?:gh|[A-Z][A-Z0-9]+)-(?=\d)/gi, (start) => (isTracker(start) ? start + NOTHING : start))
        .replace(/\b[0-9a-f]{7,64}\b/gi, (hex) => 
    // A number is none: accounts stand in commands that people copy.
    /^\d+$/.test(hex) ? hex : (hex.match(new RegExp(`.{1,${SHORT}}`, 'g')) ?? []).join(NOTHING))
        .replace(/\S+/g, (word) => (word.includes('arn:') ? word : word.replace(/:(?=[a-z0-9_+-]+:)/g, `:${NOTHING}`)));
}
/** `GH-12` in any case, and keys of trackers, which are in capitals. */
function isTracker(start) {
    return /^gh-$/i.test(start) || start === start.toUpperCase();
}
/** Writes a commit's short hash, which GitHub may make a link of; anything else as plain text. */
function commitLink(commit) {
    const short = commit.slice(0, 7);
    return /^[0-9a-f]{7}$/.test(short) ? short : plain(short);
}
/** Writes an http(s) address as a link, and anything else as plain text. */
function link(url) {
    return (0,_printable_js__WEBPACK_IMPORTED_MODULE_0__.isWebAddress)(url) ? `<${url}>` : plain(url);
}


/***/ }),

/***/ 29060:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ truncateText),
/* harmony export */   X: () => (/* binding */ truncateSummary)
/* harmony export */ });
/**
 * Cuts a text to a number of UTF-16 units, `…` included, and leaves no half of a pair: a receiver would refuse it or show
 * another sign.
 */
function truncateText(text, max) {
    if (text.length <= max) {
        return text;
    }
    const start = text.slice(0, max - 1);
    return `${start.replace(/[\uD800-\uDBFF]$/, '')}…`;
}
/** GitHub takes a job summary of 1 MiB at most, and shows nothing of a longer one; some is left for other steps' parts. */
const MAX_SUMMARY_BYTES = 900 * 1024;
/** Cuts the Markdown of a job summary behind a line, and says so. */
function truncateSummary(text) {
    const bytes = Buffer.from(text);
    if (bytes.length <= MAX_SUMMARY_BYTES) {
        return text;
    }
    const start = bytes.subarray(0, MAX_SUMMARY_BYTES).toString();
    return `${start.slice(0, start.lastIndexOf('\n'))}\n\nThe rest is too long to be shown here.\n`;
}


/***/ }),

/***/ 99341:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ shortCommit)
/* harmony export */ });
/** Returns the first seven digits of a commit, as GitHub shows it. */
function shortCommit(sha) {
    return sha.slice(0, 7);
}


/***/ }),

/***/ 66113:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fj: () => (/* binding */ pullRequestOfRef),
/* harmony export */   V4: () => (/* binding */ branchOfRef),
/* harmony export */   _7: () => (/* binding */ isBranchRef)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30742);

/** Whether a full ref is a branch. */
function isBranchRef(ref) {
    return ref.startsWith('refs/heads/') && ref.length > 'refs/heads/'.length;
}
/** Returns the number of the pull request that a full ref (`refs/pull/12/merge`, `refs/pull/12`) belongs to. */
function pullRequestOfRef(ref) {
    const match = /^refs\/pull\/([1-9][0-9]*)(\/(merge|head))?$/.exec(ref);
    return match === null ? undefined : Number(match[1]);
}
/**
 * Returns a branch's name from its full ref (`refs/heads/x`) or from the name itself. Only one `refs/heads/` is taken
 * off: a branch may be called refs/heads/x. Throws E_REF_REQUIRED for a tag, a bare commit, HEAD, or nothing.
 */
function branchOfRef(ref) {
    const name = isBranchRef(ref) ? ref.slice('refs/heads/'.length) : ref;
    const other = ref.startsWith('refs/') && !isBranchRef(ref);
    if (name === '' || name === 'HEAD' || other || /^[0-9a-f]{40}$/.test(name)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_REF_REQUIRED', {
            what: `"${ref}" is neither a branch nor a pull request`,
            why: 'a preview belongs to one of the two',
            fix: 'give the input "ref" a branch (refs/heads/NAME) or refs/pull/NUMBER',
        });
    }
    return name;
}


/***/ }),

/***/ 67235:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EF: () => (/* binding */ commentAnswer),
/* harmony export */   GC: () => (/* binding */ deploymentAnswer),
/* harmony export */   K1: () => (/* binding */ comparisonAnswer),
/* harmony export */   LF: () => (/* binding */ read),
/* harmony export */   MS: () => (/* binding */ readNothing),
/* harmony export */   Mw: () => (/* binding */ commitAnswer),
/* harmony export */   SM: () => (/* binding */ commitStatusAnswer),
/* harmony export */   XQ: () => (/* binding */ repositoryAnswer),
/* harmony export */   eS: () => (/* binding */ refAnswer),
/* harmony export */   n4: () => (/* binding */ readPages),
/* harmony export */   o: () => (/* binding */ deploymentStatusAnswer),
/* harmony export */   yo: () => (/* binding */ contentAnswer),
/* harmony export */   z$: () => (/* binding */ runAttemptAnswer),
/* harmony export */   zz: () => (/* binding */ pullRequestAnswer)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37728);
/* harmony import */ var _broken_answer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38884);


// GitHub's answers, as far as we read them (REST API reference).
const commit = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .regex */ .yGV(/^[0-9a-f]{40}$/));
const text = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .nonEmpty */ .hq());
const repositoryAnswer = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ id: valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), default_branch: text });
const pullRequestAnswer = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    number: valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    state: valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO(['open', 'closed']),
    draft: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY()),
    user: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ type: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), login: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()) })),
    // Null if the fork is gone; that it is there is GitHub's own word.
    head: valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ ref: text, sha: commit, repo: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ id: valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig() })) }),
    base: valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ ref: text }),
    labels: valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ name: text })),
});
const refAnswer = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    ref: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .startsWith */ .w1_('refs/')),
    object: valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ sha: commit }),
});
const comparisonAnswer = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    status: valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO(['ahead', 'behind', 'diverged', 'identical']),
    merge_base_commit: valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ sha: commit }),
});
const commitAnswer = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ message: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() });
const runAttemptAnswer = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ status: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() });
/** A file whose bytes are all there, if GitHub hands them out; or something else: the entries of a directory, a link, a submodule. */
const contentAnswer = valibot__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([
    valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J()), valibot__WEBPACK_IMPORTED_MODULE_0__/* .nonEmpty */ .hq()),
    valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ type: valibot__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('file'), encoding: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), content: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), size: valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig() }), valibot__WEBPACK_IMPORTED_MODULE_0__/* .check */ .z6Y(({ encoding, content, size }) => encoding !== 'base64' || Buffer.from(content, 'base64').length === size)),
    valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ type: valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO(['symlink', 'submodule', 'dir']) }),
]);
const commentAnswer = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    id: valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    body: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    user: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ login: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() })),
    html_url: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
});
const deploymentAnswer = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    id: valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    sha: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    payload: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J()),
    creator: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ login: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() })),
});
const deploymentStatusAnswer = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ state: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), description: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()) });
const commitStatusAnswer = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ state: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), context: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() });
/** Returns what an answer says; throws BrokenAnswer with what came if it does not have the shape that GitHub gives it. */
function read(schema, { data, status, headers }) {
    const result = valibot__WEBPACK_IMPORTED_MODULE_0__/* .safeParse */ .xLC(schema, data);
    if (result.success) {
        return result.output;
    }
    const place = valibot__WEBPACK_IMPORTED_MODULE_0__/* .getDotPath */ .BuJ(result.issues[0]);
    const what = place === null ? `no answer of its form (${describe(data)})` : `an answer without a valid "${place}"`;
    throw brokenAnswer({ status, headers }, what);
}
function brokenAnswer({ status, headers }, what) {
    return new _broken_answer_js__WEBPACK_IMPORTED_MODULE_1__/* .BrokenAnswer */ .M(`HTTP ${status}, ${String(headers['content-type'] ?? 'no content type')}: ${what}`);
}
/** Checks the answer to a removal, which says nothing but that it is done; throws BrokenAnswer. */
function readNothing(answer) {
    if (answer.status !== 204) {
        throw brokenAnswer(answer, 'no answer of its form');
    }
}
function describe(data) {
    const text = typeof data === 'string' ? data : (JSON.stringify(data) ?? 'nothing');
    return text.trim() === '' ? 'empty' : text.trim().slice(0, 40);
}
/**
 * Reads all pages of a list by GitHub's own links; throws BrokenAnswer if one is none: the client's own way to all pages takes an
 * answer without content for an empty page.
 */
async function readPages(schema, ask) {
    const items = [];
    for (let page = 1;; page++) {
        const answer = await ask({ per_page: 100, page });
        items.push(...read(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(schema), answer));
        if (!/rel="next"/.test(String(answer.headers['link'] ?? ''))) {
            return items;
        }
    }
}


/***/ }),

/***/ 47601:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ openClient),
/* harmony export */   r: () => (/* binding */ createGitHubReader)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(37728);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30742);
/* harmony import */ var _core_once_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(38668);
/* harmony import */ var _answers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67235);
/* harmony import */ var _request_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(29445);





/** How long one answer of GitHub is waited for, in milliseconds: it is asked again then. */
const ANSWER_MS = 10_000;
const fetchInTime = (url, init) => fetch(url, { ...init, signal: AbortSignal.timeout(ANSWER_MS) });
/**
 * Returns the way to a client of GitHub's REST API. It is loaded when the first question is asked: on loading it reads the
 * event's file, which may be broken.
 */
function openClient(token, baseUrl) {
    return (0,_core_once_js__WEBPACK_IMPORTED_MODULE_3__/* .once */ .O)(async () => {
        const github = await __webpack_require__.e(/* import() */ 2767).then(__webpack_require__.bind(__webpack_require__, 92767));
        return github.getOctokit(token, { baseUrl, request: { fetch: fetchInTime } });
    });
}
/** Builds a reader of one repository. */
function createGitHubReader(token, context) {
    const client = openClient(token, context.apiUrl);
    const place = { owner: context.owner, repo: context.repository };
    const slug = `${context.owner}/${context.repository}`;
    const repository = (0,_core_once_js__WEBPACK_IMPORTED_MODULE_3__/* .once */ .O)(async () => {
        const { rest } = await client();
        const data = await (0,_request_js__WEBPACK_IMPORTED_MODULE_2__/* .need */ .$B)(`what the repository ${slug} is`, async () => (0,_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .read */ .LF)(_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .repositoryAnswer */ .XQ, await rest.repos.get(place)));
        return { id: data.id, defaultBranch: data.default_branch };
    });
    return {
        repository,
        async pullRequest(number) {
            const { rest } = await client();
            const answer = await (0,_request_js__WEBPACK_IMPORTED_MODULE_2__/* .ask */ .kA)(`the state of pull request #${number}`, async () => (0,_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .read */ .LF)(_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .pullRequestAnswer */ .zz, await rest.pulls.get({ ...place, pull_number: number })));
            return answer === undefined ? undefined : pullRequestState(answer);
        },
        async openPullRequests(branch) {
            const { rest } = await client();
            const head = `${context.owner}:${branch}`;
            const about = { ...place, state: 'open', head, sort: 'created', direction: 'asc' };
            const pulls = await (0,_request_js__WEBPACK_IMPORTED_MODULE_2__/* .need */ .$B)(`which pull requests "${branch}" has`, () => (0,_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .readPages */ .n4)(_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .pullRequestAnswer */ .zz, (page) => rest.pulls.list({ ...about, ...page })));
            return pulls.map(pullRequestState);
        },
        async pullRequestsOfCommit(commit) {
            const { rest } = await client();
            const about = { ...place, commit_sha: commit };
            const pulls = await (0,_request_js__WEBPACK_IMPORTED_MODULE_2__/* .need */ .$B)(`which pull requests bring ${commit}`, () => (0,_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .readPages */ .n4)(_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .pullRequestAnswer */ .zz, (page) => rest.repos.listPullRequestsAssociatedWithCommit({ ...about, ...page })));
            return pulls.map(pullRequestState);
        },
        async allOpenPullRequests() {
            const { rest } = await client();
            const pulls = await (0,_request_js__WEBPACK_IMPORTED_MODULE_2__/* .need */ .$B)('which pull requests are open', () => (0,_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .readPages */ .n4)(_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .pullRequestAnswer */ .zz, (page) => rest.pulls.list({ ...place, state: 'open', ...page })));
            return pulls.map(pullRequestState);
        },
        async branches() {
            const { rest } = await client();
            const refs = await (0,_request_js__WEBPACK_IMPORTED_MODULE_2__/* .need */ .$B)('which branches there are', () => (0,_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .readPages */ .n4)(_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .refAnswer */ .eS, (page) => rest.git.listMatchingRefs({ ...place, ref: 'heads/', ...page })));
            return new Map(refs.map(({ ref, object }) => [ref.slice('refs/heads/'.length), object.sha]));
        },
        async branchHead(branch) {
            const { rest } = await client();
            const answer = await (0,_request_js__WEBPACK_IMPORTED_MODULE_2__/* .ask */ .kA)(`the head of "${branch}"`, async () => (0,_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .read */ .LF)(_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .refAnswer */ .eS, await rest.git.getRef({ ...place, ref: `heads/${branch}` })));
            return answer?.object.sha;
        },
        async compare(base, head) {
            const { rest } = await client();
            const about = { ...place, basehead: `${base}...${head}`, per_page: 1 };
            const answer = await (0,_request_js__WEBPACK_IMPORTED_MODULE_2__/* .ask */ .kA)(`how ${head} stands to ${base}`, async () => (0,_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .read */ .LF)(_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .comparisonAnswer */ .K1, await rest.repos.compareCommitsWithBasehead(about)));
            return answer === undefined ? undefined : { status: answer.status, mergeBase: answer.merge_base_commit.sha };
        },
        async file(path, commit) {
            const { rest } = await client();
            const answer = await (0,_request_js__WEBPACK_IMPORTED_MODULE_2__/* .ask */ .kA)(`what ${path} holds`, async () => (0,_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .read */ .LF)(_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .contentAnswer */ .yo, await rest.repos.getContent({ ...place, path, ref: commit })));
            return answer === undefined ? undefined : fileBytes(path, answer);
        },
        async commitMessage(commit) {
            const { rest } = await client();
            const { message } = await (0,_request_js__WEBPACK_IMPORTED_MODULE_2__/* .need */ .$B)(`the message of ${commit}`, async () => (0,_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .read */ .LF)(_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .commitAnswer */ .Mw, await rest.git.getCommit({ ...place, commit_sha: commit })));
            return message;
        },
        async hasDeployment(task) {
            const { rest } = await client();
            try {
                const found = await (0,_request_js__WEBPACK_IMPORTED_MODULE_2__/* .need */ .$B)(`whether there is a GitHub deployment "${task}"`, async () => (0,_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .read */ .LF)((0,valibot__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg)(_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .deploymentAnswer */ .GC), await rest.repos.listDeployments({ ...place, task, per_page: 1 })));
                return found.length > 0;
            }
            catch (error) {
                if ((0,_request_js__WEBPACK_IMPORTED_MODULE_2__/* .isRefused */ .H0)(error)) {
                    return undefined;
                }
                throw error;
            }
        },
        async deployedCommit(task) {
            const { rest } = await client();
            const what = `which commit the GitHub deployments "${task}" have`;
            try {
                const newest = await (0,_request_js__WEBPACK_IMPORTED_MODULE_2__/* .need */ .$B)(what, async () => (0,_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .read */ .LF)((0,valibot__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg)(_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .deploymentAnswer */ .GC), await rest.repos.listDeployments({ ...place, task, per_page: 10 })));
                for (const { id, sha } of newest) {
                    const one = { ...place, deployment_id: id, per_page: 1 };
                    const [status] = await (0,_request_js__WEBPACK_IMPORTED_MODULE_2__/* .need */ .$B)(what, async () => (0,_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .read */ .LF)((0,valibot__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg)(_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .deploymentStatusAnswer */ .o), await rest.repos.listDeploymentStatuses(one)));
                    if (status?.state === 'success') {
                        return sha;
                    }
                }
                return undefined;
            }
            catch (error) {
                if ((0,_request_js__WEBPACK_IMPORTED_MODULE_2__/* .isRefused */ .H0)(error)) {
                    return undefined;
                }
                throw error;
            }
        },
        async hasEnded(run, attempt) {
            const { rest } = await client();
            const [run_id, attempt_number] = [Number(run), Number(attempt)];
            try {
                const answer = await (0,_request_js__WEBPACK_IMPORTED_MODULE_2__/* .ask */ .kA)(`whether attempt ${attempt} of run ${run} has ended`, async () => (0,_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .read */ .LF)(_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .runAttemptAnswer */ .z$, await rest.actions.getWorkflowRunAttempt({ ...place, run_id, attempt_number })));
                // Only a run that has ended can be deleted.
                return answer === undefined || answer.status === 'completed';
            }
            catch {
                return undefined;
            }
        },
    };
}
/** A pull request reduced to what we read. */
function pullRequestState(pull) {
    return {
        number: pull.number,
        open: pull.state === 'open',
        draft: pull.draft === true,
        byBot: pull.user?.type === 'Bot',
        headBranch: pull.head.ref,
        headSha: pull.head.sha,
        headRepositoryId: pull.head.repo?.id ?? null,
        baseBranch: pull.base.ref,
        labels: pull.labels.map(({ name }) => name),
    };
}
function fileBytes(path, data) {
    if (Array.isArray(data) || data.type !== 'file') {
        const kind = Array.isArray(data) ? 'a directory' : `a ${data.type}`;
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_CONFIG_FILE', { what: `${path} is ${kind}`, fix: 'commit a plain file there' });
    }
    if (data.encoding !== 'base64') {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_CONFIG_FILE', {
            what: `${path} has ${data.size} bytes, more than GitHub hands out`,
            fix: 'keep data out of the configuration',
        });
    }
    return Buffer.from(data.content, 'base64');
}


/***/ }),

/***/ 29445:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $B: () => (/* binding */ need),
/* harmony export */   H0: () => (/* binding */ isRefused),
/* harmony export */   Of: () => (/* binding */ refusalOf),
/* harmony export */   kA: () => (/* binding */ ask),
/* harmony export */   se: () => (/* binding */ createPatience)
/* harmony export */ });
/* unused harmony export askedWait */
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/* harmony import */ var p_retry__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(26989);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30742);
/* harmony import */ var _broken_answer_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(38884);
/* harmony import */ var _runner_log_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(37735);





/** Longest wait that GitHub may ask for, in seconds; above it a run fails rather than sits. */
const LONGEST_WAIT = 60;
const isHttpError = (error) => error instanceof Error && typeof error.status === 'number';
/**
 * Returns how many seconds GitHub asks to wait; undefined if it does not: as `retry-after` says, until the hour of a used up limit is over,
 * a minute if a secondary limit says nothing.
 * https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api#handle-rate-limit-errors-appropriately
 */
function askedWait(error) {
    if (!isHttpError(error)) {
        return undefined;
    }
    const headers = error.response?.headers ?? {};
    const [after, reset] = [headers['retry-after'], headers['x-ratelimit-reset']].map((text) => Number(text ?? Number.NaN));
    if (after !== undefined && after >= 0) {
        return after;
    }
    // A limit is told by the status: any answer may have used up the last request.
    if (error.status !== 403 && error.status !== 429) {
        return undefined;
    }
    if (headers['x-ratelimit-remaining'] === '0') {
        // By GitHub's own clock; the second that it names has to be over.
        const now = Date.parse(headers['date'] ?? '') || Date.now();
        return reset === undefined || Number.isNaN(reset) ? undefined : Math.max(0, reset - Math.floor(now / 1000)) + 1;
    }
    return isLimit(error) ? LONGEST_WAIT : undefined;
}
function isTransient(error) {
    return (error instanceof _broken_answer_js__WEBPACK_IMPORTED_MODULE_3__/* .BrokenAnswer */ .M ||
        isForeign(error) ||
        (isHttpError(error) && (error.status >= 500 || error.status === 429 || askedWait(error) !== undefined)));
}
/** Whether a 404 is of something that answers in GitHub's place: GitHub's own says so in JSON. */
function isForeign(error) {
    if (!isHttpError(error) || error.status !== 404) {
        return false;
    }
    const { data } = (error.response ?? {});
    return typeof data?.message !== 'string';
}
/** Returns the patience that one question has, or several that share it. */
function createPatience() {
    return { left: LONGEST_WAIT };
}
/**
 * Tries a request again on 429, 5xx and where GitHub says when: three times, 0.5 s to 4 s apart or as long as it asks,
 * as far as patience lasts.
 */
async function attempt(request, patience) {
    return (0,p_retry__WEBPACK_IMPORTED_MODULE_4__/* ["default"] */ .Ay)(request, {
        retries: 3,
        minTimeout: 500,
        maxTimeout: 4000,
        randomize: true,
        shouldRetry: async ({ error }) => {
            const seconds = askedWait(error) ?? 0;
            if (!isTransient(error) || seconds > patience.left) {
                return false;
            }
            patience.left -= seconds;
            if (seconds > 0) {
                _runner_log_js__WEBPACK_IMPORTED_MODULE_2__/* .runnerLog */ .t.info(`GitHub asks to wait ${seconds} s`);
            }
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(seconds * 1000);
            return true;
        },
    });
}
/** Runs a request for something that has to be there; every failure, a 404 too, is E_GITHUB. */
async function need(what, request, { permission, hint, patience = createPatience() } = {}) {
    try {
        return await attempt(request, patience);
    }
    catch (cause) {
        // A question within this one has said already what is wrong.
        throw cause instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo ? cause : githubError(what, cause, permission, hint);
    }
}
/** Runs a request; a 404 becomes undefined, every other failure E_GITHUB. */
async function ask(what, request, options = {}) {
    try {
        return await need(what, request, options);
    }
    catch (error) {
        if (error instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo &&
            isHttpError(error.cause) &&
            error.cause.status === 404 &&
            !isForeign(error.cause)) {
            return undefined;
        }
        throw error;
    }
}
/** Whether GitHub refused a question because of the token's rights, and not because its limit is used up. */
function isRefused(error) {
    const cause = error instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo ? error.cause : undefined;
    return isHttpError(cause) && cause.status === 403 && !isLimit(cause);
}
/** GitHub's own words for what it refused to do; undefined if it did not answer, or failed. */
function refusalOf(error) {
    const cause = error instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo ? error.cause : undefined;
    return isHttpError(cause) && cause.status < 500 && !isLimit(cause) ? cause.message : undefined;
}
/** What the readers need of the token. */
const READING = '`contents: read` and `pull-requests: read`';
/** Turns a failed request into the error that tells the user what to do; `what` is what GitHub was asked to say. */
function githubError(what, cause, permission = READING, hint = '') {
    const status = isHttpError(cause) ? cause.status : undefined;
    const limited = isHttpError(cause) && isLimit(cause);
    const isMangled = cause instanceof _broken_answer_js__WEBPACK_IMPORTED_MODULE_3__/* .BrokenAnswer */ .M || isForeign(cause);
    const fixes = {
        401: 'give the input "github-token" a token that is valid, such as ${{ github.token }}',
        404: 'check that it is still there, and that the token reaches it',
        422: `GitHub refuses it: ${cause.message}`,
        403: `give the job ${permission} under \`permissions:\`${hint === '' ? '' : `; ${hint}`}`,
    };
    return new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('E_GITHUB', {
        what: `GitHub did not ${permission === READING ? 'say' : 'do it:'} ${what} (${answerOf(cause)})`,
        fix: isMangled
            ? 'run again; if it stays, look at what answers in the place of GitHub (a proxy of the network)'
            : limited
                ? 'the limit of requests is used up: run again later'
                : (fixes[status ?? 0] ?? 'run again when GitHub answers'),
        cause,
    });
}
function answerOf(cause) {
    if (cause instanceof _broken_answer_js__WEBPACK_IMPORTED_MODULE_3__/* .BrokenAnswer */ .M) {
        return cause.message;
    }
    return isHttpError(cause) ? `HTTP ${cause.status}` : 'no answer';
}
/** A limit of requests looks like a missing permission, but for what GitHub says beside it. */
function isLimit({ status, message, response }) {
    return status === 429 || response?.headers['x-ratelimit-remaining'] === '0' || /rate limit/i.test(message);
}


/***/ })

};
